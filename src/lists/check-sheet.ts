import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { findPetitionFields, requireKnownKeys } from '../petitions/petition-fields.ts'
import { requireAgency, requireNotFuture } from '../petitions/petition-record.ts'
import { requireOpenDialogue, throughWhom } from '../petitions/take-submission.ts'
import { InputRejected } from '../platform/errors.ts'
import { type BatchChoices, isCheckedChoices, isOpenBatch } from './import-batch.ts'
import { findBatchScope, getBatch, updateBatch } from './import-store.ts'
import { checkSheetForm } from './list-forms.ts'

/** Which column is what, confirmed by a person, and what holds for all rows. Rows were read for nothing before that. */
export const checkSheet = defineChange({
  name: 'list/check-sheet',
  permission: 'list:import',
  input: checkSheetForm,
  scope: findBatchScope,
  async run(context, input): Promise<void> {
    const { db, authorityId } = context
    const batch = await getBatch(db, authorityId, input.id)
    requireRule(isOpenBatch(batch), 'list/already-taken')
    const { id, version, columns, headRow, ...common } = input
    requireColumns(columns, batch.columns.length)
    if (headRow >= batch.rowCount) throw new InputRejected({ headRow: 'tooLarge' })
    requireNotFuture(context, { receivedOn: common.receivedOn })
    await requireOpenDialogue(context, common.dialogueId)
    await requireAgency(context, 'villageAgencyId', common.villageAgencyId)
    await requireAgency(context, 'forwardedByAgencyId', common.forwardedByAgencyId)
    const fields = await findPetitionFields(db, authorityId, common.dialogueId, common.receivedOn)
    requireKnownKeys(fields, [{ field: 'channel', list: 'channels', key: common.channel }])
    const before: BatchChoices | null = isCheckedChoices(batch.choices) ? batch.choices : null
    const { several = 'split', repeats = 'skip', refused = 'wait', hidden = 'take' } = before ?? {}
    const forwardedByAgencyId = throughWhom(context) ?? common.forwardedByAgencyId
    const choices: BatchChoices = { ...common, forwardedByAgencyId, several, repeats, refused, hidden }
    await updateBatch(db, batch, version, {
      state: 'checked',
      columns,
      choices,
      head: { ...batch.head, lastRow: headRow },
    })
    context.record({ subjectKind: 'importBatch', subjectId: id, after: { columns, headRow, ...choices } })
  },
})

/** Of each kind one column, and the content among them. */
function requireColumns(columns: readonly (string | null)[], width: number): void {
  if (columns.length !== width) throw new InputRejected({ columns: 'notValid' })
  const chosen = columns.filter((column) => column !== null)
  if (!chosen.includes('content')) throw new InputRejected({ columns: 'contentColumnMissing' })
  if (new Set(chosen).size !== chosen.length) throw new InputRejected({ columns: 'columnTwice' })
}
