import { redact } from '../../../publications/decide-finds.ts'
import { type FieldFind, findKey, findsOf, type PublicationSource } from '../../../publications/publication.ts'
import type { FormValues } from '../../kit/form-state.ts'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { publicationWords } from '../../words/publication-words.ts'
import type { Lang } from '../../words/words.ts'
import { sourceKey, typedDecisions } from './publication-forms-read.ts'

interface SourceProps {
  source: PublicationSource
  values: FormValues
  lang: Lang
}

/** The texts of one source with everything found in them marked in place, each find to be decided, and what will be read. */
export function SourceTexts({ source, values, lang }: SourceProps) {
  const finds = findsOf(source)
  const fields = Object.entries(source.texts).filter(([, text]) => text !== '')
  return (
    <div class="publish-texts">
      {fields.map(([field, text]) => (
        <FieldText
          key={field}
          {...{ source, field, text, lang }}
          finds={finds.filter((find) => find.field === field)}
          first={finds.findIndex((find) => find.field === field)}
        />
      ))}
      {finds.length > 0 ? <Preview source={source} values={values} lang={lang} /> : null}
      <TextAreaField name={`also-${sourceKey(source)}`} label={publicationWords[lang].alsoHide} rows={1} />
    </div>
  )
}

interface FieldTextProps {
  source: PublicationSource
  field: string
  text: string
  finds: readonly FieldFind[]
  /** number of the first find of this field among all of the source */
  first: number
  lang: Lang
}

function FieldText({ source, field, text, finds, first, lang }: FieldTextProps) {
  const words = publicationWords[lang]
  return (
    <div class="publish-field">
      <p class="publish-label">{words.fields[field as keyof typeof words.fields] ?? field}</p>
      <p class="publish-words" lang="vi">
        {marked(text, finds, first)}
      </p>
      {finds.map((find, at) => (
        <FindDecisionField key={find.start} {...{ source, find, lang }} number={first + at + 1} />
      ))}
    </div>
  )
}

function marked(text: string, finds: readonly FieldFind[], first: number) {
  const parts: preact.ComponentChildren[] = []
  let from = 0
  for (const [at, find] of finds.entries()) {
    parts.push(
      text.slice(from, find.start),
      <mark key={find.start}>
        {find.words}
        <sup>{first + at + 1}</sup>
      </mark>,
    )
    from = find.end
  }
  return [...parts, text.slice(from)]
}

interface FindProps {
  source: PublicationSource
  find: FieldFind
  number: number
  lang: Lang
}

function FindDecisionField({ source, find, number, lang }: FindProps) {
  const words = publicationWords[lang]
  const key = findKey(source, find)
  return (
    <div class="publish-find">
      <RadioGroupField
        name={key}
        label={words.find(number, words.kinds[find.kind], find.words)}
        choices={[
          { value: 'hide', label: words.hide },
          { value: 'keep', label: words.keep },
        ]}
        inline
      />
      <TextField name={`${key}-reason`} label={words.reason} maxLength={300} />
    </div>
  )
}

function Preview({ source, values, lang }: SourceProps) {
  const words = publicationWords[lang]
  const also = String(values[`also-${sourceKey(source)}`] ?? '').split('\n')
  const { texts } = redact(source, typedDecisions(source, values), also)
  return (
    <div class="publish-preview">
      <p class="publish-label">{words.preview}</p>
      {Object.entries(texts)
        .filter(([field, text]) => text !== '' && text !== source.texts[field])
        .map(([field, text]) => (
          <p key={field} class="publish-words" lang="vi">
            {text}
          </p>
        ))}
    </div>
  )
}
