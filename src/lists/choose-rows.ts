import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { isCheckedChoices, isOpenBatch } from './import-batch.ts'
import { findBatchScope, getBatch, listRows, updateBatch, updateRow } from './import-store.ts'
import { chooseRowsForm, editRowForm } from './list-forms.ts'

/** What becomes of rows in doubt: several contents in one cell, contents recorded already, rows that cannot be taken. */
export const chooseRows = defineChange({
  name: 'list/choose-rows',
  permission: 'list:import',
  input: chooseRowsForm,
  scope: findBatchScope,
  async run(context, { id, version, ...chosen }): Promise<void> {
    const batch = await getBatch(context.db, context.authorityId, id)
    requireRule(isOpenBatch(batch) && isCheckedChoices(batch.choices), 'list/not-checked')
    await updateBatch(context.db, batch, version, { choices: { ...batch.choices, ...chosen } })
    context.record({ subjectKind: 'importBatch', subjectId: id, after: chosen })
  },
})

/** Corrects one row, or chooses for it alone. The sheet itself is not touched; what it said stays in the log. */
export const editRow = defineChange({
  name: 'list/edit-row',
  permission: 'list:import',
  input: editRowForm,
  scope: findBatchScope,
  async run(context, { id, rowNumber, decision, split, cells }): Promise<void> {
    const { db, authorityId } = context
    const batch = await getBatch(db, authorityId, id)
    requireRule(isOpenBatch(batch), 'list/already-taken')
    const before = (await listRows(db, authorityId, id)).find((row) => row.rowNumber === rowNumber)
    const row = { authorityId, batchId: id, rowNumber }
    await updateRow(db, row, {
      decision,
      split: split === null ? null : split === 'split',
      ...(cells.length > 0 && { cells }),
    })
    context.record({
      ...{ subjectKind: 'importBatch', subjectId: id },
      before: { row: rowNumber, decision: before?.decision ?? null, cells: before?.cells ?? null },
      after: { row: rowNumber, decision, split, cells },
      personal: ['cells'],
    })
  },
})
