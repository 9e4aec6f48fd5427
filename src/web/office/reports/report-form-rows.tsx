import type { Regulation } from '../../../regulations/regulation.ts'
import { DIALOGUE_FIELDS, type ReportForm } from '../../../reporting/report-form.ts'
import { listFigures } from '../../../reports/figures.ts'
import { FormSection } from '../../kit/form-section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { reportFormWords } from '../../words/report-form-words.ts'
import type { Lang } from '../../words/words.ts'

interface FormRowsProps {
  form: ReportForm
  rows: number
  regulation: Regulation | null
  lang: Lang
}

/** A group of fields for each column or section of a form. */
export function FormRows({ form, rows, regulation, lang }: FormRowsProps) {
  const words = reportFormWords[lang]
  if (form.kind === 'narrative')
    return (
      <>
        {form.sections.map((section, at) => (
          <FormSection key={section.key} title={section.heading || section.key}>
            <TextField name={`heading${at}`} label={words.heading} />
            <TextAreaField name={`text${at}`} label={words.text} rows={6} />
          </FormSection>
        ))}
      </>
    )
  const choices =
    form.kind === 'units'
      ? listFigures(regulation).map((figure) => ({ value: figure.key, label: figure.label[lang] }))
      : Object.entries(DIALOGUE_FIELDS).map(([value, label]) => ({ value, label: label[lang] }))
  const known = form.columns.map((column) => ('figure' in column ? column.figure : column.field))
  const foreign = known.filter((key) => !choices.some((choice) => choice.value === key))
  const all = [...choices, ...foreign.map((value) => ({ value, label: value }))]
  return (
    <>
      <p class="field-help">{words.rowHelp}</p>
      {Array.from({ length: rows }, (_, at) => (
        <FormSection key={at} title={at < form.columns.length ? words.column(at + 1) : words.spare}>
          <div class="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <TextField name={`label${at}`} label={words.label} />
            <TextField name={`group${at}`} label={words.group} />
            <SelectField name={`what${at}`} label={form.kind === 'units' ? words.figure : words.field} choices={all} />
            <TextField name={`order${at}`} label={words.order} />
          </div>
        </FormSection>
      ))}
    </>
  )
}
