import { confirmToFollow, findAskedFollowing, refuseToFollow } from '../../../followers/confirm-following.ts'
import { copyPath } from '../../../followers/follow-wording.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { followingWords } from '../../words/following-words.ts'
import { portalChange } from '../portal-change.ts'
import { inLanguage, PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { FollowedText } from './followed-text.tsx'

/** GET /nhan-tin/xac-nhan/:token: where the mail leads. Opening it changes nothing, for mail scanners open links. */
export async function showConfirmFollowing(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, runtime, lang, chrome, params } = request
  const token = params['token'] ?? ''
  const asked = await findAskedFollowing(db, runtime.key, authority.id, token)
  if (!asked) return expiredPage(request)
  const { copy, following } = asked
  if (following.confirmedAt) return confirmedPage(request)
  const words = followingWords[lang]
  const action = request.link(`/nhan-tin/xac-nhan/${token}`)
  return portalPage(
    <PortalPage chrome={chrome} title={words.confirmTitle} width="narrow">
      <h1>{copy ? words.confirmTitle : words.title}</h1>
      {copy ? (
        <>
          <blockquote class="said">
            <a href={inLanguage(copyPath(authority.slug, copy), lang)}>
              <FollowedText copy={copy} lang={lang} longest={200} />
            </a>
          </blockquote>
          <Form action={action} hidden={{ act: 'confirm' }} draft={false}>
            <Button>{words.confirmVerb}</Button>
          </Form>
        </>
      ) : (
        <p>{words.gone}</p>
      )}
      <p>{words.refuseLead}</p>
      <Form class="one-button" action={action} hidden={{ act: 'refuse' }} draft={false}>
        <Button variant="secondary">{words.refuseVerb}</Button>
      </Form>
    </PortalPage>,
  )
}

/** POST of the same: the button pressed by a person. */
export async function postConfirmFollowing(request: PortalRequest): Promise<PortalReply> {
  const { runtime, params, form } = request
  const refuses = form['act'] === 'refuse'
  const change = refuses ? refuseToFollow(runtime.key) : confirmToFollow(runtime.key)
  try {
    return await portalChange<typeof change.input, unknown>(request, change, {
      input: { token: params['token'] },
      onDone: () => (refuses ? refusedPage(request) : confirmedPage(request)),
      onRefused: () => expiredPage(request),
    })
  } catch (error) {
    if (error instanceof NotFound) return showConfirmFollowing(request)
    throw error
  }
}

function expiredPage(request: PortalRequest): PortalReply {
  const words = followingWords[request.lang]
  return donePage(request, words.expiredTitle, words.expired, 404)
}

function confirmedPage(request: PortalRequest): PortalReply {
  const words = followingWords[request.lang]
  return donePage(request, words.confirmedTitle, words.confirmed)
}

function refusedPage(request: PortalRequest): PortalReply {
  const words = followingWords[request.lang]
  return donePage(request, words.refusedTitle, words.refused)
}

/** The end of a way: what has happened, and back to the front page. */
export function donePage(request: PortalRequest, title: string, text: string, status = 200): PortalReply {
  return portalPage(
    <PortalPage chrome={request.chrome} title={title} width="narrow">
      <h1>{title}</h1>
      <p class="done-note" role="status">
        {text}
      </p>
      <p>
        <a href={request.link('/')}>{followingWords[request.lang].home}</a>
      </p>
    </PortalPage>,
    status,
  )
}
