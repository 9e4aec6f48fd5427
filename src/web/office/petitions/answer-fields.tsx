import { DayField } from '../../kit/day-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import type { ActFields } from './act-form.ts'

// Fields of the acts by which an answer is written, given or sent back.

export const AnswerFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="text" label={words.answerText} help={words.classifiedConfirm} rows={12} required autofocus />
      <TextAreaField name="proposedSettlement" label={words.proposed} rows={3} />
    </>
  )
}

export const ReturnFields: ActFields = ({ form }) => (
  <TextAreaField name="reason" label={petitionFieldWords[form.lang].returnReason} rows={4} required autofocus />
)

export const ContributeFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  const supports = form.view.supports.map((one) => ({ value: String(one.agencyId), label: one.agencyName }))
  return (
    <>
      {form.choosesAgency ? (
        <SelectField name="agencyId" label={words.forAgency} choices={supports} required empty={null} />
      ) : null}
      <TextAreaField name="contribution" label={words.contribution} rows={8} required autofocus />
    </>
  )
}

export const ResolveBeforeFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="text" label={words.whatWasDone} rows={6} required autofocus />
      <DayField name="settledOn" label={words.resolvedOn} required />
      <TextField name="answeredByName" label={words.answeredBy} />
    </>
  )
}

export const AnswerAtConferenceFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextField name="answeredByName" label={words.answeredBy} required autofocus />
      <TextAreaField name="text" label={words.answerText} help={words.classifiedConfirm} rows={8} required />
      <DayField name="answeredOn" label={words.answeredOn} help={words.answeredOnHelp} />
    </>
  )
}

export const VerifyFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="report" label={words.report} rows={8} required autofocus />
      <DayField name="verifiedOn" label={words.verifiedOn} required />
    </>
  )
}
