import { randomUUID } from 'node:crypto'
import { performChange } from '../../../changes/perform-change.ts'
import { listBatches } from '../../../lists/import-store.ts'
import { keepSheet } from '../../../lists/keep-sheet.ts'
import { readSheet } from '../../../lists/read-sheet.ts'
import { findHead } from '../../../lists/sheet-head.ts'
import { readStored } from '../../../platform/files/receive-upload.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { formatMoment, formatNumber } from '../../words/format-values.ts'
import { listWords } from '../../words/list-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { inputSentence } from '../../words/rule-sentence.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { PETITIONS } from '../petitions/petition-list-page.tsx'
import { BatchState } from './import-signs.tsx'

export const IMPORTS = '/nhap-bang'

/** Null: every sheet of the authority; else only those of the own agency. */
function ownAgency({ actor, authority }: OfficeRequest): number | null {
  return actor.may('list:import', { authorityId: authority.id, agencyIds: [] }) ? null : (actor.agencyId ?? 0)
}

/** GET /nhap-bang: the way in for sheets, and what became of those that came. */
export async function showImports(request: OfficeRequest, error: string | null = null): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = listWords[lang]
  const batches = await listBatches(db, authority.id, ownAgency(request))
  return officePage(
    request,
    { title: words.title, active: 'petitions', status: error ? 422 : 200 },
    <>
      <PageHeading
        title={words.title}
        trail={[{ href: request.link(PETITIONS), label: petitionWords[lang].petitions }]}
        meta={words.question}
        actions={
          <LinkButton href={request.link(`${IMPORTS}/mau`)} icon="download">
            {words.template}
          </LinkButton>
        }
      />
      <Form action={request.link(IMPORTS)} multipart errors={error ? { sheet: error } : {}} draft={false}>
        <p class="field-help mb-4">{words.ownSheet}</p>
        <FileField name="sheet" label={words.file} help={words.fileHelp} accept=".xlsx,.csv,.txt" required />
        <FormButtons verb={words.read} />
      </Form>
      <Section title={words.earlier}>
        {batches.length === 0 ? <p class="field-help">{words.noneYet}</p> : null}
        {batches.length === 0 ? null : (
          <DataTable
            caption={words.earlier}
            rows={batches}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => request.link(`${IMPORTS}/${row.id}`)}
            columns={[
              {
                ...{ key: 'file', label: words.facts.file, main: true, wide: true },
                cell: (row) => [row.fileName, row.sheetName].filter(Boolean).join(' · '),
              },
              {
                key: 'state',
                label: petitionWords[lang].columns.state,
                cell: (row) => <BatchState state={row.state} />,
              },
              {
                ...{ key: 'rows', label: words.counts.petitions, numeric: true },
                cell: (row) => (row.petitionCount === null ? '' : formatNumber(row.petitionCount, lang)),
              },
              { key: 'agency', label: words.facts.agency, deskOnly: true, cell: (row) => row.agencyName ?? '' },
              { key: 'by', label: words.facts.enteredBy, deskOnly: true, cell: (row) => row.enteredByName ?? '' },
              { key: 'at', label: words.facts.enteredAt, cell: (row) => formatMoment(row.createdAt, lang) },
            ]}
          />
        )}
      </Section>
    </>,
  )
}

/** POST /nhap-bang: reads the file and keeps each of its visible sheets; nothing is recorded as a petition yet. */
export async function postSheet(request: OfficeRequest): Promise<OfficeReply> {
  const kept = await keepSheets(request, null)
  if ('refusal' in kept) return showImports(request, kept.refusal)
  const words = listWords[request.lang]
  const [first, ...others] = kept.ids
  if (others.length === 0) return redirectTo(request.link(`${IMPORTS}/${first}`))
  return redirectTo(request.link(IMPORTS), words.severalSheets(String(kept.ids.length)))
}

/** The sheets of the file that was sent, each kept on its own; or the sentence that says why not. */
export async function keepSheets(
  request: OfficeRequest,
  opinionListId: number | null,
): Promise<{ ids: number[] } | { refusal: string }> {
  const { lang, runtime, actor, authority } = request
  const words = listWords[lang]
  const refused = request.uploadErrors['sheet']
  if (refused) return { refusal: refused === 'fileKind' ? words.wrongKind : inputSentence(lang, refused) }
  const upload = request.uploads.find((one) => one.field === 'sheet')
  if (!upload) return { refusal: words.missing }
  if (!/spreadsheetml|^text\/plain$/.test(upload.mediaType)) return { refusal: words.wrongKind }
  const content = await readStored(runtime.files, upload.sha256)
  const read = await readSheet(new Uint8Array(content), upload.mediaType)
  if (!read.ok) return { refusal: inputSentence(lang, read.refusal) }
  const sent = String(request.form['_key'] ?? '')
  const key = /^[\w-]{1,90}$/.test(sent) ? sent : randomUUID()
  const headed = read.grids.filter((grid) => (findHead(grid.rows)?.first ?? -1) >= 0)
  const file = { fileName: upload.name, fileSha256: upload.sha256, fileSize: upload.size, opinionListId }
  const ids: number[] = []
  for (const [at, grid] of (headed.length > 0 ? headed : read.grids.slice(0, 1)).entries()) {
    const outcome = await performChange(runtime, keepSheet, {
      ...{ actor, authorityId: authority.id, key: `${key}-${at}` },
      input: { ...file, ...grid, sheetName: grid.name },
    })
    if (!outcome.ok) return { refusal: inputSentence(lang, Object.values(outcome.errors)[0] ?? 'notValid') }
    ids.push(outcome.value.id)
  }
  return { ids }
}
