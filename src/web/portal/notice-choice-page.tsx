import { randomUUID } from 'node:crypto'
import { citizenActor } from '../../access/citizen-permissions.ts'
import { performChange } from '../../changes/perform-change.ts'
import { NotFound } from '../../platform/errors.ts'
import { chooseNotices, findNoticeChoice } from '../../procedures/choose-notices.ts'
import { Button } from '../kit/button.tsx'
import { CheckboxGroupField } from '../kit/checkbox-group-field.tsx'
import { Form } from '../kit/form.tsx'
import { noticeWords } from '../words/notice-words.ts'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, type PortalRoute, portalPage, portalQuery } from './portal-route.ts'

const URL = '/thu/:token'

/** GET /cong/:slug/thu/:token: which mails a petitioner wants; the link stands below every mail. */
async function showNoticeChoice(request: PortalRequest): Promise<PortalReply> {
  const { db, runtime, authority, chrome, lang, params } = request
  const words = noticeWords[lang]
  const token = params['token'] ?? ''
  const choices = await findNoticeChoice(db, runtime.key, authority.id, token)
  const action = request.link(`/thu/${token}`)
  return portalPage(
    <PortalPage chrome={chrome} title={words.title} width="narrow">
      <h1>{words.title}</h1>
      {portalQuery(request, 'xong') ? (
        <p class="done-note" role="status">
          {words.saved}
        </p>
      ) : null}
      <p>{words.legal}</p>
      <Form
        action={action}
        draft={false}
        values={{ wanted: choices.filter((one) => one.wanted).map((one) => one.kind) }}
      >
        <CheckboxGroupField
          name="wanted"
          label={words.optional}
          choices={choices.map(({ kind }) => ({ value: kind, label: words.kinds[kind as keyof typeof words.kinds] }))}
        />
        <Button variant="primary">{words.save}</Button>
      </Form>
      <Form class="one-button" action={action} draft={false}>
        <Button variant="secondary">{words.none}</Button>
      </Form>
    </PortalPage>,
  )
}

/** POST /cong/:slug/thu/:token: only a button changes anything, for mail scanners open links. */
async function postNoticeChoice(request: PortalRequest): Promise<PortalReply> {
  const { runtime, authority, params, form } = request
  const token = params['token'] ?? ''
  const sent = form['_key']
  const outcome = await performChange(runtime, chooseNotices(runtime.key), {
    actor: citizenActor(authority.id),
    authorityId: authority.id,
    input: { token, wanted: form['wanted'] },
    key: typeof sent === 'string' && /^[\w-]{1,100}$/.test(sent) ? sent : randomUUID(),
  })
  // nothing but a text that is no token is refused
  if (!outcome.ok) throw new NotFound('notice-choice')
  // a mail program that unsubscribes by itself is not sent elsewhere (RFC 8058)
  if (form['List-Unsubscribe'] === 'One-Click') return showNoticeChoice(request)
  const back = request.link(`/thu/${token}`)
  return { kind: 'redirect', to: `${back}${back.includes('?') ? '&' : '?'}xong=1` }
}

/** Pages that mails lead to. */
export const noticeRoutes: readonly PortalRoute[] = [
  { method: 'GET', url: URL, permission: 'notice:choose', handle: showNoticeChoice },
  { method: 'POST', url: URL, permission: 'notice:choose', handle: postNoticeChoice },
]
