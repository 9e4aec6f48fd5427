import type { Db } from '../platform/db/connection.ts'

/** What a petition's rules ask of its dialogue; null when there is none of this id. */
export async function findDialogueOfPetition(db: Db, authorityId: number, dialogueId: number) {
  const found = await db
    .selectFrom('dialogue')
    .select(['id', 'title', 'state', 'heldOn', 'form', 'regulationVersionId', 'leadAgencyId'])
    .where('authorityId', '=', authorityId)
    .where('id', '=', dialogueId)
    .executeTakeFirst()
  return found ?? null
}

export async function findRegulationIdOfDialogue(db: Db, authorityId: number, dialogueId: number) {
  return (await findDialogueOfPetition(db, authorityId, dialogueId))?.regulationVersionId ?? null
}

/** Dialogues to choose from in filters and forms, the newest first. */
export async function listDialogueChoices(db: Db, authorityId: number, limit = 100) {
  return db
    .selectFrom('dialogue')
    .select(['id', 'title', 'state', 'heldOn', 'kind'])
    .where('authorityId', '=', authorityId)
    .where('state', '!=', 'cancelled')
    .orderBy('heldOn', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
