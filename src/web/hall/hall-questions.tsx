import { wallClock } from '../../hall/hall-state.ts'
import { shortened } from '../../platform/shortened.ts'
import type { HallWords } from '../words/hall-words.ts'
import { HallField, HallForm } from './hall-form.tsx'
import type { DeskQuestion, DeskView } from './hall-view.ts'

interface Props {
  view: DeskView
  words: HallWords
}

const ORDER = ['received', 'now', 'shortlisted', 'answered', 'hidden']

/** Questions from telephones, letters and mail; nobody sees one before it was read here. */
export function QuestionDesk({ view, words }: Props) {
  if (!view.can.conduct) return null
  const own = words.questions
  const waiting = view.questions.filter((one) => one.state === 'received').length
  const sorted = [...view.questions].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  return (
    <details class="hall-card hall-more" open={waiting > 0}>
      <summary>
        <h2>
          {own.title}
          {waiting > 0 ? ` – ${own.waiting(waiting)}` : ''}
        </h2>
      </summary>
      {sorted.length === 0 ? <p class="hall-soft">{own.empty}</p> : null}
      {sorted.map((question) => (
        <QuestionCard key={question.id} view={view} words={words} question={question} />
      ))}
      <EnterQuestion view={view} words={words} />
    </details>
  )
}

function QuestionCard({ view, words, question }: Props & { question: DeskQuestion }) {
  const own = words.questions
  const by = [question.name, question.village].filter(Boolean).join(', ')
  const fields = { questionId: question.id, version: question.version }
  const label = own.states[question.state as keyof typeof own.states] ?? ''
  return (
    <details class="hall-petition" open={question.state === 'received'} data-question={question.id}>
      <summary>
        <b>{label}</b> <span class="hall-brief">{question.shownText || question.text}</span>
        <span class="hall-soft">
          {[
            by,
            own.sources[question.source as keyof typeof own.sources] ?? '',
            wallClock(question.at),
            question.supports > 0 ? words.supports(question.supports) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </summary>
      <p class="hall-content">{question.text}</p>
      <HallForm view={view} path="/cau-hoi" label={`${own.title}: ${shortened(question.text, 40)}`} fields={fields}>
        <HallField label={own.shown} wide>
          <textarea name="shownText" rows={2} maxLength={1000} class="textarea">
            {question.shownText || question.text}
          </textarea>
        </HallField>
        <div class="hall-acts">
          {question.state !== 'shortlisted' ? (
            <button class="btn btn-primary btn-sm" type="submit" name="state" value="shortlisted">
              {own.choose}
            </button>
          ) : null}
          {question.state !== 'now' && question.state !== 'answered' ? (
            <button class="btn btn-outline btn-sm" type="submit" name="state" value="now">
              {own.now}
            </button>
          ) : null}
        </div>
        <HallField label={own.hideReason}>
          <input name="hiddenReason" maxLength={500} class="input" defaultValue={question.hiddenReason ?? ''} />
        </HallField>
        <button class="btn btn-ghost btn-sm" type="submit" name="state" value="hidden">
          {own.hide}
        </button>
        <AnswerInWriting words={words} question={question} />
      </HallForm>
      <ReceiveForm view={view} words={words} question={question} />
    </details>
  )
}

function AnswerInWriting({ words, question }: { words: HallWords; question: DeskQuestion }) {
  const own = words.questions
  if (question.state === 'received' || question.state === 'hidden') return null
  return (
    <>
      <HallField label={own.answer} wide>
        <textarea name="answer" rows={2} maxLength={5000} class="textarea">
          {question.answer}
        </textarea>
      </HallField>
      <button class="btn btn-outline btn-sm" type="submit" name="state" value="answered">
        {own.answerAct}
      </button>
    </>
  )
}

/** What cannot be answered in the hall is received as a petition: it gets an agency and a legal date. */
function ReceiveForm({ view, words, question }: Props & { question: DeskQuestion }) {
  const own = words.questions
  if (question.petitionId !== null) {
    const petition = view.petitions.find((one) => one.id === question.petitionId)
    return <p class="hall-done">✓ {own.received(petition?.code ?? '')}</p>
  }
  if (!view.can.capture || question.state === 'hidden') return null
  return (
    <HallForm
      view={view}
      path="/cau-hoi/kien-nghi"
      class="hall-one"
      label={`${own.receive}: ${shortened(question.text, 40)}`}
      fields={{ questionId: question.id, version: question.version }}
    >
      <button class="btn btn-outline btn-sm" type="submit">
        {own.receive}
      </button>
      <small class="hall-soft">{own.receiveHelp}</small>
    </HallForm>
  )
}

function EnterQuestion({ view, words }: Props) {
  const own = words.questions
  return (
    <details class="hall-more">
      <summary>{own.enter}</summary>
      <HallForm view={view} path="/nhap-cau-hoi" label={own.enter} draft="enter-question">
        <HallField label={own.source}>
          <select name="source" class="select">
            {(['letter', 'email', 'textMessage', 'organization'] as const).map((source) => (
              <option key={source} value={source}>
                {own.sources[source]}
              </option>
            ))}
          </select>
        </HallField>
        <HallField label={words.register.name}>
          <input name="name" maxLength={200} class="input" autocomplete="off" />
        </HallField>
        <HallField label={words.register.village}>
          <input name="village" maxLength={200} class="input" autocomplete="off" />
        </HallField>
        <HallField label={words.capture.field} wide>
          <textarea name="text" rows={2} required maxLength={2000} class="textarea" />
        </HallField>
        <button class="btn btn-outline btn-sm" type="submit">
          {own.enterAct}
        </button>
      </HallForm>
    </details>
  )
}
