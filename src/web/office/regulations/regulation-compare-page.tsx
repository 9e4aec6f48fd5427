import { NotFound } from '../../../platform/errors.ts'
import { compareRegulations, type RegulationDifference } from '../../../regulations/compare-regulations.ts'
import { regulationRef } from '../../../regulations/regulation.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { regulationWords } from '../../words/regulation-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { PartValue } from './part-value.tsx'
import { REGULATIONS, regulationTrail, versionChoices } from './regulation-subject.tsx'

/** GET /quan-tri/quy-che/so-sanh?a=…&b=… */
export async function showComparison(request: OfficeRequest): Promise<OfficeReply> {
  const words = regulationWords[request.lang]
  const [a, b] = ['a', 'b'].map((name) => queryText(request, name)) as [string, string]
  const choices = await versionChoices(request)
  return officePage(
    request,
    { title: words.compareTitle, active: 'administration' },
    <>
      <PageHeading title={words.compareTitle} trail={regulationTrail(request)} />
      <Form method="get" action={request.link(`${REGULATIONS}/so-sanh`)} values={{ a, b }}>
        <SelectField name="a" label={words.compareFirst} choices={choices} />
        <SelectField name="b" label={words.compareSecond} choices={choices} />
        <Button variant="secondary">{words.compare}</Button>
      </Form>
      {a && b ? await comparison(request, Number(a), Number(b)) : null}
    </>,
  )
}

async function comparison(request: OfficeRequest, a: number, b: number) {
  const { lang } = request
  const words = regulationWords[lang]
  if (![a, b].every((id) => Number.isSafeInteger(id) && id > 0)) throw new NotFound('regulation')
  const first = await getRegulationVersion(request.db, a)
  const second = await getRegulationVersion(request.db, b)
  const differences = compareRegulations(first.regulation, second.regulation)
  const tones = { added: 'good', removed: 'bad', changed: 'info' } as const
  const value = (side: typeof first, one: RegulationDifference, of: unknown) =>
    of === undefined ? (
      '–'
    ) : (
      <PartValue
        field={one.path.split('.').at(-1)!.replace(/\[.*$/, '')}
        value={of}
        reading={{ regulation: side.regulation, lang }}
      />
    )
  const columns: Column<RegulationDifference>[] = [
    {
      key: 'place',
      label: words.place,
      main: true,
      cell: (row) => (
        <>
          {row.label}
          <span class="block text-xs font-normal break-all text-[var(--ink-soft)]">{row.path}</span>
        </>
      ),
    },
    {
      key: 'change',
      label: words.change,
      cell: (row) => <Badge tone={tones[row.change]}>{words.changes[row.change]}</Badge>,
    },
    { key: 'before', label: regulationRef(first.regulation), cell: (row) => value(first, row, row.before) },
    { key: 'after', label: regulationRef(second.regulation), cell: (row) => value(second, row, row.after) },
  ]
  return (
    <Section title={words.differences} count={differences.length}>
      {differences.length === 0 ? (
        <EmptyState icon="check" title={words.compareNone} />
      ) : (
        <DataTable
          caption={words.differences}
          columns={columns}
          rows={differences}
          rowKey={(row) => `${row.path} ${row.change}`}
        />
      )}
    </Section>
  )
}
