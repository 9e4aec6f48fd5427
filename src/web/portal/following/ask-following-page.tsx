import { askToFollow } from '../../../followers/ask-to-follow.ts'
import { DAYS_TO_CONFIRM } from '../../../followers/follow-wording.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type FollowedCopy, findFollowable } from '../../../public-record/followed-copy-store.ts'
import { passLimits } from '../../../reception/portal-limit.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { FOLLOWING_NOTICE_VERSION, followingWords } from '../../words/following-words.ts'
import { EmailField } from '../email-field.tsx'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalId, portalPage, portalQuery } from '../portal-route.ts'
import { FollowedText } from './followed-text.tsx'
import { mayFollow } from './following-link.tsx'

type Of = 'entry' | 'dialogue' | 'authority'
const PLACES = { entry: 'results', dialogue: 'dialogues', authority: 'home' } as const

/** What is to be followed, and the page it stands on. */
interface Asked {
  of: Of
  copy: FollowedCopy
  path: string
}

async function followable(request: PortalRequest, of: Of): Promise<Asked> {
  const id = portalId(request)
  const copy = mayFollow(request) ? await findFollowable(request.db, request.authority.id, of, id) : null
  if (!copy) throw new NotFound('publication')
  return { of, copy, path: { entry: `/ket-qua/${id}`, dialogue: `/hoi-nghi/${id}`, authority: '' }[of] }
}

/** GET /nhan-tin, also below /ket-qua/:id and /hoi-nghi/:id: asks for an address, or says that a mail is on its way. */
export const showAskFollowing =
  (of: Of) =>
  async (request: PortalRequest): Promise<PortalReply> => {
    const asked = await followable(request, of)
    return portalQuery(request, 'xong') ? sentPage(request, asked) : askPage(request, asked, {})
  }

function askPage(request: PortalRequest, asked: Asked, errors: FormErrors): PortalReply {
  const { lang, chrome, form } = request
  const words = followingWords[lang]
  const { of, copy, path } = asked
  return portalPage(
    <PortalPage chrome={chrome} title={words.title} active={PLACES[of]} width="narrow">
      <h1>{words.title}</h1>
      <blockquote class="said">
        <FollowedText copy={copy} lang={lang} longest={200} />
      </blockquote>
      <p>{words.what[copy.kind]}</p>
      <Form action={request.link(`${path}/nhan-tin`)} values={form} errors={errors} draft={false}>
        <EmailField name="email" label={words.email} help={words.emailHelp} required />
        <section class="data-notice" aria-labelledby="ve-dia-chi">
          <h2 id="ve-dia-chi">{words.noticeTitle}</h2>
          <p>{words.noticeUse}</p>
          <p>{words.noticeStop}</p>
        </section>
        <p class="form-buttons">
          <Button>{words.verb}</Button>
        </p>
      </Form>
      <Back request={request} asked={asked} />
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function sentPage(request: PortalRequest, asked: Asked): PortalReply {
  const words = followingWords[request.lang]
  return portalPage(
    <PortalPage chrome={request.chrome} title={words.sentTitle} active={PLACES[asked.of]} width="narrow">
      <h1>{words.sentTitle}</h1>
      <p class="done-note" role="status">
        {words.sent}
      </p>
      <p>{words.sentHelp(DAYS_TO_CONFIRM)}</p>
      <Back request={request} asked={asked} />
    </PortalPage>,
  )
}

function Back({ request, asked }: { request: PortalRequest; asked: Asked }) {
  const words = followingWords[request.lang]
  return (
    <p class="follow-back">
      <a href={request.link(asked.path || '/')}>{words.back[asked.of]}</a>
    </p>
  )
}

/**
 * POST of the same: one mail is sent at most. What is answered is the same for an address that is known, unknown, or
 * has had enough mails today, so that nobody learns from it who follows what.
 */
export const postAskFollowing =
  (of: Of) =>
  async (request: PortalRequest): Promise<PortalReply> => {
    const asked = await followable(request, of)
    const { db, authority, clientAddress, form, lang, now, runtime } = request
    await requirePassage(request, [
      { limit: 'follow by address', of: clientAddress },
      { limit: 'follow at authority', of: String(authority.id) },
    ])
    const email = typeof form['email'] === 'string' ? form['email'] : ''
    const { passed } = await passLimits(db, [{ limit: 'follow by contact', of: email.trim().toLowerCase() }], now)
    return portalChange(request, askToFollow(runtime.key), {
      input: {
        ...{ publicationId: asked.copy.publicationId, email, lang, mayMail: passed },
        noticeVersion: FOLLOWING_NOTICE_VERSION,
      },
      onDone: () => ({ kind: 'redirect', to: request.link(`${asked.path}/nhan-tin?xong=1`) }),
      onRefused: (errors) => askPage(request, asked, errors),
    })
  }
