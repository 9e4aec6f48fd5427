import { formatDay } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import {
  countPetitionsNotRead,
  findPublicDialogue,
  type PublicDialogue,
  type PublicSatisfaction,
} from '../../public-record/public-dialogue-store.ts'
import { countPublicEntries, listPublicEntries, type PublicEntryRow } from '../../public-record/public-entry-store.ts'
import { formatNumber, formatShare } from '../words/format-values.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import type { Lang } from '../words/words.ts'
import { formText, whenText } from './dialogue-card.tsx'
import { EntryList, ownLanguage } from './entry-list.tsx'
import { FollowingLink } from './following/following-link.tsx'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalId, portalPage } from './portal-route.ts'

/** a notice of conclusions is read as a whole; of the petitions the first ones, the rest in the list */
const MOST_ITEMS = 60
const FIRST_PETITIONS = 15

/** The announced dialogue of the address; throws NotFound when it is not public. */
export async function publicDialogueOf(request: PortalRequest): Promise<PublicDialogue> {
  const dialogue = await findPublicDialogue(request.db, request.authority.id, portalId(request))
  if (!dialogue) throw new NotFound('dialogue')
  return dialogue
}

/** Whether somebody can still take part. */
function isToCome(dialogue: PublicDialogue, { today }: Pick<PortalRequest, 'today'>): boolean {
  const day = dialogue.heldOn ?? dialogue.collectionClosesOn
  return dialogue.state === 'preparing' && day !== null && day >= today
}

/** GET /hoi-nghi/:id: everything somebody needs to take part, and afterwards what came of it. */
export async function showPublicDialogue(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, lang, chrome } = request
  const dialogue = await publicDialogueOf(request)
  const of = { dialogueId: dialogue.dialogueId, today }
  const toCome = isToCome(dialogue, request)
  // it says itself when the hall is not open yet
  const live =
    toCome && dialogue.heldOn === today && dialogue.form !== 'indirect'
      ? `/truc-tiep/${authority.slug}/${dialogue.dialogueId}`
      : null
  const [items, petitions, read, notRead] = await Promise.all([
    listPublicEntries(db, authority.id, { ...of, kind: 'conclusionItem', pageSize: MOST_ITEMS }),
    listPublicEntries(db, authority.id, { ...of, kind: 'petition', pageSize: FIRST_PETITIONS }),
    countPublicEntries(db, authority.id, { ...of, kind: 'petition' }),
    countPetitionsNotRead(db, authority.id, dialogue.dialogueId),
  ])
  return portalPage(
    <PortalPage chrome={chrome} title={dialogue.title} active="dialogues">
      <h1 {...ownLanguage(lang)}>{dialogue.title}</h1>
      <DialogueState dialogue={dialogue} toCome={toCome} lang={lang} />
      <DialogueFacts dialogue={dialogue} toCome={toCome} lang={lang} />
      {toCome ? <TakingPart dialogue={dialogue} live={live} request={request} /> : null}
      {dialogue.state === 'cancelled' || dialogue.resultsOn ? null : (
        <FollowingLink request={request} of="dialogue" path={`/hoi-nghi/${dialogue.dialogueId}`} />
      )}
      {dialogue.state === 'preparing' ? null : <Results {...{ dialogue, items, petitions, read, notRead, request }} />}
      <Agenda dialogue={dialogue} lang={lang} />
      <Rules dialogue={dialogue} lang={lang} />
      {dialogue.state === 'preparing' && petitions.length > 0 ? (
        <section aria-labelledby="petitions">
          <h2 id="petitions">{readingWords[lang].petitions}</h2>
          <EntryList entries={petitions} request={request} />
        </section>
      ) : null}
    </PortalPage>,
  )
}

function DialogueState({ dialogue, toCome, lang }: { dialogue: PublicDialogue; toCome: boolean; lang: Lang }) {
  const words = readingWords[lang]
  if (dialogue.state === 'cancelled') return <p class="notice notice-bad">{words.cancelled}</p>
  if (dialogue.state === 'preparing') return toCome ? null : <p class="notice">{words.passed}</p>
  const people = dialogue.people === null ? '' : ` · ${words.people(formatNumber(dialogue.people, lang))}`
  return dialogue.heldOn ? <p class="notice">{words.heldOn(formatDay(dialogue.heldOn)) + people}</p> : null
}

interface FactsProps {
  dialogue: PublicDialogue
  toCome: boolean
  lang: Lang
}

function DialogueFacts({ dialogue, toCome, lang }: FactsProps) {
  const words = readingWords[lang]
  const own = ownLanguage(lang)
  const facts: [label: string, value: string, written: boolean][] = [
    [words.time, whenText(dialogue, lang), false],
    [words.place, dialogue.venue, true],
    [words.form, formText(dialogue.form, lang), false],
    [words.topic, dialogue.topic, true],
    [words.chair, dialogue.chair, true],
    [words.composition, dialogue.composition, true],
    [
      words.closesOn,
      toCome && dialogue.heldOn && dialogue.collectionClosesOn ? formatDay(dialogue.collectionClosesOn) : '',
      false,
    ],
  ]
  return (
    <dl class="facts facts-wide">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value, written]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd {...(written ? own : {})}>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

interface TakingPartProps {
  dialogue: PublicDialogue
  /** where it is followed while it goes on; null: not now */
  live: string | null
  request: PortalRequest
}

function TakingPart({ dialogue, live, request }: TakingPartProps) {
  const { lang, link } = request
  const words = readingWords[lang]
  const at = `/hoi-nghi/${dialogue.dialogueId}`
  // only an address that leads into the web; anything else would be an act of the reader's browser
  const joins = dialogue.onlineLink && /^https?:\/\//.test(dialogue.onlineLink) ? dialogue.onlineLink : null
  return (
    <section aria-labelledby="part">
      <h2 id="part">{words.takingPart}</h2>
      {dialogue.takingPart ? <p {...ownLanguage(lang)}>{dialogue.takingPart}</p> : null}
      {live ? (
        <p class="actions no-print">
          <a class="btn btn-primary" href={live}>
            {words.followLive}
          </a>
        </p>
      ) : null}
      {joins ? (
        <p>
          <a href={joins} rel="noreferrer">
            {words.joinOnline}
          </a>
        </p>
      ) : null}
      <p class="actions no-print">
        <a class="btn btn-primary" href={link(`/gui-kien-nghi?hoi-nghi=${dialogue.dialogueId}`)}>
          {words.raise}
        </a>
        <a class="btn btn-outline" href={link(`${at}/dang-ky-phat-bieu`)}>
          {words.register}
        </a>
      </p>
      <p class="no-print">
        <a href={link(`${at}/lich.ics`)}>{words.calendar}</a> · <a href={link(`${at}/bang-tin`)}>{words.poster}</a>
      </p>
    </section>
  )
}

function Agenda({ dialogue, lang }: { dialogue: PublicDialogue; lang: Lang }) {
  const words = readingWords[lang]
  if (dialogue.agenda.length === 0) return null
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{words.agenda}</h2>
      <ol class="agenda" {...ownLanguage(lang)}>
        {dialogue.agenda.map((step, at) => (
          <li key={`${at} ${step.label}`}>
            {step.plannedAt ? <span class="agenda-time">{step.plannedAt}</span> : null} {step.label}
            {step.minutes ? <span class="lead"> ({words.minutes(step.minutes)})</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Rules({ dialogue, lang }: { dialogue: PublicDialogue; lang: Lang }) {
  if (!dialogue.meetingRules) return null
  return (
    <details class="rules">
      <summary>{readingWords[lang].rules}</summary>
      {dialogue.meetingRules
        .split(/\n+/)
        .filter(Boolean)
        .map((line) => (
          <p key={line} {...ownLanguage(lang)}>
            {line}
          </p>
        ))}
    </details>
  )
}

interface ResultsProps {
  dialogue: PublicDialogue
  items: readonly PublicEntryRow[]
  petitions: readonly PublicEntryRow[]
  /** how many petitions of the dialogue are read here, and how many are not; null: too few for a number */
  read: number
  notRead: number | null
  request: PortalRequest
}

function Results({ dialogue, items, petitions, read, notRead, request }: ResultsProps) {
  const words = readingWords[request.lang]
  const n = (value: number) => formatNumber(value, request.lang)
  const { noticeNumber, noticeOn } = dialogue
  return (
    <section aria-labelledby="results">
      <h2 id="results">{words.results}</h2>
      {items.length + petitions.length === 0 ? <p>{words.noResultsYet}</p> : null}
      {noticeNumber && noticeOn ? <p>{words.notice(noticeNumber, formatDay(noticeOn))}</p> : null}
      {items.length > 0 ? (
        <>
          <h3>{words.items}</h3>
          <EntryList entries={items} request={request} />
        </>
      ) : null}
      {petitions.length > 0 ? (
        <>
          <h3>{words.petitions}</h3>
          <p>{notRead === null ? words.readOfFew(n(read)) : words.readOf(n(read + notRead), n(read), n(notRead))}</p>
          <p class="field-help">{words.notRead}</p>
          <EntryList entries={petitions} request={request} />
          <p>
            <a href={request.link(`/ket-qua?hoi-nghi=${dialogue.dialogueId}`)}>{words.allOfDialogue}</a>
          </p>
        </>
      ) : null}
      {dialogue.satisfaction.map((survey) => (
        <Satisfaction key={survey.title} survey={survey} lang={request.lang} />
      ))}
    </section>
  )
}

function Satisfaction({ survey, lang }: { survey: PublicSatisfaction; lang: Lang }) {
  const words = readingWords[lang]
  const n = (value: number | null) => formatNumber(value ?? 0, lang)
  return (
    <>
      <h3>{words.satisfaction}</h3>
      <p>
        <span {...ownLanguage(lang)}>{survey.title}</span>: {words.ballots(n(survey.valid), n(survey.issued))}
      </p>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col" class="number">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {survey.groups.map((group) => (
            <tr key={group.label}>
              <th scope="row" {...ownLanguage(lang)}>
                {group.label}
              </th>
              <td class="number">
                {n(group.satisfied)}/{n(group.answered)} ({formatShare(group.satisfied, group.answered, lang) ?? '–'})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
