import { countSecondings, listAdditions, listOpinions } from '../../../petitions/followed-petition-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { followWords } from '../../words/follow-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { intakeWords } from '../../words/intake-words.ts'
import type { OfficeRequest } from '../office-route.ts'

/** What the petitioner and others did on the Portal about one petition. */
export async function loadPortalSide({ db, authority }: OfficeRequest, petitionId: number) {
  const [additions, opinions, seconded] = await Promise.all([
    listAdditions(db, authority.id, petitionId),
    listOpinions(db, authority.id, petitionId),
    countSecondings(db, authority.id, petitionId),
  ])
  return { petitionId, additions, opinions, seconded }
}

type PortalSide = Awaited<ReturnType<typeof loadPortalSide>>

/** What was added later, what was said of the answer, and how many ask for the same. Nothing when there is nothing. */
export function PetitionPortal({ request, side }: { request: OfficeRequest; side: PortalSide }) {
  const words = intakeWords[request.lang]
  const said = followWords[request.lang]
  const unread = side.additions.some((one) => one.readAt === null)
  const mayRead = request.actor.may('petition:classify', { authorityId: request.authority.id, agencyIds: [] })
  return (
    <>
      {side.seconded > 0 ? <p class="mb-4">{words.seconded(side.seconded)}</p> : null}
      {side.additions.length > 0 ? (
        <Section title={words.additions} id="bo-sung" count={side.additions.length}>
          {side.additions.map((one) => (
            <div key={one.id}>
              <p class="field-help">
                {formatMoment(one.sentAt, request.lang)}{' '}
                {one.readAt === null ? (
                  <Badge tone="warn">{words.additionsNew}</Badge>
                ) : (
                  `· ${words.additionsRead}: ${one.readByName ?? ''}`
                )}
              </p>
              <ProseText text={one.text} />
            </div>
          ))}
          {unread && mayRead ? (
            <Form class="mt-3" action={request.link(`/kien-nghi/${side.petitionId}/da-doc-bo-sung`)} draft={false}>
              <Button variant="secondary">{words.markRead}</Button>
            </Form>
          ) : null}
        </Section>
      ) : null}
      {side.opinions.length > 0 ? (
        <Section title={words.opinions}>
          <ul>
            {side.opinions.map((one, at) => (
              <li key={at}>
                {formatDay(one.onDay)}: {said.solvedChoices[one.solved as 'yes']} · {words.clear}:{' '}
                {said.clearChoices[one.clear as 'yes']}
                {one.said ? ` · “${one.said}”` : ''}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
