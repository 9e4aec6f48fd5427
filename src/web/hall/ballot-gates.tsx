import { randomUUID } from 'node:crypto'
import { type Authority, getAuthority } from '../../agencies/authority-store.ts'
import { performChange } from '../../changes/perform-change.ts'
import { programActor } from '../../changes/program-actor.ts'
import { BrokenRule, NotFound } from '../../platform/errors.ts'
import { findCode } from '../../surveys/ballot-store.ts'
import { ballotCodeHash, castBallot } from '../../surveys/cast-ballot.ts'
import { findSurvey, type Survey } from '../../surveys/survey-store.ts'
import type { GateReply, GateRequest, GateRoute } from '../office/office-route.ts'
import { ballotWords } from '../words/ballot-words.ts'
import { ruleSentence } from '../words/rule-sentence.ts'
import type { Lang } from '../words/words.ts'
import { orGone } from './gone-page.tsx'
import { HallFrame } from './hall-frame.tsx'

interface Handed {
  survey: Survey
  authority: Authority
  used: boolean
}

async function surveyAt(request: GateRequest): Promise<Handed> {
  const found = await findCode(request.db, ballotCodeHash(request.params['code'] ?? ''))
  const survey = found ? await findSurvey(request.db, found.authorityId, found.surveyId) : null
  if (!found || !survey) throw new NotFound('survey-code')
  return { survey, used: found.used, authority: await getAuthority(request.db, found.authorityId) }
}

const labelOf = (lang: Lang, one: { label: string; labelEn?: string | undefined }) =>
  lang === 'en' ? (one.labelEn ?? one.label) : one.label

function page(
  request: GateRequest,
  { survey, authority }: Handed,
  content: 'form' | 'thanks' | 'used' | 'closed',
  error = '',
): GateReply {
  const words = ballotWords[request.lang]
  const said = { thanks: words.thanks, used: words.used, closed: words.closed }
  return {
    kind: 'page',
    status: error ? 422 : 200,
    node: (
      <HallFrame chrome={request.chrome} title={survey.title} look="phone">
        <div class="phone">
          <p class="hall-soft">{authority.name}</p>
          <h1>{survey.title}</h1>
          {content === 'form' ? (
            <BallotForm request={request} survey={survey} error={error} />
          ) : (
            <p class={content === 'thanks' ? 'phone-said' : 'hall-alert'} role="status">
              {said[content]}
            </p>
          )}
        </div>
      </HallFrame>
    ),
  }
}

function BallotForm({ request, survey, error }: { request: GateRequest; survey: Survey; error: string }) {
  const { lang, form, chrome } = request
  const words = ballotWords[lang]
  return (
    <form method="post" class="ballot" action={`/phieu/${request.params['code']}`} data-failed={error ? '' : undefined}>
      <input type="hidden" name="_csrf" value={chrome.csrf} />
      <p>{words.help}</p>
      {error ? (
        <p class="hall-alert" role="alert">
          {error}
        </p>
      ) : null}
      {survey.form.groups.map((group) => (
        <fieldset key={group.key} class="ballot-group">
          <legend>{labelOf(lang, group)}</legend>
          {survey.form.scale.map((answer) => (
            <label key={answer.key} class="hall-check">
              <input
                type="radio"
                class="radio"
                name={`n.${group.key}`}
                value={answer.key}
                checked={form[`n.${group.key}`] === answer.key}
              />{' '}
              <span>{labelOf(lang, answer)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <label class="hall-field hall-field-wide">
        <span>{words.comment}</span>
        <textarea name="comment" rows={3} maxLength={2000} class="textarea">
          {typeof form['comment'] === 'string' ? form['comment'] : ''}
        </textarea>
      </label>
      <p class="hall-soft">{words.anonymous}</p>
      <button class="btn btn-primary phone-wide" type="submit">
        {words.send}
      </button>
    </form>
  )
}

/** GET /phieu/…: the ballot behind a code handed out. */
async function showBallotByCode(request: GateRequest): Promise<GateReply> {
  const handed = await surveyAt(request)
  if (handed.used) return page(request, handed, request.query['xong'] === undefined ? 'used' : 'thanks')
  return page(request, handed, handed.survey.state === 'open' ? 'form' : 'closed')
}

async function postBallotByCode(request: GateRequest): Promise<GateReply> {
  const handed = await surveyAt(request)
  const { survey, authority } = handed
  const answers = Object.fromEntries(
    survey.form.groups.map(({ key }) => [key, String(request.form[`n.${key}`] ?? '').slice(0, 80)]),
  )
  const code = request.params['code'] ?? ''
  const input = { code, answers, comment: request.form['comment'] }
  try {
    const outcome = await performChange(request.runtime, castBallot, {
      actor: programActor(authority.id),
      ...{ authorityId: authority.id, input, key: randomUUID() },
      // who has a code could try every ballot until its hash fits
      apartFromKey: ['code', 'answers', 'comment'],
    })
    if (outcome.ok) return { kind: 'redirect', to: `/phieu/${code}?xong` }
    return page(request, handed, 'form', ballotWords[request.lang].wrong)
  } catch (error) {
    if (error instanceof BrokenRule && error.code === 'survey/code-used') return page(request, handed, 'used')
    if (!(error instanceof BrokenRule)) throw error
    return page(request, handed, 'form', ruleSentence(request.lang, error.code, error.params))
  }
}

/** Ballots by telephone: anonymous, one for each code handed out. */
export const ballotGates: readonly GateRoute[] = [
  { method: 'GET', url: '/phieu/:code', access: 'anyone', handle: orGone('ballot', showBallotByCode) },
  { method: 'POST', url: '/phieu/:code', access: 'anyone', handle: orGone('ballot', postBallotByCode) },
]
