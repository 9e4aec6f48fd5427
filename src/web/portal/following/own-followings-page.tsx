import { copyPath } from '../../../followers/follow-wording.ts'
import { findOwnFollowings, stopFollowing } from '../../../followers/stop-following.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { FollowedCopy } from '../../../public-record/followed-copy-store.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { followingWords } from '../../words/following-words.ts'
import { portalChange } from '../portal-change.ts'
import { inLanguage, PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { donePage } from './confirm-following-page.tsx'
import { FollowedText } from './followed-text.tsx'

/** GET /nhan-tin/:token: what the holder of the link below each mail follows, each with a button to stop. */
export async function showOwnFollowings(request: PortalRequest): Promise<PortalReply> {
  return ownPage(request, false)
}

async function ownPage(request: PortalRequest, stopped: boolean): Promise<PortalReply> {
  const { db, authority, runtime, lang, chrome, params } = request
  const token = params['token'] ?? ''
  const followings = await findOwnFollowings(db, runtime.key, authority.id, token)
  // an ended link says the same as one that never was
  if (!followings) return overPage(request)
  const words = followingWords[lang]
  const action = request.link(`/nhan-tin/${token}`)
  return portalPage(
    <PortalPage chrome={chrome} title={words.ownTitle} width="narrow">
      <h1>{words.ownTitle}</h1>
      {stopped ? (
        <p class="done-note" role="status">
          {words.stopped}
        </p>
      ) : null}
      {followings.length === 0 ? <p>{words.ownNone}</p> : null}
      <ul class="followings">
        {followings.map(({ id, copy }) => (
          <li key={id}>
            <Followed copy={copy} request={request} />
            <Form class="one-button" action={action} hidden={{ followingId: String(id) }} draft={false}>
              <Button
                variant="secondary"
                small
                label={`${words.stopOne}: ${copy?.content.slice(0, 80) ?? words.hidden}`}
              >
                {words.stopOne}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form class="one-button" action={action} draft={false}>
        <Button variant="secondary">{words.stopAll}</Button>
      </Form>
    </PortalPage>,
  )
}

function Followed({ copy, request }: { copy: FollowedCopy | null; request: PortalRequest }) {
  const { lang, authority } = request
  if (!copy) return <p>{followingWords[lang].hidden}</p>
  return (
    <p>
      <a href={inLanguage(copyPath(authority.slug, copy), lang)}>
        {copy.kind === 'petition' ? `${copy.label}: ` : ''}
        <FollowedText copy={copy} lang={lang} longest={120} />
      </a>
    </p>
  )
}

/**
 * POST of the same: one following ends, or all. A mail program that unsubscribes by itself (RFC 8058) posts here too and
 * is answered with a page, not sent elsewhere; once more changes nothing.
 */
export async function postOwnFollowings(request: PortalRequest): Promise<PortalReply> {
  const { runtime, params, form } = request
  try {
    return await portalChange(request, stopFollowing(runtime.key), {
      input: { token: params['token'], followingId: form['followingId'] ?? '' },
      onDone: ({ left }) => (left ? ownPage(request, true) : overPage(request)),
      onRefused: () => overPage(request),
    })
  } catch (error) {
    if (error instanceof NotFound) return ownPage(request, false)
    throw error
  }
}

function overPage(request: PortalRequest): PortalReply {
  const words = followingWords[request.lang]
  return donePage(request, words.overTitle, words.over)
}
