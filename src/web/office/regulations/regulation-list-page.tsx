import { formatDay } from '../../../platform/day.ts'
import { type Regulation, regulationRef } from '../../../regulations/regulation.ts'
import {
  listAdoptions,
  listRegulationVersions,
  overlaysOf,
  regulationOfAuthority,
} from '../../../regulations/regulation-store.ts'
import { readRegulationUse } from '../../../reports/regulation-use-store.ts'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { regulationWords } from '../../words/regulation-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { effectWords, mayEdit, REGULATIONS, regulationTrail } from './regulation-subject.tsx'

type Row = Awaited<ReturnType<typeof listRegulationVersions>>[number]
type Use = Awaited<ReturnType<typeof readRegulationUse>>

/** GET /quan-tri/quy-che */
export async function showRegulations(request: OfficeRequest): Promise<OfficeReply> {
  const words = regulationWords[request.lang]
  const { db, authority, today } = request
  const rows = await listRegulationVersions(db)
  const adopted = await regulationOfAuthority(db, authority.id, today)
  const adoptions = await listAdoptions(db, authority.id)
  const overlays = await overlaysOf(db, authority.kind, today)
  const use = await readRegulationUse(db, authority.id)
  return officePage(
    request,
    { title: words.regulations, active: 'administration' },
    <>
      <PageHeading
        title={words.regulations}
        trail={regulationTrail(request).slice(0, 1)}
        meta={words.regulationsMeta}
        actions={
          <>
            <LinkButton href={request.link(`${REGULATIONS}/so-sanh`)}>{words.compare}</LinkButton>
            {mayEdit(request) ? (
              <LinkButton href={request.link(`${REGULATIONS}/nhap`)} variant="primary" icon="plus">
                {words.import}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {adopted ? (
        <Card
          look="marked"
          level={2}
          title={adopted.regulation.name}
          href={request.link(`${REGULATIONS}/${adopted.id}`)}
        >
          <p>
            <StateBadge tone="good" label={words.adopted} />{' '}
            {words.adoptedSince(formatDay(adoptions.findLast((one) => one.fromDay <= today)?.fromDay ?? today))}
          </p>
          <p class="field-help">
            {regulationRef(adopted.regulation)} · {adopted.regulation.number} · {adopted.regulation.issuer}
          </p>
        </Card>
      ) : (
        <EmptyState icon="alert" title={words.adoptedNone} help={words.adoptedNoneHelp} />
      )}
      {overlays.length > 0 ? (
        <Section title={words.overlays} help={words.overlaysHelp}>
          <ul class="list-disc ps-6">
            {overlays.map(({ id, regulation }) => (
              <li key={id}>
                <a href={request.link(`${REGULATIONS}/${id}`)}>{regulation.name}</a> ({regulation.number})
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={words.versions} count={rows.length}>
        <DataTable
          caption={words.versions}
          columns={versionColumns(request, use, adopted?.id ?? null)}
          rows={rows}
          rowKey={(row) => String(row.id)}
          rowHref={(row) => request.link(`${REGULATIONS}/${row.id}`)}
        />
      </Section>
      {adoptions.length > 0 ? (
        <Section title={words.adoptions}>
          <ul class="list-disc ps-6">
            {adoptions.map((one) => (
              <li key={one.id}>
                {effectWords({ effectiveFrom: one.fromDay, effectiveTo: one.toDay }, request.lang)}:{' '}
                <a href={request.link(`${REGULATIONS}/${one.regulationVersionId}`)}>
                  {one.regulationId}@{one.regulationVersion}
                </a>{' '}
                – {one.name}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>,
  )
}

function versionColumns(request: OfficeRequest, use: Use, adoptedId: number | null): Column<Row>[] {
  const { lang } = request
  const words = regulationWords[lang]
  return [
    { key: 'name', label: words.name, main: true, wide: true, cell: (row) => row.name },
    { key: 'ref', label: words.ref, cell: (row) => `${row.regulationId}@${row.version}` },
    { key: 'number', label: words.number, cell: (row) => row.number },
    { key: 'effect', label: words.effect, cell: (row) => effectWords(row.data as unknown as Regulation, lang) },
    { key: 'origin', label: words.origin, cell: (row) => words.origins[row.origin as keyof typeof words.origins] },
    {
      key: 'use',
      label: words.usedBy,
      cell: (row) => words.useCount(use.get(row.id)?.authorities ?? 0, use.get(row.id)?.dialogues ?? 0),
    },
    { key: 'state', label: '', cell: (row) => <VersionState row={row} adopted={row.id === adoptedId} lang={lang} /> },
  ]
}

function VersionState({ row, adopted, lang }: { row: Row; adopted: boolean; lang: OfficeRequest['lang'] }) {
  const words = regulationWords[lang]
  if (row.retiredOn) return <StateBadge tone="quiet" label={words.retired(formatDay(row.retiredOn))} />
  if (adopted) return <StateBadge tone="good" label={words.current} />
  return row.overlay ? <StateBadge tone="info" label={words.overlay} /> : null
}
