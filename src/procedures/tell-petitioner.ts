import type { ChangeContext } from '../changes/define-change.ts'
import { listDeadlinesOf } from '../deadlines/deadline-store.ts'
import { type PetitionerNotice, petitionerNotices } from '../mail/notice-kinds.ts'
import { tell } from '../mail/tell.ts'
import { listPeopleToTell } from '../petitions/people-to-tell-store.ts'
import type { Day } from '../platform/day.ts'

/** What a notice says beside the code: names of agencies, days, the label of a reason; never what somebody typed freely. */
export type NoticeParams = Record<string, string | number | null>

/**
 * Tells those behind petitions what became of them, in the transaction in which it happened. `stage` tells two events of
 * one kind apart (the second agency it is given to, the second day); one stage is told once, for ever.
 */
export async function tellPetitioner(
  context: ChangeContext,
  kind: PetitionerNotice,
  petitionIds: number | readonly number[],
  params: NoticeParams = {},
  stage: string | number = '',
): Promise<void> {
  const ids = typeof petitionIds === 'number' ? [petitionIds] : petitionIds
  const { gatherMinutes } = petitionerNotices[kind]
  for (const person of await listPeopleToTell(context.db, context.authorityId, ids)) {
    await tell(context, {
      to: { kind: 'petitioner', id: person.petitionerId },
      kind,
      gatherMinutes,
      oncePerDay: true,
      subjectKind: 'petition',
      subjectId: person.ownPetitionId,
      params,
      dedupeKey: ['petition', person.petitionId, kind, stage, 'to', person.petitionerId].join(' '),
    })
  }
}

/** Until when a written answer is owed, as it stands now; null while nothing runs yet. */
export async function replyDueOn(context: ChangeContext, petitionId: number): Promise<Day | null> {
  const running = await listDeadlinesOf(context.db, context.authorityId, 'petition', petitionId)
  return running.find((one) => one.key === 'replyLetter' && one.state === 'open')?.dueOn ?? null
}
