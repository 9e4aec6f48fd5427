import { type Day, yearOf } from '../../platform/day.ts'
import { listAuthoritiesBelow } from '../../public-record/public-authority-store.ts'
import { listComingDialogues } from '../../public-record/public-dialogue-store.ts'
import { listLatelyAnswered } from '../../public-record/public-entry-store.ts'
import { type PublicFigures, readPublicFigures } from '../../public-record/public-figure-store.ts'
import { formatNumber } from '../words/format-values.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import type { Lang } from '../words/words.ts'
import { DialogueCard } from './dialogue-card.tsx'
import { EntryList } from './entry-list.tsx'
import { FollowingLink } from './following/following-link.tsx'
import { portalFeeds } from './portal-feeds.ts'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from './portal-route.ts'

/** GET /cong/:authority: the next dialogue, the two ways in, what was answered lately, the numbers to check. */
export async function showFront(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, lang, chrome, link } = request
  const words = readingWords[lang]
  const [coming, lately, figures, below] = await Promise.all([
    listComingDialogues(db, authority.id, today),
    listLatelyAnswered(db, authority.id),
    readPublicFigures(db, [authority.id], yearOf(today)),
    listAuthoritiesBelow(db, authority.id),
  ])
  return portalPage(
    <PortalPage chrome={chrome} title={authority.name} active="home" feeds={portalFeeds(request)}>
      <h1 class="visually-hidden">{authority.name}</h1>
      <section aria-labelledby="next">
        <h2 id="next" class="first">
          {words.next}
        </h2>
        {coming.length === 0 ? <p>{words.noNext}</p> : null}
        {coming.slice(0, 2).map((dialogue) => (
          <DialogueCard key={dialogue.id} dialogue={dialogue} request={request} />
        ))}
        <p>
          <a href={link('/hoi-nghi')}>{words.allDialogues}</a>
        </p>
      </section>
      <WaysIn request={request} />
      <section aria-labelledby="lately">
        <h2 id="lately">{words.lately}</h2>
        {lately.length === 0 ? <p>{words.nothingYet}</p> : <EntryList entries={lately} request={request} />}
        <p>
          <a href={link('/ket-qua')}>{words.allResults}</a>
        </p>
        <FollowingLink request={request} of="authority" path="" />
      </section>
      <FigureTiles figures={figures.get(authority.id)!} lang={lang} />
      {below.length > 0 ? (
        <p>
          <a href={link('/cap-duoi')}>{words.below(authority.shortName)}</a>
        </p>
      ) : null}
      <p>
        <a href={link('/du-lieu')}>{words.openData}</a>
      </p>
    </PortalPage>,
  )
}

/** Two large ways in: to ask, and to see what became of what was asked. */
function WaysIn({ request }: { request: PortalRequest }) {
  const { lang, link } = request
  const words = readingWords[lang]
  return (
    <nav class="ways-in" aria-label={`${words.raise}, ${words.lookUp}`}>
      <a class="way-in way-in-primary" href={link('/gui-kien-nghi')}>
        <strong>{words.raise}</strong>
        <span>{words.raiseHelp}</span>
      </a>
      <a class="way-in" href={link('/ket-qua')}>
        <strong>{words.lookUp}</strong>
        <span>{words.lookUpHelp}</span>
      </a>
      <a class="way-in-small" href={link('/theo-doi')}>
        {words.follow}
      </a>
    </nav>
  )
}

/** Four numbers that anybody can check. */
function FigureTiles({ figures, lang }: { figures: PublicFigures; lang: Lang }) {
  const words = readingWords[lang]
  const n = (value: number) => formatNumber(value, lang)
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{words.numbers(figures.year)}</h2>
      <dl class="tiles">
        <Tile
          value={n(figures.held)}
          label={words.held}
          more={figures.planned === null ? '' : words.heldOf(n(figures.planned))}
        />
        <Tile value={n(figures.received)} label={words.received} more="" />
        <Tile value={n(figures.repliesOnTime)} label={words.onTime} more={words.onTimeOf(n(figures.replies))} />
        <Tile value={n(figures.open)} label={words.open} more={words.openHelp} />
      </dl>
      <p class="lead">{words.numbersHelp}</p>
    </section>
  )
}

function Tile({ value, label, more }: { value: string; label: string; more: string }) {
  return (
    <div class="tile">
      <dt>
        {label} {more ? <span class="tile-more">{more}</span> : null}
      </dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The year the portal speaks of when none is asked for. */
export function yearAsked(text: string, today: Day): number {
  const year = Number(text)
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : yearOf(today)
}
