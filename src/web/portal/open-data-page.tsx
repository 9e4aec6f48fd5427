import { readingWords } from '../words/portal-reading-words.ts'
import type { Lang } from '../words/words.ts'
import { dialogueFields, dialogueLists, planFields } from './open-data-dialogues.ts'
import { entryFields } from './open-data-fields.ts'
import type { DataField } from './open-data-schema.ts'
import { portalFeeds } from './portal-feeds.ts'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from './portal-route.ts'

/** GET /du-lieu: everything public as files, what their fields mean, and how to put it into one's own site. */
export async function showOpenData(request: PortalRequest): Promise<PortalReply> {
  const { lang, chrome, origin, authority } = request
  const words = readingWords[lang]
  const at = `/cong/${authority.slug}`
  const files: readonly [label: string, ...paths: string[]][] = [
    [words.dataResults, 'du-lieu/ket-qua.csv', 'du-lieu/ket-qua.json'],
    [words.dataDialogues, 'du-lieu/hoi-nghi.csv', 'du-lieu/hoi-nghi.json'],
    [words.dataPlans, 'du-lieu/ke-hoach.json'],
    [words.dataSchema, 'du-lieu/luoc-do.json'],
    [words.dataFeed, 'tin.xml'],
    [words.dataCalendar, 'lich.ics'],
  ]
  const frame = `<iframe src="${origin}${at}/nhung" title="${authority.name}" width="100%" height="420" loading="lazy"></iframe>`
  return portalPage(
    <PortalPage chrome={chrome} title={words.openData} feeds={portalFeeds(request)} width="narrow">
      <h1>{words.openData}</h1>
      <p>{words.openDataLead}</p>
      <ul class="dots">
        {files.map(([label, ...paths]) => (
          <li key={label}>
            {label}:{' '}
            {paths.map((path, n) => (
              <span key={path}>
                {n > 0 ? ', ' : ''}
                <a href={`${at}/${path}`}>{path.split('.').at(-1)!.toUpperCase()}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <h2 id="fields">{words.dataFields}</h2>
      <FieldTable caption={words.dataResults} fields={entryFields} lang={lang} />
      <FieldTable caption={words.dataDialogues} fields={[...dialogueFields, ...dialogueLists]} lang={lang} />
      <FieldTable caption={words.dataPlans} fields={planFields} lang={lang} />
      <h2 id="embed">{words.embedTitle}</h2>
      <p>{words.embedHelp}</p>
      <p>
        <code class="code-block">{frame}</code>
      </p>
    </PortalPage>,
  )
}

type Explained = Pick<DataField<never>, 'key' | 'vi' | 'en'>

function FieldTable({ caption, fields, lang }: { caption: string; fields: readonly Explained[]; lang: Lang }) {
  const words = readingWords[lang]
  return (
    <table class="plain-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.dataField}</th>
          <th scope="col">{words.dataMeaning}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.key}>
            <th scope="row">
              <code>{field.key}</code>
            </th>
            <td>{field[lang]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
