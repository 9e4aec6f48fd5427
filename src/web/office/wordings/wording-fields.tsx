import type { FactVocabulary } from '../../../papers/paper-facts.ts'
import type { PaperTemplate } from '../../../papers/paper-template.ts'
import { type WordingField, type WordingPiece, wordingFields } from '../../../papers/template-fields.ts'
import { FormSection } from '../../kit/form-section.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { wordingWords } from '../../words/wording-words.ts'
import type { Lang } from '../../words/words.ts'

interface FieldsProps {
  template: PaperTemplate
  /** before the path in the name of each field */
  prefix: string
  vocabulary: FactVocabulary
  lang: Lang
}

interface Group {
  key: string
  fields: WordingField[]
}

/** The fields of a wording in the order of the paper, those of a table or an appendix under a heading of their own. */
export function WordingFields({ template, prefix, vocabulary, lang }: FieldsProps) {
  const fields = wordingFields(template)
  const groups: Group[] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (last?.key === field.group) last.fields.push(field)
    else groups.push({ key: field.group, fields: [field] })
  }
  const labels = numbered(fields, lang)
  const tables = groups.filter(isTable)
  return (
    <>
      {groups.map((group, at) => (
        <FormSection
          key={`${group.key} ${at}`}
          title={titleOf(group, tables, lang)}
          {...(isTable(group) ? { help: wordingWords[lang].tableHelp } : {})}
        >
          {isTable(group) ? (
            <TableFields {...{ group, prefix, vocabulary, labels, lang }} />
          ) : (
            group.fields.map((field) => (
              <OneField key={field.path} {...{ field, prefix, vocabulary, lang }} label={labels.get(field.path)!} />
            ))
          )}
        </FormSection>
      ))}
    </>
  )
}

function titleOf(group: Group, tables: readonly Group[], lang: Lang): string {
  const words = wordingWords[lang]
  if (isTable(group)) return words.table(String(tables.indexOf(group) + 1))
  const appendix = /^appendices\.(\d+)/.exec(group.key)
  if (appendix) return words.appendix(String(Number(appendix[1]) + 1))
  const named: Readonly<Record<string, string>> = words.groups
  return named[group.key] ?? words.groups.body
}

function isTable({ fields }: Group): boolean {
  return fields.some(({ piece }) => piece === 'columnLabel')
}

/** A label for each field; pieces that come several times are counted, so that each has a name of its own. */
function numbered(fields: readonly WordingField[], lang: Lang): Map<string, string> {
  const words = wordingWords[lang]
  const counts = new Map<WordingPiece, number>()
  const all = new Map<WordingPiece, number>()
  for (const { piece } of fields) all.set(piece, (all.get(piece) ?? 0) + 1)
  return new Map(
    fields.map(({ path, piece }) => {
      counts.set(piece, (counts.get(piece) ?? 0) + 1)
      const label = words.pieces[piece]
      return [path, all.get(piece) === 1 ? label : words.number(label, String(counts.get(piece)))]
    }),
  )
}

interface OneProps {
  field: WordingField
  label: string
  prefix: string
  vocabulary: FactVocabulary
  lang: Lang
}

function OneField({ field, label, prefix, vocabulary, lang }: OneProps) {
  const name = prefix + field.path
  const help = helpOf(field, vocabulary, lang)
  if (field.form === 'choice') {
    const fields = Object.entries(vocabulary.lists[field.list ?? '']?.fields ?? {})
    const choices = [
      { value: 'rowNumber', label: wordingWords[lang].rowNumber },
      ...fields.map(([value, meaning]) => ({ value, label: meaning[lang] })),
    ]
    return <SelectField name={name} label={label} choices={choices} empty={field.piece === 'addField' ? '' : null} />
  }
  if (field.form === 'number') return <NumberField name={name} label={label} step={0.1} />
  if (field.form === 'line') return <TextField name={name} label={label} help={help} />
  const rows = Math.min(12, Math.max(2, Math.ceil(field.value.length / 85) + field.value.split('\n').length - 1))
  return <TextAreaField name={name} label={label} rows={rows} help={help} />
}

function helpOf({ only, list, form }: WordingField, vocabulary: FactVocabulary, lang: Lang): string | undefined {
  const words = wordingWords[lang]
  const meaning = (name: string) => vocabulary.values[name]?.[lang] ?? vocabulary.lists[name]?.label[lang] ?? name
  const said = [
    list === null || form === 'number' ? '' : words.rowsOf(vocabulary.lists[list]?.label[lang] ?? list),
    only === null ? '' : only.no ? words.onlyWithout(meaning(only.name)) : words.onlyWith(meaning(only.name)),
  ].filter((sentence) => sentence !== '')
  return said.length === 0 ? undefined : said.join(' ')
}

/** The columns of a table, one row each: label, what fills it, width, order; then what is said when it is empty. */
function TableFields(props: Omit<OneProps, 'field' | 'label'> & { group: Group; labels: ReadonlyMap<string, string> }) {
  const { group, labels, ...rest } = props
  const rows = new Map<string, WordingField[]>()
  for (const field of group.fields) {
    const row = /^(.*\.(?:columns\.\d+|add))\.\w+$/.exec(field.path)?.[1] ?? field.path
    rows.set(row, [...(rows.get(row) ?? []), field])
  }
  return (
    <>
      {[...rows].map(([row, fields]) => (
        <div
          key={row}
          class={
            fields.length === 1
              ? ''
              : 'grid grid-cols-2 gap-x-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_6rem_6rem] sm:gap-3'
          }
        >
          {fields.map((field) => {
            const plain = { ...field, list: field.form === 'choice' ? field.list : null }
            const one = <OneField {...rest} field={plain} label={labels.get(field.path)!} />
            // on a phone the two numbers stand side by side, the words have a line each
            return (
              <div key={field.path} class={field.form === 'number' ? '' : 'col-span-2 sm:col-span-1'}>
                {one}
              </div>
            )
          })}
        </div>
      ))}
    </>
  )
}
