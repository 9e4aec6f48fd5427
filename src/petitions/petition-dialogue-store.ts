import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import { recallVersion } from '../regulations/regulation-store.ts'

const dialogueById = fixedRead((db, authorityId: number, dialogueId: number) =>
  db
    .selectFrom('dialogue')
    .select(['id', 'title', 'state', 'heldOn', 'form', 'regulationVersionId', 'leadAgencyId', 'hostAgencyId'])
    .where('authorityId', '=', authorityId)
    .where('id', '=', dialogueId),
)

/** What a petition's rules ask of its dialogue; null when there is none of this id. */
export async function findDialogueOfPetition(db: Db, authorityId: number, dialogueId: number) {
  return (await dialogueById(db, authorityId, dialogueId))[0] ?? null
}

const versionOfDialogue = fixedRead((db, authorityId: number, dialogueId: number) =>
  db
    .selectFrom('dialogue')
    .innerJoin('regulationVersion', 'regulationVersion.id', 'dialogue.regulationVersionId')
    .select(['regulationVersion.id', 'regulationVersion.sha256'])
    .where('dialogue.authorityId', '=', authorityId)
    .where('dialogue.id', '=', dialogueId),
)

/** The regulation a dialogue was opened under; null when there is none. */
export async function findRegulationOfDialogue(db: Db, authorityId: number, dialogueId: number) {
  const [row] = await versionOfDialogue(db, authorityId, dialogueId)
  return row ? recallVersion(db, row) : null
}

const newestDialogues = fixedRead((db, authorityId: number, limit: number) =>
  db
    .selectFrom('dialogue')
    .select(['id', 'title', 'state', 'heldOn', 'kind'])
    .where('authorityId', '=', authorityId)
    .where('state', '!=', 'cancelled')
    .orderBy('heldOn', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(limit),
)

/** Dialogues to choose from in filters and forms, the newest first. */
export async function listDialogueChoices(db: Db, authorityId: number, limit = 100) {
  return newestDialogues(db, authorityId, limit)
}
