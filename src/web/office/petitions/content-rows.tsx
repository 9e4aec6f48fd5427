import { petitionKinds } from '../../../petitions/petition.ts'
import type { PetitionFields } from '../../../petitions/petition-fields.ts'
import type { FormValues } from '../../kit/form-state.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import type { Lang } from '../../words/words.ts'
import { choicesFrom, choicesOf } from './petition-choices.ts'

interface Props {
  lang: Lang
  fields: PetitionFields | null
  /** how many empty rows at least */
  rows: number
  values: FormValues
}

/** Rows of contents: words, kind and field of each; sent as parallel lists. */
export function ContentRows({ lang, fields, rows, values }: Props) {
  const words = petitionFieldWords[lang]
  const typed = listOf(values['contents'])
  const filled = typed.filter((text) => text !== '').length
  const count = Math.max(rows, filled + 2, typed.length)
  const kinds = listOf(values['kinds'])
  const areas = listOf(values['subjectAreas'])
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        <div
          key={words.contentRow(at + 1)}
          class="grid gap-x-4 md:grid-cols-[minmax(0,3fr)_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <TextAreaField
            name="contents"
            id={`contents-${at}`}
            label={words.contentRow(at + 1)}
            value={typed[at] ?? ''}
            rows={2}
          />
          <SelectField
            name="kinds"
            id={`kinds-${at}`}
            label={words.kind}
            value={kinds[at] ?? 'request'}
            choices={choicesFrom(petitionWords[lang].kinds, [...petitionKinds])}
            empty={null}
          />
          <SelectField
            name="subjectAreas"
            id={`areas-${at}`}
            label={words.field}
            value={areas[at] ?? ''}
            choices={choicesOf(fields?.subjectAreas, lang)}
          />
        </div>
      ))}
    </>
  )
}

/** Values of a repeated field, one alone included. */
export function listOf(value: unknown): string[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value]).map(String)
}
