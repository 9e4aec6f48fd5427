import { DayField } from '../../kit/day-field.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import type { ActFields } from './act-form.ts'
import { choicesFrom } from './petition-choices.ts'

// Fields of the acts that tell what is proposed, promised, done, and what the petitioner says to it.

export const ProposeFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="proposedSettlement" label={words.proposed} rows={6} required autofocus />
      <DayField name="proposedDueOn" label={words.proposedDueOn} />
    </>
  )
}

export const PromiseFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="promise" label={words.promise} rows={4} required autofocus />
      <DayField name="promisedOn" label={words.promisedOn} required />
    </>
  )
}

export const SettleFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="settlement" label={words.settlement} rows={6} required autofocus />
      <DayField name="settledOn" label={words.settledOn} required />
    </>
  )
}

export const AskFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  const choices = choicesFrom({ yes: words.agreesYes, no: words.agreesNo })
  return (
    <>
      <RadioGroupField name="petitionerAgrees" label={words.agrees} choices={choices} required />
      <DayField name="petitionerAskedOn" label={words.askedOn} required />
      <TextAreaField name="petitionerSaid" label={words.said} rows={4} />
    </>
  )
}
