import { shortened } from '../../../platform/shortened.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import type { ActFields } from './act-form.ts'

// Fields of the acts that keep a petition from some people.

export const RestrictFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <CheckboxField name="confidential" label={words.confidential} />
      <CheckboxGroupField name="readerIds" label={words.readers} choices={form.choices.accounts} columns />
      <TextField name="reason" label={words.reason} required />
    </>
  )
}

export const AccusedFields: ActFields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  const siblings = form.view.siblings.map((one) => ({
    value: String(one.id),
    label: one.confidential ? one.code : `${one.code} · ${shortened(one.content, 80)}`,
  }))
  return (
    <>
      <SelectField
        name="accusedAgencyId"
        label={words.accusedAgency}
        choices={form.choices.agencies}
        empty={words.none}
      />
      <SelectField
        name="accusedAccountId"
        label={words.accusedAccount}
        choices={form.choices.accounts}
        empty={words.none}
      />
      {siblings.length > 0 ? (
        <CheckboxGroupField
          name="freeIds"
          label={words.notAboutThem}
          help={words.notAboutThemHelp}
          choices={siblings}
        />
      ) : null}
      <TextField name="reason" label={words.reason} required />
    </>
  )
}
