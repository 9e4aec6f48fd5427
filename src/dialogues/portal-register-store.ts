import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** The registration to speak that a secret opens; null for an unknown one. */
export async function findSpeechByToken(db: Db, authorityId: number, tokenHash: string) {
  const found = await db
    .selectFrom('speechRegistration')
    .innerJoin('dialogue', (join) =>
      join
        .onRef('dialogue.authorityId', '=', 'speechRegistration.authorityId')
        .onRef('dialogue.id', '=', 'speechRegistration.dialogueId'),
    )
    .selectAll('speechRegistration')
    .select([
      'dialogue.title',
      'dialogue.heldOn',
      'dialogue.startsAt',
      'dialogue.venue',
      'dialogue.form',
      'dialogue.onlineLink',
      'dialogue.state as dialogueState',
      // how many are called before: who withdrew is not waited for
      sql<number>`(select count(*) from speech_registration o where o.authority_id = speech_registration.authority_id
        and o.dialogue_id = speech_registration.dialogue_id and o.state <> 'withdrawn'
        and o.position <= speech_registration.position)`.as('place'),
    ])
    .where('speechRegistration.authorityId', '=', authorityId)
    .where('speechRegistration.tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return found ?? null
}

/** Whether a contact is on the list of speakers already. */
export async function hasRegistered(db: Db, authorityId: number, dialogueId: number, hash: string): Promise<boolean> {
  const found = await db
    .selectFrom('speechRegistration')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('contactHash', '=', hash)
    .where('state', '=', 'registered')
    .executeTakeFirst()
  return found !== undefined
}

/** A request for a dialogue by one of its two secrets: that of who asked, or that for signing with it. */
export async function findRequestByToken(db: Db, authorityId: number, by: 'tokenHash' | 'signTokenHash', hash: string) {
  const found = await db
    .selectFrom('dialogueRequest')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where(by, '=', hash)
    .executeTakeFirst()
  return found ?? null
}

/** Adds a signature and returns its id; null when the same contact has signed. */
export async function insertSigner(
  db: Db,
  values: {
    authorityId: number
    requestId: number
    name: string
    village: string
    contactHash: string
    signedAt: Date
  },
): Promise<number | null> {
  const row = await db
    .insertInto('requestSigner')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function countSigners(db: Db, authorityId: number, requestId: number): Promise<number> {
  const { n } = await db
    .selectFrom('requestSigner')
    .select(sql<number>`count(*)`.as('n'))
    .where('authorityId', '=', authorityId)
    .where('requestId', '=', requestId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}

/** Who signed a request through the Portal, for the office that checks it against the voters. */
export async function listSigners(db: Db, authorityId: number, requestId: number) {
  return db
    .selectFrom('requestSigner')
    .select(['name', 'village', 'signedAt'])
    .where('authorityId', '=', authorityId)
    .where('requestId', '=', requestId)
    .where('withdrawnAt', 'is', null)
    .orderBy('id')
    .limit(2000)
    .execute()
}
