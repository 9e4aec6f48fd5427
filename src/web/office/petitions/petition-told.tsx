import { findReceiptGivenAt } from '../../../petitions/tracking-link-store.ts'
import { listToldAbout } from '../../../reports/outbox-list-store.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { Section } from '../../kit/section.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { mailWords } from '../../words/mail-words.ts'
import { quickEntryWords } from '../../words/quick-entry-words.ts'
import type { Lang } from '../../words/words.ts'
import { kindOf, MailState, OUTBOX } from '../mail/outbox-page.tsx'
import type { OfficeRequest } from '../office-route.ts'
import { RECEIPT } from './paper-receipt-page.tsx'

/** What those behind one petition were told, and when its receipt was given. */
export async function loadTold({ db, authority }: OfficeRequest, petition: Told['petition']) {
  const [told, receiptAt] = await Promise.all([
    listToldAbout(db, authority.id, petition.id),
    findReceiptGivenAt(db, authority.id, petition.submissionId),
  ])
  return { petition, told, receiptAt }
}

interface Told {
  petition: { id: number; submissionId: number; confidential: boolean }
  told: Awaited<ReturnType<typeof listToldAbout>>
  /** when the receipt that holds now was given; null while there is none */
  receiptAt: Date | null
}

/** Đã báo cho người kiến nghị: what, by which way, when; a printed letter where there is no e-mail. */
export function PetitionTold({ request, side }: { request: OfficeRequest; side: Told }) {
  const { lang } = request
  const words = mailWords[lang]
  const { petition, told, receiptAt } = side
  const here = { authorityId: request.authority.id }
  const toPrint = told.some((one) => one.state === 'waiting' && one.channel === 'letter')
  const prints = toPrint && request.actor.may('mail:read', here)
  // who has lost the paper asks with the number of the case
  const gives = !petition.confidential && request.actor.may('petition:receive', here)
  return (
    <Section
      title={words.told}
      id="da-bao"
      {...(told.length > 0 ? { count: told.length } : {})}
      actions={
        <>
          {gives ? (
            <LinkButton small href={request.link(`${RECEIPT}/${petition.submissionId}`)}>
              {quickEntryWords[lang].receipt}
            </LinkButton>
          ) : null}
          {prints ? (
            <LinkButton small icon="print" href={request.link(`${OUTBOX}/in-thu`)}>
              {words.printLetters}
            </LinkButton>
          ) : null}
        </>
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
