import { shortened } from '../../platform/shortened.ts'
import { listComingDialogues } from '../../public-record/public-dialogue-store.ts'
import { listLatelyAnswered } from '../../public-record/public-entry-store.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import { whenText } from './dialogue-card.tsx'
import { ownLanguage } from './entry-list.tsx'
import type { PortalReply, PortalRequest } from './portal-route.ts'
import { PublicSign } from './public-sign.tsx'

/** GET /nhung: the one page other sites may frame: the next dialogues and new results, every link opening the portal. */
export async function showEmbed(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, lang, chrome, link } = request
  const words = readingWords[lang]
  const own = ownLanguage(lang)
  const [coming, lately] = await Promise.all([
    listComingDialogues(db, authority.id, today),
    listLatelyAnswered(db, authority.id, 4),
  ])
  const node = (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{authority.name}</title>
        <base target="_blank" />
        <link rel="stylesheet" href={chrome.assets.portalCss} />
      </head>
      <body class="embed">
        <main>
          <h1>{words.next}</h1>
          {coming.length === 0 ? <p>{words.noNext}</p> : null}
          <ul class="entry-list">
            {coming.slice(0, 2).map((dialogue) => (
              <li key={dialogue.id}>
                <a class="entry-title" href={link(`/hoi-nghi/${dialogue.dialogueId}`)} {...own}>
                  {dialogue.title}
                </a>
                <span class="entry-facts">
                  {whenText(dialogue, lang)} · <span {...own}>{dialogue.venue}</span>
                </span>
              </li>
            ))}
          </ul>
          <h2>{words.lately}</h2>
          {lately.length === 0 ? <p>{words.nothingYet}</p> : null}
          <ul class="entry-list">
            {lately.map((entry) => (
              <li key={entry.id}>
                <PublicSign entry={entry} today={today} lang={lang} />
                <a class="entry-title" href={link(`/ket-qua/${entry.id}`)} {...own}>
                  {shortened(entry.content, 110)}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={link('/')}>{words.embedMore}</a>
          </p>
        </main>
      </body>
    </html>
  )
  return { kind: 'page', status: 200, node, framed: true }
}
