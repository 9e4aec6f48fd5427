import { hasOwnProcedure, openStates, type PetitionState, type PetitionSupport } from './petition.ts'

/** What the rules need to know of a petition; handed in, so that they stay pure. */
export interface PetitionFacts {
  state: PetitionState
  kind: string
  leadAgencyId: number | null
  /** agencies asked to support, with the day of their contribution */
  supports: readonly Pick<PetitionSupport, 'agencyId' | 'contributedOn'>[]
  /** the newest answer prepared for the conference */
  preparedState: 'draft' | 'submitted' | 'approved' | 'returned' | null
  /** the newest draft of a written reply */
  replyState: 'draft' | 'submitted' | 'approved' | 'returned' | null
  /** accounts that wrote or changed each of the two; nobody approves own words */
  preparedBy: readonly number[]
  replyBy: readonly number[]
  answeredOn: string | null
  /** the group it is in: answered at the conference, verified and replied to later, noted and reported up */
  disposition: string | null
  /** before, at or after its conference */
  raised: string
  promisedOn: string | null
  settledOn: string | null
  complex: boolean
  confidential: boolean
  hasOpenTransfer: boolean
  hasOpenEscalation: boolean
  /** an issued reply letter still has addressees to whom no sending is recorded */
  hasUnsentReply: boolean
  /** whether the regulation lets the written reply be extended, and whether that was used already */
  extension: 'none' | 'open' | 'granted'
  /** the day the petitioner was told that it is taken up */
  acknowledgedOn: string | null
  /** state of its dialogue; null for a petition outside any dialogue */
  dialogueState: string | null
}

type Rule = (facts: PetitionFacts) => boolean

const isOpen: Rule = (facts) => openStates.includes(facts.state)
const answerable: Rule = (facts) => !hasOwnProcedure(facts.kind)
const isGone: Rule = (facts) => facts.state === 'merged' || facts.state === 'withdrawn' || facts.state === 'handedOver'
const openAndAnswerable: Rule = (facts) => isOpen(facts) && answerable(facts)
/** A reply in writing may follow what was said at the conference (003 4.3 “where necessary”). */
const mayBeReplied: Rule = (facts) => answerable(facts) && (isOpen(facts) || facts.state === 'answered')

/** What was raised afterwards, or belongs to no conference, was not answered at one. */
const wasAtConference: Rule = (facts) => facts.dialogueState !== null && facts.raised !== 'after'
const mayBeExtended: Rule = (facts) => openAndAnswerable(facts) && facts.extension === 'open'

/** When each act on a petition is possible, whoever asks. One table for the changes and for the buttons. */
export const actionRules = {
  edit: isOpen,
  classify: isOpen,
  split: isOpen,
  acknowledge: (facts) => answerable(facts) && !isGone(facts) && facts.acknowledgedOn === null,
  assign: openAndAnswerable,
  draftAnswer: (facts) => openAndAnswerable(facts) && facts.leadAgencyId !== null && !isApproved(facts.preparedState),
  contribute: (facts) => openAndAnswerable(facts) && facts.supports.length > 0,
  submitAnswer: (facts) => openAndAnswerable(facts) && isBeingWritten(facts.preparedState),
  approveAnswer: (facts) => openAndAnswerable(facts) && facts.preparedState === 'submitted',
  approveAnswerOnPaper: (facts) =>
    openAndAnswerable(facts) && (facts.preparedState === 'submitted' || isBeingWritten(facts.preparedState)),
  returnAnswer: (facts) => openAndAnswerable(facts) && facts.preparedState === 'submitted',
  sendBackAnswer: (facts) => openAndAnswerable(facts) && isSubmittedOrApproved(facts.preparedState),
  resolveBefore: (facts) => openAndAnswerable(facts) && facts.dialogueState === 'preparing',
  answerAtConference: (facts) => openAndAnswerable(facts) && wasAtConference(facts),
  defer: (facts) => openAndAnswerable(facts) && wasAtConference(facts),
  verify: openAndAnswerable,
  decide: (facts) => answerable(facts) && !isGone(facts),
  decideOnPaper: (facts) => answerable(facts) && !isGone(facts),
  proposeSettlement: (facts) =>
    answerable(facts) && !isGone(facts) && facts.leadAgencyId !== null && facts.settledOn === null,
  promise: (facts) => answerable(facts) && !isGone(facts) && facts.settledOn === null,
  transfer: openAndAnswerable,
  escalate: openAndAnswerable,
  handOver: (facts) => isOpen(facts) && !answerable(facts),
  merge: openAndAnswerable,
  withdraw: isOpen,
  markComplex: (facts) => openAndAnswerable(facts) && !facts.complex,
  markComplexOnPaper: (facts) => openAndAnswerable(facts) && !facts.complex,
  extend: mayBeExtended,
  extendOnPaper: mayBeExtended,
  draftReply: (facts) => mayBeReplied(facts) && facts.leadAgencyId !== null && !isApproved(facts.replyState),
  submitReply: (facts) => mayBeReplied(facts) && isBeingWritten(facts.replyState),
  approveReply: (facts) => mayBeReplied(facts) && facts.replyState === 'submitted',
  approveReplyOnPaper: (facts) =>
    mayBeReplied(facts) && (facts.replyState === 'submitted' || isBeingWritten(facts.replyState)),
  returnReply: (facts) => mayBeReplied(facts) && facts.replyState === 'submitted',
  issueReply: (facts) => mayBeReplied(facts) && facts.replyState === 'approved',
  sendReply: (facts) => facts.hasUnsentReply,
  followTransfer: (facts) => facts.hasOpenTransfer,
  followEscalation: (facts) => facts.hasOpenEscalation,
  settle: (facts) => answerable(facts) && !isGone(facts) && facts.settledOn === null,
  askPetitioner: (facts) => answerable(facts) && (facts.settledOn !== null || facts.answeredOn !== null),
  linkRepeat: (facts) => !isGone(facts),
  restrict: () => true,
  nameAccused: (facts) => !isGone(facts) || facts.state === 'handedOver',
} satisfies Record<string, Rule>

export type PetitionAction = keyof typeof actionRules

/** What stays possible when the dossier is closed: what happens afterwards, never what is already filed. */
const afterClosing: ReadonlySet<PetitionAction> = new Set([
  'settle',
  'askPetitioner',
  'followTransfer',
  'sendReply',
  'followEscalation',
  'restrict',
  'linkRepeat',
])

function isApproved(state: string | null): boolean {
  return state === 'approved'
}

function isBeingWritten(state: string | null): boolean {
  return state === 'draft' || state === 'returned'
}

function isSubmittedOrApproved(state: string | null): boolean {
  return state === 'submitted' || state === 'approved'
}

/** Null when the act is possible now, else the code of the rule that forbids it. */
export function refusalOf(action: PetitionAction, facts: PetitionFacts): string | null {
  if (facts.dialogueState === 'closed' && !afterClosing.has(action)) return 'petition/dossier-closed'
  if ((actionRules[action] as Rule)(facts)) return null
  if (facts.state === 'merged' || facts.state === 'withdrawn') return `petition/already-${facts.state}`
  if (action === 'handOver' && answerable(facts)) return 'petition/no-own-procedure'
  if (!answerable(facts)) return 'petition/own-procedure'
  if (action === 'acknowledge' && facts.acknowledgedOn !== null) return 'petition/already-acknowledged'
  if (facts.state === 'answered') return 'petition/already-answered'
  if (facts.state === 'transferred') return 'petition/already-transferred'
  if (facts.state === 'escalated') return 'petition/already-escalated'
  if (facts.leadAgencyId === null && (action === 'draftAnswer' || action === 'draftReply'))
    return 'petition/no-lead-agency'
  if (action === 'answerAtConference' || action === 'defer') return 'petition/not-at-conference'
  if (action === 'extend' || action === 'extendOnPaper')
    return facts.extension === 'granted' ? 'petition/already-extended' : 'petition/no-extension'
  return 'petition/not-now'
}
