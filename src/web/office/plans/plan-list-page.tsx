import { yearToPlan } from '../../../plans/plan.ts'
import { listPlans, type PlanRow } from '../../../plans/plan-store.ts'
import { formatDay, yearOf } from '../../../platform/day.ts'
import { withQuery } from '../../kit/address-query.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { FilterBar } from '../../kit/filter-bar.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { YearStrip, type YearStripItem } from '../../kit/year-strip.tsx'
import { planWords } from '../../words/plan-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { PlanBadge, stripState } from './plan-signs.tsx'
import { TargetTable } from './plan-target-table.tsx'
import { loadActual, loadPlanView, type PlanView } from './plan-view.ts'

export const PLANS = '/ke-hoach'

/** GET /ke-hoach?nam=: what was promised in a year, what was held, what is late, whether the targets are met. */
export async function showPlans(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang, today } = request
  const words = planWords[lang]
  const all = await listPlans(db, authority.id)
  const years = [...new Set([yearOf(today), ...all.map((plan) => plan.year)])].sort((a, b) => b - a)
  const asked = Number(queryText(request, 'nam'))
  const year = years.includes(asked) ? asked : yearOf(today)
  const plans = all.filter((plan) => plan.year === year)
  const next = yearToPlan(
    all.map((plan) => plan.year),
    yearOf(today),
  )
  const inForce = plans.filter((plan) => plan.state === 'issued' || plan.state === 'published')
  const views = await Promise.all(inForce.map((plan) => loadPlanView(request, plan)))
  const mayDraft = request.actor.may('plan:draft', { authorityId: authority.id })
  return officePage(
    request,
    { title: words.plans, active: 'plans' },
    <>
      <PageHeading
        title={words.yearPlan(year)}
        meta={words.plansMeta}
        actions={
          <>
            <LinkButton href={request.link(`${PLANS}/can-cu`)}>{words.library}</LinkButton>
            {mayDraft ? (
              <LinkButton
                href={request.link(`${PLANS}/moi?nam=${plans.length === 0 ? year : next}`)}
                variant="primary"
                icon="plus"
              >
                {words.newPlan}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {years.length > 1 ? (
        <FilterBar
          action={request.link(PLANS)}
          values={{ nam: String(year) }}
          active={[]}
          clearHref={withQuery(request.chrome.address, { nam: null })}
        >
          <SelectField
            name="nam"
            label={words.year}
            empty={null}
            narrow
            choices={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
        </FilterBar>
      ) : null}
      <Section title={words.dialoguesOfYear}>
        <YearStrip year={year} items={await stripItems(request, year, views)} today={today} />
      </Section>
      {views.map((view) => (
        <YearFigures key={view.plan.id} request={request} view={view} />
      ))}
      <Section title={words.plansOfYear} count={plans.length}>
        {plans.length === 0 ? (
          <EmptyState title={words.noneOfYear(year)} help={words.noneHelp} icon="plan" />
        ) : (
          <DataTable
            caption={words.plansOfYear}
            columns={columnsOf(request)}
            rows={plans}
            rowKey={(plan) => String(plan.id)}
            rowHref={(plan) => request.link(`${PLANS}/${plan.id}`)}
          />
        )}
      </Section>
    </>,
  )
}

/** Entries of the plans in force, and what was opened beside them. */
async function stripItems(request: OfficeRequest, year: number, views: readonly PlanView[]): Promise<YearStripItem[]> {
  const planned = views.flatMap(({ plan, progress }) =>
    progress.planned.flatMap(({ planned: entry, dialogue, state, day }): YearStripItem[] => {
      const drawn = stripState(state)
      if (drawn === null) return []
      const href = request.link(dialogue ? `/hoi-nghi/${dialogue.id}` : `${PLANS}/${plan.id}#doi-thoai`)
      return [{ key: `planned ${entry.id}`, day, state: drawn, label: entry.title, href }]
    }),
  )
  const shown = new Set(views.flatMap(({ progress }) => progress.planned.map((one) => one.dialogue?.id)))
  const actual = await loadActual(request.db, request.authority.id, year)
  const beside = actual.flatMap((one): YearStripItem[] =>
    shown.has(one.id) || one.day === null || one.kind === 'withinRegularMeeting'
      ? []
      : [
          {
            key: `dialogue ${one.id}`,
            day: one.day,
            state: one.held ? 'held' : 'planned',
            label: one.title,
            href: request.link(`/hoi-nghi/${one.id}`),
          },
        ],
  )
  return [...planned, ...beside]
}

function YearFigures({ request, view }: { request: OfficeRequest; view: PlanView }) {
  const words = planWords[request.lang]
  const { planned, outside, heldBySession } = view.progress
  const entries = planned.filter((one) => one.state !== 'dropped')
  const count = (...states: string[]) => entries.filter((one) => states.includes(one.state)).length
  const late = count('late', 'missing')
  const sessions = heldBySession.reduce((sum, one) => sum + one.count, 0)
  return (
    <Section title={view.plan.title}>
      <StatRow>
        <Stat label={words.planned} value={entries.length} />
        <Stat label={words.plannedStates.held} value={count('held', 'heldLate')} tone="good" />
        <Stat label={words.plannedStates.late} value={late} tone={late > 0 ? 'bad' : 'quiet'} />
        <Stat label={words.outsideHeld} value={outside.filter((one) => one.held).length} />
        {heldBySession.length > 0 ? <Stat label={words.sessions} value={sessions} /> : null}
      </StatRow>
      <div class="mt-4">
        <TargetTable request={request} view={view} mayEdit={false} />
      </div>
    </Section>
  )
}

function columnsOf({ lang }: OfficeRequest): Column<PlanRow>[] {
  const words = planWords[lang]
  return [
    { key: 'title', label: words.title, main: true, wide: true, cell: (plan) => plan.title },
    { key: 'issuer', label: words.issuer, cell: (plan) => plan.issuerName },
    { key: 'number', label: words.number, cell: (plan) => plan.number ?? '' },
    { key: 'datedOn', label: words.datedOn, cell: (plan) => (plan.datedOn ? formatDay(plan.datedOn) : '') },
    { key: 'state', label: words.state, cell: (plan) => <PlanBadge state={plan.state} lang={lang} /> },
  ]
}
