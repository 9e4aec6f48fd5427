import type { VNode } from 'preact'
import { listLogOf } from '../../../changes/change-log-store.ts'
import { mayDo } from '../../../petitions/petition-actions.ts'
import { type PetitionAction, refusalOf } from '../../../petitions/petition-state.ts'
import { NotFound, NotPermitted } from '../../../platform/errors.ts'
import { Card } from '../../kit/card.tsx'
import { type ConflictField, ConflictView } from '../../kit/conflict-view.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { petitionActWords } from '../../words/petition-act-words.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { ruleSentence } from '../../words/rule-sentence.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { actFields } from './act-fields.tsx'
import { type ActForm, loadActForm } from './act-form.ts'
import { handlingSuggestions } from './handling-suggestions.tsx'
import { actAddress, petitionActs } from './petition-acts.ts'
import { PETITIONS } from './petition-list-page.tsx'
import { isOpened, loadPetitionView, type PetitionView, readablePetition } from './petition-view.ts'
import { StoredPetition } from './stored-petition.tsx'

/** Acts whose form may come back stale with a text that somebody else wrote. */
const WITH_TEXT: readonly PetitionAction[] = ['edit', 'draftAnswer', 'draftReply']
const WITH_FILE: readonly PetitionAction[] = [
  'acknowledge',
  'approveAnswerOnPaper',
  'approveReplyOnPaper',
  'issueReply',
  'transfer',
  'escalate',
]
const OF_ANSWER: readonly PetitionAction[] = [
  'submitAnswer',
  'approveAnswer',
  'approveAnswerOnPaper',
  'returnAnswer',
  'sendBackAnswer',
  'draftAnswer',
]
const OF_REPLY: readonly PetitionAction[] = [
  'submitReply',
  'approveReply',
  'approveReplyOnPaper',
  'returnReply',
  'draftReply',
]

/** GET /kien-nghi/:id/<act>: one purpose, one form. */
export function showAct(action: PetitionAction) {
  return async (request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> => {
    const found = await readablePetition(request)
    const back = request.link(`${PETITIONS}/${found.petition.id}`)
    if (!(await isOpened(request, found.petition))) return redirectTo(back)
    if (!mayDo(request.actor, action, found.scopes)) throw new NotPermitted(petitionActs[action].change.permission)
    const view = await loadPetitionView(request, found)
    const refusal = refusalOf(action, view.facts)
    if (refusal && !refused) return notNow(request, view, action, refusal)
    if (refused?.stale && WITH_TEXT.includes(action)) return conflict(request, view, action, refused)
    const form = await loadActForm(request, view, action, refused?.values ?? null)
    return actPage(request, form, action, { refused, suggested: await handlingSuggestions(request, view, action) })
  }
}

function heading(request: OfficeRequest, view: PetitionView, action: PetitionAction) {
  const words = petitionWords[request.lang]
  const act = petitionActWords[request.lang][action]
  const trail = [
    { href: request.link(PETITIONS), label: words.petitions },
    { href: request.link(`${PETITIONS}/${view.petition.id}`), label: view.petition.code },
  ]
  return <PageHeading trail={trail} title={act.verb} meta={act.help} />
}

function actPage(
  request: OfficeRequest,
  form: ActForm,
  action: PetitionAction,
  { refused, suggested }: { refused: RefusedForm | null; suggested: VNode | null },
): OfficeReply {
  const _words = petitionWords[request.lang]
  const { verb } = petitionActWords[request.lang][action]
  const { petition } = form.view
  const Fields = actFields[action]
  const answer = answerOf(form.view, action)
  return officePage(
    request,
    { title: `${verb} · ${petition.code}`, active: 'petitions', width: 'narrow', status: refused?.status ?? 200 },
    <>
      {heading(request, form.view, action)}
      <div class="mb-6">
        <Card look="quiet">
          <ProseText quoted text={petition.content} />
          {answer && !WITH_TEXT.includes(action) ? <ProseText text={answer.text} /> : null}
        </Card>
      </div>
      {refused?.stale ? <StoredPetition form={form} refused={refused} /> : null}
      {suggested}
      <Form
        action={request.link(actAddress(petition.id, action))}
        version={versionOf(refused, 'version', petition.version)}
        values={form.values}
        errors={refused?.errors ?? {}}
        multipart={WITH_FILE.includes(action)}
        hidden={answer ? { answerVersion: versionOf(refused, 'answerVersion', answer.version) } : {}}
      >
        <Fields form={form} />
        <FormButtons
          verb={verb}
          danger={petitionActs[action].danger ?? false}
          cancelHref={request.link(`${PETITIONS}/${petition.id}`)}
        />
      </Form>
    </>,
  )
}

/** A refused form keeps the version it was opened with, so that nobody's edit in between is overwritten unseen. */
function versionOf(refused: RefusedForm | null, name: string, stored: number): string {
  const opened = refused && !refused.stale ? refused.values[name] : undefined
  return typeof opened === 'string' && opened !== '' ? opened : String(stored)
}

/** The answer an act speaks of: the newest of its kind. */
function answerOf(view: PetitionView, action: PetitionAction) {
  const kind = OF_ANSWER.includes(action)
    ? 'prepared'
    : OF_REPLY.includes(action) || action === 'issueReply'
      ? 'reply'
      : null
  if (kind === null) return undefined
  return view.answers.filter((one) => one.kind === kind && one.paperId === null).at(-1)
}

function notNow(request: OfficeRequest, view: PetitionView, action: PetitionAction, refusal: string): OfficeReply {
  const words = petitionWords[request.lang]
  const back = request.link(`${PETITIONS}/${view.petition.id}`)
  const title = petitionActWords[request.lang][action].verb
  return officePage(
    request,
    { title, active: 'petitions', width: 'narrow', status: 409 },
    <>
      {heading(request, view, action)}
      <EmptyState icon="info" title={ruleSentence(request.lang, refusal, { code: view.petition.code })}>
        <LinkButton href={back}>{`${words.petition} ${view.petition.code}`}</LinkButton>
      </EmptyState>
    </>,
  )
}

async function conflict(
  request: OfficeRequest,
  view: PetitionView,
  action: PetitionAction,
  refused: RefusedForm,
): Promise<OfficeReply> {
  const { petition } = view
  const labels = petitionFieldWords[request.lang]
  const name = action === 'edit' ? 'content' : 'text'
  const stored = String(refused.stale?.current[name] ?? '')
  const fields: ConflictField[] = [
    {
      name,
      label: action === 'edit' ? labels.content : labels.answerText,
      mine: String(refused.values[name] ?? ''),
      stored,
    },
  ]
  const [last] = await listLogOf(request.db, petition.authorityId, 'petition', petition.id, 1)
  const answer = answerOf(view, action)
  const hidden = {
    ...(answer ? { answerVersion: String(answer.version) } : {}),
    ...(action === 'edit' ? { reason: String(refused.values['reason'] ?? '') } : {}),
    proposedSettlement: String(refused.values['proposedSettlement'] ?? ''),
  }
  return officePage(
    request,
    { title: petitionActWords[request.lang][action].verb, active: 'petitions', status: 409 },
    <>
      {heading(request, view, action)}
      <ConflictView
        action={request.link(actAddress(petition.id, action))}
        version={petition.version}
        fields={fields}
        hidden={hidden}
        storedBy={last?.accountName ?? ''}
        storedAt={last ? formatMoment(last.at, request.lang) : ''}
        storedHref={request.link(`${PETITIONS}/${petition.id}`)}
      />
    </>,
  )
}

/** POST /kien-nghi/:id/<act> */
export function postAct(action: PetitionAction) {
  return async (request: OfficeRequest): Promise<OfficeReply> => {
    const { petition } = await readablePetition(request)
    if (!(await isOpened(request, petition))) throw new NotFound('petition')
    return submitForm(request, petitionActs[action].change, {
      input: {
        ...request.form,
        id: petition.id,
        ...(WITH_FILE.includes(action) ? { uploads: [...request.uploads] } : {}),
      },
      onDone: () =>
        redirectTo(request.link(`${PETITIONS}/${petition.id}`), petitionActWords[request.lang][action].done),
      onRefused: (refused) => showAct(action)(request, refused),
    })
  }
}
