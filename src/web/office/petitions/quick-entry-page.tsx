import { findAgency } from '../../../agencies/agency-store.ts'
import { petitionerKinds } from '../../../petitions/petition.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { searchPetitioners } from '../../../petitions/petitioner-store.ts'
import { listSiblings } from '../../../petitions/submission-store.ts'
import { findReceiptGivenAt } from '../../../petitions/tracking-link-store.ts'
import { readId } from '../../../platform/form-fields.ts'
import { formSerial, readSerial } from '../../../printed-forms/form-serial.ts'
import { findForm } from '../../../printed-forms/printed-form-store.ts'
import { enterSubmission } from '../../../procedures/enter-submission.ts'
import { withQuery } from '../../kit/address-query.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormValues } from '../../kit/form-state.ts'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { printedFormWords } from '../../words/printed-form-words.ts'
import { quickEntryWords } from '../../words/quick-entry-words.ts'
import { FORM_GATE } from '../forms/form-copies.ts'
import { SerialForm } from '../forms/serial-form.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryId, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { RECEIPT, ReceiptForm } from './paper-receipt-page.tsx'
import { choicesFrom, choicesOf, type ListChoices, loadListChoices } from './petition-choices.ts'
import { PETITIONS } from './petition-list-page.tsx'

export const QUICK = '/nhap-nhanh'

/** What stays the same from one entry to the next: the pile of letters has one channel and one day. */
const KEPT = ['channel', 'receivedOn', 'dialogueId', 'raised', 'forwardedByAgencyId'] as const

type Found = Awaited<ReturnType<typeof searchPetitioners>>

/** GET /nhap-nhanh: one screen for one entry; what was just saved stands above it with its receipt. */
export async function showQuickEntry(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
  found: Found | null = null,
): Promise<OfficeReply> {
  const { lang } = request
  const words = quickEntryWords[lang]
  const printed = await printedSheet(request, refused)
  if (printed?.form.enteredAt && !refused) return redirectTo(request.link(`${FORM_GATE}/${printed.serial}`))
  const values = refused?.values ?? { ...firstValues(request), ...printed?.values }
  const choices = await loadListChoices(request, null, readId(values['dialogueId']) || null)
  const isChannelKnown = String(values['channel'] ?? '') !== ''
  return officePage(
    request,
    { title: words.title, active: 'petitions', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={words.title}
        trail={[{ href: request.link(PETITIONS), label: petitionWords[lang].petitions }]}
        meta={words.question}
        actions={<LinkButton href={request.link(`${PETITIONS}/moi`)}>{words.full}</LinkButton>}
      />
      <JustSaved request={request} saved={await justSaved(request)} />
      {printed ? <OnSheet request={request} printed={printed} /> : <SerialForm request={request} aside />}
      <Form
        action={request.link(QUICK)}
        values={values}
        errors={refused?.errors ?? {}}
        multipart
        hidden={printed ? { formSerial: printed.serial } : {}}
      >
        {/* Enter in any field saves; the search for a person stands further down */}
        <button type="submit" class="sr-only" tabIndex={-1} aria-hidden="true">
          {words.save}
        </button>
        <p class="field-help mb-4">
          {words.keys} {words.fullHelp}
        </p>
        <SelectField
          name="channel"
          label={petitionFieldWords[lang].inChannel}
          choices={choicesOf(choices.fields?.channels, lang)}
          required
          autofocus={!isChannelKnown}
        />
        <DayField name="receivedOn" label={petitionFieldWords[lang].receivedDay} required />
        <TextAreaField
          name="text"
          label={petitionFieldWords[lang].text}
          rows={5}
          required
          accessKey="n"
          autofocus={isChannelKnown && found === null}
        />
        <CheckboxField name="split" label={words.split} />
        <Who request={request} choices={choices} found={found} />
        {printed ? (
          <CheckboxField
            name="formAgreed"
            label={printedFormWords[lang].agreed}
            help={printedFormWords[lang].agreedHelp}
          />
        ) : null}
        <FileField name="scan" label={words.scan} accept=".pdf,.jpg,.jpeg,.png,.webp" multiple />
        <More request={request} choices={choices} />
        <FormButtons verb={words.save} accessKey="l" cancelHref={request.link(PETITIONS)} />
      </Form>
    </>,
  )
}

/** The sheet whose serial stands in the address, or in the form that was refused; null when there is none. */
async function printedSheet(request: OfficeRequest, refused: RefusedForm | null) {
  const typed = refused ? String(refused.values['formSerial'] ?? '') : queryText(request, 'phieu')
  const read = readSerial(typed)
  const found = read.is === 'serial' ? await findForm(request.db, request.authority.id, read.id) : null
  if (found?.batch.kind !== 'petitionForm') return null
  const { form, batch } = found
  const agency =
    batch.forAgencyId === null ? null : await findAgency(request.db, request.authority.id, batch.forAgencyId)
  const whom = agency?.level === 'village' ? 'villageAgencyId' : 'forwardedByAgencyId'
  const channel = queryText(request, 'channel') || (agency?.level === 'village' ? 'village' : '')
  const values = { channel, dialogueId: String(batch.dialogueId), ...(agency ? { [whom]: String(agency.id) } : {}) }
  return { form, batch, serial: formSerial(form.id), values }
}

type PrintedSheet = NonNullable<Awaited<ReturnType<typeof printedSheet>>>

/** Which sheet is in hand: its number, for whom it was printed; the way to another. */
function OnSheet({ request, printed }: { request: OfficeRequest; printed: PrintedSheet }) {
  const words = printedFormWords[request.lang]
  const { form, batch, serial } = printed
  return (
    <Card look="marked" title={words.of(serial)}>
      <p>
        {words.foot.which(form.sheet ?? 0, batch.number, batch.forAgency ?? batch.forWhom)} ·{' '}
        <a href={request.link(FORM_GATE)}>{words.look.next}</a>
      </p>
    </Card>
  )
}

function firstValues(request: OfficeRequest): FormValues {
  const { actor, authority } = request
  const isNarrow = visibilityOf(actor, authority.id)?.wide === false
  const kept = Object.fromEntries(KEPT.map((name) => [name, queryText(request, name)]))
  return {
    ...{ ...kept, petitionerKind: 'person', split: 'yes' },
    receivedOn: kept['receivedOn'] || request.today,
    raised: kept['raised'] || 'before',
    // a village sees later only what it forwarded itself
    forwardedByAgencyId: kept['forwardedByAgencyId'] || (isNarrow ? String(actor.agencyId ?? '') : ''),
  }
}

async function justSaved(request: OfficeRequest) {
  const { db, authority, actor } = request
  const visibility = visibilityOf(actor, authority.id)
  const id = queryId(request, 'vua')
  const petitions = visibility && id > 0 ? await listSiblings(db, visibility, id) : []
  const givenAt = petitions.length > 0 ? await findReceiptGivenAt(db, authority.id, id) : null
  return { petitions, hasReceipt: givenAt !== null }
}

function JustSaved({ request, saved }: { request: OfficeRequest; saved: Awaited<ReturnType<typeof justSaved>> }) {
  const { petitions, hasReceipt } = saved
  const words = quickEntryWords[request.lang]
  if (petitions.length === 0) return null
  return (
    <Card look="marked" title={words.justSaved}>
      <p>
        {petitions.map((petition) => (
          <span key={petition.id}>
            <a href={request.link(`${PETITIONS}/${petition.id}`)}>{petition.code}</a>{' '}
          </span>
        ))}
        · <a href={request.link(`${RECEIPT}/${queryId(request, 'vua')}`)}>{words.receipt}</a>
      </p>
      {hasReceipt || petitions.some((one) => one.confidential) ? null : (
        <ReceiptForm request={request} submissionId={queryId(request, 'vua')} asksReason={false} />
      )}
    </Card>
  )
}

function Who({ request, choices, found }: { request: OfficeRequest; choices: ListChoices; found: Found | null }) {
  const [words, fields] = [quickEntryWords[request.lang], petitionFieldWords[request.lang]]
  return (
    <>
      <TextField
        name="petitionerName"
        label={words.nameOrPhone}
        help={words.nameOrPhoneHelp}
        autocomplete="off"
        accessKey="h"
      />
      <p class="mb-5">
        <Button variant="secondary" small formNoValidate accessKey="t" formAction={request.link(`${QUICK}/tim-nguoi`)}>
          {words.find}
        </Button>
      </p>
      {found?.length === 0 ? <p class="field-help">{words.noneFound}</p> : null}
      {found && found.length > 0 ? (
        <RadioGroupField
          name="petitionerId"
          label={fields.known}
          choices={[
            ...found.map((person) => ({
              value: String(person.id),
              label: person.name,
              help: [person.phone, person.villageName, person.address].filter(Boolean).join(' · ') || undefined,
            })),
            { value: '', label: fields.newPerson },
          ]}
        />
      ) : null}
      <TextField name="phone" label={fields.phone} type="tel" narrow autocomplete="off" />
      <SelectField name="villageAgencyId" label={fields.village} choices={choices.villages} empty={fields.none} />
    </>
  )
}

function More({ request, choices }: { request: OfficeRequest; choices: ListChoices }) {
  const { lang } = request
  const [words, fields, names] = [quickEntryWords[lang], petitionFieldWords[lang], petitionWords[lang]]
  return (
    <DetailsBlock summary={words.more}>
      <RadioGroupField
        name="petitionerKind"
        label={fields.whoKind}
        choices={choicesFrom(names.petitionerKinds, [...petitionerKinds])}
        inline
      />
      <TextField name="address" label={fields.address} />
      <SelectField name="dialogueId" label={fields.dialogue} choices={choices.dialogues} empty={names.noDialogue} />
      <SelectField name="raised" label={fields.raised} choices={choicesFrom(names.raised)} empty={null} />
      <SelectField name="subjectAreas" label={fields.field} choices={choicesOf(choices.fields?.subjectAreas, lang)} />
      <SelectField
        name="forwardedByAgencyId"
        label={fields.forwardedBy}
        choices={choices.agencies}
        empty={fields.none}
      />
      <CheckboxField name="consentToPublishName" label={fields.consent} />
    </DetailsBlock>
  )
}

/** POST /nhap-nhanh/tim-nguoi: the same entry again with the people found; nothing is stored. */
export async function findForEntry(request: OfficeRequest): Promise<OfficeReply> {
  const visibility = visibilityOf(request.actor, request.authority.id)
  const typed = String(request.form['petitionerName'] ?? '').trim() || String(request.form['phone'] ?? '').trim()
  const found = visibility && typed.length >= 2 ? await searchPetitioners(request.db, visibility, typed) : []
  const values = { ...request.form, petitionerId: found.length === 1 ? String(found[0]!.id) : '' }
  const reply = await showQuickEntry(request, { values, errors: {}, stale: null, status: 422 }, found)
  return reply.kind === 'page' ? { ...reply, status: 200 } : reply
}

/** What a sheet filled in goes with it: the next one brings its own. */
function sheetKept(kept: Record<string, string | null>) {
  return { ...kept, dialogueId: null, forwardedByAgencyId: null }
}

/** POST /nhap-nhanh: saves, and gives the empty screen for the next one, channel and day kept. */
export async function postQuickEntry(request: OfficeRequest): Promise<OfficeReply> {
  const { form, uploads } = request
  const isNamed = String(form['petitionerName'] ?? '').trim() !== '' || String(form['petitionerId'] ?? '') !== ''
  const files = uploads.filter((one) => one.field === 'scan')
  return submitForm(request, enterSubmission, {
    input: {
      ...form,
      petitionerKind: isNamed ? form['petitionerKind'] : 'unnamed',
      files: files.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
    },
    onDone: async ({ submissionId }) => {
      const visibility = visibilityOf(request.actor, request.authority.id)
      const saved = visibility ? await listSiblings(request.db, visibility, submissionId) : []
      const codes = saved.map((petition) => petition.code).join(', ')
      const kept = Object.fromEntries(KEPT.map((name) => [name, String(form[name] ?? '') || null]))
      const onSheet = String(form['formSerial'] ?? '') !== ''
      // said as done, so that the browser lets go of its draft of it
      const next = request.link(withQuery(QUICK, { ...(onSheet ? sheetKept(kept) : kept), vua: String(submissionId) }))
      return redirectTo(next, quickEntryWords[request.lang].saved(codes))
    },
    onRefused: (refused) => showQuickEntry(request, refused),
  })
}
