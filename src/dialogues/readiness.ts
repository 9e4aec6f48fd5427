import type { Day } from '../platform/day.ts'
import { type Dialogue, eventDay } from './dialogue.ts'

export const CHAIN = [
  'plan',
  'notice',
  'collection',
  'answers',
  'conference',
  'conclusion',
  'settlement',
  'dossier',
] as const
export type ChainKey = (typeof CHAIN)[number]

/** Everything the chain is judged by, handed in. */
export interface DialogueFacts {
  dialogue: Pick<
    Dialogue,
    | 'kind'
    | 'form'
    | 'state'
    | 'heldOn'
    | 'collectionClosesOn'
    | 'venue'
    | 'onlineLink'
    | 'timePlaceDecidedOn'
    | 'meetingRules'
    | 'notClassifiedConfirmedAt'
  >
  today: Day
  /** what the regulation lets this kind of dialogue do without (`collection`) */
  skips: readonly string[]
  /** only unclassified information may be told (003 I.2) */
  excludesClassified: boolean
  presiding: number
  tasks: { total: number; open: number; overdue: number }
  invitees: { total: number; unsent: number }
  announcements: number
  petitions: { total: number; unclassified: number; unassigned: number; unprepared: number; unanswered: number }
  agendaSteps: number
  minutes: 'none' | 'draft' | 'signed' | 'locked'
  reviewed: boolean
  conclusion: 'none' | 'draft' | 'approved' | 'issued'
  conclusionItems: number
  openProposals: number
  sending: { unsent: number; unreceived: number; superiorUnsent: number } | null
  resultPublished: boolean
  dossier: { state: 'none' | 'open' | 'closed'; missing: number }
  deadlines: readonly { key: string; dueOn: Day; state: string }[]
  /** keys of the deadlines its instruments hold; they say what is needed while no day has been set */
  rules: readonly string[]
}

export interface ReadinessFact {
  key: string
  step: ChainKey
  state: 'missing' | 'late' | 'ready' | 'notNeeded'
  due: Day | null
  /** how many are still missing, where that can be counted */
  count: number | null
}

interface Point {
  key: string
  step: ChainKey
  done: boolean
  needed?: boolean
  count?: number
  /** keys of the deadlines that bind it */
  deadlines?: readonly string[]
  late?: boolean
  /** the day itself, where no deadline binds it */
  on?: Day | null
}

/** What is there, missing or late for every step of the chain, in the order of the work. */
export function readiness(facts: DialogueFacts): ReadinessFact[] {
  const points =
    facts.dialogue.kind === 'withinRegularMeeting'
      ? [...conferencePoints(facts).filter((point) => point.key === 'held'), dossierPoint(facts)]
      : [
          ...planPoints(facts),
          ...noticePoints(facts),
          ...petitionPoints(facts),
          ...conferencePoints(facts),
          ...conclusionPoints(facts),
          ...settlementPoints(facts),
          dossierPoint(facts),
        ]
  return points.map((point) => judge(facts, point))
}

function judge(facts: DialogueFacts, point: Point): ReadinessFact {
  const open = facts.deadlines.filter((one) => one.state === 'open' && (point.deadlines ?? []).includes(one.key))
  const due = open.map((one) => one.dueOn).sort()[0] ?? point.on ?? null
  const base = { key: point.key, step: point.step, due, count: point.count ?? null }
  if (point.done) return { ...base, state: 'ready' }
  // a closed dossier leaves no step at work: what comes later is followed up by its own deadlines (004 V.4)
  if (point.needed === false || facts.dialogue.state === 'closed') return { ...base, state: 'notNeeded' }
  const late = point.late === true || (due !== null && due < facts.today)
  return { ...base, state: late ? 'late' : 'missing' }
}

function has(facts: DialogueFacts, ...keys: string[]): boolean {
  if (facts.deadlines.length === 0) return facts.rules.some((key) => keys.includes(key))
  return facts.deadlines.some((one) => keys.includes(one.key) && one.state !== 'void')
}

function planPoints({ dialogue, presiding, tasks }: DialogueFacts): Point[] {
  const placed = dialogue.form === 'indirect' || dialogue.venue !== '' || (dialogue.onlineLink ?? '') !== ''
  return [
    { key: 'presiding', step: 'plan', done: presiding > 0 },
    {
      key: 'timePlace',
      step: 'plan',
      done: eventDay(dialogue) !== null && placed && dialogue.timePlaceDecidedOn !== null,
    },
    { key: 'tasks', step: 'plan', done: tasks.total > 0, needed: dialogue.state === 'preparing' },
  ]
}

function noticePoints(facts: DialogueFacts): Point[] {
  const { dialogue, invitees, announcements } = facts
  const direct = dialogue.form !== 'indirect'
  const open = (...keys: string[]) => facts.deadlines.some((one) => keys.includes(one.key) && one.state === 'open')
  const announced = ['publicNotice', 'mediaNotice', 'loudspeaker']
  const past = dialogue.state !== 'preparing'
  return [
    {
      key: 'inviteeList',
      step: 'notice',
      done: invitees.total > 0,
      needed: direct && !past,
      deadlines: ['invitation'],
    },
    {
      key: 'invitations',
      step: 'notice',
      done: invitees.total > 0 && invitees.unsent === 0,
      needed: direct && (!past || open('invitation')),
      count: invitees.unsent,
      deadlines: ['invitation'],
    },
    {
      key: 'announcement',
      step: 'notice',
      done: announcements > 0 && !open(...announced),
      needed: has(facts, ...announced) || !past,
      deadlines: announced,
    },
  ]
}

function petitionPoints({ dialogue, petitions, skips, excludesClassified }: DialogueFacts): Point[] {
  const past = dialogue.state !== 'preparing'
  const collects = !skips.includes('collection') && !past
  // nothing was classified or prepared where nothing has come in: neither done nor waited for
  const some = petitions.total > 0
  return [
    { key: 'petitions', step: 'collection', done: some, needed: collects },
    {
      key: 'classified',
      step: 'collection',
      done: some && petitions.unclassified === 0,
      needed: some,
      count: petitions.unclassified,
    },
    {
      key: 'assigned',
      step: 'answers',
      done: some && petitions.unassigned === 0,
      needed: some,
      count: petitions.unassigned,
    },
    {
      key: 'prepared',
      step: 'answers',
      // nobody prepares what nobody was given
      done: some && petitions.unassigned + petitions.unprepared === 0,
      needed: some && !past,
      count: petitions.unassigned + petitions.unprepared,
    },
    {
      key: 'notClassified',
      step: 'answers',
      done: dialogue.notClassifiedConfirmedAt !== null,
      needed: excludesClassified && !past,
    },
  ]
}

function conferencePoints({ dialogue, today, agendaSteps, minutes }: DialogueFacts): Point[] {
  const direct = dialogue.form !== 'indirect'
  const event = eventDay(dialogue)
  const held = dialogue.state !== 'preparing' && dialogue.state !== 'cancelled'
  return [
    { key: 'agenda', step: 'conference', done: agendaSteps > 0, needed: direct && !held },
    { key: 'meetingRules', step: 'conference', done: dialogue.meetingRules !== '', needed: direct && !held },
    { key: 'held', step: 'conference', done: held, late: event !== null && event < today, on: event },
    { key: 'minutes', step: 'conference', done: minutes !== 'none', needed: direct },
    { key: 'minutesLocked', step: 'conference', done: minutes === 'locked', needed: direct },
  ]
}

function conclusionPoints(facts: DialogueFacts): Point[] {
  const { conclusion, conclusionItems, reviewed, sending, resultPublished } = facts
  const notice = ['conclusionNotice']
  return [
    {
      key: 'internalReview',
      step: 'conclusion',
      done: reviewed,
      needed: has(facts, 'internalReview'),
      deadlines: ['internalReview'],
    },
    { key: 'conclusionItems', step: 'conclusion', done: conclusionItems > 0, deadlines: notice },
    {
      key: 'conclusionApproved',
      step: 'conclusion',
      done: conclusion === 'approved' || conclusion === 'issued',
      deadlines: notice,
    },
    { key: 'conclusionIssued', step: 'conclusion', done: conclusion === 'issued', deadlines: notice },
    {
      key: 'conclusionSent',
      step: 'conclusion',
      done: sending !== null && sending.unsent === 0,
      count: sending?.unsent ?? 0,
      deadlines: notice,
    },
    {
      key: 'superiorTold',
      step: 'conclusion',
      done: sending !== null && sending.superiorUnsent === 0,
      count: sending?.superiorUnsent ?? 0,
    },
    {
      key: 'resultPublished',
      step: 'conclusion',
      done: resultPublished,
      needed: has(facts, 'resultPublication'),
      deadlines: ['resultPublication'],
    },
  ]
}

function settlementPoints({ conclusion, sending, petitions, openProposals, deadlines }: DialogueFacts): Point[] {
  const issued = conclusion === 'issued'
  const waits = deadlines.some((one) => one.key === 'replyLetter' && one.state === 'open')
  return [
    {
      key: 'receipts',
      step: 'settlement',
      done: issued && (sending?.unreceived ?? 0) === 0,
      count: sending?.unreceived ?? 0,
    },
    { key: 'proposals', step: 'settlement', done: issued && openProposals === 0, count: openProposals },
    {
      key: 'replies',
      step: 'settlement',
      done: issued && petitions.unanswered === 0 && !waits,
      count: petitions.unanswered,
      deadlines: ['replyLetter'],
    },
  ]
}

function dossierPoint({ dossier }: DialogueFacts): Point {
  return { key: 'dossier', step: 'dossier', done: dossier.state === 'closed', count: dossier.missing }
}
