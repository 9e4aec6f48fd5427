import { SENDING_CHANNELS } from '../../../documents/paper.ts'
import { dispositions } from '../../../petitions/petition.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { channelWords } from '../../words/petition-act-words.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import type { ActFields } from './act-form.ts'
import { ContentRows } from './content-rows.tsx'
import { choicesFrom, choicesOf } from './petition-choices.ts'

// Fields of the acts that say what a petition is, who has it, and by when.

export const EditFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="content" label={words.content} rows={8} required autofocus />
      <TextField name="reason" label={words.reason} required />
    </>
  )
}

export const ClassifyFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  const all = petitionWords[form.lang]
  const { fields } = form.choices
  return (
    <>
      <RadioGroupField name="kind" label={words.kind} choices={choicesFrom(all.kinds)} required inline />
      <SelectField
        name="subjectArea"
        label={words.field}
        choices={choicesOf(fields?.subjectAreas, form.lang)}
        autofocus
      />
      <RadioGroupField name="disposition" label={words.group} choices={choicesFrom(all.groups, [...dispositions])} />
      <SelectField name="urgency" label={words.urgency} choices={choicesOf(fields?.urgencies, form.lang)} />
      <SelectField name="audience" label={words.audience} choices={choicesOf(fields?.audiences, form.lang)} />
      <SelectField name="sphere" label={words.sphere} choices={choicesFrom(all.spheres)} />
      <CheckboxField name="sensitive" label={words.sensitive} />
      <CheckboxField name="offTopic" label={words.offTopic} />
    </>
  )
}

export const SplitFields: ActFields = ({ form }) => (
  <ContentRows lang={form.lang} fields={form.choices.fields} rows={4} values={form.values} />
)

export const AssignFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <SelectField name="leadAgencyId" label={words.lead} choices={form.choices.agencies} required autofocus />
      <CheckboxGroupField
        name="supportingAgencyIds"
        label={words.supporting}
        choices={form.choices.ownAgencies}
        columns
      />
      {form.view.petition.leadAgencyId === null ? null : <TextField name="reason" label={words.reassignReason} />}
    </>
  )
}

export const AcknowledgeFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <DayField name="acknowledgedOn" label={words.acknowledgedOn} required autofocus />
      <RadioGroupField
        name="acknowledgedChannel"
        label={words.channel}
        choices={choicesFrom(channelWords[form.lang], [...SENDING_CHANNELS])}
        required
      />
      <TextField name="acknowledgementNote" label={words.acknowledgementNote} />
      <FileField name="acknowledgement" label={words.acknowledgement} kinds="PDF, JPG, PNG, DOCX" maxSize="20 MB" />
    </>
  )
}

export const DecideFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <RadioGroupField
        name="competence"
        label={words.competence}
        choices={choicesFrom(petitionWords[form.lang].competences)}
        required
      />
      <TextAreaField name="direction" label={words.direction} rows={5} required />
    </>
  )
}

export const ExtendFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <SelectField name="reasonKey" label={words.extendReason} choices={form.extensionReasons} required />
      <TextAreaField name="reason" label={words.extendWords} rows={4} required />
    </>
  )
}

export const ReasonFields: ActFields = ({ form }) => (
  <TextAreaField name="reason" label={petitionFieldWords[form.lang].reason} rows={4} required autofocus />
)
