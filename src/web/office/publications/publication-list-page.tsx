import { formatDay } from '../../../platform/day.ts'
import { countDialoguesToPublish } from '../../../publications/publication-source-store.ts'
import type { Tone } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { publicationWords } from '../../words/publication-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'

export const PUBLICATIONS = '/cong-khai'

type Row = Awaited<ReturnType<typeof countDialoguesToPublish>>[number]

/** GET /cong-khai: what of each dialogue the people can read, and what waits to be decided. */
export async function showPublications(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang, link } = request
  const words = publicationWords[lang]
  const rows = await countDialoguesToPublish(db, authority.id)
  return officePage(
    request,
    { title: words.title, active: 'publications' },
    <>
      <PageHeading
        title={words.title}
        meta={words.lead}
        actions={<LinkButton href={`/cong/${authority.slug}`}>{words.openPortal}</LinkButton>}
      />
      <Section title={words.dialogues}>
        {rows.length === 0 ? <EmptyState icon="meeting" title={words.none} /> : null}
        <ul class="publish-list">
          {rows.map((row) => (
            <DialogueRow key={row.id} row={row} request={request} />
          ))}
        </ul>
      </Section>
      <Section title={words.others}>
        <p>
          <a href={link(`${PUBLICATIONS}/ket-qua/0`)}>{words.lone}</a>
        </p>
        <p class="mt-2">
          {words.plans} <a href={link('/ke-hoach')}>{words.toPlans}</a>
        </p>
      </Section>
    </>,
  )
}

/** The one thing to see about a dialogue: what the people still cannot read, or that they can read all of it. */
function nextSign(row: Row, lang: Lang): { tone: Tone; label: string } | null {
  const words = publicationWords[lang]
  if (row.state === 'cancelled') return null
  if (!row.announced) return { tone: 'warn', label: words.notAnnounced }
  if (row.state === 'preparing') return { tone: 'good', label: words.announced }
  const left = row.petitions + row.items - row.published
  return left > 0
    ? { tone: 'warn', label: words.notPublished(formatNumber(left, lang)) }
    : { tone: 'good', label: words.allPublished }
}

function DialogueRow({ row, request }: { row: Row; request: OfficeRequest }) {
  const { lang, link } = request
  const words = publicationWords[lang]
  const sign = nextSign(row, lang)
  const n = (value: number) => formatNumber(value, lang)
  const facts = [
    row.heldOn ? formatDay(row.heldOn) : '',
    words.publishedOf(n(row.published), n(row.petitions + row.items)),
  ]
  return (
    <li>
      <div>
        <strong>{row.title}</strong>
        <p class="publish-facts">
          {sign ? <StateBadge tone={sign.tone} label={sign.label} /> : null}
          <span>{facts.filter(Boolean).join(' · ')}</span>
        </p>
      </div>
      <div class="publish-links">
        <LinkButton href={link(`${PUBLICATIONS}/hoi-nghi/${row.id}`)} small>
          {words.announce}
        </LinkButton>
        <LinkButton href={link(`${PUBLICATIONS}/ket-qua/${row.id}`)} small>
          {words.results}
        </LinkButton>
      </div>
    </li>
  )
}
