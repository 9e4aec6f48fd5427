import type { ImportBatch } from '../../../lists/import-batch.ts'
import type { JudgedRow } from '../../../lists/sheet-fate.ts'
import type { CellNote } from '../../../lists/sheet-opinion.ts'
import { shortened } from '../../../platform/shortened.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { listWords } from '../../words/list-words.ts'
import { inputSentence } from '../../words/rule-sentence.ts'
import type { OfficeRequest } from '../office-route.ts'
import { PETITIONS } from '../petitions/petition-list-page.tsx'
import { IMPORTS } from './import-list-page.tsx'
import { columnLetter, FateSign } from './import-signs.tsx'

interface RowTableProps {
  request: OfficeRequest
  batch: ImportBatch
  rows: readonly JudgedRow[]
}

/** The rows of a sheet with what they become; the row opens to be corrected. */
export function RowTable({ request, batch, rows }: RowTableProps) {
  const words = listWords[request.lang]
  const columns: Column<JudgedRow>[] = [
    {
      ...{ key: 'row', label: words.row, numeric: true, main: true },
      cell: ({ opinion }) => (
        <>
          <span class="sr-only">{words.editRow} </span>
          {opinion.row}
        </>
      ),
    },
    { key: 'becomes', label: words.becomes, cell: (row) => <Becomes row={row} words={words} /> },
    { key: 'who', label: words.whom, cell: ({ opinion }) => whoSaid(opinion, words) },
    {
      ...{ key: 'what', label: words.what, wide: true },
      cell: ({ opinion, contents }) =>
        contents.length > 1 ? (
          <ol class="sheet-parts">
            {contents.map((part) => (
              <li key={part}>{shortened(part, 120)}</li>
            ))}
          </ol>
        ) : (
          shortened(opinion.content)
        ),
    },
    { key: 'say', label: words.say, wide: true, cell: (row) => <Notes request={request} batch={batch} row={row} /> },
  ]
  return (
    <DataTable
      caption={words.rowsTitle}
      columns={columns}
      rows={rows}
      rowKey={({ opinion }) => String(opinion.row)}
      rowHref={({ opinion }) => request.link(`${IMPORTS}/${batch.id}/dong/${opinion.row}`)}
      rowTone={({ fate }) => (fate === 'refused' ? 'bad' : null)}
    />
  )
}

type Words = (typeof listWords)['vi']

function Becomes({ row, words }: { row: JudgedRow; words: Words }) {
  return (
    <div>
      <FateSign fate={row.fate} />
      {row.fate === 'take' && row.contents.length > 1 ? <div>{words.parts(String(row.contents.length))}</div> : null}
    </div>
  )
}

function whoSaid({ petitioner }: JudgedRow['opinion'], words: Words): string {
  return [petitioner.name || words.notes.unnamed.split(':')[0], petitioner.phone, petitioner.address]
    .filter(Boolean)
    .join(' · ')
}

/** Everything the reader is to know of a row: column, reason, and what stands in the cell. */
export function Notes({ request, batch, row }: { request: OfficeRequest; batch: ImportBatch; row: JudgedRow }) {
  const words = listWords[request.lang]
  const { problems, notes, sameAs } = row.opinion
  const repeat = row.repeat
  const where = (note: CellNote) => {
    const at = batch.columns.indexOf(note.column)
    const name = words.columnNames[note.column]
    return at < 0
      ? name
      : `${name} (${words.column(columnLetter(at), '').replace(/^./, (first) => first.toLowerCase())})`
  }
  const said = (note: CellNote, sentence: string) =>
    words.inColumn(where(note), [sentence, note.value && words.valueSaid(note.value)].filter(Boolean).join(' '))
  return (
    <ul class="sheet-notes">
      {problems.map((note) => (
        <li key={note.column} class="tone-bad">
          {said(note, inputSentence(request.lang, note.code))}
        </li>
      ))}
      {row.isHidden ? <li>{words.isHidden}</li> : null}
      {repeat?.row ? <li>{words.repeatOfRow(String(repeat.row))}</li> : null}
      {repeat?.petition ? (
        <li>
          {words.repeatOfPetition}{' '}
          <a href={request.link(`${PETITIONS}/${repeat.petition.id}`)}>{repeat.petition.code}</a>
        </li>
      ) : null}
      {sameAs === null ? null : <li>{words.sameAs(String(sameAs))}</li>}
      {notes
        .filter((note) => note.code in words.notes)
        .map((note) => (
          <li key={note.code}>{said(note, words.notes[note.code as 'unnamed'])}</li>
        ))}
    </ul>
  )
}
