import { SENDING_CHANNELS, SIGN_CAPACITIES } from '../../../documents/paper.ts'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { channelWords } from '../../words/petition-act-words.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { PaperNumberField } from '../documents/paper-numbering.tsx'
import { SignedPageField } from '../documents/signed-page-field.tsx'
import { type ActForm, unsentOf } from './act-form.ts'
import { choicesFrom } from './petition-choices.ts'

/** Number, date, signer and addressees of a written reply. */
export function IssueReplyFields({ form }: { form: ActForm }) {
  const words = petitionFieldWords[form.lang]
  const { capacities: said } = documentWords[form.lang]
  const capacities = SIGN_CAPACITIES.map((value) => ({ value, label: said[value] }))
  return (
    <>
      <TextField name="title" label={words.title} required />
      <DayField name="datedOn" label={words.datedOn} required />
      <PaperNumberField lang={form.lang} numbering={form.numbering} />
      <TextField name="signerName" label={words.signer} required />
      <TextField name="signerTitle" label={words.signerTitle} required />
      <SelectField name="signCapacity" label={words.signCapacity} choices={capacities} empty={null} narrow />
      <SelectField
        name="localityAgencyId"
        label={words.locality}
        choices={[...form.choices.villages, ...form.choices.ownAgencies]}
        required
      />
      <CheckboxGroupField
        name="reportAgencyIds"
        label={words.reportTo}
        help={words.reportToHelp}
        choices={form.choices.ownAgencies}
        columns
      />
      <SignedPageField name="letter" label={words.letterFile} lang={form.lang} />
      <TextField name="lateEntryReason" label={words.lateReason} help={words.lateReasonHelp} />
    </>
  )
}

/** To whom, when and by which way a reply went out; who signed for it. */
export function SendReplyFields({ form }: { form: ActForm }) {
  const words = petitionFieldWords[form.lang]
  const erased = petitionWords[form.lang].erased
  return (
    <>
      <CheckboxGroupField
        name="recipientIds"
        label={words.recipients}
        choices={unsentOf(form.view).map((one) => ({ value: String(one.id), label: one.name || erased }))}
        required
      />
      <RadioGroupField
        name="channel"
        label={words.channel}
        choices={choicesFrom(channelWords[form.lang], [...SENDING_CHANNELS])}
        required
      />
      <DayField name="sentOn" label={words.sentOn} required />
      <DayField name="receivedOn" label={words.receivedOn} help={words.laterHelp} />
      <TextField name="receivedNote" label={words.receivedNote} />
    </>
  )
}
