import type { KnownPermission } from '../../../access/permission-table.ts'
import { timeLeft } from '../../../calendar/count-days.ts'
import { eventDay } from '../../../dialogues/dialogue.ts'
import { getDialogue } from '../../../dialogues/dialogue-store.ts'
import { capitalized } from '../../../platform/capitalized.ts'
import { findNextDialogueId } from '../../../reports/next-dialogue-store.ts'
import { Card } from '../../kit/card.tsx'
import { ChainSteps } from '../../kit/chain-steps.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { formatWeekday } from '../../words/format-values.ts'
import { homeWords } from '../../words/home-words.ts'
import { type DialogueOverview, readOverview } from '../dialogues/dialogue-facts.ts'
import type { OfficeRequest } from '../office-route.ts'

/** The dialogue next in hand with where it stands in the chain; null when none is under way. */
export async function readNextDialogue(request: OfficeRequest): Promise<DialogueOverview | null> {
  const id = await findNextDialogueId(request.db, request.authority.id, request.today)
  return id === null ? null : readOverview(request, await getDialogue(request.db, request.authority.id, id))
}

export function NextDialogueCard({ request, overview }: { request: OfficeRequest; overview: DialogueOverview | null }) {
  const words = homeWords[request.lang]
  if (!overview) {
    const may = request.actor.may('dialogue:open', { authorityId: request.authority.id })
    return (
      <EmptyState icon="meeting" title={words.noDialogue} {...(may ? { help: words.noDialogueHelp } : {})}>
        {may ? (
          <LinkButton href={request.link('/hoi-nghi/moi')} variant="primary" icon="plus">
            {words.openDialogue}
          </LinkButton>
        ) : null}
      </EmptyState>
    )
  }
  const { dialogue, chain, calendar } = overview
  const day = eventDay(dialogue)
  const chainNames = dialogueWords[request.lang].chain
  const href = request.link(`/hoi-nghi/${dialogue.id}`)
  const may = (permission: KnownPermission) => request.actor.may(permission, { authorityId: request.authority.id })
  const takesIn = dialogue.state === 'preparing' && may('petition:receive')
  return (
    <Card look="marked" title={day && day < request.today ? words.currentDialogue : words.nextDialogue} level={2}>
      <p class="text-lg font-semibold leading-snug">
        <a href={href}>{dialogue.title}</a>
      </p>
      <p class="mt-1 text-sm">
        {day ? capitalized(formatWeekday(day, request.lang)) : words.noDay}
        {dialogue.startsAt ? `, ${dialogue.startsAt}` : ''}
        {day && day >= request.today ? ` · ${words.inDays(timeLeft(calendar, request.today, day))}` : ''}
      </p>
      {dialogue.venue ? <p class="text-sm text-(--ink-soft)">{dialogue.venue}</p> : null}
      <div class="chain-narrow mt-4">
        <ChainSteps
          steps={chain.links.map((link) => ({
            key: link.key,
            label: chainNames[link.key],
            state: link.state,
            ...(link.missing > 0 && link.state !== 'next' ? { note: words.missing(link.missing) } : {}),
          }))}
        />
      </div>
      <p class="mt-3 flex flex-wrap gap-2">
        {takesIn ? (
          <LinkButton href={request.link(`/kien-nghi/moi?dialogue=${dialogue.id}`)} icon="plus">
            {words.receive}
          </LinkButton>
        ) : null}
        <LinkButton href={href} icon="arrow">
          {may('dialogue:prepare') ? words.goOn : words.seeDialogue}
        </LinkButton>
      </p>
    </Card>
  )
}
