import type { KnownPermission } from '../access/permission-table.ts'
import type { Actor } from '../changes/actor.ts'
import { isOpenState } from './petition.ts'
import type { PetitionScopes } from './petition-scope.ts'
import { actionRules, type PetitionAction, type PetitionFacts, refusalOf } from './petition-state.ts'

interface ActionAccess {
  permission: KnownPermission
  /** for whom “own agency” is asked: everyone it is given to, the lead agency, or those who support */
  scope: keyof PetitionScopes
}

/** Which permission each act needs, and about which agencies it is asked. */
export const actionAccess: Record<PetitionAction, ActionAccess> = {
  edit: { permission: 'petition:classify', scope: 'given' },
  classify: { permission: 'petition:classify', scope: 'given' },
  split: { permission: 'petition:classify', scope: 'given' },
  acknowledge: { permission: 'petition:dispatch', scope: 'lead' },
  assign: { permission: 'petition:assign', scope: 'given' },
  draftAnswer: { permission: 'petition:draft-answer', scope: 'lead' },
  contribute: { permission: 'petition:contribute', scope: 'supporting' },
  submitAnswer: { permission: 'petition:draft-answer', scope: 'lead' },
  approveAnswer: { permission: 'petition:approve-answer', scope: 'lead' },
  approveAnswerOnPaper: { permission: 'petition:record-paper-approval', scope: 'lead' },
  returnAnswer: { permission: 'petition:approve-answer', scope: 'lead' },
  sendBackAnswer: { permission: 'petition:assign', scope: 'given' },
  resolveBefore: { permission: 'petition:answer-at-conference', scope: 'given' },
  answerAtConference: { permission: 'petition:answer-at-conference', scope: 'given' },
  defer: { permission: 'petition:answer-at-conference', scope: 'given' },
  verify: { permission: 'petition:draft-answer', scope: 'lead' },
  decide: { permission: 'petition:decide', scope: 'given' },
  decideOnPaper: { permission: 'petition:propose-decision', scope: 'lead' },
  proposeSettlement: { permission: 'petition:propose-decision', scope: 'lead' },
  promise: { permission: 'petition:promise', scope: 'given' },
  transfer: { permission: 'petition:transfer', scope: 'given' },
  escalate: { permission: 'petition:escalate', scope: 'given' },
  handOver: { permission: 'petition:hand-over', scope: 'given' },
  merge: { permission: 'petition:merge', scope: 'given' },
  withdraw: { permission: 'petition:withdraw', scope: 'given' },
  markComplex: { permission: 'petition:decide', scope: 'given' },
  markComplexOnPaper: { permission: 'petition:propose-decision', scope: 'lead' },
  extend: { permission: 'deadline:extend', scope: 'given' },
  extendOnPaper: { permission: 'petition:propose-decision', scope: 'lead' },
  draftReply: { permission: 'petition:reply', scope: 'lead' },
  submitReply: { permission: 'petition:reply', scope: 'lead' },
  approveReply: { permission: 'petition:approve-answer', scope: 'lead' },
  approveReplyOnPaper: { permission: 'petition:record-paper-approval', scope: 'lead' },
  returnReply: { permission: 'petition:approve-answer', scope: 'lead' },
  issueReply: { permission: 'petition:dispatch', scope: 'lead' },
  sendReply: { permission: 'petition:dispatch', scope: 'lead' },
  followTransfer: { permission: 'petition:transfer', scope: 'given' },
  followEscalation: { permission: 'petition:escalate', scope: 'given' },
  settle: { permission: 'petition:settle', scope: 'lead' },
  askPetitioner: { permission: 'petition:follow-up', scope: 'given' },
  linkRepeat: { permission: 'petition:merge', scope: 'given' },
  restrict: { permission: 'petition:restrict', scope: 'given' },
  nameAccused: { permission: 'petition:classify', scope: 'given' },
}

/** Whether this actor could do the act if its hour had come. */
export function mayDo(actor: Actor, action: PetitionAction, scopes: PetitionScopes): boolean {
  const { permission, scope } = actionAccess[action]
  return actor.may(permission, scopes[scope])
}

/** The acts that are possible now and permitted to this actor, own words not to be approved: the buttons of the page. */
export function nextActions(actor: Actor, facts: PetitionFacts, scopes: PetitionScopes): PetitionAction[] {
  const all = Object.keys(actionRules) as PetitionAction[]
  const ownWords = (action: PetitionAction) =>
    (action === 'approveAnswer' && isAuthor(actor, facts.preparedBy)) ||
    (action === 'approveReply' && isAuthor(actor, facts.replyBy))
  return all.filter((action) => refusalOf(action, facts) === null && mayDo(actor, action, scopes) && !ownWords(action))
}

const isAuthor = ({ accountId }: Actor, authors: readonly number[]) => accountId !== null && authors.includes(accountId)

/** What comes next, first of all: the acts that carry a petition on its way, in the order in which they are wanted. */
const beforeConference: readonly PetitionAction[] = [
  'handOver',
  'classify',
  'assign',
  'approveAnswer',
  'submitAnswer',
  'contribute',
  'draftAnswer',
  'approveAnswerOnPaper',
]
const afterConference: readonly PetitionAction[] = [
  'handOver',
  'sendReply',
  'issueReply',
  'approveReply',
  'submitReply',
  'followTransfer',
  'followEscalation',
  'defer',
  'answerAtConference',
  'assign',
  'classify',
  'draftReply',
  'contribute',
  'settle',
  'askPetitioner',
]

/**
 * Once the conclusion is issued the conference is behind: what is still owed is the written reply of the agency it was
 * given to (I1), so nothing of the conference is offered first, nor giving it out a second time. So it is with what was
 * raised after the conference. What was answered is replied to in writing only “where necessary” (003 4.3): no more first.
 */
function isWanted(action: PetitionAction, facts: PetitionFacts): boolean {
  if (action === 'classify') return facts.state === 'received'
  if (action === 'draftReply' && facts.replyState === null) return isOpenState(facts.state)
  // what came back is corrected first, not handed in again as it was
  if (action === 'submitAnswer') return facts.preparedState !== 'returned'
  if (action === 'submitReply') return facts.replyState !== 'returned'
  // put into the second group before the conference: there it is left for later, not answered
  if (action === 'defer') return facts.disposition === 'verifyAndReplyLater' && facts.dialogueState === 'held'
  if (!isConcluded(facts) && facts.raised !== 'after') return true
  return action !== 'answerAtConference' && !(action === 'assign' && facts.leadAgencyId !== null)
}

function isConcluded(facts: PetitionFacts): boolean {
  return facts.dialogueState === 'concluded' || facts.dialogueState === 'closed'
}

/** The work of the agency that was given the petition; others who could step in urge it first. */
const ofTheAgency: readonly (PetitionAction | undefined)[] = [
  'draftReply',
  'submitReply',
  'contribute',
  'settle',
  'askPetitioner',
  undefined,
]

/** Whether what comes first for somebody outside the lead agency is to urge it: concluded, and still no answer. */
export function urgesFirst(
  actor: Pick<Actor, 'agencyId'>,
  facts: PetitionFacts,
  next: readonly PetitionAction[],
): boolean {
  const given = facts.leadAgencyId !== null && facts.leadAgencyId !== actor.agencyId
  return given && isConcluded(facts) && isOpenState(facts.state) && ofTheAgency.includes(next[0])
}

/** Parts the permitted acts into the one or two that come next and the rest, each in a steady order. */
export function orderActions(
  actions: readonly PetitionAction[],
  facts: PetitionFacts,
): { next: PetitionAction[]; rest: PetitionAction[] } {
  const isOver = facts.dialogueState !== 'preparing' && facts.dialogueState !== null
  const wanted = isOver ? afterConference : beforeConference
  const fresh = facts.state === 'received' && !isOver
  const possible = wanted.filter((action) => actions.includes(action) && isWanted(action, facts))
  const next = possible.slice(0, fresh ? 1 : 2)
  return { next, rest: actions.filter((action) => !next.includes(action)) }
}
