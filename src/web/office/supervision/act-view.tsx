import { type TimeLeft, timeLeft } from '../../../calendar/count-days.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { type Day, formatDay } from '../../../platform/day.ts'
import {
  type AccountState,
  accountState,
  awaitsAnswer,
  type SupervisionKind,
} from '../../../supervision/supervision-act.ts'
import type { ActRow } from '../../../supervision/supervision-store.ts'
import type { Tone } from '../../kit/badge.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { Timeline, type TimelineEvent } from '../../kit/timeline.tsx'
import { supervisionWords } from '../../words/supervision-words.ts'
import type { OfficeRequest } from '../office-route.ts'

const TONES: Record<AccountState, Tone> = {
  waiting: 'warn',
  late: 'bad',
  answered: 'good',
  answeredLate: 'warn',
  withdrawn: 'quiet',
}

const KIND_TONES: Record<SupervisionKind, Tone> = {
  note: 'quiet',
  accountRequest: 'info',
  visit: 'info',
  urging: 'warn',
  result: 'good',
}

/** What the act is about, in words. */
function aboutOf(act: ActRow, request: OfficeRequest) {
  const words = supervisionWords[request.lang]
  if (act.petitionId !== null) {
    return <a href={request.link(`/kien-nghi/${act.petitionId}`)}>{words.aboutPetition(act.petitionCode ?? '')}</a>
  }
  if (act.dialogueId !== null) {
    return <a href={request.link(`/hoi-nghi/${act.dialogueId}`)}>{words.aboutDialogue(act.dialogueTitle ?? '')}</a>
  }
  return words.aboutWork
}

function isSaid(act: ActRow, on: 'dialogue' | 'petition' | undefined): boolean {
  return on === 'petition' || (on === 'dialogue' && act.petitionId === null)
}

interface ActListProps {
  request: OfficeRequest
  acts: readonly ActRow[]
  calendar: WorkingCalendar
  /** The page these acts stand on, which need not be named again. */
  on?: 'dialogue' | 'petition'
}

/** Acts of supervision as a timeline, each with what may be done with it next. */
export function ActList({ request, acts, calendar, on }: ActListProps) {
  const events = acts.map((act): TimelineEvent => {
    const state = accountState(act, request.today)
    const to = act.toAgencyShortName ? ` → ${act.toAgencyShortName}` : ''
    const by = act.byAgencyName ?? act.byAgencyShortName ?? ''
    return {
      key: String(act.id),
      when: act.onDay,
      tone: state ? TONES[state] : KIND_TONES[act.kind],
      title: `${supervisionWords[request.lang].kinds[act.kind]}${to}`,
      who: [by, act.enteredByName].filter(Boolean).join(' · '),
      body: (
        <div id={`giam-sat-${act.id}`}>
          {isSaid(act, on) ? null : <p class="field-help">{aboutOf(act, request)}</p>}
          <ActBody act={act} state={state} request={request} left={leftOf(calendar, act, request.today)} />
        </div>
      ),
    }
  })
  return <Timeline events={events} />
}

function leftOf(calendar: WorkingCalendar, act: ActRow, today: Day): TimeLeft | null {
  return act.answerDueOn === null || !awaitsAnswer(act) ? null : timeLeft(calendar, today, act.answerDueOn)
}

interface ActBodyProps {
  act: ActRow
  state: AccountState | null
  request: OfficeRequest
  left: TimeLeft | null
}

function ActBody({ act, state, request, left }: ActBodyProps) {
  const words = supervisionWords[request.lang]
  return (
    <>
      <ProseText text={act.content} />
      {act.participants ? (
        <p class="field-help">
          {words.participants}: {act.participants}
        </p>
      ) : null}
      {state ? (
        <p class="my-1.5 flex flex-wrap items-center gap-2">
          <StateBadge tone={TONES[state]} label={words.states[state]} />
          {act.answerDueOn ? (
            <DueDate
              due={act.answerDueOn}
              left={left}
              met={act.answeredOn}
              whyHref={act.deadlineId ? request.link(`/han/${act.deadlineId}`) : null}
            />
          ) : null}
        </p>
      ) : null}
      {act.answer ? (
        <ProseText
          quoted
          text={act.answer}
          by={[act.toAgencyName, act.answeredByName, act.answeredOn ? formatDay(act.answeredOn) : null]
            .filter(Boolean)
            .join(' · ')}
        />
      ) : null}
      {act.withdrawnReason ? (
        <p class="field-help">
          {words.withdrawReason}: {act.withdrawnReason}
        </p>
      ) : null}
      <ActButtons act={act} request={request} />
    </>
  )
}

function ActButtons({ act, request }: { act: ActRow; request: OfficeRequest }) {
  const words = supervisionWords[request.lang]
  const { actor, authority } = request
  const scope = { authorityId: authority.id, agencyIds: act.toAgencyId === null ? [] : [act.toAgencyId] }
  const mayAnswer = awaitsAnswer(act) && actor.may('supervision:answer', scope)
  const isOwn = actor.homeAuthorityId !== authority.id || actor.agencyId === act.byAgencyId
  const mayWithdraw = awaitsAnswer(act) && isOwn && actor.may('supervision:act', { authorityId: authority.id })
  const mayOpenLetter =
    act.paperId !== null && actor.may('paper:read', { authorityId: authority.id, agencyIds: scope.agencyIds })
  if (!mayAnswer && !mayWithdraw && !mayOpenLetter) return null
  return (
    <p class="mt-2 flex flex-wrap gap-2">
      {mayAnswer ? (
        <LinkButton small href={request.link(`/giam-sat/${act.id}/giai-trinh`)}>
          {words.answerAccount}
        </LinkButton>
      ) : null}
      {mayWithdraw ? (
        <LinkButton small variant="quiet" href={request.link(`/giam-sat/${act.id}/rut`)}>
          {words.withdrawRequest}
        </LinkButton>
      ) : null}
      {mayOpenLetter ? (
        <LinkButton small variant="quiet" href={request.link(`/van-ban/${act.paperId}`)}>
          {words.openLetter}
        </LinkButton>
      ) : null}
    </p>
  )
}
