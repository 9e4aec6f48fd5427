import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule } from '../platform/errors.ts'
import { type AnswerValues, insertAnswer, updateAnswer } from './answer-store.ts'
import type { AnswerKind, Petition } from './petition.ts'
import { savePetition } from './petition-record.ts'
import type { PetitionValues } from './petition-store.ts'

export interface GivenAnswer {
  /** a stored answer that was given, or the words of a new one */
  answerId: number | null
  kind: AnswerKind
  text: string
  agencyId: number | null
  answeredByName: string | null
}

/**
 * The only way to “answered”: with the answer itself in the same transaction. Without words it is refused, so that no
 * petition is called answered with no answer attached.
 */
export async function markAnswered(
  context: ChangeContext,
  petition: Petition,
  version: number,
  how: { answeredHow: 'beforeConference' | 'atConference' | 'inWriting'; answeredOn: Day },
  answer: GivenAnswer,
  more: PetitionValues = {},
): Promise<void> {
  if (answer.text.trim() === '') throw new BrokenRule('petition/answer-missing', { code: petition.code })
  const given: AnswerValues = { text: answer.text, answeredByName: answer.answeredByName, state: 'approved' }
  if (answer.answerId !== null) {
    await updateAnswer(context.db, { authorityId: context.authorityId, id: answer.answerId }, null, given)
  } else {
    await insertAnswer(context.db, {
      authorityId: context.authorityId,
      petitionId: petition.id,
      kind: answer.kind,
      agencyId: answer.agencyId,
      text: answer.text,
      answeredByName: answer.answeredByName,
      state: 'approved',
      draftedBy: context.actor.accountId,
    })
  }
  const values = { state: 'answered', ...how, ...more }
  await savePetition(context, petition, version, values, {
    more: { answer: answer.text, answeredBy: answer.answeredByName },
  })
}
