import type { ImportBatch } from '../../../lists/import-batch.ts'
import { findProgress, listRows, listTakenPetitions } from '../../../lists/import-store.ts'
import { undoSheet } from '../../../procedures/undo-sheet.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { ProgressView } from '../../kit/progress-view.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { formatMoment, formatNumber } from '../../words/format-values.ts'
import { listWords } from '../../words/list-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { PETITIONS } from '../petitions/petition-list-page.tsx'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { openBatch } from './import-batch-view.tsx'
import { IMPORTS } from './import-list-page.tsx'
import { BatchState } from './import-signs.tsx'

const PAGE_SIZE = 50

/** GET /nhap-bang/:id: where the sheet stands – its columns, its rows, how far it is, or what became of it. */
export async function showImport(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const batch = await openBatch(request)
  const here = `${IMPORTS}/${batch.id}`
  if (batch.state === 'read') return redirectTo(request.link(`${here}/cot`))
  if (batch.state === 'checked') return redirectTo(request.link(`${here}/dong`))
  return batch.state === 'queued' ? showProgress(request, batch) : showResult(request, batch, refused)
}

async function showProgress(request: OfficeRequest, batch: ImportBatch): Promise<OfficeReply> {
  const words = listWords[request.lang]
  const progress = await findProgress(request.db, request.authority.id, batch.id)
  return officePage(
    request,
    { title: words.takingTitle, active: 'petitions', refreshSeconds: 2 },
    <>
      <PageHeading title={words.takingTitle} trail={[{ href: request.link(IMPORTS), label: words.title }]} />
      <ProgressView
        title={batch.fileName}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
        {...(progress ? {} : { step: words.waiting })}
        againHref={request.link(`${IMPORTS}/${batch.id}`)}
        leaveHref={request.link(IMPORTS)}
        leaveLabel={words.leaveTaking}
      />
    </>,
  )
}

async function showResult(
  request: OfficeRequest,
  batch: ImportBatch,
  refused: RefusedForm | null,
): Promise<OfficeReply> {
  const { lang } = request
  const words = listWords[lang]
  const moment = (at: Date | null) => (at ? formatMoment(at, lang) : null)
  return officePage(
    request,
    { title: words.result, active: 'petitions', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={words.result}
        trail={[{ href: request.link(IMPORTS), label: words.title }]}
        kicker={<BatchState state={batch.state} />}
        meta={[batch.fileName, batch.sheetName && words.sheet(batch.sheetName)].filter(Boolean).join(' · ')}
      />
      <DefinitionList
        facts={[
          { label: words.counts.petitions, value: batch.petitionCount && formatNumber(batch.petitionCount, lang) },
          { label: words.facts.enteredAt, value: moment(batch.createdAt) },
          { label: words.facts.takenAt, value: moment(batch.takenAt) },
          { label: words.facts.undoneAt, value: moment(batch.undoneAt) },
          { label: words.facts.undoneReason, value: batch.undoneReason },
          { label: words.facts.hash, value: <code class="break-all">{batch.fileSha256}</code> },
        ]}
      />
      {batch.takenAt ? await becameTable(request, batch) : null}
      {batch.state === 'taken' ? (
        <DetailsBlock summary={words.undo} open={refused !== null} id="hoan-tac">
          <Form
            action={request.link(`${IMPORTS}/${batch.id}/hoan-tac`)}
            version={batch.version}
            values={refused?.values ?? {}}
            errors={refused?.errors ?? {}}
          >
            <TextAreaField name="reason" label={words.undoReason} help={words.undoHelp} rows={2} required />
            <FormButtons verb={words.undo} danger />
          </Form>
        </DetailsBlock>
      ) : null}
    </>,
  )
}

/** Which row became which petition. */
async function becameTable(request: OfficeRequest, batch: ImportBatch) {
  const words = listWords[request.lang]
  const { db, authority } = request
  const [rows, petitions] = await Promise.all([
    listRows(db, authority.id, batch.id),
    listTakenPetitions(db, authority.id, batch.id),
  ])
  const shown = rows.filter((row) => row.outcome === 'taken' || row.outcome === 'left')
  const page = Math.max(1, Math.floor(Number(queryText(request, 'page')) || 1))
  const of = (rowNumber: number) => petitions.filter((petition) => petition.rowNumber === rowNumber)
  return (
    <>
      <DataTable
        caption={words.became}
        rows={shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        rowKey={(row) => String(row.rowNumber)}
        columns={[
          { key: 'row', label: words.row, main: true, cell: (row) => words.editRowTitle(String(row.rowNumber)) },
          {
            ...{ key: 'became', label: words.became, wide: true },
            cell: (row) =>
              row.outcome === 'left'
                ? words.leftRow
                : of(row.rowNumber).map((petition) => (
                    <span key={petition.id}>
                      <a href={request.link(`${PETITIONS}/${petition.id}`)}>{petition.code}</a>{' '}
                    </span>
                  )),
          },
        ]}
      />
      <Pagination address={request.chrome.address} page={page} pageSize={PAGE_SIZE} total={shown.length} />
    </>
  )
}

/** POST /nhap-bang/:id/hoan-tac */
export async function postUndo(request: OfficeRequest): Promise<OfficeReply> {
  const { id } = await openBatch(request)
  return submitForm(request, undoSheet, {
    onDone: ({ petitions }) =>
      redirectTo(
        request.link(`${IMPORTS}/${id}`),
        listWords[request.lang].undone(formatNumber(petitions, request.lang)),
      ),
    onRefused: (refused) => showImport(request, refused),
  })
}
