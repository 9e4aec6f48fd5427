import { loadCalendar } from '../../../calendar/calendar-store.ts'
import { timeLeft } from '../../../calendar/count-days.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { capitalized } from '../../../platform/capitalized.ts'
import { workDays } from '../../../reports/deadline-filter.ts'
import { groupWork, WORK_GROUPS, type WorkGroup, type WorkItem } from '../../../reports/work-item.ts'
import { listWork } from '../../../reports/work-list-store.ts'
import { workReader } from '../../../reports/work-reader.ts'
import type { Tone } from '../../kit/badge.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { type Task, TaskList } from '../../kit/task-list.tsx'
import { formatWeekday } from '../../words/format-values.ts'
import { homeWords } from '../../words/home-words.ts'
import { OfficialUntil } from '../deadlines/official-until.tsx'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { AuthoritiesTable, readAuthorities } from './authorities-table.tsx'
import { NextDialogueCard, readNextDialogue } from './next-dialogue-card.tsx'
import { nextStep, workHref, workTitle } from './next-step.ts'

const TONES: Record<WorkGroup, Tone> = {
  overdue: 'bad',
  today: 'warn',
  week: 'info',
  undated: 'info',
  later: 'quiet',
  waiting: 'quiet',
}

/** More lines than this are in the list of deadlines. */
const MOST = { mine: 25, waiting: 10 }

/** GET /: what must I do, by when, and where do I click? */
export async function showHome(request: OfficeRequest): Promise<OfficeReply> {
  const words = homeWords[request.lang]
  const { db, authority, actor } = request
  const days = workDays(request.today)
  const [items, overview, calendar, below] = await Promise.all([
    listWork(db, workReader(actor, authority.id), days),
    actor.may('dialogue:read', { authorityId: authority.id }) ? readNextDialogue(request) : null,
    loadCalendar(db),
    readAuthorities(request),
  ])
  const groups = groupWork(items, days)
  const agency = request.chrome.user?.agency
  // who only looks on from above has usually nothing to do here: then the authorities are the whole page
  const ownWork = below === null || items.length > 0 || overview !== null
  return officePage(
    request,
    { title: words.title, active: 'today' },
    <>
      <PageHeading
        title={words.title}
        meta={[capitalized(formatWeekday(request.today, request.lang)), agency].filter(Boolean).join(' · ')}
      />
      {below ? <AuthoritiesTable request={request} authorities={below} /> : null}
      {ownWork ? (
        <>
          <Numbers request={request} groups={groups} />
          <div class="mt-6">
            <PageColumns
              main={<Groups request={request} groups={groups} calendar={calendar} />}
              aside={
                <>
                  {actor.may('dialogue:read', { authorityId: authority.id }) ? (
                    <NextDialogueCard request={request} overview={overview} />
                  ) : null}
                  <OfficialUntil
                    calendar={calendar}
                    lang={request.lang}
                    warn={items.some((item) => item.provisional)}
                  />
                </>
              }
            />
          </div>
        </>
      ) : null}
    </>,
  )
}

type Groups = Record<WorkGroup, WorkItem[]>

function Numbers({ request, groups }: { request: OfficeRequest; groups: Groups }) {
  const words = homeWords[request.lang]
  const count = (group: WorkGroup) => groups[group].length
  const late = groups.waiting.filter((item) => item.dueOn !== null && item.dueOn < request.today).length
  return (
    <StatRow>
      <Stat label={words.groups.overdue} value={count('overdue')} tone={count('overdue') > 0 ? 'bad' : 'quiet'} />
      <Stat label={words.groups.today} value={count('today')} tone={count('today') > 0 ? 'warn' : 'quiet'} />
      <Stat label={words.groups.week} value={count('week')} />
      <Stat
        label={words.waiting}
        value={count('waiting')}
        {...(late > 0 ? { note: words.othersLate(late), tone: 'bad' as const } : {})}
      />
    </StatRow>
  )
}

function Groups(props: { request: OfficeRequest; groups: Groups; calendar: WorkingCalendar }) {
  const { request, groups, calendar } = props
  const words = homeWords[request.lang]
  const mine = WORK_GROUPS.filter((group) => group !== 'waiting').some((group) => groups[group].length > 0)
  return (
    <>
      {mine ? null : (
        <div class="mb-8">
          <EmptyState icon="check" title={words.nothing} help={words.nothingHelp} />
        </div>
      )}
      {WORK_GROUPS.map((group) => {
        const shown = groups[group].slice(0, group === 'waiting' ? MOST.waiting : MOST.mine)
        const hidden = groups[group].length - shown.length
        return (
          <div key={group}>
            <TaskList
              title={words.groups[group]}
              tone={TONES[group]}
              tasks={shown.map((item) => taskOf(request, item, calendar))}
              total={groups[group].length}
              {...(group === 'today' && mine ? { empty: words.noneToday } : {})}
            />
            {hidden > 0 ? (
              <p class="my-2">
                <a href={request.link(group === 'waiting' ? '/han?when=waiting' : '/han')}>{words.more(hidden)}</a>
              </p>
            ) : null}
          </div>
        )
      })}
      {request.actor.may('deadline:read', { authorityId: request.authority.id }) ? (
        <p class="mt-4">
          <a href={request.link('/han')}>{words.allDeadlines}</a>
        </p>
      ) : null}
    </>
  )
}

function taskOf(request: OfficeRequest, item: WorkItem, calendar: WorkingCalendar): Task {
  const words = homeWords[request.lang]
  const step = nextStep(request, item)
  const who =
    item.agencyName === null
      ? null
      : item.kind === 'accountAsked'
        ? words.askedBy(item.agencyName)
        : item.waitsFor === 'others'
          ? words.owedBy(item.agencyName)
          : null
  const context = [item.dialogueTitle, who].filter(Boolean).join(' · ')
  return {
    key: `${item.kind} ${item.subjectKind} ${item.subjectId} ${item.key ?? ''} ${item.deadlineId ?? ''}`,
    title: workTitle(request, item),
    href: workHref(request, item),
    ...(context ? { context } : {}),
    ...(item.dueOn
      ? {
          due: (
            <DueDate
              due={item.dueOn}
              left={timeLeft(calendar, request.today, item.dueOn)}
              whyHref={item.deadlineId ? request.link(`/han/${item.deadlineId}`) : null}
              provisional={item.provisional}
            />
          ),
        }
      : { due: <span /> }),
    ...(step ? { action: { label: step.verb, href: step.href } } : {}),
  }
}
