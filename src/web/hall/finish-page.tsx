import { findConclusionNotice, listConclusionItems } from '../../dialogues/conclusion-store.ts'
import { findInternalReview, findMinutes } from '../../dialogues/conference-store.ts'
import { endsNextDay } from '../../dialogues/sitting-hours.ts'
import { listArrivals } from '../../hall/door-store.ts'
import { attendanceOf } from '../../hall/hall.ts'
import { listHallEvents } from '../../hall/hall-event-store.ts'
import { wallClock } from '../../hall/hall-state.ts'
import { findHall } from '../../hall/hall-store.ts'
import { formatDay } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { composeMinutes, putOffUnanswered } from '../../procedures/finish-conference.ts'
import { holdConference } from '../../procedures/hold-conference.ts'
import { receiveOpenQuestions } from '../../procedures/receive-question.ts'
import { getRegulationVersion } from '../../regulations/regulation-store.ts'
import { listSurveys } from '../../surveys/survey-store.ts'
import { DetailsBlock } from '../kit/details-block.tsx'
import { Form } from '../kit/form.tsx'
import { FormButtons } from '../kit/form-buttons.tsx'
import { LinkButton } from '../kit/link-button.tsx'
import { TextField } from '../kit/text-field.tsx'
import { endOf, HeldFields } from '../office/dialogues/conduct-page.tsx'
import { type DialoguePage, dialogueAct, dialogueView } from '../office/dialogues/dialogue-act.tsx'
import { DialogueDeadlines } from '../office/dialogues/dialogue-deadlines.tsx'
import { readOverview } from '../office/dialogues/dialogue-facts.ts'
import { formState, mayDo } from '../office/dialogues/dialogue-request.ts'
import { subpage } from '../office/dialogues/subpage.tsx'
import type { OfficeRequest, OfficeRoute } from '../office/office-route.ts'
import { conferenceWords } from '../words/conference-words.ts'
import { finishWords } from '../words/finish-words.ts'
import { openQuestionsStep } from './finish-open-step.tsx'
import { type FinishProps, Step } from './finish-step.tsx'

async function heldStep({ request, dialogue, hall, refusal, base }: FinishProps) {
  const words = finishWords[request.lang]
  const own = conferenceWords[request.lang].conduct
  const held = dialogue.state !== 'preparing'
  const came = attendanceOf(await listArrivals(request.db, request.authority.id, dialogue.id))
  const stored = {
    heldOn: dialogue.heldOn ? formatDay(dialogue.heldOn) : '',
    openedAt: hall.openedAt ? wallClock(hall.openedAt.getTime()) : (dialogue.startsAt ?? ''),
    endedAt: hall.endedAt ? wallClock(hall.endedAt.getTime()) : '',
    attendanceDelegates: came.delegates,
    attendancePeople: came.people,
    attendanceWomen: came.women === 0 ? '' : came.women,
  }
  return (
    <Step
      number={2}
      title={words.held}
      state={held ? 'done' : hall.phase === 'ended' ? 'now' : 'later'}
      lang={request.lang}
    >
      {held ? (
        <p>
          {words.heldDone(
            dialogue.openedAt ?? '',
            endOf(dialogue, own),
            dialogue.attendanceDelegates ?? 0,
            dialogue.attendancePeople ?? 0,
          )}
        </p>
      ) : hall.phase !== 'ended' ? (
        <p>{words.stillRunning}</p>
      ) : mayDo(request, 'dialogue:conduct') ? (
        <>
          <p class="field-help">{words.heldHelp}</p>
          {endsNextDay(stored.openedAt, stored.endedAt || null) ? <p>{words.overNight}</p> : null}
          <Form action={`${base}/ket-thuc/da-to-chuc`} label={words.held} {...formState(refusal, 'hold', stored)}>
            <HeldFields lang={request.lang} />
          </Form>
        </>
      ) : null}
    </Step>
  )
}

/** Who pressed most at the desks: most likely the secretary. */
async function whoConducted(request: OfficeRequest, dialogueId: number): Promise<string> {
  const acts = new Map<string, number>()
  for (const { by } of await listHallEvents(request.db, request.authority.id, dialogueId))
    if (by) acts.set(by, (acts.get(by) ?? 0) + 1)
  return [...acts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

async function minutesStep({ request, dialogue, hall, refusal, base }: FinishProps) {
  const words = finishWords[request.lang]
  const minutes = await findMinutes(request.db, request.authority.id, dialogue.id)
  const locked = minutes?.state === 'locked'
  const mayWrite = mayDo(request, 'minutes:write') && hall.phase === 'ended' && !locked
  const name =
    request.actor.role === 'secretary'
      ? request.actor.displayName
      : (minutes?.secretaryName ?? (await whoConducted(request, dialogue.id)))
  const form = (
    <Form
      action={`${base}/ket-thuc/bien-ban`}
      version={minutes?.version ?? ''}
      label={words.compose}
      {...formState(refusal, 'compose', { secretaryName: name })}
    >
      <TextField name="secretaryName" label={conferenceWords[request.lang].minutes.secretary} required />
      <FormButtons verb={minutes ? words.composeAgain : words.compose} />
    </Form>
  )
  return (
    <Step
      number={3}
      title={words.minutes}
      state={locked ? 'done' : hall.phase === 'ended' ? 'now' : 'later'}
      lang={request.lang}
    >
      <p>{locked ? words.minutesLocked : minutes ? words.minutesWritten : words.minutesHelp}</p>
      {minutes && mayDo(request, 'dossier:read') ? (
        <p class="my-3">
          <LinkButton variant={locked ? 'quiet' : 'primary'} href={request.link(`/hoi-nghi/${dialogue.id}/bien-ban`)}>
            {words.toMinutes}
          </LinkButton>
        </p>
      ) : null}
      {mayWrite && !minutes ? form : null}
      {mayWrite && minutes ? (
        <DetailsBlock summary={words.composeAgain} open={refusal?.form === 'compose'}>
          {form}
        </DetailsBlock>
      ) : null}
    </Step>
  )
}

async function ballotStep({ request, dialogue }: FinishProps) {
  const words = finishWords[request.lang]
  const { regulation } = await getRegulationVersion(request.db, dialogue.regulationVersionId)
  if (!regulation.forum) return null
  const [survey] = await listSurveys(request.db, request.authority.id, dialogue.id)
  return (
    <Step number={4} title={words.ballots} state={survey?.state === 'settled' ? 'done' : 'now'} lang={request.lang}>
      <p>{survey ? (survey.state === 'settled' ? words.ballotsDone : words.ballotsOpen) : words.ballotsNone}</p>
      {mayDo(request, 'survey:read') ? (
        <LinkButton href={request.link(`/hoi-nghi/${dialogue.id}/phieu-danh-gia`)}>{words.toBallots}</LinkButton>
      ) : null}
    </Step>
  )
}

async function conclusionStep({ request, dialogue }: FinishProps, number: number) {
  const words = finishWords[request.lang]
  const at = [request.db, request.authority.id, dialogue.id] as const
  const [notice, items] = await Promise.all([findConclusionNotice(...at), listConclusionItems(...at)])
  const held = dialogue.state !== 'preparing'
  const done = notice !== null && notice.state !== 'draft'
  return (
    <Step number={number} title={words.conclusion} state={done ? 'done' : held ? 'now' : 'later'} lang={request.lang}>
      <p>{items.length > 0 ? words.conclusionItems(items.length) : words.conclusionHelp}</p>
      {items.length === 0 && held && mayDo(request, 'conclusion:draft') ? (
        <Form
          action={request.link(`/hoi-nghi/${dialogue.id}/ket-luan/dua-kien-nghi`)}
          draft={false}
          label={words.fillConclusion}
        >
          <FormButtons verb={words.fillConclusion} />
        </Form>
      ) : null}
      <p class="mt-3">
        <LinkButton href={request.link(`/hoi-nghi/${dialogue.id}/ket-luan`)}>{words.toConclusion}</LinkButton>
      </p>
    </Step>
  )
}

async function reviewStep({ request, dialogue }: FinishProps, number: number) {
  if (!mayDo(request, 'internal-review:read')) return null
  const words = finishWords[request.lang]
  const review = await findInternalReview(request.db, request.authority.id, dialogue.id)
  return (
    <Step
      number={number}
      title={words.review}
      state={review ? 'done' : dialogue.state === 'preparing' ? 'later' : 'now'}
      lang={request.lang}
    >
      <p>{review ? words.reviewDone(formatDay(review.heldOn)) : words.reviewHelp}</p>
      <LinkButton href={request.link(`/hoi-nghi/${dialogue.id}/rut-kinh-nghiem`)}>{words.toReview}</LinkButton>
    </Step>
  )
}

const finishPage: DialoguePage = async (request, dialogue, refusal) => {
  const words = finishWords[request.lang]
  const hall = await findHall(request.db, request.authority.id, dialogue.id)
  if (!hall) throw new NotFound('hall')
  const base = request.link(`/hoi-nghi/${dialogue.id}/hoi-truong`)
  const props = { request, dialogue, hall, refusal, base }
  const ballots = await ballotStep(props)
  const after = ballots ? 5 : 4
  const overview = await readOverview(request, dialogue)
  return subpage(
    request,
    dialogue,
    { key: 'hall', title: words.title, refusal, help: words.help },
    <div class="finish-steps">
      {await openQuestionsStep(props)}
      {await heldStep(props)}
      {await minutesStep(props)}
      {ballots}
      {await conclusionStep(props, after)}
      {await reviewStep(props, after + 1)}
      <DialogueDeadlines request={request} overview={overview} />
      {mayDo(request, 'dossier:download') ? (
        <p>
          <a href={`${base}/xuat`}>{words.export}</a>
        </p>
      ) : null}
    </div>,
  )
}

const act = { page: finishPage, back: '/hoi-truong/ket-thuc' }

/** “Kết thúc hội nghị”: one page from the last question to the next steps with their dates. */
export const finishRoutes: OfficeRoute[] = [
  dialogueView('/hoi-truong/ket-thuc', 'dossier:read', finishPage),
  dialogueAct({
    ...{ ...act, path: '/hoi-truong/ket-thuc/tra-loi-sau', permission: 'petition:answer-at-conference' as const },
    ...{ change: putOffUnanswered, form: 'putOff' },
    flash: (lang, { count }) => finishWords[lang].putOffDone(count),
  }),
  dialogueAct({
    ...{ ...act, path: '/hoi-truong/ket-thuc/cau-hoi', permission: 'petition:receive' as const },
    ...{ change: receiveOpenQuestions, form: 'questions' },
    flash: (lang, { count }) => finishWords[lang].questionsReceived(count),
  }),
  dialogueAct({
    ...{ ...act, path: '/hoi-truong/ket-thuc/da-to-chuc', permission: 'dialogue:conduct' as const },
    ...{ change: holdConference, form: 'hold' },
    flash: (lang) => conferenceWords[lang].conduct.heldFlash,
  }),
  dialogueAct({
    ...{ ...act, path: '/hoi-truong/ket-thuc/bien-ban', permission: 'minutes:write' as const },
    ...{ change: composeMinutes, form: 'compose' },
    flash: (lang) => finishWords[lang].composed,
  }),
]
