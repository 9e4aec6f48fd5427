import { formatDay } from '../../../platform/day.ts'
import { countDialoguesToPublish } from '../../../publications/publication-source-store.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { publicationWords } from '../../words/publication-words.ts'
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
      <p>
        {words.plans} <a href={link('/ke-hoach')}>{words.toPlans}</a>
      </p>
      <h2 class="heading-2">{words.dialogues}</h2>
      {rows.length === 0 ? <EmptyState icon="meeting" title={words.none} /> : null}
      <ul class="publish-list">
        {rows.map((row) => (
          <DialogueRow key={row.id} row={row} request={request} />
        ))}
      </ul>
      <p>
        <a href={link(`${PUBLICATIONS}/ket-qua/0`)}>{words.lone}</a>
      </p>
    </>,
  )
}

function DialogueRow({ row, request }: { row: Row; request: OfficeRequest }) {
  const { lang, link } = request
  const words = publicationWords[lang]
  const n = (value: number) => formatNumber(value, lang)
  const facts = [
    row.heldOn ? formatDay(row.heldOn) : '',
    row.announced ? words.announced : words.notAnnounced,
    words.publishedOf(n(row.published), n(row.petitions + row.items)),
  ]
  return (
    <li>
      <div>
        <strong>{row.title}</strong>
        <p class="publish-facts">{facts.filter(Boolean).join(' · ')}</p>
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
