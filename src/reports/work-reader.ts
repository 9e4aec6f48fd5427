import type { Actor } from '../changes/actor.ts'
import { type Visibility, visibilityOf } from '../petitions/petition-scope.ts'
import { type DeadlineViewer, deadlineViewer } from './deadline-viewer.ts'

/** Which kinds of work are this reader's, by the one table of permissions. */
export interface WorkReader {
  authorityId: number
  accountId: number | null
  agencyId: number | null
  role: string
  petitions: Visibility | null
  deadlines: DeadlineViewer | null
  may: {
    classify: boolean
    assign: boolean
    handOver: boolean
    answer: boolean
    contribute: boolean
    approveAnswer: boolean
    dispatch: boolean
    approvePaper: boolean
    /** heads of agencies approve only what their own agency issues */
    approveAnyPaper: boolean
    issuePaper: boolean
    sendPaper: boolean
    sendAnyPaper: boolean
    readReview: boolean
    recordReceipt: boolean
    /** only that of the own agency */
    recordOwnReceipt: boolean
    approveConclusion: boolean
    proposeSettlement: boolean
    moderate: boolean
    openConfidential: boolean
    judgeAppeal: boolean
    decideRequest: boolean
    appraiseTopic: boolean
    decideTopic: boolean
    decideTimePlace: boolean
    recordHeld: boolean
    writeMinutes: boolean
    signMinutesAsSecretary: boolean
    signMinutesAsChair: boolean
    draftPlan: boolean
    approvePlan: boolean
    issuePlan: boolean
    reportTask: boolean
    answerSupervision: boolean
    prepare: boolean
    announce: boolean
    prepareReport: boolean
    judgeReports: boolean
  }
}

/** What the morning page asks of the reader's role, asked once. */
export function workReader(actor: Actor, authorityId: number): WorkReader {
  const { agencyId } = actor
  const own = { authorityId, agencyIds: agencyId === null ? [] : [agencyId] }
  const any = { authorityId, agencyIds: [] }
  // an overseer from above has no agency here, so nothing here is the reader's own
  const here = actor.homeAuthorityId === authorityId
  const may = (permission: Parameters<Actor['may']>[0]) => here && actor.may(permission, own)
  return {
    authorityId,
    accountId: actor.accountId,
    agencyId,
    role: actor.role,
    petitions: visibilityOf(actor, authorityId),
    deadlines: deadlineViewer(actor, authorityId),
    may: {
      classify: may('petition:classify'),
      assign: may('petition:assign'),
      handOver: may('petition:hand-over'),
      answer: may('petition:draft-answer'),
      contribute: may('petition:contribute'),
      approveAnswer: may('petition:approve-answer'),
      dispatch: may('petition:dispatch'),
      approvePaper: may('paper:approve'),
      approveAnyPaper: here && actor.may('paper:approve', any),
      issuePaper: may('paper:issue'),
      sendPaper: may('paper:send'),
      sendAnyPaper: here && actor.may('paper:send', any),
      readReview: may('internal-review:read'),
      recordReceipt: here && actor.may('conclusion:record-receipt', any),
      recordOwnReceipt: may('conclusion:record-receipt'),
      approveConclusion: may('conclusion:approve'),
      proposeSettlement: may('conclusion:propose-settlement'),
      moderate: may('intake:moderate'),
      openConfidential: may('petition:restrict'),
      judgeAppeal: may('intake:judge-appeal'),
      decideRequest: may('request:decide'),
      appraiseTopic: may('topic:appraise'),
      decideTopic: may('topic:decide'),
      decideTimePlace: may('dialogue:decide'),
      // the chair presides; who keeps the record writes it down
      recordHeld: may('minutes:write'),
      writeMinutes: may('minutes:write'),
      signMinutesAsSecretary: may('minutes:lock-as-secretary'),
      signMinutesAsChair: may('minutes:lock-as-chair'),
      draftPlan: may('plan:draft'),
      approvePlan: may('plan:approve'),
      issuePlan: may('plan:issue'),
      reportTask: may('plan:report-task'),
      answerSupervision: may('supervision:answer'),
      prepare: may('dialogue:prepare'),
      announce: may('dialogue:announce') || may('dialogue:invite'),
      prepareReport: may('report:prepare') || may('report:record-sent'),
      judgeReports: may('report:judge'),
    },
  }
}

/** Whether the reader's role has a hand in a duty about this kind of subject. */
export function actsOnDuty({ may }: WorkReader, subjectKind: string): boolean {
  switch (subjectKind) {
    case 'dialogue':
      return may.announce
    case 'petition':
      return may.answer || may.approveAnswer || may.dispatch
    case 'report':
      return may.prepareReport
    case 'plan':
    case 'planTask':
    case 'dialogueTask':
      return may.reportTask
    default:
      return true
  }
}
