import { Card } from '../../kit/card.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { accountWords } from '../../words/account-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { ACCOUNTS } from './account-list-page.tsx'

/** The first password, shown this once; null when the form had been sent before and it cannot be shown again. */
export function temporaryPasswordPage(
  request: OfficeRequest,
  accountId: number,
  name: string,
  password: string | null,
): OfficeReply {
  const words = accountWords[request.lang]
  return officePage(
    request,
    { title: words.temporary, active: 'administration', width: 'narrow' },
    <>
      <PageHeading title={words.temporaryFor(name)} />
      <Card look="marked">
        {password === null ? (
          <p>{words.alreadyDone}</p>
        ) : (
          <>
            <p class="text-2xl my-2">
              <code>{password}</code>
            </p>
            <p>{words.temporaryHelp}</p>
          </>
        )}
      </Card>
      <p class="mt-6">
        <LinkButton href={request.link(`${ACCOUNTS}/${accountId}`)} variant="primary">
          {words.toAccount}
        </LinkButton>
      </p>
    </>,
  )
}
