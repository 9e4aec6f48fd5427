import { DayField } from '../../kit/day-field.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
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
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <OnPaperFields form={form} />
      <FileField name="signedPage" label={words.signedPage} kinds="PDF, JPG, PNG, DOCX" maxSize="20 MB" />
    </>
  )
}
