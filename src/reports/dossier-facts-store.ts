import type { Db } from '../platform/db/connection.ts'

/** Code and state of every petition of a dialogue that counts (complaints handed out included), in their order. */
export async function listPetitionStates(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('petition')
    .select(['id', 'code', 'state'])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('id')
    .execute()
}
