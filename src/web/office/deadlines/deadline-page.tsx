import { loadCalendar } from '../../../calendar/calendar-store.ts'
import { timeLeft } from '../../../calendar/count-days.ts'
import { listExtensions, listMoves } from '../../../deadlines/deadline-store.ts'
import type { DueDate as Counting } from '../../../deadlines/due-date-value.ts'
import { formatDay } from '../../../platform/day.ts'
import { loadDialogueClock } from '../../../procedures/dialogue-clock.ts'
import { aboutText } from '../../../reports/deadline-about.ts'
import { getVisibleDeadline, listOtherClocks, type OtherClock } from '../../../reports/deadline-list-store.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList, type Fact } from '../../kit/definition-list.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { deadlineWords } from '../../words/deadline-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { CountCalendar } from './count-calendar.tsx'
import { countingFacts, metByLine } from './deadline-facts.tsx'
import { DeadlineHistory } from './deadline-history.tsx'
import { requireViewer } from './deadline-list-page.tsx'
import { OfficialUntil } from './official-until.tsx'
import { subjectAddress } from './subject-address.ts'

type Deadline = Awaited<ReturnType<typeof getVisibleDeadline>>

/** GET /han/:id: why the due date is this day, and everything that ever moved it. */
export async function showDeadline(request: OfficeRequest): Promise<OfficeReply> {
  const { db, lang, authority } = request
  const words = deadlineWords[lang]
  const viewer = requireViewer(request)
  const deadline = await getVisibleDeadline(db, viewer, idParam(request))
  const [moves, clocks, extensions, calendar, rule] = await Promise.all([
    listMoves(db, authority.id, deadline.id),
    listOtherClocks(db, viewer, [deadline]),
    listExtensions(db, authority.id, deadline),
    loadCalendar(db),
    ruleOf(request, deadline),
  ])
  const counting = deadline.counting as unknown as Counting
  const left = deadline.state === 'open' ? timeLeft(calendar, request.today, deadline.dueOn) : null
  const extension = extensions.find((one) => one.key === deadline.key)
  const facts: Fact[] = [
    { label: words.facts.subject, value: <SubjectLink request={request} deadline={deadline} /> },
    { label: words.facts.agency, value: deadline.agencyName },
    { label: words.facts.metBy, value: metByLine(rule, deadline.subjectKind, deadline.key, lang) },
    { label: words.facts.metOn, value: deadline.metOn ? formatDay(deadline.metOn) : null },
    { label: words.facts.voided, value: deadline.voidReason },
    {
      label: words.facts.extension,
      value: extension
        ? `${extension.reason} (${words.granted(formatDay(extension.grantedOn), extension.grantedByName)}${extension.onPaper ? `, ${words.onPaper}` : ''})`
        : null,
    },
  ]
  return officePage(
    request,
    { title: deadline.label, active: 'deadlines' },
    <>
      <PageHeading
        trail={[{ href: request.link('/han'), label: words.deadlines }]}
        kicker={[aboutText(deadline), deadline.dialogueTitle].filter(Boolean).join(' · ') || deadline.instrument}
        title={deadline.label}
        meta={
          <>
            <State deadline={deadline} today={request.today} lang={lang} />{' '}
            <DueDate
              full
              due={deadline.dueOn}
              left={left}
              met={deadline.state === 'met' ? deadline.metOn : null}
              whyHref={null}
              provisional={deadline.provisional}
              before={
                deadline.subjectKind === 'report' && deadline.anchorOn !== deadline.dueOn ? deadline.anchorOn : null
              }
            />
          </>
        }
      />
      <Actions request={request} deadline={deadline} />
      <div class="mt-6">
        <PageColumns
          main={
            <>
              <Section title={words.explained}>
                {counting.explanation ? <p class="max-w-prose">{counting.explanation}</p> : null}
                {deadline.provisional ? <p class="max-w-prose text-warning">{words.provisionalNote}</p> : null}
                <div class="mt-4">{counting.anchor ? <CountCalendar due={counting} lang={lang} /> : null}</div>
              </Section>
              <Clocks request={request} clocks={clocks} />
              <DeadlineHistory deadline={deadline} moves={moves} lang={lang} />
            </>
          }
          aside={
            <Card look="quiet">
              <DefinitionList
                stacked
                facts={[...facts, ...(counting.anchor ? countingFacts(counting, deadline.firstDueOn, lang) : [])]}
              />
            </Card>
          }
        />
      </div>
      <OfficialUntil calendar={calendar} lang={lang} warn={deadline.provisional} />
    </>,
  )
}

/** The rule behind the deadline, from the dialogue's own regulation or the law over it. */
async function ruleOf(request: OfficeRequest, deadline: Deadline) {
  if (deadline.dialogueId === null || deadline.key === 'promise') return undefined
  const clock = await loadDialogueClock(request.db, request.authority.id, deadline.dialogueId)
  return clock.rules.find((rule) => rule.key === deadline.key && rule.instrumentId === deadline.instrumentId)
}

function State({ deadline, today, lang }: { deadline: Deadline; today: string; lang: Lang }) {
  const words = deadlineWords[lang]
  if (deadline.state === 'open')
    return deadline.dueOn < today ? (
      <StateBadge tone="bad" label={words.late} />
    ) : (
      <StateBadge tone="info" label={words.states.open} />
    )
  if (deadline.state === 'met')
    return deadline.metOn! > deadline.dueOn ? (
      <StateBadge tone="warn" label={words.metLate} />
    ) : (
      <StateBadge tone="good" label={words.states.met} />
    )
  return <StateBadge tone="quiet" label={words.states.void} />
}

function SubjectLink({ request, deadline }: { request: OfficeRequest; deadline: Deadline }) {
  const words = deadlineWords[request.lang]
  const address = subjectAddress(deadline)
  const name = aboutText(deadline, 200) ?? (deadline.subjectKind === 'dialogue' ? deadline.dialogueTitle : null)
  const kind = words.kinds[deadline.subjectKind as keyof typeof words.kinds] ?? deadline.subjectKind
  const label = name ? `${kind}: ${name}` : kind
  return address ? <a href={request.link(address)}>{label}</a> : <span>{label}</span>
}

function Actions({ request, deadline }: { request: OfficeRequest; deadline: Deadline }) {
  const words = deadlineWords[request.lang]
  const address = subjectAddress(deadline)
  return (
    <ActionBar
      actions={address ? [{ label: words.open, href: request.link(address), variant: 'primary', icon: 'arrow' }] : []}
    />
  )
}

/** The law's clock beside the province's, the earlier first. */
function Clocks({ request, clocks }: { request: OfficeRequest; clocks: readonly OtherClock[] }) {
  const words = deadlineWords[request.lang]
  if (clocks.length === 0) return null
  return (
    <Section title={words.clocks} help={words.clocksHelp}>
      <ul class="grid gap-2">
        {clocks.map((clock) => (
          <li key={clock.id} class="flex flex-wrap items-baseline gap-x-3">
            <a href={request.link(`/han/${clock.id}`)}>{clock.label}</a>
            <span class="text-sm text-(--ink-soft)">{clock.instrument}</span>
            <DueDate
              due={clock.dueOn}
              left={null}
              met={clock.state === 'met' ? clock.metOn : null}
              whyHref={request.link(`/han/${clock.id}`)}
              provisional={clock.provisional}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
