import { getAgency } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { recordHandOver } from '../lists/hand-opinion-list.ts'
import type { Opinion, OpinionList } from '../lists/opinion-list.ts'
import { handListForm } from '../lists/opinion-list-forms.ts'
import {
  bindPetitions,
  findOpinion,
  findOpinionListScope,
  getOpinionList,
  listOpinions,
  updateOpinionList,
} from '../lists/opinion-store.ts'
import { hasOwnProcedure, isOpenState } from '../petitions/petition.ts'
import { mergeIntoPetition } from '../petitions/petition-closing.ts'
import { findPetitionFields } from '../petitions/petition-fields.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { takeSubmissions } from '../petitions/take-submissions.ts'
import { openClocksOfReceived } from './refresh-deadlines.ts'

/**
 * The office receives a list: every opinion becomes a submission that came through its maker, with one petition. Those
 * the Front joined are joined here too; everybody behind them keeps the right to an answer.
 */
export const receiveOpinionList = defineChange({
  name: 'list/receive',
  permission: 'opinion-list:receive',
  input: handListForm,
  scope: findOpinionListScope,
  async run(context, { id, version }): Promise<{ petitions: number }> {
    const { db, authorityId, today } = context
    const list = await getOpinionList(db, authorityId, id)
    requireRule(list.state === 'atOffice', 'list/not-at-office')
    const opinions = await listOpinions(db, authorityId, id)
    await requireTargetsHere(context, list, opinions)
    const petitionIds = await takeOpinions(context, list, opinions)
    const bound = opinions.map((opinion, at) => ({ opinionId: opinion.id, petitionId: petitionIds[at]! }))
    await bindPetitions(db, authorityId, bound)
    await joinMerged(context, opinions, new Map(bound.map((one) => [one.opinionId, one.petitionId])))
    await updateOpinionList(db, list, version, { state: 'received', receivedOn: today, remark: null })
    recordHandOver(context, list, 'received', null)
    return { petitions: petitionIds.length }
  },
})

/** What an opinion is joined to was received before, or comes with it. */
async function requireTargetsHere(context: ChangeContext, list: OpinionList, opinions: readonly Opinion[]) {
  for (const { mergedIntoId } of opinions) {
    if (mergedIntoId === null) continue
    const target = await findOpinion(context.db, context.authorityId, mergedIntoId)
    if (!target || target.listId === list.id || target.petitionId !== null) continue
    const { title } = await getOpinionList(context.db, context.authorityId, target.listId)
    requireRule(false, 'list/merge-target-first', { title })
  }
}

async function takeOpinions(
  context: ChangeContext,
  list: OpinionList,
  opinions: readonly Opinion[],
): Promise<number[]> {
  const { db, authorityId } = context
  const fields = await findPetitionFields(db, authorityId, list.dialogueId, context.today)
  const maker = await getAgency(db, authorityId, list.agencyId)
  const known = (key: string) => fields?.channels.some((channel) => channel.key === key) ?? true
  const channel = maker.level === 'village' && known('village') ? 'village' : 'fatherlandFront'
  const taken = await takeSubmissions(context, {
    ...{ dialogueId: list.dialogueId, raised: 'before', forwardedByAgencyId: list.agencyId },
    petitioners: opinions.map((opinion) => ({
      ...{ kind: opinion.petitionerKind, name: opinion.petitionerName, representative: '', email: null },
      ...{ headcount: opinion.headcount, phone: opinion.phone || null, address: opinion.address },
      villageAgencyId: opinion.villageAgencyId,
    })),
    submissions: opinions.map((opinion, at) => ({
      ...{ petitioner: { fresh: at }, channel, receivedOn: opinion.receivedOn, text: opinion.content },
      contents: [{ content: opinion.content, kind: opinion.kind, subjectArea: opinion.subjectArea }],
    })),
  })
  const petitionIds = taken.map((one) => one.petitionIds[0]!)
  const received = opinions.map((opinion, at) => ({ ...opinion, id: petitionIds[at]! }))
  await openClocksOfReceived(context, list.dialogueId, received)
  return petitionIds
}

async function joinMerged(
  context: ChangeContext,
  opinions: readonly Opinion[],
  petitions: ReadonlyMap<number, number>,
) {
  const { db, authorityId } = context
  for (const opinion of opinions) {
    if (opinion.mergedIntoId === null) continue
    const target = await findOpinion(db, authorityId, opinion.mergedIntoId)
    const intoId = petitions.get(opinion.mergedIntoId) ?? target?.petitionId ?? null
    if (intoId === null || hasOwnProcedure(opinion.kind)) continue
    const into = await getPetition(db, authorityId, intoId)
    // worked off meanwhile, or another thing by law: then it stands for itself
    if (!isOpenState(into.state) || hasOwnProcedure(into.kind) || into.confidential) continue
    const { id, version } = await getPetition(db, authorityId, petitions.get(opinion.id)!)
    const reason = 'Ủy ban MTTQ Việt Nam tổng hợp: cùng một nội dung.'
    await mergeIntoPetition(context, { id, version, intoId, reason })
  }
}
