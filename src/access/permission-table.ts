import type { Role } from './role.ts'

/**
 * How far a permission reaches: `authority` = everything of the own authority; `agency` = what is given to the own
 * agency; `below` = everything of the own authority and of those under it; `installation` = everywhere.
 */
export type Reach = 'agency' | 'authority' | 'below' | 'installation'

type Row = Partial<Record<Role, Reach>>

/** Everybody who works for the authority may do it, as far as given. */
function everyone(reach: Reach): Row {
  return {
    administrator: reach,
    clerk: reach,
    officeLeader: reach,
    chair: reach,
    recordsClerk: reach,
    secretary: reach,
    agencySpecialist: reach,
    agencyLeader: reach,
    front: reach,
    collector: reach,
    massMobilization: reach,
  }
}

const leadOffice: Row = { clerk: 'authority', officeLeader: 'authority' }
const overseers: Row = { front: 'authority', massMobilization: 'authority', superior: 'below' }
const recordReaders: Row = {
  ...leadOffice,
  ...overseers,
  chair: 'authority',
  recordsClerk: 'authority',
  secretary: 'authority',
}
const agency: Row = { agencySpecialist: 'agency', agencyLeader: 'agency' }

/**
 * The one table of who may do what. Default deny: a permission or role that is not here may nothing.
 * The office's defaults follow 004 IV–VI, 003 III and “who decides” of the regulations: the lead office proposes,
 * prepares and closes; the chair decides extension, complex case, exclusion and conclusion; the head of an agency
 * approves its reply; the records clerk numbers and issues; the leader of the lead office publishes; the Front and
 * the Mass Mobilisation Board read, note and urge.
 */
export const permissionTable = {
  'home:see': { ...everyone('authority'), superior: 'below', systemAdministrator: 'installation' },
  // what goes out to petitioners and staff: who looks after it, and sends again what came back
  'mail:read': { ...leadOffice, recordsClerk: 'authority', administrator: 'authority' },
  'mail:resend': { ...leadOffice, recordsClerk: 'authority', administrator: 'authority' },
  // only the program itself
  'mail:compose': {},
  'mail:deliver': {},
  'message:read': { ...everyone('authority'), superior: 'below', systemAdministrator: 'installation' },
  'search:use': { ...everyone('authority'), superior: 'below' },
  'log:read': {
    administrator: 'authority',
    officeLeader: 'authority',
    superior: 'below',
    systemAdministrator: 'installation',
  },

  // one's own password, telephone and sessions; asked about the installation, not about an authority
  'account:own': { ...everyone('authority'), superior: 'below', systemAdministrator: 'installation' },
  'authority:set-up': { systemAdministrator: 'installation' },
  'authority:manage': { administrator: 'authority', systemAdministrator: 'installation' },
  'account:manage': { administrator: 'authority', systemAdministrator: 'installation' },
  // keys with which neighbouring systems work for an agency
  'api-key:manage': { administrator: 'authority' },
  'agency:read': { ...everyone('authority'), superior: 'below', systemAdministrator: 'installation' },
  'agency:manage': { administrator: 'authority', systemAdministrator: 'installation' },
  'agency:succeed': { administrator: 'authority', officeLeader: 'authority', systemAdministrator: 'installation' },
  'calendar:read': { ...everyone('authority'), superior: 'below', systemAdministrator: 'installation' },
  'calendar:enter': { systemAdministrator: 'installation' },
  'regulation:read': { ...everyone('authority'), superior: 'below', systemAdministrator: 'installation' },
  // an authority's own wording of its papers
  'paper-template:edit': { administrator: 'authority', systemAdministrator: 'installation' },
  'regulation:edit': { administrator: 'authority', systemAdministrator: 'installation' },
  // an overlay lies over every authority of its kinds, so no single authority brings one in
  'regulation:edit-overlay': { systemAdministrator: 'installation' },
  'number-book:manage': { administrator: 'authority', recordsClerk: 'authority' },

  'plan:read': { ...everyone('authority'), superior: 'below' },
  'plan:draft': { ...leadOffice, massMobilization: 'authority' },
  'plan:approve': { officeLeader: 'authority', chair: 'authority' },
  'plan:issue': { recordsClerk: 'authority' },
  'plan:publish': { officeLeader: 'authority' },
  'plan:report-task': { ...leadOffice, ...agency, front: 'agency', massMobilization: 'agency', collector: 'agency' },

  'dialogue:read': { ...everyone('authority'), superior: 'below' },
  'dialogue:open': leadOffice,
  'dialogue:prepare': leadOffice,
  'dialogue:decide': { chair: 'authority' },
  'dialogue:authorize-deputy': { chair: 'authority', officeLeader: 'authority', clerk: 'authority' },
  'dialogue:invite': { ...leadOffice, recordsClerk: 'authority' },
  'dialogue:nominate': { ...leadOffice, front: 'authority', collector: 'authority' },
  'dialogue:announce': { ...leadOffice, ...agency },
  'dialogue:conduct': { ...leadOffice, secretary: 'authority', chair: 'authority' },
  'dialogue:see-exclusions': { ...leadOffice, secretary: 'authority', chair: 'authority' },
  // the day itself: the screens, the door, a line handed up to the chair
  'hall:see': { ...recordReaders, ...agency },
  'hall:door': { ...leadOffice, secretary: 'authority', recordsClerk: 'authority' },
  'hall:note': agency,
  // only the program itself, for whoever holds the conference's address
  'hall:ask': {},
  'minutes:write': { ...leadOffice, secretary: 'authority' },
  'minutes:lock-as-secretary': { secretary: 'authority' },
  'minutes:lock-as-chair': { chair: 'authority' },
  'conclusion:draft': leadOffice,
  'conclusion:approve': { chair: 'authority' },
  'conclusion:issue': { recordsClerk: 'authority' },
  'conclusion:record-receipt': { ...leadOffice, recordsClerk: 'authority', ...agency },
  'conclusion:propose-settlement': { ...leadOffice, ...agency },
  'internal-review:read': { ...leadOffice, chair: 'authority', secretary: 'authority' },
  'internal-review:record': { ...leadOffice, chair: 'authority' },
  'request:read': { ...recordReaders },
  'request:register': { ...leadOffice, recordsClerk: 'authority' },
  'request:decide': { chair: 'authority' },
  'topic:read': { ...everyone('authority'), superior: 'below' },
  'topic:propose': { ...leadOffice, agencyLeader: 'authority', front: 'authority', massMobilization: 'authority' },
  'topic:appraise': { ...leadOffice, front: 'authority', massMobilization: 'authority' },
  'topic:decide': { chair: 'authority' },

  'petition:read': { ...recordReaders, ...agency, collector: 'agency' },
  'petition:receive': {
    ...leadOffice,
    recordsClerk: 'authority',
    secretary: 'authority',
    front: 'authority',
    collector: 'authority',
    massMobilization: 'authority',
  },
  // a sheet of petitions: the office's own, or that of a village, an organisation, the Front
  'list:import': {
    ...leadOffice,
    recordsClerk: 'authority',
    secretary: 'authority',
    front: 'agency',
    massMobilization: 'agency',
    collector: 'agency',
  },
  // đoàn thể, thôn → MTTQ → Văn phòng (002 III.3, 003 III.2)
  'opinion-list:read': { ...leadOffice, front: 'authority', massMobilization: 'agency', collector: 'agency' },
  'opinion-list:keep': { front: 'agency', massMobilization: 'agency', collector: 'agency' },
  'opinion-list:gather': { front: 'authority' },
  'opinion-list:receive': leadOffice,
  'petition:classify': { ...leadOffice, secretary: 'authority' },
  'petition:assign': leadOffice,
  // đoàn thể draft the answers about their own functions (004 VI.4)
  'petition:draft-answer': { ...leadOffice, ...agency, front: 'agency', collector: 'agency' },
  'petition:contribute': { ...leadOffice, ...agency, front: 'agency', collector: 'agency' },
  'petition:approve-answer': { officeLeader: 'agency', agencyLeader: 'agency', chair: 'agency' },
  'petition:record-paper-approval': { ...leadOffice, ...agency },
  'petition:answer-at-conference': { ...leadOffice, secretary: 'authority', chair: 'authority' },
  'petition:promise': { ...leadOffice, secretary: 'authority', chair: 'authority' },
  'petition:decide': { chair: 'authority' },
  'petition:propose-decision': { ...leadOffice, ...agency },
  'petition:transfer': leadOffice,
  'petition:escalate': leadOffice,
  'petition:hand-over': leadOffice,
  'petition:merge': leadOffice,
  'petition:withdraw': leadOffice,
  'petition:reply': { ...leadOffice, ...agency },
  'petition:dispatch': { ...leadOffice, recordsClerk: 'authority', ...agency },
  'petition:settle': { ...leadOffice, ...agency },
  'petition:follow-up': { ...leadOffice, front: 'authority', massMobilization: 'authority' },
  'petition:restrict': { officeLeader: 'authority', chair: 'authority' },
  'petition:erase-person': { officeLeader: 'authority' },
  // what comes through the Portal: looked at by the lead office, a second time by its leader; open or closed by either
  'intake:moderate': leadOffice,
  'intake:judge-appeal': { officeLeader: 'authority', chair: 'authority' },
  'intake:manage': leadOffice,

  'paper:read': { ...recordReaders, ...agency },
  'paper:draft': {
    ...leadOffice,
    ...agency,
    recordsClerk: 'authority',
    secretary: 'authority',
    front: 'authority',
    massMobilization: 'authority',
  },
  'paper:approve': { officeLeader: 'authority', chair: 'authority', agencyLeader: 'agency' },
  'paper:issue': { recordsClerk: 'authority' },
  'paper:send': { ...leadOffice, recordsClerk: 'authority', ...agency },
  'dossier:read': { ...recordReaders },
  'dossier:file': { ...leadOffice, recordsClerk: 'authority' },
  'dossier:close': { officeLeader: 'authority', clerk: 'authority' },
  'dossier:download': {
    ...leadOffice,
    recordsClerk: 'authority',
    front: 'authority',
    massMobilization: 'authority',
    superior: 'below',
  },

  'deadline:read': { ...recordReaders, ...agency, collector: 'agency' },
  'deadline:extend': { chair: 'authority' },
  // only the program itself, when the clock says so
  'deadline:remind': {},
  // what the people may read: prepared by the lead office, opened and taken back by its leader
  'publication:read': { ...leadOffice, chair: 'authority' },
  'publication:decide': { officeLeader: 'authority' },
  'supervision:read': { ...recordReaders, ...agency },
  'supervision:act': { front: 'authority', massMobilization: 'authority', superior: 'below' },
  'supervision:urge': {
    ...leadOffice,
    front: 'authority',
    massMobilization: 'authority',
    chair: 'authority',
    superior: 'below',
  },
  'supervision:answer': { ...leadOffice, ...agency },
  'survey:read': { ...recordReaders },
  'survey:enter': { ...leadOffice, secretary: 'authority', ...agency },
  'survey:settle': leadOffice,
  // forms on paper: printed by who prepares and who looks after the papers; entered by whoever may enter what stands on them
  'form:print': { ...leadOffice, recordsClerk: 'authority', secretary: 'authority' },
  'report:read': { ...recordReaders },
  // 004 VI.1: the Mass Mobilisation Board gathers the figures and reports; 000 III: the division of the office
  'report:prepare': { ...leadOffice, massMobilization: 'authority' },
  'report:record-sent': { recordsClerk: 'authority', massMobilization: 'authority' },
  // handed in by whoever signs or sends for the authority; judged only from above; seen side by side by those who lead
  'report:submit': { officeLeader: 'authority', recordsClerk: 'authority', massMobilization: 'authority' },
  'report:judge': { superior: 'below' },
  'report:remind': { superior: 'below' },
  'report:oversee': {
    officeLeader: 'authority',
    chair: 'authority',
    massMobilization: 'authority',
    superior: 'below',
  },
  'report:adjust-forms': { administrator: 'authority' },
} satisfies Record<`${string}:${string}`, Row>

export type KnownPermission = keyof typeof permissionTable
