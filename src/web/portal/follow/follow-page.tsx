import type { ComponentChildren } from 'preact'
import { type OwnCourse, readOwnCourse } from '../../../own-record/own-course-store.ts'
import type { OwnPetition } from '../../../own-record/own-submission-store.ts'
import { type PossibleActs, readPossibleActs } from '../../../own-record/possible-acts.ts'
import { formatDay } from '../../../platform/day.ts'
import { followWords } from '../../words/follow-words.ts'
import { intakeReasonWords } from '../../words/raise-words.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage, portalQuery } from '../portal-route.ts'
import { FollowCourse } from './follow-course.tsx'
import { type Followed, followAddress, followedOf } from './follow-request.ts'
import { holdWord, StateSign } from './follow-state.tsx'

const DONE = {
  'bo-sung': 'added',
  rut: 'withdrawn',
  'y-kien': 'opinionThanks',
  tiep: 'contested',
  'xem-lai': 'appealed',
} as const

/** GET /theo-doi/:token: what was sent, what became of each content, and what its sender can do now. */
export async function showFollow(request: PortalRequest): Promise<PortalReply> {
  const followed = await followedOf(request)
  const { lang, chrome, db, authority, today } = request
  const words = followWords[lang]
  const parts = await Promise.all(
    followed.petitions.map(async (petition) => {
      const course = await readOwnCourse(db, authority.id, petition.id)
      return { petition, course, acts: await readPossibleActs(db, authority.id, { petition, course, today }) }
    }),
  )
  const done = DONE[portalQuery(request, 'xong') as keyof typeof DONE]
  // said where the reader is led to, below which the rest of the page lies
  const doneAt = followed.petitions.find((one) => one.code === portalQuery(request, 'ma'))?.code ?? ''
  const note = done ? <DoneNote text={words[done]} /> : null
  return portalPage(
    <PortalPage chrome={chrome} title={words.title} active="follow" width="narrow">
      <h1>{words.title}</h1>
      {doneAt === '' ? note : null}
      <p>{words.sentOn(formatDay(followed.submission.receivedOn))}</p>
      <Hold request={request} followed={followed} />
      {parts.map(({ petition, course, acts }) => (
        <Part key={petition.id} request={request} followed={followed} part={{ petition, course, acts }}>
          {petition.code === doneAt ? note : null}
        </Part>
      ))}
      <p class="follow-back no-print">
        <a href={request.link(`/bien-nhan/${followed.token}`)}>{words.receipt}</a>
      </p>
    </PortalPage>,
  )
}

function DoneNote({ text }: { text: string }) {
  return (
    <p class="done-note" role="status">
      {text}
    </p>
  )
}

/** What happens, or happened, before it was taken in. */
function Hold({ request, followed }: { request: PortalRequest; followed: Followed }) {
  const { hold, text } = followed.submission
  const { lang } = request
  const words = followWords[lang]
  if (!hold || hold.state === 'taken') return null
  const reasons = intakeReasonWords[lang]
  return (
    <section class="part">
      <h2>{holdWord(hold, lang)}</h2>
      {hold.state === 'joined' ? <p>{words.joined}</p> : null}
      {hold.state === 'held' ? (
        <p>
          {words.heldWhy}: {hold.why.map((cause) => reasons.cause[cause as 'flood'].toLowerCase()).join('; ')}.{' '}
          {words.heldNote}
        </p>
      ) : null}
      {hold.state === 'refused' ? (
        <>
          <p>
            <strong>{words.refusedWhy}:</strong> {reasons.refusal[hold.reasonKey as 'insult']}
            {hold.note ? `. ${hold.note}` : ''}
          </p>
          {hold.appealedAt === null ? (
            <p class="no-print">
              <a class="btn btn-primary" href={request.link(followAddress(followed.token, '/xem-lai'))}>
                {words.appeal}
              </a>
            </p>
          ) : (
            <p>
              {hold.appealDecidedAt === null ? words.appealAsked : `${words.appealUpheld} ${hold.appealNote ?? ''}`}
            </p>
          )}
        </>
      ) : null}
      <h3>{words.whatYouSaid}</h3>
      <p class="said">{text}</p>
    </section>
  )
}

/** By which clause the day is counted; '' where the authority has set it. */
function statedBy({ contestClause }: PossibleActs): string {
  return contestClause ? `${contestClause.clause}, ${contestClause.number}` : ''
}

interface PartProps {
  request: PortalRequest
  followed: Followed
  part: { petition: OwnPetition; course: OwnCourse; acts: PossibleActs }
  /** what was just done with it */
  children: ComponentChildren
}

/** One content: its words, its state, its course, what can be done. */
function Part({ request, followed, part, children }: PartProps) {
  const { petition, course, acts } = part
  const { lang } = request
  const words = followWords[lang]
  const act = (path: string, label: string, look: string) => (
    <a class={`btn ${look}`} href={request.link(followAddress(followed.token, `/${petition.id}/${path}`))}>
      {label}
    </a>
  )
  const any = acts.opinion || acts.contest || acts.add || acts.withdraw
  return (
    <section class="part" id={petition.code} aria-labelledby={`h-${petition.id}`}>
      <h2 id={`h-${petition.id}`}>
        {petition.code} <StateSign petition={petition} lang={lang} />
      </h2>
      {children}
      {petition.continues ? <p>{words.continues(petition.continues)}</p> : null}
      {petition.continuedBy ? <p>{words.continuedBy(petition.continuedBy)}</p> : null}
      {petition.content ? <p class="said">{petition.content}</p> : null}
      <FollowCourse request={request} token={followed.token} petition={petition} course={course} />
      {acts.contestUntil && acts.contest ? (
        <p>{words.contestUntil(formatDay(acts.contestUntil), statedBy(acts))}</p>
      ) : null}
      {acts.contestUntil && acts.contestLate ? <p>{words.contestOver(formatDay(acts.contestUntil))}</p> : null}
      {any && !petition.joined ? (
        <nav class="part-acts no-print" aria-label={`${words.acts} (${petition.code})`}>
          {acts.opinion ? act('y-kien', words.opinion, 'btn-primary') : null}
          {acts.contest ? act('gui-tiep', words.contest, 'btn-outline') : null}
          {acts.add ? act('bo-sung', words.add, 'btn-outline') : null}
          {acts.withdraw ? act('rut', words.withdraw, 'btn-ghost') : null}
        </nav>
      ) : null}
    </section>
  )
}
