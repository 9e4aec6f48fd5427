import { findReceiptGivenAt } from '../../../petitions/tracking-link-store.ts'
import { listToldAbout } from '../../../reports/outbox-list-store.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { Section } from '../../kit/section.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { mailWords } from '../../words/mail-words.ts'
import type { Lang } from '../../words/words.ts'
import { kindOf, MailState, OUTBOX } from '../mail/outbox-page.tsx'
import type { OfficeRequest } from '../office-route.ts'

/** What those behind one petition were told, and when its receipt was given. */
export async function loadTold({ db, authority }: OfficeRequest, petition: { id: number; submissionId: number }) {
  const [told, receiptAt] = await Promise.all([
    listToldAbout(db, authority.id, petition.id),
    findReceiptGivenAt(db, authority.id, petition.submissionId),
  ])
  return { told, receiptAt }
}

type Told = Awaited<ReturnType<typeof loadTold>>

/** Đã báo cho người kiến nghị: what, by which way, when; a printed letter where there is no e-mail. */
export function PetitionTold({ request, side }: { request: OfficeRequest; side: Told }) {
  const { lang } = request
  const words = mailWords[lang]
  const { told, receiptAt } = side
  const toPrint = told.some((one) => one.state === 'waiting' && one.channel === 'letter')
  const prints = toPrint && request.actor.may('mail:read', { authorityId: request.authority.id })
  return (
    <Section
      title={words.told}
      id="da-bao"
      {...(told.length > 0 ? { count: told.length } : {})}
      actions={
        prints ? (
          <LinkButton small icon="print" href={request.link(`${OUTBOX}/in-thu`)}>
            {words.printLetters}
          </LinkButton>
        ) : null
      }
    >
      {receiptAt ? <p>{words.receiptGiven(formatMoment(receiptAt, lang))}</p> : null}
      {told.length === 0 ? (
        <p>{words.toldNothing}</p>
      ) : (
        <DataTable
          caption={words.told}
          columns={columns(lang, new Set(told.map((one) => one.toName)).size > 1)}
          rows={told}
          rowKey={(one) => String(one.id)}
        />
      )}
    </Section>
  )
}

type Line = Told['told'][number]

function columns(lang: Lang, several: boolean): Column<Line>[] {
  const words = mailWords[lang]
  return [
    { key: 'what', label: words.columns.about, main: true, cell: (one) => kindOf(one.kind, lang) },
    ...(several ? [{ key: 'to', label: words.columns.to, cell: (one: Line) => one.toName }] : []),
    { key: 'way', label: words.way, cell: (one) => wayOf(one, lang) },
    {
      key: 'state',
      label: words.columns.state,
      cell: (one) => (
        <>
          <MailState line={one} lang={lang} />
          {one.state === 'cancelled' ? <span class="block field-help">{reasonOf(one, lang)}</span> : null}
        </>
      ),
    },
    { key: 'when', label: words.columns.when, cell: (one) => formatMoment(one.settledAt ?? one.createdAt, lang) },
  ]
}

function wayOf({ channel }: Line, lang: Lang): string {
  const words = mailWords[lang]
  if (channel === 'letter') return words.letterWay
  return words.channels[channel as keyof typeof words.channels] ?? ''
}

function reasonOf({ cancelledReason }: Line, lang: Lang): string {
  const { reasons } = mailWords[lang]
  return reasons[cancelledReason as keyof typeof reasons] ?? ''
}
