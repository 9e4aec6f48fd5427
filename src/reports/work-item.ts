import type { Day } from '../platform/day.ts'
import { type AboutFacts, aboutText } from './deadline-about.ts'
import { dueGroup, type WorkDays } from './deadline-filter.ts'

/** What there is to do, each with its own next step. */
const WORK_KINDS = [
  'deadline',
  'returnedAnswer',
  'accountAsked',
  'moderate',
  'judgeAppeal',
  'contested',
  'fromPortal',
  'readAdditions',
  'classify',
  'assign',
  'handOver',
  'prepareAnswer',
  'contribute',
  'approveAnswer',
  'approveReply',
  'sendReply',
  'approvePaper',
  'issuePaper',
  'sendPaper',
  'recordReceipt',
  'approveConclusion',
  'proposeSettlement',
  'confirmProposal',
  'decideRequest',
  'appraiseTopic',
  'decideTopic',
  'decideTimePlace',
  'recordHeld',
  'writeMinutes',
  'signMinutes',
  'makePlan',
  'approvePlan',
  'issuePlan',
  'returnedReport',
  'judgeReports',
  'dialogueTask',
  'planTask',
  'readiness',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** One line of Việc hôm nay; `count` things of a kind about one dialogue stand on one line. */
export interface WorkItem {
  kind: WorkKind
  subjectKind: string
  /** the one thing, or the first of several */
  subjectId: number
  count: number
  dialogueId: number | null
  dialogueTitle: string | null
  /** of a task of a plan */
  planId?: number | null
  /** code of the petition, title of the paper, name of the duty */
  label: string
  agencyName: string | null
  dueOn: Day | null
  /** its explanation; null where no rule set the day */
  deadlineId: number | null
  provisional: boolean
  /** key of the duty or of the readiness point */
  key: string | null
  waitsFor: 'me' | 'others'
}

export const WORK_GROUPS = ['overdue', 'today', 'week', 'undated', 'later', 'waiting'] as const
export type WorkGroup = (typeof WORK_GROUPS)[number]

/** Under which heading a line stands: others' work apart, mine by its day. */
export function groupOf(item: Pick<WorkItem, 'waitsFor' | 'dueOn'>, days: WorkDays): WorkGroup {
  if (item.waitsFor === 'others') return 'waiting'
  return item.dueOn === null ? 'undated' : dueGroup(item.dueOn, days)
}

/** Every line under its heading; the earliest due first, then in the order of the work. */
export function groupWork(items: readonly WorkItem[], days: WorkDays): Record<WorkGroup, WorkItem[]> {
  const groups = Object.fromEntries(WORK_GROUPS.map((group) => [group, [] as WorkItem[]])) as Record<
    WorkGroup,
    WorkItem[]
  >
  for (const item of items) groups[groupOf(item, days)].push(item)
  for (const group of WORK_GROUPS) groups[group].sort(byDayThenKind)
  return groups
}

function byDayThenKind(a: WorkItem, b: WorkItem): number {
  const [first, second] = [a.dueOn ?? '9999', b.dueOn ?? '9999']
  if (first !== second) return first < second ? -1 : 1
  const order = WORK_KINDS.indexOf(a.kind) - WORK_KINDS.indexOf(b.kind)
  return order === 0 ? a.subjectId - b.subjectId : order
}

interface DutyRow extends AboutFacts {
  id: number
  subjectKind: string
  subjectId: number
  dialogueId: number | null
  dialogueTitle: string | null
  planId?: number | null
  agencyId: number | null
  agencyName: string | null
  key: string
  label: string
  dueOn: Day
  provisional: boolean
}

export interface DutyReader {
  agencyId: number | null
  /** prepares dialogues, so what is nobody's is the reader's */
  leads: boolean
  /** whether the reader's role has a hand in duties about this kind of subject */
  acts(subjectKind: string): boolean
}

/**
 * A deadline as a line of work: mine when my agency owes it and my role has a hand in it, or when it is nobody's and I
 * prepare the dialogue. Of two
 * clocks over one duty (same subject and key) only the earlier is work; the other is shown with it where it is explained.
 */
export function dutyItems(rows: readonly DutyRow[], reader: DutyReader): WorkItem[] {
  const seen = new Set<string>()
  return rows.flatMap((row): WorkItem[] => {
    const duty = `${row.subjectKind} ${row.subjectId} ${row.key}`
    if (seen.has(duty)) return []
    seen.add(duty)
    const mine = row.agencyId === null ? reader.leads : row.agencyId === reader.agencyId && reader.acts(row.subjectKind)
    return [
      {
        kind: 'deadline',
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        count: 1,
        dialogueId: row.dialogueId,
        dialogueTitle: row.dialogueTitle,
        planId: row.planId ?? null,
        label: labelOf(row),
        agencyName: row.agencyName,
        dueOn: row.dueOn,
        deadlineId: row.id,
        provisional: row.provisional,
        key: row.key,
        waitsFor: mine ? 'me' : 'others',
      },
    ]
  })
}

/** Which petition, item of a conclusion or task: two duties of the same name must be told apart. */
function labelOf(row: DutyRow): string {
  const about = aboutText(row)
  return about === null ? row.label : `${row.label}: ${about}`
}
