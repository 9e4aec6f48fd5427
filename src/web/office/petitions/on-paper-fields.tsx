import { DayField } from '../../kit/day-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { SignedPageField } from '../documents/signed-page-field.tsx'
import type { ActForm } from './act-form.ts'

/** What was decided on paper: who signed and when. */
export function OnPaperFields({ form }: { form: ActForm }) {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextField name="paperApprover" label={words.paperApprover} required />
      <DayField name="paperApprovedOn" label={words.paperApprovedOn} required />
    </>
  )
}

/** As above, with the signed page. */
export function PaperApprovalFields({ form }: { form: ActForm }) {
  return (
    <>
      <OnPaperFields form={form} />
      <SignedPageField lang={form.lang} />
    </>
  )
}
