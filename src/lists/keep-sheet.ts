import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { insertBatch } from './import-store.ts'
import { listInMaking } from './keep-opinions.ts'
import { fromTcvn3, recogniseLetters } from './legacy-text.ts'
import { keepSheetForm } from './list-forms.ts'
import { opinionListScope } from './opinion-list.ts'
import { findHead } from './sheet-head.ts'

/**
 * Keeps a sheet that was read, with what its columns are taken for. TCVN3 is turned into Unicode sign for sign; VNI,
 * where a sign can mean two things, is refused.
 */
export const keepSheet = defineChange({
  name: 'list/keep-sheet',
  permission: 'list:import',
  input: keepSheetForm,
  async run(context, input): Promise<{ id: number }> {
    const letters = recogniseLetters(input.rows.flat())
    if (letters === 'vni') throw new InputRejected({ sheet: 'sheetVni' })
    const rows = letters === 'tcvn3' ? input.rows.map((row) => row.map(fromTcvn3)) : input.rows
    const found = findHead(rows)
    if (!found) throw new InputRejected({ sheet: 'sheetWithoutContents' })
    if (input.opinionListId !== null) await requireOwnList(context, input.opinionListId)
    const { fileName, fileSha256, fileSize, sheetName, hidden, sheetsLeft, opinionListId } = input
    const id = await insertBatch(
      context.db,
      {
        ...{ authorityId: context.authorityId, agencyId: context.actor.agencyId, enteredBy: context.actor.accountId },
        ...{ opinionListId, fileName, fileSha256, fileSize, sheetName, columns: found.columns, choices: {} },
        head: { firstRow: found.first + 1, lastRow: found.last + 1, labels: found.labels, letters, hidden, sheetsLeft },
      },
      rows,
    )
    const after = { fileName, fileSha256, fileSize, sheetName, rows: rows.length, letters }
    context.record({ subjectKind: 'importBatch', subjectId: id, after, personal: ['fileName'] })
    return { id }
  },
})

/** Into another agency's list nobody brings anything. */
async function requireOwnList(context: ChangeContext, listId: number): Promise<void> {
  const list = await listInMaking(context, listId)
  if (!context.actor.may('opinion-list:keep', opinionListScope(list))) throw new NotFound('opinionList')
}
