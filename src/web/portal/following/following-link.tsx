import { followingWords } from '../../words/following-words.ts'
import type { PortalRequest } from '../portal-route.ts'

/** Whether mails with links can be sent at all. */
export function mayFollow({ runtime }: Pick<PortalRequest, 'runtime'>): boolean {
  return runtime.mail.channels.includes('email') && runtime.mail.origin !== undefined
}

interface FollowingLinkProps {
  request: PortalRequest
  of: keyof (typeof followingWords)['vi']['linkHelp']
  /** the page it stands on */
  path: string
}

/** The way to news by e-mail; nothing where no mail can be sent. */
export function FollowingLink({ request, of, path }: FollowingLinkProps) {
  if (!mayFollow(request)) return null
  const words = followingWords[request.lang]
  return (
    <p class="follow-news no-print">
      <a class="btn btn-outline" href={request.link(`${path}/nhan-tin`)}>
        {words.link}
      </a>{' '}
      <span class="lead">{words.linkHelp[of]}</span>
    </p>
  )
}
