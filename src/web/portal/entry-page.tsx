import { daysBetween, formatDay } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { shortened } from '../../platform/shortened.ts'
import { isOpen, isOverdue, wasLate } from '../../public-record/public-entry.ts'
import { findPublicEntry } from '../../public-record/public-entry-store.ts'
import { formatNumber } from '../words/format-values.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import { secondWords } from '../words/second-words.ts'
import { ownLanguage } from './entry-list.tsx'
import { FollowingLink } from './following/following-link.tsx'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalId, portalPage } from './portal-route.ts'
import { PublicSign } from './public-sign.tsx'

type Entry = NonNullable<Awaited<ReturnType<typeof findPublicEntry>>>

/** GET /ket-qua/:id: one petition in the person's words, or one item of a conclusion; then the answer; then the facts. */
export async function showPublicEntry(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, lang, chrome } = request
  const entry = await findPublicEntry(db, authority.id, portalId(request))
  if (!entry) throw new NotFound('publicEntry')
  const words = readingWords[lang]
  const own = ownLanguage(lang)
  const title = entry.kind === 'petition' ? (entry.code ?? '') : words.itemNumber(entry.position)
  return portalPage(
    <PortalPage chrome={chrome} title={shortened(entry.content, 70)} active="results" width="narrow">
      <p class="kicker">{title}</p>
      <h1 class="entry-heading" {...own}>
        {shortened(entry.content, 120)}
      </h1>
      <p>
        <PublicSign entry={entry} today={today} lang={lang} />
        {isOverdue(entry, today) ? ` ${words.overdueBy(daysBetween(entry.dueOn!, today))}` : ''}
        {!isOpen(entry) && wasLate(entry) ? ` ${words.late}` : ''}
      </p>
      {entry.content.length > 120 ? <Written text={entry.content} lang={lang} /> : null}
      {entry.conclusion ? <Part title={words.conclusion} text={entry.conclusion} lang={lang} /> : null}
      <Answer entry={entry} request={request} />
      {entry.settlement ? <Part title={words.settlement} text={entry.settlement} lang={lang} /> : null}
      {entry.satisfied === null ? null : <p class="notice">{entry.satisfied ? words.agrees : words.agreesNot}</p>}
      <EntryFacts entry={entry} request={request} />
      {entry.kind === 'petition' && isOpen(entry) ? (
        <p>
          <a class="btn btn-outline" href={request.link(`/ket-qua/${entry.id}/cung-kien-nghi`)}>
            {secondWords[lang].title}
          </a>
        </p>
      ) : null}
      <FollowingLink request={request} of="entry" path={`/ket-qua/${entry.id}`} />
      <p class="lead">
        {entry.seconded > 0 ? `${words.seconded(formatNumber(entry.seconded, lang))} ` : ''}
        {words.publishedOn(formatDay(entry.publishedOn))}
        {hasHidden(entry) ? ` ${words.hiddenNote}` : ''}
      </p>
    </PortalPage>,
  )
}

function hasHidden({ content, answer, conclusion, settlement }: Entry): boolean {
  return [content, answer, conclusion, settlement].some((text) => text?.includes('[đã che'))
}

type Lang = PortalRequest['lang']

/** A text as it was written, its paragraphs kept. */
function Written({ text, lang }: { text: string; lang: Lang }) {
  return (
    <div class="written" {...ownLanguage(lang)}>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, at) => (
          <p key={at}>{line}</p>
        ))}
    </div>
  )
}

function Part({ title, text, lang }: { title: string; text: string; lang: Lang }) {
  return (
    <section>
      <h2>{title}</h2>
      <Written text={text} lang={lang} />
    </section>
  )
}

function Answer({ entry, request }: { entry: Entry; request: PortalRequest }) {
  const words = readingWords[request.lang]
  if (entry.answer) return <Part title={words.answer} text={entry.answer} lang={request.lang} />
  if (entry.kind === 'conclusionItem' || entry.state === 'transferred') return null
  return <p class="lead">{entry.answeredOn ? words.answerComing : words.noAnswerYet}</p>
}

function EntryFacts({ entry, request }: { entry: Entry; request: PortalRequest }) {
  const { lang, link } = request
  const words = readingWords[lang]
  const own = ownLanguage(lang)
  const day = (value: Entry['dueOn']) => (value ? formatDay(value) : '')
  const facts: [label: string, value: string, written: boolean][] = [
    [words.code, entry.code ?? '', false],
    [words.receivedOn, day(entry.receivedOn), false],
    [words.person, entry.kind === 'petition' ? (entry.person ?? words.personHidden) : '', entry.person !== null],
    [words.area, entry.area ?? '', true],
    [words.agency, entry.agency ?? '', true],
    [words.supporting, entry.supporting.join(', '), true],
    [words.dueLabel, day(entry.dueOn), false],
    [words.longerWhy, entry.longerWhy === null ? '' : entry.longerWhy || words.complexCase, false],
    [words.answeredLabel, day(entry.answeredOn), false],
    [words.settledLabel, day(entry.settledOn), false],
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
      {entry.dialogueTitle ? (
        <div>
          <dt>{words.dialogue}</dt>
          <dd>
            <a href={link(`/hoi-nghi/${entry.dialogueId}`)} {...own}>
              {entry.dialogueTitle}
            </a>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
