import type { TargetPeriod } from '../../../plans/plan.ts'
import { Badge } from '../../kit/badge.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { planWords } from '../../words/plan-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { RowActs } from './plan-row-acts.tsx'
import { TargetBadge } from './plan-signs.tsx'
import { choiceWords, type PlanView } from './plan-view.ts'

type Row = PlanView['progress']['targets'][number]

interface TargetTableProps {
  request: OfficeRequest
  view: PlanView
  mayEdit: boolean
}

/** Targets with what counts for them, zero too. */
export function TargetTable({ request, view, mayEdit }: TargetTableProps) {
  const words = planWords[request.lang]
  const rows = view.progress.targets
  if (rows.length === 0) return <p>{words.noTargets}</p>
  return (
    <DataTable
      caption={words.targets}
      columns={columnsOf(request, view, mayEdit)}
      rows={rows}
      rowKey={({ target }) => String(target.id)}
      rowTone={({ state }) => (state === 'missed' ? 'bad' : null)}
    />
  )
}

function columnsOf(request: OfficeRequest, view: PlanView, mayEdit: boolean): Column<Row>[] {
  const { lang } = request
  const words = planWords[lang]
  const say = choiceWords(view.regulation, lang)
  const columns: Column<Row>[] = [
    { key: 'who', label: words.targetWho, main: true, cell: ({ target }) => say.post(target.postKind) },
    {
      key: 'label',
      label: words.targetLabel,
      wide: true,
      cell: ({ target }) => (
        <div>
          {target.label} <span class="field-help">{target.clause}</span>
        </div>
      ),
    },
    { key: 'period', label: words.period, cell: ({ target }) => words.periods[target.period as TargetPeriod] },
    { key: 'achieved', label: words.achieved, cell: (row) => <Achieved request={request} row={row} /> },
    { key: 'state', label: words.state, cell: ({ state }) => <TargetBadge state={state} lang={lang} /> },
  ]
  if (!mayEdit) return columns
  const acts: Column<Row> = {
    key: 'acts',
    label: '',
    cell: ({ target }) => (
      <RowActs
        request={request}
        edit={`/ke-hoach/${view.plan.id}/chi-tieu/${target.id}/sua`}
        remove={`/ke-hoach/${view.plan.id}/chi-tieu/${target.id}/bo`}
        version={target.version}
        of={`${say.post(target.postKind)}, ${words.periods[target.period as TargetPeriod]}`}
      />
    ),
  }
  return [...columns, acts]
}

function Achieved({ request, row }: { request: OfficeRequest; row: Row }) {
  const words = planWords[request.lang]
  const count = formatNumber(row.counted.length, request.lang)
  const minimum = formatNumber(row.target.minimum, request.lang)
  return (
    <div>
      <strong>{row.target.minimum === 0 ? words.countOnly(count) : words.ofMinimum(count, minimum)}</strong>
      {row.counted.slice(0, 5).map(({ dialogue, byDeputy, coChaired }) => (
        <div key={dialogue.id}>
          <a href={request.link(`/hoi-nghi/${dialogue.id}`)}>{dialogue.title}</a>{' '}
          {coChaired ? <Badge>{words.coChaired}</Badge> : null}
          {byDeputy ? <Badge tone="warn">{words.byDeputy}</Badge> : null}
        </div>
      ))}
    </div>
  )
}
