import type { ChangeContext } from '../changes/define-change.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { findPetitionFields, requireKnownKeys } from '../petitions/petition-fields.ts'
import { requireAgency, requireNotFuture } from '../petitions/petition-record.ts'
import { requireOpenDialogue } from '../petitions/take-submission.ts'
import { InputRejected } from '../platform/errors.ts'
import { isBeingMade, type OpinionList } from './opinion-list.ts'
import { addOpinionForm, openOpinionListForm, withdrawOpinionForm } from './opinion-list-forms.ts'
import {
  findOpinion,
  findOpinionListScope,
  getOpinionList,
  insertOpinionList,
  insertOpinions,
  withdrawOpinions,
} from './opinion-store.ts'
import { splitContents } from './split-contents.ts'

/** Begins a list of the own agency; nobody else knows of it until it is sent. */
export const openOpinionList = defineChange({
  name: 'list/open',
  permission: 'opinion-list:keep',
  input: openOpinionListForm,
  async run(context, input): Promise<{ id: number }> {
    const { db, authorityId, actor } = context
    requireRule(actor.agencyId !== null, 'list/no-agency')
    await requireOpenDialogue(context, input.dialogueId)
    const values = { ...input, agencyId: actor.agencyId }
    const id = await insertOpinionList(db, { authorityId, ...values, createdBy: actor.accountId })
    context.record({ subjectKind: 'opinionList', subjectId: id, after: values })
    return { id }
  },
})

/** Writes down what somebody said, as one opinion or as many as it has numbered contents. */
export const addOpinion = defineChange({
  name: 'list/add-opinion',
  permission: 'opinion-list:keep',
  input: addOpinionForm,
  scope: findOpinionListScope,
  async run(context, input): Promise<{ count: number }> {
    const { db, authorityId } = context
    const { id: listId, split, content, ...said } = input
    const list = await listInMaking(context, listId)
    requireNotFuture(context, { receivedOn: said.receivedOn })
    await requireAgency(context, 'villageAgencyId', said.villageAgencyId)
    const fields = await findPetitionFields(db, authorityId, list.dialogueId, said.receivedOn)
    requireKnownKeys(fields, [{ field: 'subjectArea', list: 'subjectAreas', key: said.subjectArea }])
    const contents = split ? splitContents(content) : [content]
    const enteredBy = context.actor.accountId
    const ids = await insertOpinions(
      db,
      contents.map((one) => ({ authorityId, listId, ...said, content: one, enteredBy })),
    )
    context.record({
      ...{ subjectKind: 'opinionList', subjectId: listId, personal: ['petitionerName', 'phone', 'content'] },
      after: { opinionIds: ids, petitionerName: said.petitionerName, phone: said.phone, content },
    })
    return { count: ids.length }
  },
})

/** Takes an opinion out of a list that is still being made. */
export const withdrawOpinion = defineChange({
  name: 'list/withdraw-opinion',
  permission: 'opinion-list:keep',
  input: withdrawOpinionForm,
  scope: findOpinionListScope,
  async run(context, { id, opinionId }): Promise<void> {
    await listInMaking(context, id)
    const opinion = await findOpinion(context.db, context.authorityId, opinionId)
    if (opinion?.listId !== id) throw new InputRejected({ opinionId: 'notFound' })
    await withdrawOpinions(context.db, context.authorityId, [opinionId])
    context.record({ subjectKind: 'opinionList', subjectId: id, after: { opinionId, state: 'withdrawn' } })
  },
})

/** The list, while its maker works on it; throws the rule that forbids it. */
export async function listInMaking({ db, authorityId }: ChangeContext, id: number): Promise<OpinionList> {
  const list = await getOpinionList(db, authorityId, id)
  requireRule(isBeingMade(list), 'list/already-sent')
  return list
}
