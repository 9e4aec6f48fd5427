import { type Day, formatDay } from '../../platform/day.ts'
import { listHeldOfPlan, listPublicPlans, type PublicPlan } from '../../public-record/public-plan-store.ts'
import { formatNumber } from '../words/format-values.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import { ownLanguage } from './entry-list.tsx'
import { yearAsked } from './front-page.tsx'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage, portalQuery } from './portal-route.ts'

type Held = Awaited<ReturnType<typeof listHeldOfPlan>>

/** GET /ke-hoach?nam=: the plan of a year beside what became of it; without a year the newest one. */
export async function showPublicPlan(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, lang, chrome, link } = request
  const words = readingWords[lang]
  const plans = await listPublicPlans(db, authority.id)
  const year = yearAsked(portalQuery(request, 'nam'), today)
  const plan = plans.find((one) => one.year === year) ?? plans[0]
  const held = plan
    ? await listHeldOfPlan(
        db,
        authority.id,
        plan.dialogues.map((row) => row.plannedId),
      )
    : []
  const others = plans.filter((one) => one !== plan)
  return portalPage(
    <PortalPage chrome={chrome} title={plan ? words.planTitle(plan.year) : words.plan} active="plan">
      <h1>{plan ? words.planTitle(plan.year) : words.plan}</h1>
      {plan ? <PlanBody plan={plan} held={held} request={request} /> : <p>{words.noPlan}</p>}
      {others.length > 0 ? (
        <p class="no-print">
          {words.otherYears}:{' '}
          {others.map((one, at) => (
            <span key={one.id}>
              {at > 0 ? ' · ' : ''}
              <a href={link(`/ke-hoach?nam=${one.year}`)}>{one.year}</a>
            </span>
          ))}
        </p>
      ) : null}
    </PortalPage>,
  )
}

interface PlanProps {
  plan: PublicPlan
  held: Held
  request: PortalRequest
}

function PlanBody({ plan, held, request }: PlanProps) {
  const { lang } = request
  const words = readingWords[lang]
  const own = ownLanguage(lang)
  return (
    <>
      <p {...own}>{plan.title}</p>
      {plan.number && plan.issuedOn ? (
        <p class="lead">{words.planNumber(plan.number, formatDay(plan.issuedOn), plan.issuer)}</p>
      ) : null}
      <h2>{words.planned}</h2>
      <ul class="plan-list">
        {plan.dialogues.map((row) => (
          <li key={row.plannedId}>
            <strong {...own}>{row.title}</strong>
            <span class="entry-facts">
              {words.plannedWhen}: {words.between(formatDay(row.from), formatDay(row.to))}
            </span>
            <span class="plan-actual">
              {words.actual}: <Actual row={row} held={held} request={request} />
            </span>
          </li>
        ))}
      </ul>
      {plan.targets.length > 0 ? (
        <>
          <h2>{words.targets}</h2>
          <ul class="dots" {...own}>
            {distinct(plan.targets).map((target) => (
              <li key={`${target.label} ${target.period}`}>
                {target.label}: {words.atLeast(formatNumber(target.minimum, lang))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <PlanText title={words.purpose} text={plan.purpose} request={request} />
      <PlanText title={words.requirements} text={plan.requirements} request={request} />
    </>
  )
}

function Actual({ row, held, request }: { row: PublicPlan['dialogues'][number]; held: Held; request: PortalRequest }) {
  const { lang, link, today } = request
  const words = readingWords[lang]
  const found = held.find((one) => one.plannedDialogueId === row.plannedId)
  if (!found)
    return <span class={row.to < today ? 'late' : ''}>{row.to < today ? words.actualLate : words.actualNone}</span>
  const state = words.stateOfDialogue[found.state as keyof typeof words.stateOfDialogue]
  return (
    <a href={link(`/hoi-nghi/${found.dialogueId}`)}>
      {state}
      {found.heldOn ? `, ${formatDay(found.heldOn as Day)}` : ''}
    </a>
  )
}

function PlanText({ title, text, request }: { title: string; text: string; request: PortalRequest }) {
  if (text.trim() === '') return null
  return (
    <section>
      <h2>{title}</h2>
      <div {...ownLanguage(request.lang)}>
        {text
          .split(/\n+/)
          .filter(Boolean)
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </div>
    </section>
  )
}

/** The same target of several heads is read once. */
function distinct(targets: PublicPlan['targets']): PublicPlan['targets'] {
  return [...new Map(targets.map((target) => [`${target.label} ${target.period} ${target.minimum}`, target])).values()]
}
