import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { isCheckedChoices, isOpenBatch } from './import-batch.ts'
import { blankRows, findBatchScope, getBatch, updateBatch } from './import-store.ts'
import { judgeSheet } from './judge-sheet.ts'
import { batchForm } from './list-forms.ts'

/** Sends a sheet to be taken, under the membership of whoever sends it. It may still be refused as a whole. */
export const queueSheet = defineChange({
  name: 'list/queue-sheet',
  permission: 'list:import',
  input: batchForm,
  scope: findBatchScope,
  async run(context, { id, version }): Promise<void> {
    const { db, authorityId, actor } = context
    const batch = await getBatch(db, authorityId, id)
    const { choices } = batch
    requireRule(batch.state === 'checked' && isCheckedChoices(choices), 'list/not-checked')
    const { counts } = await judgeSheet(db, actor, { ...batch, choices }, context.today)
    requireRule(counts.refused === 0, 'list/rows-refused', { count: counts.refused })
    requireRule(counts.take > 0, 'list/nothing-to-take')
    await updateBatch(db, batch, version, {
      ...{ state: 'queued', failure: null, queuedAt: context.now },
      ...{ queuedRole: actor.role, queuedAgencyId: actor.agencyId, queuedBy: actor.accountId },
    })
    context.record({
      subjectKind: 'importBatch',
      subjectId: id,
      after: { rows: counts.take, petitions: counts.petitions },
    })
  },
})

/** The sheet is not taken after all; its cells go, that it was here stays. */
export const dropSheet = defineChange({
  name: 'list/drop-sheet',
  permission: 'list:import',
  input: batchForm,
  scope: findBatchScope,
  async run(context, { id, version }): Promise<void> {
    const batch = await getBatch(context.db, context.authorityId, id)
    requireRule(isOpenBatch(batch), 'list/already-taken')
    await updateBatch(context.db, batch, version, { state: 'dropped' })
    await blankRows(context.db, context.authorityId, id)
    context.record({
      subjectKind: 'importBatch',
      subjectId: id,
      before: { state: batch.state },
      after: { state: 'dropped' },
    })
  },
})
