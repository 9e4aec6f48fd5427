import type { Role } from '../../src/access/role.ts'

/**
 * Who may do what, written down a second time: person by person, from reading what the regulations and their sources
 * say of each (“who decides”; 000 III; 002 III; 003 III; 004 IV–VI), not from the program's table. `mine` = only what
 * is given to the own agency; `here` = everything of the own authority; `below` = also of those under it.
 */
export interface Duties {
  mine?: string
  here?: string
  below?: string
  anywhere?: string
}

const WORKING_HERE = `home:see message:read search:use account:own agency:read calendar:read regulation:read plan:read
  dialogue:read topic:read`
const READING_RECORDS = `petition:read paper:read dossier:read deadline:read supervision:read survey:read report:read request:read`
/** Lead office: proposes, prepares, follows, files; decides nothing that is the chair's, numbers nothing. */
const LEADING = `mail:read mail:resend plan:draft plan:report-task
  dialogue:open dialogue:prepare dialogue:authorize-deputy dialogue:invite dialogue:nominate dialogue:announce
  dialogue:conduct dialogue:see-exclusions minutes:write
  conclusion:draft conclusion:record-receipt conclusion:propose-settlement internal-review:read internal-review:record
  request:register topic:propose topic:appraise
  petition:receive list:import opinion-list:read opinion-list:receive petition:classify petition:assign petition:draft-answer petition:contribute
  petition:record-paper-approval petition:answer-at-conference petition:promise petition:propose-decision
  petition:transfer petition:escalate petition:hand-over petition:merge petition:withdraw petition:reply
  petition:dispatch petition:settle petition:follow-up intake:moderate intake:manage
  paper:draft paper:send dossier:file dossier:close dossier:download
  supervision:urge supervision:answer survey:enter survey:settle form:print report:prepare`
/** An agency handles what it was given. */
const GIVEN = `plan:report-task dialogue:announce conclusion:record-receipt conclusion:propose-settlement
  petition:read petition:draft-answer petition:contribute petition:record-paper-approval petition:propose-decision
  petition:reply petition:dispatch petition:settle paper:read paper:draft paper:send deadline:read supervision:read
  supervision:answer survey:enter`

/** Done by the program itself, whose actor is not asked; no person may. */
export const doneByNobody = 'mail:compose mail:deliver hall:ask deadline:remind'

export const expectedDuties: Record<Role, Duties> = {
  clerk: { here: `${WORKING_HERE} ${READING_RECORDS} ${LEADING} publication:read` },
  officeLeader: {
    here: `${WORKING_HERE} ${READING_RECORDS} ${LEADING}
      log:read agency:succeed plan:approve plan:publish paper:approve petition:restrict petition:erase-person
      report:submit report:oversee publication:read publication:decide intake:judge-appeal`,
    mine: 'petition:approve-answer',
  },
  chair: {
    here: `${WORKING_HERE} ${READING_RECORDS}
      plan:approve dialogue:decide dialogue:authorize-deputy dialogue:conduct dialogue:see-exclusions
      minutes:lock-as-chair conclusion:approve internal-review:read internal-review:record request:decide topic:decide
      petition:answer-at-conference petition:promise petition:decide petition:restrict deadline:extend paper:approve
      supervision:urge report:oversee publication:read intake:judge-appeal`,
    mine: 'petition:approve-answer',
  },
  recordsClerk: {
    here: `${WORKING_HERE} ${READING_RECORDS} mail:read mail:resend number-book:manage plan:issue conclusion:issue paper:issue
      paper:draft paper:send dialogue:invite conclusion:record-receipt request:register petition:receive list:import
      petition:dispatch dossier:file dossier:download form:print report:record-sent report:submit`,
  },
  secretary: {
    here: `${WORKING_HERE} ${READING_RECORDS} dialogue:conduct dialogue:see-exclusions minutes:write
      minutes:lock-as-secretary internal-review:read petition:receive list:import petition:classify petition:answer-at-conference
      petition:promise paper:draft survey:enter form:print`,
  },
  agencySpecialist: { here: WORKING_HERE, mine: GIVEN },
  agencyLeader: { here: `${WORKING_HERE} topic:propose`, mine: `${GIVEN} petition:approve-answer paper:approve` },
  front: {
    here: `${WORKING_HERE} ${READING_RECORDS} dialogue:nominate topic:propose topic:appraise petition:receive opinion-list:read opinion-list:gather
      petition:follow-up paper:draft supervision:act supervision:urge dossier:download`,
    mine: 'plan:report-task petition:draft-answer petition:contribute list:import opinion-list:keep',
  },
  massMobilization: {
    here: `${WORKING_HERE} ${READING_RECORDS} plan:draft topic:propose topic:appraise petition:receive
      petition:follow-up paper:draft supervision:act supervision:urge dossier:download
      report:prepare report:record-sent report:submit report:oversee`,
    mine: 'plan:report-task list:import opinion-list:read opinion-list:keep',
  },
  collector: {
    here: `${WORKING_HERE} dialogue:nominate petition:receive`,
    mine: 'plan:report-task petition:read petition:draft-answer petition:contribute deadline:read list:import opinion-list:read opinion-list:keep',
  },
  superior: {
    below: `${WORKING_HERE} ${READING_RECORDS} log:read dossier:download supervision:act supervision:urge report:judge
      report:oversee report:remind`,
  },
  administrator: {
    here: `${WORKING_HERE} mail:read mail:resend log:read authority:manage account:manage api-key:manage agency:manage agency:succeed regulation:edit
      paper-template:edit number-book:manage report:adjust-forms`,
  },
  systemAdministrator: {
    anywhere: `home:see message:read account:own log:read authority:set-up authority:manage account:manage agency:read
      agency:manage agency:succeed calendar:read calendar:enter regulation:read regulation:edit regulation:edit-overlay
      paper-template:edit`,
  },
}

/**
 * The day of the conference: whoever keeps its record sees the hall, the lead office, secretary and records clerk stand at
 * the door, an agency sees the hall and hands a line up to the chair.
 */
const onTheDay: Partial<Record<Role, Duties>> = {
  ...{ clerk: { here: 'hall:see hall:door' }, officeLeader: { here: 'hall:see hall:door' } },
  ...{ secretary: { here: 'hall:see hall:door' }, recordsClerk: { here: 'hall:see hall:door' } },
  ...{ chair: { here: 'hall:see' }, front: { here: 'hall:see' }, massMobilization: { here: 'hall:see' } },
  superior: { below: 'hall:see' },
  ...{ agencySpecialist: { mine: 'hall:see hall:note' }, agencyLeader: { mine: 'hall:see hall:note' } },
}
for (const [role, more] of Object.entries(onTheDay) as [Role, Duties][]) {
  for (const [reach, duties] of Object.entries(more) as [keyof Duties, string][])
    expectedDuties[role][reach] = `${expectedDuties[role][reach] ?? ''} ${duties}`
}
