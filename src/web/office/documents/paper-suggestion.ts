import { findMinutes, type Minutes } from '../../../dialogues/conference-store.ts'
import { listPresiding } from '../../../dialogues/dialogue-people-store.ts'
import { findDialogue } from '../../../dialogues/dialogue-store.ts'
import { formatDay } from '../../../platform/day.ts'
import type { PaperKind } from '../../../regulations/paper-kinds.ts'
import type { FormValues } from '../../kit/form-state.ts'
import type { OfficeRequest } from '../office-route.ts'
import { kindName } from './paper-view.tsx'

/**
 * What stands in the form of a paper about a dialogue when its kind is known: title and issuer; of the minutes that
 * both have signed also the text, the day, and the chair as signer, so that nothing is typed twice.
 */
export async function suggestPaper(
  request: OfficeRequest,
  dialogueId: number,
  kind: PaperKind,
  issuerIds: readonly number[],
): Promise<FormValues> {
  const { db, authority } = request
  const dialogue = await findDialogue(db, authority.id, dialogueId)
  if (!dialogue) return {}
  const issuer = [dialogue.leadAgencyId, request.actor.agencyId].find((id) => id !== null && issuerIds.includes(id))
  const suggested = {
    title: `${kindName(kind, 'vi')} – ${dialogue.title}`.slice(0, 500),
    ...(issuer ? { issuerAgencyId: issuer } : {}),
  }
  const minutes = kind === 'minutes' ? await findMinutes(db, authority.id, dialogueId) : null
  if (minutes?.state !== 'locked') return suggested
  const [chair] = await listPresiding(db, authority.id, dialogueId)
  const day = dialogue.heldOn ? formatDay(dialogue.heldOn) : ''
  return {
    ...suggested,
    body: minutesText(minutes),
    ...{ datedOn: day, approvedOn: day, approver: chair?.personName ?? '' },
    ...{ signerName: chair?.personName ?? '', signerTitle: chair?.postTitle ?? '' },
  }
}

function minutesText({ proceedings, conclusion }: Pick<Minutes, 'proceedings' | 'conclusion'>): string {
  return [proceedings, conclusion].filter(Boolean).join('\n\n')
}
