import type { MailContent } from '../../../mail/outbox-message.ts'
import { chooseLayout } from '../../../papers/choose-layout.ts'
import { shippedLayouts } from '../../../papers/load-layouts.ts'
import { writePaper } from '../../../papers/write-paper.ts'
import { formatDay } from '../../../platform/day.ts'
import { letterSheet } from '../../../procedures/letter-sheet.ts'
import { addressOfLink } from '../../../procedures/mail-links.ts'
import { recordPrinted } from '../../../procedures/resend-mail.ts'
import { listLetters } from '../../../reports/outbox-list-store.ts'
import { Button } from '../../kit/button.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { mailWords } from '../../words/mail-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { kindOf, OUTBOX } from './outbox-page.tsx'

/** In one file and one act; more come with the next. */
const AT_ONCE = 200

const lettersOf = ({ db, actor, authority }: OfficeRequest) => listLetters(db, actor, authority.id, AT_ONCE)

/** GET /thu-gui-di/in-thu: who has no e-mail gets a printed letter. */
export async function showLetters(request: OfficeRequest): Promise<OfficeReply> {
  const { lang } = request
  const words = mailWords[lang]
  const letters = await lettersOf(request)
  const path = request.link(`${OUTBOX}/in-thu`)
  const may = request.actor.may('mail:resend', { authorityId: request.authority.id })
  return officePage(
    request,
    { title: words.printTitle, active: 'petitions', width: 'wide' },
    <>
      <PageHeading
        trail={[{ href: request.link(OUTBOX), label: words.title }]}
        title={words.printTitle}
        meta={letters.length > 0 ? words.printHelp : ''}
        actions={
          letters.length > 0 ? (
            <LinkButton href={`${path}.pdf`} variant="primary" icon="print">
              {words.printAll(formatNumber(letters.length, lang))}
            </LinkButton>
          ) : null
        }
      />
      {letters.length === 0 ? (
        <EmptyState icon="file" title={words.empty.letters} help={words.emptyHelp} />
      ) : (
        <>
          <DataTable
            caption={words.printTitle}
            rows={letters}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => request.link(`${OUTBOX}/${row.id}`)}
            columns={[
              { key: 'to', label: words.columns.to, main: true, cell: (row) => row.toName },
              { key: 'at', label: words.at, wide: true, cell: (row) => row.toAddress },
              {
                key: 'about',
                label: words.columns.about,
                cell: (row) => [kindOf(row.kind, lang), ...row.codes].join(' · '),
              },
            ]}
          />
          {may ? (
            <Form class="one-button" action={path} hidden={{ ids: letters.map((row) => String(row.id)) }} draft={false}>
              <Button icon="check">{words.printed}</Button>
            </Form>
          ) : null}
        </>
      )}
    </>,
  )
}

/** GET /thu-gui-di/in-thu.pdf: all of them in one file, each on pages of its own. */
export async function downloadLetters(request: OfficeRequest): Promise<OfficeReply> {
  const { authority, runtime, today, lang } = request
  const letters = await lettersOf(request)
  if (letters.length === 0) return redirectTo(request.link(OUTBOX))
  const ground = { key: runtime.key, origin: runtime.mail.origin, slug: authority.slug }
  const sheet = letterSheet(
    letters.map((letter) => ({
      toName: letter.toName,
      toAddress: letter.toAddress,
      content: letter.content as MailContent,
      addressOf: (link) => addressOfLink(ground, { ...letter, authorityId: authority.id }, link),
    })),
    { issuer: authority.name, place: authority.placeName, date: today },
  )
  const question = { issuerBranch: 'state', chairBranch: null, kind: 'other', issuedOn: today } as const
  const layout = chooseLayout(await shippedLayouts(), question)
  const name = `${mailWords[lang].fileName} ${formatDay(today).replaceAll('/', '-')}.pdf`
  const body = await writePaper('pdf', sheet, layout)
  return { kind: 'download', name, mediaType: 'application/pdf', body }
}

/** POST /thu-gui-di/in-thu */
export function postPrinted(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, recordPrinted, {
    onDone: ({ printed }) => redirectTo(request.link(OUTBOX), mailWords[request.lang].printedDone(printed)),
    onRefused: () => showLetters(request),
  })
}
