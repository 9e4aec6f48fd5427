import { listHallPetitions } from '../../hall/hall-petition-store.ts'
import { listQuestions } from '../../hall/question-store.ts'
import { visibilityOf } from '../../petitions/petition-scope.ts'
import { shortened } from '../../platform/shortened.ts'
import { withoutResult } from '../../procedures/finish-conference.ts'
import { isLeftOpen } from '../../procedures/receive-question.ts'
import { Form } from '../kit/form.tsx'
import { FormButtons } from '../kit/form-buttons.tsx'
import { LinkButton } from '../kit/link-button.tsx'
import { TextField } from '../kit/text-field.tsx'
import { formState, mayDo } from '../office/dialogues/dialogue-request.ts'
import { finishWords } from '../words/finish-words.ts'
import { type FinishProps, Step } from './finish-step.tsx'

/** What is still without a result: petitions, and questions in writing that were shown and not answered. */
export async function openQuestionsStep(props: FinishProps) {
  const { request, dialogue, refusal, base } = props
  const words = finishWords[request.lang]
  const visibility = visibilityOf(request.actor, request.authority.id)
  const petitions = visibility ? await listHallPetitions(request.db, visibility, dialogue.id) : []
  const open = withoutResult(petitions)
  const questions = await listQuestions(request.db, request.authority.id, dialogue.id)
  const unread = questions.filter((one) => one.state === 'received').length
  const unanswered = questions.filter(isLeftOpen).length
  const isDone = open.length + unread + unanswered === 0
  return (
    <Step number={1} title={words.open} state={isDone ? 'done' : 'now'} lang={request.lang}>
      <p>{open.length === 0 ? words.openDone(petitions.length) : words.openHelp(open.length)}</p>
      {open.length > 0 ? (
        <>
          <ul class="list-disc pl-5">
            {open.slice(0, 12).map((one) => (
              <li key={one.id}>
                <a href={request.link(`/kien-nghi/${one.id}`)}>{one.code}</a> {shortened(one.content, 140)}
              </li>
            ))}
          </ul>
          <p>
            <LinkButton href={`${base}/thu-ky`}>{words.toDesk}</LinkButton>
          </p>
          {mayDo(request, 'petition:answer-at-conference') ? (
            <Form
              action={`${base}/ket-thuc/tra-loi-sau`}
              label={words.putOff}
              {...formState(refusal, 'putOff', { reason: words.putOffReason })}
            >
              <TextField name="reason" label={words.reason} required />
              <FormButtons verb={words.putOff} />
            </Form>
          ) : null}
        </>
      ) : null}
      {unread > 0 ? (
        <p>
          {words.questionsUnread(unread)} <a href={`${base}/thu-ky`}>{words.toDesk}</a>
        </p>
      ) : null}
      {unanswered > 0 ? (
        <>
          <p>{words.questionsOpen(unanswered)}</p>
          {mayDo(request, 'petition:receive') ? (
            <Form
              action={`${base}/ket-thuc/cau-hoi`}
              draft={false}
              label={words.receiveQuestions}
              {...formState(refusal, 'questions')}
            >
              <FormButtons verb={words.receiveQuestions} />
            </Form>
          ) : null}
        </>
      ) : null}
    </Step>
  )
}
