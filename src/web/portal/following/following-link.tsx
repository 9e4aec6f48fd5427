import { followingWords } from '../../words/following-words.ts'
import type { PortalRequest } from '../portal-route.ts'

/** Whether mails with links can be sent at all. */
export function mayFollow({ runtime }: Pick<PortalRequest, 'runtime'>): boolean {
  return runtime.mail.channels.includes('email') && runtime.mail.origin !== undefined
}

/** The way to news by e-mail; nothing where no mail can be sent. `path` is the page it stands on. */
export function FollowingLink({ request, path }: { request: PortalRequest; path: string }) {
  if (!mayFollow(request)) return null
  const words = followingWords[request.lang]
  return (
    <p class="follow-news no-print">
      <a class="btn btn-outline" href={request.link(`${path}/nhan-tin`)}>
        {words.link}
      </a>{' '}
      <span class="lead">{path.startsWith('/hoi-nghi') ? words.linkHelpDialogue : words.linkHelp}</span>
    </p>
  )
}
