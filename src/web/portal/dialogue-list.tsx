import { formatDay } from '../../platform/day.ts'
import {
  countResultsOfDialogues,
  listComingDialogues,
  listPastDialogues,
  type PublicDialogue,
} from '../../public-record/public-dialogue-store.ts'
import { formatNumber } from '../words/format-values.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import { DialogueCard } from './dialogue-card.tsx'
import { ownLanguage } from './entry-list.tsx'
import { portalFeeds } from './portal-feeds.ts'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from './portal-route.ts'

type Counts = Awaited<ReturnType<typeof countResultsOfDialogues>>

/** GET /hoi-nghi: the dialogues to come, and those that were held with how far their results are. */
export async function showPublicDialogues(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, lang, chrome, link } = request
  const words = readingWords[lang]
  const [coming, past, counts] = await Promise.all([
    listComingDialogues(db, authority.id, today),
    listPastDialogues(db, authority.id, today),
    countResultsOfDialogues(db, authority.id, today),
  ])
  return portalPage(
    <PortalPage chrome={chrome} title={words.dialogues} active="dialogues" feeds={portalFeeds(request)}>
      <h1>{words.dialogues}</h1>
      <h2>{words.coming}</h2>
      {coming.length === 0 ? <p>{words.noNext}</p> : null}
      {coming.map((dialogue) => (
        <DialogueCard key={dialogue.id} dialogue={dialogue} request={request} />
      ))}
      {coming.length > 0 ? (
        <p>
          <a href={link('/lich.ics')}>{words.calendarAll}</a>
        </p>
      ) : null}
      <h2>{words.past}</h2>
      {past.length === 0 ? <p>{words.noPast}</p> : null}
      <ul class="entry-list">
        {past.map((dialogue) => (
          <PastLine key={dialogue.id} dialogue={dialogue} request={request} counts={counts} />
        ))}
      </ul>
    </PortalPage>,
  )
}

function PastLine({ dialogue, request, counts }: { dialogue: PublicDialogue; request: PortalRequest; counts: Counts }) {
  const { lang, link } = request
  const words = readingWords[lang]
  const count = counts.get(dialogue.dialogueId)
  const facts = [
    dialogue.state === 'cancelled'
      ? words.cancelled
      : dialogue.state === 'preparing'
        ? words.passed
        : dialogue.heldOn
          ? words.heldOn(formatDay(dialogue.heldOn))
          : '',
    ...(count ? [words.answeredOf(formatNumber(count.answered, lang), formatNumber(count.all, lang))] : []),
    ...(count && count.overdue > 0 ? [words.overdueCount(formatNumber(count.overdue, lang))] : []),
  ]
  return (
    <li>
      <a class="entry-title" href={link(`/hoi-nghi/${dialogue.dialogueId}`)} {...ownLanguage(lang)}>
        {dialogue.title}
      </a>
      <span class="entry-facts">{facts.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
