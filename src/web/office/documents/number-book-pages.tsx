import { listAgencies } from '../../../agencies/agency-store.ts'
import type { NumberBook } from '../../../documents/number-book.ts'
import {
  defineNumberBookChange,
  reviseNumberBookChange,
  voidNumberChange,
} from '../../../documents/number-book-changes.ts'
import { listNumberBooks, summarizeBooks } from '../../../documents/number-book-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, type OfficeRoute } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { BOOKS, loadBook, showBook } from './number-book-page.tsx'
import { kindName } from './paper-view.tsx'

/** GET /quan-tri/so-van-ban */
async function showBooks(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = dossierWords[lang]
  const books = await listNumberBooks(db, authority.id)
  const agencies = new Map((await listAgencies(db, authority.id)).map((agency) => [agency.id, agency.shortName]))
  const sums = await summarizeBooks(db, authority.id)
  const lastOf = (book: NumberBook) => sums.filter((sum) => sum.bookId === book.id).at(-1)
  return officePage(
    request,
    { title: words.books, active: 'administration' },
    <>
      <PageHeading
        trail={[{ href: request.link('/quan-tri'), label: words.administration }]}
        title={words.books}
        meta={words.booksMeta}
        actions={
          <LinkButton href={request.link(`${BOOKS}/moi`)} variant="primary" icon="plus">
            {words.newBook}
          </LinkButton>
        }
      />
      {books.length === 0 ? (
        <EmptyState title={words.noBooks} help={words.noBooksHelp} icon="file" />
      ) : (
        <DataTable
          caption={words.books}
          rows={books}
          rowKey={(book) => String(book.id)}
          rowHref={(book) => request.link(`${BOOKS}/${book.id}`)}
          columns={[
            { key: 'name', label: words.bookName, main: true, wide: true, cell: (book) => book.name },
            { key: 'issuer', label: words.issuer, cell: (book) => agencies.get(book.issuerAgencyId) ?? '' },
            { key: 'pattern', label: words.pattern, cell: (book) => book.pattern },
            { key: 'mode', label: words.mode, cell: (book) => words.modes[book.mode] },
            { key: 'period', label: words.period, cell: (book) => words.periods[book.period] },
            {
              key: 'last',
              label: words.lastNumber,
              numeric: true,
              cell: (book) => {
                const last = lastOf(book)?.lastNumber
                return last ? formatNumber(last, lang) : ''
              },
            },
            { key: 'toDay', label: words.toDay, cell: (book) => (book.toDay ? formatDay(book.toDay) : '') },
          ]}
        />
      )}
    </>,
  )
}

/** GET /quan-tri/so-van-ban/moi */
async function newBookPage(request: OfficeRequest, refused?: RefusedForm): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = dossierWords[lang]
  const agencies = (await listAgencies(db, authority.id, { on: request.today })).filter((agency) => !agency.external)
  const kinds = Object.keys(PAPER_KINDS).map((kind) => ({ value: kind, label: kindName(kind, lang) }))
  const start = { mode: 'ours', period: 'year', firstNumber: 1, fromDay: `${request.today.slice(0, 4)}-01-01` }
  return officePage(
    request,
    { title: words.newBook, active: 'administration', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading trail={[{ href: request.link(BOOKS), label: words.books }]} title={words.newBook} />
      <Form action={request.link(`${BOOKS}/moi`)} values={refused?.values ?? start} errors={refused?.errors ?? {}}>
        <TextField name="name" label={words.bookName} required />
        <SelectField
          name="issuerAgencyId"
          label={words.issuer}
          required
          choices={agencies.map((agency) => ({ value: String(agency.id), label: agency.name }))}
        />
        <RadioGroupField
          name="mode"
          label={words.mode}
          required
          choices={(['ours', 'external'] as const).map((key) => ({ value: key, label: words.modes[key] }))}
        />
        <RadioGroupField
          name="period"
          label={words.period}
          help={words.periodHelp}
          required
          choices={(['year', 'term'] as const).map((key) => ({ value: key, label: words.periods[key] }))}
        />
        <DayField name="termFrom" label={words.termFrom} />
        <DayField name="termTo" label={words.termTo} />
        <TextField name="pattern" label={words.pattern} help={words.patternHelp} required narrow />
        <NumberField name="firstNumber" label={words.firstNumber} help={words.firstNumberHelp} required />
        <DayField name="fromDay" label={words.fromDay} required />
        <DayField name="toDay" label={words.toDay} />
        <CheckboxGroupField
          name="paperKinds"
          label={words.paperKinds}
          help={words.paperKindsHelp}
          choices={kinds}
          columns
        />
        <FormButtons verb={words.newBook} cancelHref={request.link(BOOKS)} />
      </Form>
    </>,
  )
}

/** GET /quan-tri/so-van-ban/:id/sua */
async function revisePage(request: OfficeRequest, refused?: RefusedForm): Promise<OfficeReply> {
  const words = dossierWords[request.lang]
  const book = await loadBook(request)
  const back = request.link(`${BOOKS}/${book.id}`)
  const values = refused?.values ?? { name: book.name, toDay: book.toDay ?? '' }
  return officePage(
    request,
    { title: words.revise, active: 'administration', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading trail={[{ href: back, label: book.name }]} title={words.revise} />
      <Form action={`${back}/sua`} version={book.version} values={values} errors={refused?.errors ?? {}}>
        <TextField name="name" label={words.bookName} required />
        <DayField name="toDay" label={words.toDay} />
        <FormButtons verb={words.save} cancelHref={back} />
      </Form>
    </>,
  )
}

/** GET /quan-tri/so-van-ban/:id/bo-so */
async function voidPage(request: OfficeRequest, refused?: RefusedForm): Promise<OfficeReply> {
  const words = dossierWords[request.lang]
  const book = await loadBook(request)
  const back = request.link(`${BOOKS}/${book.id}`)
  return officePage(
    request,
    { title: words.voidNumber, active: 'administration', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading trail={[{ href: back, label: book.name }]} title={words.voidNumber} meta={words.voidNumberHelp} />
      <Form action={`${back}/bo-so`} values={refused?.values ?? { on: request.today }} errors={refused?.errors ?? {}}>
        <DayField name="on" label={words.voidOn} required />
        <TextAreaField name="reason" label={words.reason} required rows={3} />
        <FormButtons verb={words.voidNumber} danger cancelHref={back} />
      </Form>
    </>,
  )
}

type Done = 'defined' | 'revised' | 'voided'
const done = (request: OfficeRequest, id: number, said: Done) =>
  redirectTo(request.link(`${BOOKS}/${id}`), dossierWords[request.lang].doneBook[said])
const permission = 'number-book:manage' as const

export const numberBookRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: BOOKS, permission, handle: showBooks },
  { method: 'GET', url: `${BOOKS}/moi`, permission, handle: (request) => newBookPage(request) },
  {
    method: 'POST',
    url: `${BOOKS}/moi`,
    permission,
    handle: (request) =>
      submitForm(request, defineNumberBookChange, {
        onDone: ({ bookId }) => done(request, bookId, 'defined'),
        onRefused: (refused) => newBookPage(request, refused),
      }),
  },
  { method: 'GET', url: `${BOOKS}/:id`, permission, handle: showBook },
  { method: 'GET', url: `${BOOKS}/:id/sua`, permission, handle: (request) => revisePage(request) },
  {
    method: 'POST',
    url: `${BOOKS}/:id/sua`,
    permission,
    handle: (request) =>
      submitForm(request, reviseNumberBookChange, {
        onDone: () => done(request, idParam(request), 'revised'),
        onRefused: (refused) => revisePage(request, refused),
      }),
  },
  { method: 'GET', url: `${BOOKS}/:id/bo-so`, permission, handle: (request) => voidPage(request) },
  {
    method: 'POST',
    url: `${BOOKS}/:id/bo-so`,
    permission,
    handle: (request) =>
      submitForm(request, voidNumberChange, {
        onDone: () => done(request, idParam(request), 'voided'),
        onRefused: (refused) => voidPage(request, refused),
      }),
  },
]
