import type { ChangeContext } from '../changes/define-change.ts'
import { findDialogue } from '../dialogues/dialogue-store.ts'
import type { DraftedSubject } from '../documents/paper-forms.ts'
import { findPetition } from '../petitions/petition-store.ts'
import { findPlan } from '../plans/plan-store.ts'
import { InputRejected } from '../platform/errors.ts'

/** The dialogue whose dossier the papers about a subject belong to; null: that of a year. Refuses what does not exist. */
export async function dialogueOfSubject(
  context: Pick<ChangeContext, 'db' | 'authorityId'>,
  subjectKind: DraftedSubject,
  subjectId: number,
): Promise<number | null> {
  const { db, authorityId } = context
  if (subjectKind === 'dialogue') return required(await findDialogue(db, authorityId, subjectId)).id
  if (subjectKind === 'plan') {
    required(await findPlan(db, authorityId, subjectId))
    return null
  }
  return required(await findPetition(db, authorityId, subjectId)).dialogueId
}

function required<T>(found: T | null): T {
  if (found === null) throw new InputRejected({ subjectId: 'notInList' })
  return found
}
