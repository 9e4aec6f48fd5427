import type { FactVocabulary } from '../../../papers/paper-facts.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Section } from '../../kit/section.tsx'
import { wordingWords } from '../../words/wording-words.ts'
import type { Lang } from '../../words/words.ts'

interface PlaceListProps {
  vocabulary: FactVocabulary
  lang: Lang
}

/** Every name a wording may use, with what it is filled with; the columns of each list unfold. */
export function PlaceList({ vocabulary, lang }: PlaceListProps) {
  const words = wordingWords[lang]
  const values = Object.entries(vocabulary.values).map(([name, label]) => ({ name, meaning: label[lang] }))
  return (
    <Section title={words.places} help={words.placesHelp}>
      <DetailsBlock summary={`${words.place} {…} (${values.length})`}>
        <Places rows={values} caption={words.places} lang={lang} />
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

function Places(props: { rows: readonly { name: string; meaning: string }[]; caption: string; lang: Lang }) {
  const words = wordingWords[props.lang]
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', label: words.place, main: true, cell: (row) => <code>{`{${row.name}}`}</code> },
        { key: 'meaning', label: words.meaning, wide: true, cell: (row) => row.meaning },
      ]}
    />
  )
}
