import type { PublicDialogue } from '../../public-record/public-dialogue-store.ts'
import { dialogueWords } from '../words/dialogue-words.ts'
import { formatWeekday } from '../words/format-values.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import type { Lang } from '../words/words.ts'
import { ownLanguage } from './entry-list.tsx'
import type { PortalRequest } from './portal-route.ts'

/** When a dialogue takes place, in words: hours and day, or the day until which opinions are taken. */
export function whenText(
  dialogue: Pick<PublicDialogue, 'heldOn' | 'startsAt' | 'endsAt' | 'collectionClosesOn'>,
  lang: Lang,
): string {
  const words = readingWords[lang]
  const { heldOn, startsAt, endsAt, collectionClosesOn } = dialogue
  if (heldOn === null) return collectionClosesOn ? `${words.closesOn} ${formatWeekday(collectionClosesOn, lang)}` : ''
  const day = formatWeekday(heldOn, lang)
  if (startsAt && endsAt) return words.timeBetween(startsAt, endsAt, day)
  return startsAt ? words.timeAt(startsAt, day) : day
}

/** The form of a dialogue by its key. */
export function formText(form: string, lang: Lang): string {
  const { forms } = dialogueWords[lang]
  return forms[form as keyof typeof forms] ?? ''
}

/** One dialogue to come: what, when, where, in which form; opens its page. */
export function DialogueCard({ dialogue, request }: { dialogue: PublicDialogue; request: PortalRequest }) {
  const { lang, link } = request
  const words = readingWords[lang]
  return (
    <article class="dialogue-card">
      <h3>
        <a href={link(`/hoi-nghi/${dialogue.dialogueId}`)} {...ownLanguage(lang)}>
          {dialogue.title}
        </a>
      </h3>
      <dl class="facts">
        <div>
          <dt>{words.time}</dt>
          <dd>{whenText(dialogue, lang)}</dd>
        </div>
        {dialogue.venue ? (
          <div>
            <dt>{words.place}</dt>
            <dd {...ownLanguage(lang)}>{dialogue.venue}</dd>
          </div>
        ) : null}
        <div>
          <dt>{words.form}</dt>
          <dd>{formText(dialogue.form, lang)}</dd>
        </div>
      </dl>
    </article>
  )
}
