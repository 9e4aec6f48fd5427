import type { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { voidDeadlinesOf } from '../deadlines/place-deadline.ts'
import {
  findBatchScope,
  listTakenOpinions,
  listTakenPetitions,
  listTouched,
  lockBatch,
  updateBatch,
} from '../lists/import-store.ts'
import { listInMaking } from '../lists/keep-opinions.ts'
import { undoSheetForm } from '../lists/list-forms.ts'
import { withdrawOpinions } from '../lists/opinion-store.ts'
import { recordPetition } from '../petitions/petition-record.ts'
import { withdrawReceived } from '../petitions/petition-store.ts'

/**
 * Takes a whole sheet back in one step, as long as nothing was done with any of its petitions. Nothing is deleted: they
 * stand as withdrawn, with the reason.
 */
export const undoSheet = defineChange({
  name: 'list/undo-sheet',
  permission: 'list:import',
  input: undoSheetForm,
  scope: findBatchScope,
  async run(context, { id, version, reason }): Promise<{ petitions: number }> {
    const { db, authorityId } = context
    const batch = await lockBatch(db, authorityId, id)
    requireRule(batch.state === 'taken', 'list/not-taken')
    if (batch.opinionListId !== null) return undoInList(context, { id, version, reason })
    const petitions = await listTakenPetitions(db, authorityId, id)
    const ids = petitions.map((petition) => petition.id)
    const touched = await listTouched(db, authorityId, ids)
    const first = petitions.find((petition) => touched.has(petition.id))
    requireRule(!first, 'list/already-worked-on', { code: first?.code ?? '', count: touched.size })
    const withdrawn = await withdrawReceived(db, authorityId, ids)
    requireRule(withdrawn.length === ids.length, 'list/worked-on-meanwhile')
    for (const petitionId of ids) {
      const log = { reason, action: 'petition/withdraw' }
      recordPetition(context, petitionId, { state: 'withdrawn', importBatchId: id }, log)
    }
    await voidDeadlinesOf(context, { subjectKind: 'petition', subjectIds: ids, reason: 'Hoàn tác lần nhập bảng tính.' })
    const undone = { undoneAt: context.now, undoneBy: context.actor.accountId, undoneReason: reason }
    await updateBatch(db, batch, version, { state: 'undone', ...undone })
    context.record({ subjectKind: 'importBatch', subjectId: id, after: { petitions: ids.length }, reason })
    return { petitions: ids.length }
  },
})

/** Of a list that still lies with its maker: the opinions of the sheet are taken out again. */
async function undoInList(context: ChangeContext, { id, version, reason }: z.output<typeof undoSheetForm>) {
  const { db, authorityId } = context
  const batch = await lockBatch(db, authorityId, id)
  await listInMaking(context, batch.opinionListId!)
  const ids = await listTakenOpinions(db, authorityId, id)
  await withdrawOpinions(db, authorityId, ids)
  const undone = { undoneAt: context.now, undoneBy: context.actor.accountId, undoneReason: reason }
  await updateBatch(db, batch, version, { state: 'undone', ...undone })
  context.record({ subjectKind: 'importBatch', subjectId: id, after: { opinions: ids.length }, reason })
  return { petitions: ids.length }
}
