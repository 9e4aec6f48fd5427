import { getAgency } from '../../../agencies/agency-store.ts'
import { petitionerKinds, raisedWhen } from '../../../petitions/petition.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { searchPetitioners } from '../../../petitions/petitioner-store.ts'
import { readId } from '../../../platform/form-fields.ts'
import { receiveSubmission } from '../../../procedures/receive-submission.ts'
import { findComingDialogueId } from '../../../reports/next-dialogue-store.ts'
import { Button } from '../../kit/button.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import type { FormValues } from '../../kit/form-state.ts'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { ContentRows } from './content-rows.tsx'
import { choicesFrom, choicesOf, loadChoices, type PetitionChoices } from './petition-choices.ts'
import { PETITIONS } from './petition-list-page.tsx'

const NEW = `${PETITIONS}/moi`

/** GET /kien-nghi/moi: what one person says once, split into its contents; made for the keyboard. */
export async function showNewSubmission(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const words = petitionWords[request.lang]
  const values: FormValues = refused?.values ?? {
    dialogueId:
      queryText(request, 'dialogue') || (await findComingDialogueId(request.db, request.authority.id, request.today)),
    receivedOn: request.today,
    raised: 'before',
    petitionerKind: 'person',
    channel: queryText(request, 'channel') || (await likelyChannel(request)),
    // a village or mass organisation sees later only what it forwarded itself
    forwardedByAgencyId: queryText(request, 'forwardedByAgencyId') || ownAgencyOfForwarder(request),
  }
  const dialogueId = readId(values['dialogueId']) || null
  const choices = await loadChoices(request, null, dialogueId)
  return officePage(
    request,
    { title: words.newSubmission, active: 'petitions', status: refused?.status ?? 200 },
    <>
      <PageHeading trail={[{ href: request.link(PETITIONS), label: words.petitions }]} title={words.newSubmission} />
      <Form action={request.link(NEW)} values={values} errors={refused?.errors ?? {}}>
        {/* Enter in any field sends the form, not the search for a person that stands further down */}
        <button type="submit" class="sr-only" tabIndex={-1} aria-hidden="true">
          {petitionFieldWords[request.lang].receive}
        </button>
        <Whence request={request} choices={choices} />
        <What request={request} choices={choices} values={values} />
        <Who request={request} choices={choices} known={await findKnown(request, values)} />
        <Special request={request} choices={choices} values={values} />
        <FormButtons verb={petitionFieldWords[request.lang].receive} cancelHref={request.link(PETITIONS)} />
      </Form>
    </>,
  )
}

/** A village and the Front hand on what comes to them; at the desk of the lead office anything may come. */
async function likelyChannel({ db, actor, authority }: OfficeRequest): Promise<string> {
  if (actor.role === 'front') return 'fatherlandFront'
  if (actor.role !== 'collector' || actor.agencyId === null) return ''
  const { level } = await getAgency(db, authority.id, actor.agencyId)
  return level === 'village' ? 'village' : 'fatherlandFront'
}

function ownAgencyOfForwarder({ actor, authority }: OfficeRequest): string {
  const narrow = visibilityOf(actor, authority.id)?.wide === false
  return narrow && actor.agencyId !== null ? String(actor.agencyId) : ''
}

async function findKnown(request: OfficeRequest, values: FormValues) {
  const visibility = visibilityOf(request.actor, request.authority.id)
  const name = String(values['petitionerName'] ?? '')
  if (!visibility || name.trim().length < 2 || request.form['find'] === undefined) return null
  return searchPetitioners(request.db, visibility, name)
}

interface PartProps {
  request: OfficeRequest
  choices: PetitionChoices
}

function Whence({ request, choices }: PartProps) {
  const words = petitionFieldWords[request.lang]
  return (
    <FormSection title={words.inChannel}>
      <SelectField
        name="dialogueId"
        label={words.dialogue}
        choices={choices.dialogues}
        empty={petitionWords[request.lang].noDialogue}
      />
      <SelectField
        name="channel"
        label={words.inChannel}
        choices={choicesOf(choices.fields?.channels, request.lang)}
        required
        autofocus
      />
      <DayField name="receivedOn" label={words.receivedDay} required />
      <RadioGroupField
        name="raised"
        label={words.raised}
        choices={choicesFrom(petitionWords[request.lang].raised, [...raisedWhen])}
        inline
      />
      <SelectField name="forwardedByAgencyId" label={words.forwardedBy} choices={choices.agencies} empty={words.none} />
    </FormSection>
  )
}

function What({ request, choices, values }: PartProps & { values: FormValues }) {
  const words = petitionFieldWords[request.lang]
  return (
    <>
      <FormSection title={words.said1}>
        <TextAreaField name="text" label={words.text} help={words.textHelp} rows={6} required />
      </FormSection>
      <FormSection title={words.contents} help={`${words.contentsHelp} ${words.moreContents}`}>
        <ContentRows lang={request.lang} fields={choices.fields} rows={3} values={values} />
      </FormSection>
    </>
  )
}

type Known = Awaited<ReturnType<typeof searchPetitioners>>

function Who({ request, choices, known }: PartProps & { known: Known | null }) {
  const words = petitionFieldWords[request.lang]
  return (
    <FormSection title={words.who}>
      <RadioGroupField
        name="petitionerKind"
        label={words.whoKind}
        choices={choicesFrom(petitionWords[request.lang].petitionerKinds, [...petitionerKinds])}
        inline
      />
      <TextField name="petitionerName" label={words.name} help={words.nameHelp} autocomplete="off" />
      <p class="mb-5">
        <Button
          variant="secondary"
          small
          name="find"
          value="yes"
          formNoValidate
          formAction={request.link(`${NEW}/tim-nguoi`)}
        >
          {words.findKnown}
        </Button>
      </p>
      {known ? (
        <RadioGroupField
          name="petitionerId"
          label={words.known}
          choices={[
            { value: '', label: words.newPerson },
            ...known.map((person) => ({
              value: String(person.id),
              label: person.name,
              help: [person.villageName, person.address].filter(Boolean).join(' · ') || undefined,
            })),
          ]}
        />
      ) : null}
      <SelectField name="villageAgencyId" label={words.village} choices={choices.villages} />
      <TextField name="phone" label={words.phone} type="tel" narrow />
      <DetailsBlock summary={`${words.representative}, ${words.headcount}, ${words.email}, ${words.address}`}>
        <TextField name="representative" label={words.representative} />
        <NumberField name="headcount" label={words.headcount} />
        <TextField name="email" label={words.email} type="email" />
        <TextField name="address" label={words.address} />
      </DetailsBlock>
      <CheckboxField name="consentToPublishName" label={words.consent} />
    </FormSection>
  )
}

function Special({ request, choices, values }: PartProps & { values: FormValues }) {
  const words = petitionFieldWords[request.lang]
  const used = ['writtenBy', 'interpreterNeeded', 'confidential', 'accusedAgencyId', 'accusedAccountId'].some(
    (name) => values[name],
  )
  return (
    <DetailsBlock summary={words.special} open={used}>
      <TextField name="writtenBy" label={words.writtenBy} />
      <TextField name="interpreterNeeded" label={words.interpreter} />
      <SelectField name="accusedAgencyId" label={words.accusedAgency} choices={choices.agencies} empty={words.none} />
      <SelectField name="accusedAccountId" label={words.accusedAccount} choices={choices.accounts} empty={words.none} />
      <CheckboxField name="confidential" label={words.confidential} help={words.confidentialHelp} />
      <TextField name="confidentialReason" label={words.confidentialReason} />
      <CheckboxGroupField name="readerIds" label={words.readers} choices={choices.accounts} columns />
    </DetailsBlock>
  )
}

/** POST /kien-nghi/moi/tim-nguoi: the same form again, with people of that name to choose from; nothing is stored. */
export function findPetitioner(request: OfficeRequest): Promise<OfficeReply> {
  return showNewSubmission(request, { values: request.form, errors: {}, stale: null, status: 422 }).then((reply) =>
    reply.kind === 'page' ? { ...reply, status: 200 } : reply,
  )
}

/** POST /kien-nghi/moi */
export async function postNewSubmission(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, receiveSubmission, {
    input: { ...request.form },
    onDone: ({ petitionIds }) => {
      const words = petitionFieldWords[request.lang]
      const own = ownAgencyOfForwarder(request)
      const readable = own === '' || request.form['forwardedByAgencyId'] === own
      const next = request.link(readable ? `${PETITIONS}/${petitionIds[0]}` : PETITIONS)
      return redirectTo(next, words.received(String(petitionIds.length)))
    },
    onRefused: (refused) => showNewSubmission(request, refused),
  })
}
