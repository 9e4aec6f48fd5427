import type { OwnAnswer, OwnCourse, OwnDeadline } from '../../../own-record/own-course-store.ts'
import type { OwnPetition } from '../../../own-record/own-submission-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { followWords } from '../../words/follow-words.ts'
import { formatMoment, formatSize } from '../../words/format-values.ts'
import type { PortalRequest } from '../portal-route.ts'
import { followAddress } from './follow-request.ts'

interface FollowCourseProps {
  request: PortalRequest
  token: string
  petition: OwnPetition
  course: OwnCourse
}

/** Who has it, until when and why, the answer with its files, and what happened so far. */
export function FollowCourse({ request, token, petition, course }: FollowCourseProps) {
  const { lang, today } = request
  const words = followWords[lang]
  const open = petition.answeredOn === null && !['withdrawn', 'merged', 'handedOver'].includes(petition.state)
  return (
    <>
      {course.answers.map((answer) => (
        <Answer key={answer.id} request={request} answer={answer} />
      ))}
      {petition.settlement ? (
        <div class="answer">
          <h3>{words.settlement}</h3>
          <p class="said">{petition.settlement}</p>
          {petition.settledOn ? <p class="field-help">{words.settledOn(formatDay(petition.settledOn))}</p> : null}
        </div>
      ) : null}
      {petition.mergedInto ? <p>{words.mergedInto(petition.mergedInto)}</p> : null}
      {petition.procedure ? <p>{words.handedOver(petition.procedure, petition.procedureBody ?? '')}</p> : null}
      <dl class="overview">
        {petition.dialogueTitle ? (
          <div class="overview-row">
            <dt>{words.dialogue}</dt>
            <dd>{words.toDialogue(petition.dialogueTitle, petition.heldOn ? formatDay(petition.heldOn) : '')}</dd>
          </div>
        ) : null}
        <div class="overview-row">
          <dt>{words.who}</dt>
          <dd>{petition.leadAgency ?? words.nobodyYet}</dd>
        </div>
        {open || course.deadlines.length > 0 ? (
          <div class="overview-row">
            <dt>{words.due}</dt>
            <dd>
              {course.deadlines.length > 0 ? null : petition.dialogueTitle ? words.noDue : words.noDueAlone}
              {course.deadlines.map((deadline) => (
                <Due
                  key={`${deadline.key} ${deadline.dueOn}`}
                  deadline={deadline}
                  request={request}
                  late={deadline.dueOn < today}
                />
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
      {course.files.length > 0 ? (
        <>
          <h3>{words.files}</h3>
          <ul class="file-links">
            {course.files.map((file) => (
              <li key={file.id}>
                <a href={request.link(followAddress(token, `/tep/${file.id}`))}>{file.name}</a>{' '}
                <span class="field-help">
                  {formatSize(file.size, lang)}
                  {file.fromPetitioner ? `, ${words.fromYou}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <details class="course">
        <summary>{words.course}</summary>
        <ol>
          {course.steps.map((step, at) => (
            <li key={at}>
              <span class="course-when">{formatMoment(step.at, lang)}</span>{' '}
              {words.steps[step.action as 'petition/receive']}
              {step.agency ? `: ${step.agency}` : ''}
            </li>
          ))}
        </ol>
        {course.additions.map((addition) => (
          <p key={addition.id} class="said">
            {formatMoment(addition.sentAt, lang)} · {addition.text}{' '}
            <span class="field-help">({addition.readAt ? words.readByOffice : words.notReadYet})</span>
          </p>
        ))}
        {course.opinions.map((opinion, at) => (
          <p key={at}>{words.opinionGiven(formatDay(opinion.onDay), words.solvedChoices[opinion.solved as 'yes'])}</p>
        ))}
      </details>
    </>
  )
}

function Answer({ request, answer }: { request: PortalRequest; answer: OwnAnswer }) {
  const words = followWords[request.lang]
  const from = [
    answer.agency,
    answer.number && answer.datedOn ? words.number(answer.number, formatDay(answer.datedOn)) : null,
  ].filter(Boolean)
  return (
    <div class="answer">
      <h3>{words.answerKinds[answer.kind as 'reply']}</h3>
      <p class="said">{answer.text}</p>
      {from.length > 0 ? <p class="field-help">{from.join(' · ')}</p> : null}
    </div>
  )
}

/** A due date is never bare: until when, whether it was kept, and how it was counted. */
function Due({ deadline, request, late }: { deadline: OwnDeadline; request: PortalRequest; late: boolean }) {
  const words = followWords[request.lang]
  const state =
    deadline.state === 'met' && deadline.metOn
      ? words.dueMet(formatDay(deadline.metOn))
      : late
        ? words.duePassed
        : deadline.provisional
          ? words.provisional
          : ''
  return (
    <div class="due">
      <p>
        {deadline.label}: <strong>{words.dueBy(formatDay(deadline.dueOn))}</strong>
        {state ? ` (${state})` : ''}
      </p>
      {deadline.explanation ? (
        <details>
          <summary>{words.howCounted}</summary>
          <p lang="vi">{deadline.explanation}</p>
        </details>
      ) : null}
    </div>
  )
}
