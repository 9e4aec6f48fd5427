import { findAgencyByRole } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { findPetitionFields } from '../petitions/petition-fields.ts'
import { InputRejected } from '../platform/errors.ts'
import { isBeingMade, type OpinionList } from './opinion-list.ts'
import { handListForm, mergeOpinionForm, returnListForm } from './opinion-list-forms.ts'
import {
  findOpinion,
  findOpinionListScope,
  getOpinionList,
  listOpinions,
  setMerged,
  updateOpinionList,
} from './opinion-store.ts'

/**
 * Sends a list up. It goes to the Front, which gathers and forwards (002 III.3, 003 III.2); straight to the office only
 * from the Front itself, or where the regulation or the authority knows no such way.
 */
export const sendOpinionList = defineChange({
  name: 'list/send',
  permission: 'opinion-list:keep',
  input: handListForm,
  scope: findOpinionListScope,
  async run(context, { id, version }): Promise<{ to: 'atFront' | 'atOffice' }> {
    const { db, authorityId, today } = context
    const list = await getOpinionList(db, authorityId, id)
    requireRule(isBeingMade(list), 'list/already-sent')
    requireRule((await listOpinions(db, authorityId, id)).length > 0, 'list/empty')
    const to = (await goesThroughFront(context, list)) ? 'atFront' : 'atOffice'
    const forwarded = to === 'atOffice' ? { forwardedOn: today } : {}
    await updateOpinionList(db, list, version, { state: to, sentOn: today, remark: null, ...forwarded })
    recordHandOver(context, list, to, null)
    return { to }
  },
})

/** Whether a list of this agency has to go through the Front: the regulation's channel, and a Front that is there. */
async function goesThroughFront({ db, authorityId, today }: ChangeContext, list: OpinionList): Promise<boolean> {
  const front = await findAgencyByRole(db, authorityId, 'fatherlandFront', today)
  if (!front || front.id === list.agencyId) return false
  const fields = await findPetitionFields(db, authorityId, list.dialogueId, today)
  return !fields || fields.channels.some((channel) => channel.key === 'fatherlandFront')
}

/** The Front forwards a list to the office. */
export const forwardOpinionList = defineChange({
  name: 'list/forward',
  permission: 'opinion-list:gather',
  input: handListForm,
  scope: findOpinionListScope,
  async run(context, { id, version }): Promise<void> {
    const { db, authorityId, today } = context
    const list = await getOpinionList(db, authorityId, id)
    requireRule(list.state === 'atFront', 'list/not-at-front')
    await updateOpinionList(db, list, version, { state: 'atOffice', forwardedOn: today, remark: null })
    recordHandOver(context, list, 'atOffice', null)
  },
})

/** The Front gives a list back to its maker, with what is to be put right. */
export const returnOpinionList = defineChange({
  name: 'list/return',
  permission: 'opinion-list:gather',
  input: returnListForm,
  scope: findOpinionListScope,
  async run(context, { id, version, reason }): Promise<void> {
    const list = await getOpinionList(context.db, context.authorityId, id)
    requireRule(list.state === 'atFront', 'list/not-at-front')
    await updateOpinionList(context.db, list, version, { state: 'returned', remark: reason })
    recordHandOver(context, list, 'returned', reason)
  },
})

/** The office gives a list back: to the Front when it came through it, else to its maker. */
export const sendBackOpinionList = defineChange({
  name: 'list/send-back',
  permission: 'opinion-list:receive',
  input: returnListForm,
  scope: findOpinionListScope,
  async run(context, { id, version, reason }): Promise<void> {
    const list = await getOpinionList(context.db, context.authorityId, id)
    requireRule(list.state === 'atOffice', 'list/not-at-office')
    const to = (await goesThroughFront(context, list)) ? 'atFront' : 'returned'
    await updateOpinionList(context.db, list, version, { state: to, remark: reason })
    recordHandOver(context, list, to, reason)
  },
})

/** The Front says that an opinion is the same as another one that lies with it; empty takes that back. */
export const mergeOpinion = defineChange({
  name: 'list/merge-opinion',
  permission: 'opinion-list:gather',
  input: mergeOpinionForm,
  scope: findOpinionListScope,
  async run(context, { id, opinionId, intoId }): Promise<void> {
    const { db, authorityId } = context
    const list = await getOpinionList(db, authorityId, id)
    requireRule(list.state === 'atFront', 'list/not-at-front')
    const opinion = await findOpinion(db, authorityId, opinionId)
    if (opinion?.listId !== id) throw new InputRejected({ opinionId: 'notFound' })
    if (intoId !== null) await requireMergeTarget(context, opinionId, intoId)
    await setMerged(db, authorityId, opinionId, intoId)
    context.record({ subjectKind: 'opinionList', subjectId: id, after: { opinionId, mergedIntoId: intoId } })
  },
})

/** One that stands for itself: what is joined to it is not joined on. */
async function requireMergeTarget(
  { db, authorityId }: ChangeContext,
  opinionId: number,
  intoId: number,
): Promise<void> {
  const target = await findOpinion(db, authorityId, intoId)
  if (!target || target.id === opinionId || target.petitionId !== null) throw new InputRejected({ intoId: 'notFound' })
  const list = await getOpinionList(db, authorityId, target.listId)
  if (list.state !== 'atFront') throw new InputRejected({ intoId: 'notFound' })
  requireRule(target.mergedIntoId === null, 'list/merge-into-merged')
}

/** Who handed it over to whom, and on which day: a line of the log each time. */
export function recordHandOver(context: ChangeContext, list: OpinionList, to: string, reason: string | null): void {
  context.record({
    ...{ subjectKind: 'opinionList', subjectId: list.id, reason },
    ...{ before: { state: list.state }, after: { state: to, on: context.today } },
  })
}
