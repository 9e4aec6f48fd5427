import { SIGN_CAPACITIES } from '../../../documents/paper.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { SignedPageField } from '../documents/signed-page-field.tsx'
import type { ActFields, ActForm } from './act-form.ts'

// Fields of the acts by which a petition goes elsewhere: to another agency, upward, to its procedure, into another one.

/** The paper that goes along: one already made, or one issued on paper and recorded now; it may also come later. */
function ReferralPaperFields({ form, name, title }: { form: ActForm; name: string; title: string }) {
  const words = petitionFieldWords[form.lang]
  const { capacities: said } = documentWords[form.lang]
  const capacities = SIGN_CAPACITIES.map((value) => ({ value, label: said[value] }))
  return (
    <FormSection title={title} help={words.referralPaperHelp}>
      {form.papers.length > 0 ? (
        <SelectField name={name} label={words.chosenPaper} choices={form.papers} empty={words.noneChosen} />
      ) : null}
      <DayField name="datedOn" label={words.datedOn} />
      <TextField name="number" label={words.number} help={words.numberHelp} narrow />
      <SelectField name="issuerAgencyId" label={words.issuer} choices={form.choices.ownAgencies} />
      <TextField name="signerName" label={words.signer} />
      <TextField name="signerTitle" label={words.signerTitle} />
      <SelectField name="signCapacity" label={words.signCapacity} choices={capacities} empty={null} narrow />
      <SignedPageField lang={form.lang} />
      <TextField name="lateEntryReason" label={words.lateReason} help={words.lateReasonHelp} />
    </FormSection>
  )
}

export const TransferFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <SelectField name="toAgencyId" label={words.toAgency} choices={form.choices.agencies} required autofocus />
      <TextAreaField name="reason" label={words.transferReason} rows={4} required />
      <DayField name="transferredOn" label={words.transferredOn} required />
      <DayField name="petitionerToldOn" label={words.toldOn} help={words.laterHelp} />
      <DayField name="frontCopiedOn" label={words.copiedOn} help={words.laterHelp} />
      <ReferralPaperFields form={form} name="slipPaperId" title={words.slip} />
    </>
  )
}
export const FollowTransferFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <DayField name="petitionerToldOn" label={words.toldOn} />
      <DayField name="frontCopiedOn" label={words.copiedOn} />
      <DayField name="answerReceivedOn" label={words.cameBackOn} />
      <TextAreaField name="answer" label={words.cameBack} rows={6} />
    </>
  )
}
export const EscalateFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <SelectField name="toAgencyId" label={words.toSuperior} choices={form.choices.agencies} required autofocus />
      <DayField name="sentOn" label={words.sentOn} required />
      <TextAreaField name="content" label={words.escalationText} rows={8} required />
      <ReferralPaperFields form={form} name="paperId" title={words.escalationPaper} />
    </>
  )
}
export const FollowEscalationFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <DayField name="answerReceivedOn" label={words.cameBackOn} required autofocus />
      <TextAreaField name="answer" label={words.cameBack} rows={8} required />
      <DayField name="petitionerToldOn" label={words.toldOn} help={words.laterHelp} />
    </>
  )
}
export const HandOverFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextField name="procedure" label={words.procedure} help={words.procedureHelp} required autofocus />
      <TextField name="procedureBody" label={words.procedureBody} required />
      <DayField name="procedureOn" label={words.handedOn} required />
      <DayField name="petitionerToldOn" label={words.toldOn} help={words.laterHelp} />
    </>
  )
}
export const MergeFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <SelectField
        name="intoId"
        label={words.intoId}
        help={words.pickPetition}
        choices={form.otherPetitions}
        required
      />
      <TextField name="reason" label={words.reason} required />
    </>
  )
}
export const LinkRepeatFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <SelectField
        name="earlierId"
        label={words.earlierId}
        help={words.pickPetition}
        choices={form.otherPetitions}
        required
      />
      <CheckboxField name="continued" label={words.continued} />
    </>
  )
}
