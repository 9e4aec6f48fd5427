import { editRow } from '../../../lists/choose-rows.ts'
import { isCheckedChoices } from '../../../lists/import-batch.ts'
import { listRows } from '../../../lists/import-store.ts'
import { judgeSheet } from '../../../lists/judge-sheet.ts'
import { NotFound } from '../../../platform/errors.ts'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { listWords } from '../../words/list-words.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { listOf } from '../petitions/content-rows.tsx'
import { choicesFrom } from '../petitions/petition-choices.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { openBatch } from './import-batch-view.tsx'
import { IMPORTS } from './import-list-page.tsx'
import { Notes } from './import-row-table.tsx'
import { columnLetter } from './import-signs.tsx'

/** GET /nhap-bang/:id/dong/:row: the cells of one row, to be corrected, and what is to become of it alone. */
export async function showRow(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, lang, actor, authority, today } = request
  const words = listWords[lang]
  const batch = await openBatch(request)
  const rowNumber = idParam(request, 'row')
  const stored = (await listRows(db, authority.id, batch.id)).find((row) => row.rowNumber === rowNumber)
  const { choices } = batch
  if (!stored?.cells || !isCheckedChoices(choices)) throw new NotFound('importRow')
  const judged = await judgeSheet(db, actor, { ...batch, choices }, today)
  const row = judged.rows.find(({ opinion }) => opinion.row === rowNumber)
  const rows = request.link(`${IMPORTS}/${batch.id}/dong`)
  const typed = listOf(refused?.values['cells'])
  return formPage(request, {
    ...{ title: words.editRowTitle(String(rowNumber)), active: 'petitions', refused, verb: words.editRow },
    trail: [
      { href: request.link(IMPORTS), label: words.title },
      { href: rows, label: words.rowsTitle },
    ],
    meta: row ? <Notes request={request} batch={batch} row={row} /> : null,
    action: `${rows}/${rowNumber}`,
    cancelHref: rows,
    values: { decision: stored.decision ?? '', split: stored.split === null ? '' : stored.split ? 'split' : 'keep' },
    children: (
      <>
        {batch.columns.map((column, at) => (
          <TextAreaField
            key={columnLetter(at)}
            name="cells"
            id={`cell-${at}`}
            label={words.column(columnLetter(at), column ? words.columnNames[column] : (batch.head.labels[at] ?? ''))}
            value={typed[at] ?? stored.cells?.[at] ?? ''}
            rows={column === 'content' ? 6 : 1}
          />
        ))}
        {row && row.opinion.parts.length > 1 ? (
          <RadioGroupField
            name="split"
            label={words.splitChoice}
            help={`${words.wouldSplit} ${row.opinion.parts.map((part, at) => `(${at + 1}) ${part}`).join(' ')}`}
            choices={choicesFrom(words.splitChoices)}
          />
        ) : null}
        <RadioGroupField name="decision" label={words.decision} choices={choicesFrom(words.decisionChoices)} />
      </>
    ),
  })
}

/** POST /nhap-bang/:id/dong/:row */
export async function postRow(request: OfficeRequest): Promise<OfficeReply> {
  const { id } = await openBatch(request)
  return submitForm(request, editRow, {
    input: { ...request.form, id, rowNumber: request.params['row'] },
    onDone: () => redirectTo(request.link(`${IMPORTS}/${id}/dong`), listWords[request.lang].saved),
    onRefused: (refused) => showRow(request, refused),
  })
}
