import { mayApprove } from '../../../documents/paper.ts'
import { actsOnPlan, missingParts, type PlanState } from '../../../plans/plan.ts'
import { getPlan, listPlans } from '../../../plans/plan-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { type ChainStep, ChainSteps } from '../../kit/chain-steps.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { ReadinessList } from '../../kit/readiness-list.tsx'
import { Section } from '../../kit/section.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { documentWords } from '../../words/document-words.ts'
import { kitWords } from '../../words/kit-words.ts'
import { planWords } from '../../words/plan-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { historyEvents } from '../documents/document-history.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { KeptTextCard, readKeptText } from '../papers/kept-text-part.tsx'
import type { RefusedForm } from '../submit-form.tsx'
import { copiedAgenciesCard } from './copied-agencies.tsx'
import { PLANS } from './plan-list-page.tsx'
import { BasesSection, DisseminationSection, OutsideSection, PlannedSection, TasksSection } from './plan-sections.tsx'
import { PlanBadge } from './plan-signs.tsx'
import { TargetTable } from './plan-target-table.tsx'
import { loadPlanView, type PlanView } from './plan-view.ts'

/** GET /ke-hoach/:id: the life of a plan, what it promises, how it stands. Shown again when a one-button act was refused. */
export async function showPlan(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = planWords[lang]
  const plan = await getPlan(db, authority.id, idParam(request))
  const view = await loadPlanView(request, plan)
  const events = await historyEvents(db, authority.id, 'plan', plan.id, request.lang)
  const kept = await readKeptText(request, view.paper)
  const scope = { authorityId: authority.id }
  const mayEdit = plan.state === 'draft' && request.actor.may('plan:draft', scope)
  return officePage(
    request,
    { title: plan.title, active: 'plans', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={plan.title}
        kicker={words.yearPlan(plan.year)}
        trail={[{ href: request.link(`${PLANS}?nam=${plan.year}`), label: words.plans }]}
        meta={<PlanBadge state={plan.state} lang={lang} />}
      />
      {refused ? <ErrorSummary errors={refusalOf(request, refused)} labels={{}} /> : null}
      {plan.state === 'replaced' ? null : <ChainSteps steps={lifeOf(request, view)} label={words.lifeTitle} />}
      <div class="my-5">
        <ActionBar actions={actionsOf(request, view, kept?.behind != null)} />
        {mayNotApproveOwn(request, view) ? <p class="mt-3">{documentWords[lang].ownWords}</p> : null}
      </div>
      <Missing request={request} view={view} />
      {kept ? <KeptTextCard request={request} kept={kept} /> : null}
      {await copiedAgenciesCard(request, plan)}
      <PageColumns
        main={
          <>
            <BasesSection request={request} view={view} mayEdit={mayEdit} />
            <Texts request={request} view={view} mayEdit={mayEdit} />
            <Section
              title={words.targets}
              count={view.targets.length}
              actions={
                mayEdit ? (
                  <LinkButton small href={request.link(`${PLANS}/${plan.id}/chi-tieu/moi`)} icon="plus">
                    {words.addTarget}
                  </LinkButton>
                ) : null
              }
            >
              <TargetTable request={request} view={view} mayEdit={mayEdit} />
            </Section>
            <PlannedSection request={request} view={view} mayEdit={mayEdit} />
            <TasksSection request={request} view={view} mayEdit={mayEdit} />
            <DisseminationSection request={request} view={view} />
            {plan.state === 'issued' || plan.state === 'published' ? (
              <OutsideSection request={request} view={view} />
            ) : null}
          </>
        }
        aside={<Facts request={request} view={view} facts={await relatives(request, view)} />}
      />
      <Section title={words.history}>
        <Timeline events={events} />
      </Section>
    </>,
  )
}

function refusalOf(request: OfficeRequest, refused: RefusedForm): Record<string, string> {
  if (refused.stale) return { '': kitWords[request.lang].conflictTitle }
  const [first] = Object.values(refused.errors)
  return first === undefined ? {} : { '': first }
}

const LIFE: readonly Exclude<PlanState, 'replaced'>[] = ['draft', 'approved', 'issued', 'published']

function lifeOf(request: OfficeRequest, { plan, paper }: PlanView): ChainStep[] {
  const words = planWords[request.lang]
  const at = LIFE.indexOf(plan.state as (typeof LIFE)[number])
  return LIFE.map((key, index) => ({
    key,
    label: words.life[key],
    state: index <= at ? 'done' : index === at + 1 ? 'current' : 'next',
    ...(key === 'issued' && paper?.datedOn ? { note: formatDay(paper.datedOn) } : {}),
  }))
}

/** Whether this reader approves plans, but not this one: the words in it are the reader's own. */
function mayNotApproveOwn({ actor, authority }: OfficeRequest, { plan, paper }: PlanView): boolean {
  if (plan.state !== 'draft' || paper === null || mayApprove(paper, actor.accountId)) return false
  return actor.may('plan:approve', { authorityId: authority.id })
}

function actionsOf(request: OfficeRequest, view: PlanView, behind: boolean): Action[] {
  const { plan, targets, bases } = view
  const words = planWords[request.lang]
  const may = (permission: 'plan:draft' | 'plan:approve' | 'plan:issue' | 'plan:publish') =>
    request.actor.may(permission, { authorityId: request.authority.id })
  const acts = actsOnPlan(plan)
  const at = (act: string) => request.link(`${PLANS}/${plan.id}/${act}`)
  // a Word file that is not in step with the plan is said so in its card
  const ready = missingParts({ ...plan, targets, bases }).length === 0 && !behind
  const actions: Action[] = []
  if (acts.includes('approve') && ready && may('plan:approve') && !mayNotApproveOwn(request, view)) {
    actions.push({ label: words.approve, post: at('duyet'), version: plan.version, variant: 'primary', icon: 'check' })
  }
  if (acts.includes('issue') && may('plan:issue')) {
    actions.push({ label: words.issue, href: at('ban-hanh'), variant: 'primary', icon: 'file' })
  }
  if (acts.includes('publish') && may('plan:publish')) {
    actions.push({ label: words.publish, post: at('cong-khai'), version: plan.version, variant: 'primary' })
  }
  if (acts.includes('edit') && may('plan:draft')) actions.push({ label: words.editTexts, href: at('sua'), icon: 'pen' })
  if (acts.includes('approveOnPaper') && ready && may('plan:draft')) {
    actions.push({ label: words.approveOnPaper, href: at('duyet-tren-giay') })
  }
  if (acts.includes('returnToDraft') && may('plan:approve')) {
    actions.push({ label: words.returnPlan, href: at('tra-lai') })
  }
  if (acts.includes('replace') && may('plan:draft')) {
    actions.push({ label: words.newVersion, href: request.link(`${PLANS}/moi?thay=${plan.id}`) })
  }
  return actions
}

function Missing({ request, view }: { request: OfficeRequest; view: PlanView }) {
  const words = planWords[request.lang]
  const missing = view.plan.state === 'draft' ? missingParts({ ...view.plan, ...view }) : []
  if (missing.length === 0) return null
  const labels: Readonly<Record<string, string>> = words.missing
  return (
    <Card look="marked" level={2} title={words.whyNotYet}>
      <ReadinessList
        items={missing.map((part) => ({ key: part, label: labels[part] ?? part, state: 'missing' as const }))}
      />
    </Card>
  )
}

function Texts({ request, view, mayEdit }: { request: OfficeRequest; view: PlanView; mayEdit: boolean }) {
  const words = planWords[request.lang]
  const texts = [
    ['purpose', words.purpose],
    ['requirements', words.requirements],
    ['motto', words.motto],
    ['closing', words.closing],
  ] as const
  return (
    <div class="section">
      {texts.map(([field, label]) =>
        view.plan[field] === '' ? null : (
          <DetailsBlock key={field} summary={label} open={mayEdit && field === 'purpose'}>
            <ProseText text={view.plan[field].replaceAll('\n- ', '\n\n- ')} />
          </DetailsBlock>
        ),
      )}
    </div>
  )
}

async function relatives(request: OfficeRequest, { plan }: PlanView) {
  const words = planWords[request.lang]
  const all = await listPlans(request.db, request.authority.id)
  const link = (id: number) => {
    const found = all.find((one) => one.id === id)
    return found ? <a href={request.link(`${PLANS}/${id}`)}>{found.number ?? found.title}</a> : null
  }
  const newer = all.find((one) => one.replacesPlanId === plan.id && one.state !== 'draft')
  return [
    { label: words.issuer, value: all.find((one) => one.id === plan.id)?.issuerName },
    { label: words.replacesPlan, value: plan.replacesPlanId === null ? null : link(plan.replacesPlanId) },
    { label: words.states.replaced, value: newer ? link(newer.id) : null },
  ]
}

function Facts({
  request,
  view,
  facts,
}: {
  request: OfficeRequest
  view: PlanView
  facts: Awaited<ReturnType<typeof relatives>>
}) {
  const words = planWords[request.lang]
  const { paper, regulation, plan } = view
  const signer = paper?.signerName ? `${paper.signCapacity} ${paper.signerTitle}, ${paper.signerName}` : null
  const onPaper =
    paper?.approvedOnPaper && paper.paperApprovedOn
      ? `${paper.paperApprover}, ${formatDay(paper.paperApprovedOn)}`
      : null
  const mayRead = paper !== null && request.actor.may('paper:read', { authorityId: request.authority.id })
  return (
    <Card look="quiet" level={2} title={words.facts}>
      <DefinitionList
        stacked
        facts={[
          { label: words.number, value: paper?.number },
          { label: words.datedOn, value: paper?.datedOn ? formatDay(paper.datedOn) : null },
          { label: words.signerName, value: signer },
          { label: words.approveOnPaper, value: onPaper },
          ...facts,
          { label: words.regulation, value: `${regulation.number} (${regulation.version})` },
          {
            label: words.paper,
            value: mayRead ? <a href={request.link(`/van-ban/${plan.paperId}`)}>{words.openPaper}</a> : null,
          },
          {
            label: sheetWords[request.lang].preview,
            value: mayRead ? (
              <a href={request.link(`/van-ban/soan?ke-hoach=${plan.id}&loai=annualPlan`)}>
                {sheetWords[request.lang].seeLayout}
              </a>
            ) : null,
          },
        ]}
      />
    </Card>
  )
}
