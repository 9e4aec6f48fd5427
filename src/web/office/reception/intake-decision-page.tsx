import { listAttachments } from '../../../documents/attachment-store.ts'
import { findHold, listHeldOfText } from '../../../petitions/intake-hold-store.ts'
import { REFUSAL_REASONS } from '../../../petitions/intake-reasons-forms.ts'
import { findOpenPetitionIdByCode, listOpenPetitionsOfText } from '../../../petitions/petition-code-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { NotFound } from '../../../platform/errors.ts'
import { joinHeld, refuseHeld, takeHeld } from '../../../procedures/take-held.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { intakeWords } from '../../words/intake-words.ts'
import { intakeReasonWords } from '../../words/raise-words.ts'
import { FileList } from '../documents/file-list.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { INTAKE, opensConfidential } from './intake-list-page.tsx'

/** Everything held with the text of the submission in the address; what is confidential only for the leader. */
async function groupOf(request: OfficeRequest) {
  const { db, authority } = request
  const hold = await findHold(db, authority.id, idParam(request))
  if (hold?.state !== 'held') throw new NotFound('intake-hold')
  const all = await listHeldOfText(db, authority.id, hold.textHash)
  const seen = all.filter((one) => !one.confidential || opensConfidential(request))
  if (seen.length === 0) throw new NotFound('intake-hold')
  return { group: seen, textHash: hold.textHash }
}

type Group = Awaited<ReturnType<typeof groupOf>>['group']
type Taken = Awaited<ReturnType<typeof listOpenPetitionsOfText>>

/** What was taken in before the flood was noticed: the likely place for the rest. Several contents join nothing. */
async function takenWithSameText({ db, actor, authority }: OfficeRequest, group: Group, hash: string): Promise<Taken> {
  const visibility = visibilityOf(actor, authority.id)
  const single = (group[0]!.contents as unknown as unknown[]).length === 1
  return visibility && single ? listOpenPetitionsOfText(db, visibility, hash) : []
}

function TakenAlready({ request, petitions }: { request: OfficeRequest; petitions: Taken }) {
  if (petitions.length === 0) return null
  return (
    <p class="mb-5">
      {intakeWords[request.lang].thereAlready(petitions.length)}{' '}
      {petitions.map((one, at) => (
        <span key={one.id}>
          {at > 0 ? ', ' : ''}
          <a href={request.link(`/kien-nghi/${one.id}`)}>{one.code}</a>
        </span>
      ))}
    </p>
  )
}

/** GET /tiep-nhan-cong/:id: the words, who sent them, and the decision. */
export async function showIntakeGroup(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const { group, textHash } = await groupOf(request)
  const { lang, db, authority } = request
  const there = await takenWithSameText(request, group, textHash)
  const words = intakeWords[lang]
  const reasons = intakeReasonWords[lang]
  const files = (
    await Promise.all(
      group.slice(0, 20).map((one) => listAttachments(db, authority.id, 'submission', one.submissionId)),
    )
  ).flat()
  const several = group.length > 1
  const usual = several ? (['join', 'into', 'take', 'refuse'] as const) : (['take', 'into', 'refuse'] as const)
  const keys = there.length > 0 ? (['into', ...usual.filter((key) => key !== 'into')] as const) : usual
  const values = refused?.values ?? {
    submissionIds: group.map((one) => String(one.submissionId)),
    decision: keys[0],
    intoCode: there[0]?.code ?? '',
  }
  const why = [...new Set(group.flatMap((one) => one.why))].map((cause) => reasons.cause[cause as 'flood'])
  return officePage(
    request,
    { title: words.groupTitle(group.length), active: 'petitions', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        trail={[{ href: request.link(INTAKE), label: words.title }]}
        title={words.groupTitle(group.length)}
        meta={`${words.why}: ${why.join('; ')}`}
      />
      <div class="mb-5">
        <Card look="quiet">
          {(group[0]!.contents as unknown as { content: string }[]).map(({ content }, at) => (
            <ProseText key={at} quoted text={content} />
          ))}
          {files.length > 0 ? <FileList request={request} files={files} /> : null}
        </Card>
      </div>
      <TakenAlready request={request} petitions={there} />
      <Form action={request.link(`${INTAKE}/${idParam(request)}`)} values={values} errors={refused?.errors ?? {}}>
        <CheckboxGroupField
          name="submissionIds"
          label={words.which}
          choices={group.map((one) => ({
            value: String(one.submissionId),
            label: `${one.name} · ${formatMoment(one.receivedAt, lang)}`,
          }))}
        />
        <RadioGroupField
          name="decision"
          label={words.decision}
          choices={keys.map((value) => ({ value, label: words.decisions[value], help: words.decisionHelp[value] }))}
          required
        />
        <TextField name="intoCode" label={words.intoCode} narrow />
        <SelectField
          name="reasonKey"
          label={words.reason}
          empty={words.noReason}
          choices={REFUSAL_REASONS.map((value) => ({ value, label: reasons.refusal[value] }))}
        />
        <TextField name="note" label={words.note} />
        <FormButtons verb={words.decide} cancelHref={request.link(INTAKE)} />
      </Form>
    </>,
  )
}

/** POST /tiep-nhan-cong/:id */
export async function postIntakeGroup(request: OfficeRequest): Promise<OfficeReply> {
  const words = intakeWords[request.lang]
  const { submissionIds, decision, intoCode, reasonKey, note } = request.form
  const back = (flash: string) => redirectTo(request.link(INTAKE), flash)
  const onRefused = (refused: RefusedForm) => showIntakeGroup(request, renamed(refused))
  if (decision === 'refuse') {
    return submitForm(request, refuseHeld, {
      ...{ input: { submissionIds, reasonKey, note }, onRefused },
      onDone: ({ refused }) => back(words.refused(refused)),
    })
  }
  if (decision === 'join' || decision === 'into') {
    const intoId = decision === 'join' ? '' : await petitionOf(request, intoCode)
    return submitForm(request, joinHeld, {
      ...{ input: { submissionIds, intoId }, onRefused },
      onDone: ({ joined }) => back(words.joined(joined)),
    })
  }
  return submitForm(request, takeHeld, {
    ...{ input: { submissionIds }, onRefused },
    onDone: ({ petitions }) => back(words.taken(petitions)),
  })
}

/** The petition of a code as it was typed; an id that none has when there is none for this reader. */
async function petitionOf({ db, actor, authority }: OfficeRequest, typed: unknown): Promise<number> {
  const visibility = visibilityOf(actor, authority.id)
  const code = typeof typed === 'string' ? typed.trim().toUpperCase().normalize('NFC') : ''
  return (visibility && (await findOpenPetitionIdByCode(db, visibility, code))) ?? Number.MAX_SAFE_INTEGER
}

/** The change speaks of an id; the form of a code. */
function renamed(refused: RefusedForm): RefusedForm {
  const { intoId, ...errors } = refused.errors
  return intoId === undefined ? refused : { ...refused, errors: { ...errors, intoCode: intoId } }
}
