import type { FactVocabulary } from '../../../papers/paper-facts.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Section } from '../../kit/section.tsx'
import { wordingWords } from '../../words/wording-words.ts'
import type { Lang } from '../../words/words.ts'

interface PlaceListProps {
  vocabulary: FactVocabulary
  lang: Lang
  /** in two braces, as in a Word file */
  double?: boolean
}

/** Every name a wording may use, with what it is filled with; the columns of each list unfold. */
export function PlaceList({ vocabulary, lang, double = false }: PlaceListProps) {
  const words = wordingWords[lang]
  const values = Object.entries(vocabulary.values).map(([name, label]) => ({ name, meaning: label[lang] }))
  return (
    <Section title={words.places} help={words.placesHelp}>
      <DetailsBlock summary={words.values(String(values.length))}>
        <Places rows={values} caption={words.places} lang={lang} double={double} />
      </DetailsBlock>
      {Object.entries(vocabulary.lists).map(([name, list]) => {
        const fields = Object.entries(list.fields).map(([field, label]) => ({ name: field, meaning: label[lang] }))
        const rows = [...fields, { name: 'rowNumber', meaning: words.rowNumber }]
        return (
          <DetailsBlock key={name} summary={words.listOf(list.label[lang])}>
            <Places rows={rows} caption={words.listOf(list.label[lang])} lang={lang} />
          </DetailsBlock>
        )
      })}
    </Section>
  )
}

interface PlacesProps {
  rows: readonly { name: string; meaning: string }[]
  caption: string
  lang: Lang
  double?: boolean
}

function Places(props: PlacesProps) {
  const words = wordingWords[props.lang]
  const written = (name: string) => (props.double ? `{{${name}}}` : `{${name}}`)
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', label: words.place, main: true, cell: (row) => <code>{written(row.name)}</code> },
        { key: 'meaning', label: words.meaning, wide: true, cell: (row) => row.meaning },
      ]}
    />
  )
}
