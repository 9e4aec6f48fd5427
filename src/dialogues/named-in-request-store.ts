import { sql } from 'kysely'
import { contactHash } from '../platform/contact-text.ts'
import type { Db } from '../platform/db/connection.ts'

interface ErasedInRequest {
  authorityId: number
  requestId: number
  name: string
  /** what was asked for goes too, when the name is that of who asked */
  words: boolean
  tombstone: string
  /** signatures end with the name where they still count towards a decision; null: they stay counted */
  signaturesEndAt: Date | null
}

/**
 * Blanks a name of a request for a dialogue: of who asked, with contacts and secrets, and of those who signed. The rows
 * stay, so that what was decided can be read; of words that go their hash stays. Returns how many rows held it.
 */
export async function blankNameInRequest(db: Db, of: ErasedInRequest): Promise<number> {
  const { authorityId, requestId, name, tombstone, signaturesEndAt } = of
  const content = sql<string>`${`${tombstone} SHA-256 `}::text || encode(sha256(convert_to(content, 'UTF8')), 'hex')`
  const asked = await db
    .updateTable('dialogueRequest')
    .set({
      ...{ requesterName: tombstone, phone: null, email: null, tokenHash: null },
      ...(of.words ? { content } : {}),
    })
    .where('authorityId', '=', authorityId)
    .where('id', '=', requestId)
    .where(sql<boolean>`fold(requester_name) = fold(${name})`)
    .returning('id')
    .execute()
  const signed = await db
    .updateTable('requestSigner')
    .set({
      ...{ name: tombstone, village: '', contactHash: sql<string>`'erased ' || id` },
      ...(signaturesEndAt ? { withdrawnAt: signaturesEndAt } : {}),
    })
    .where('authorityId', '=', authorityId)
    .where('requestId', '=', requestId)
    .where(sql<boolean>`fold(name) = fold(${name})`)
    .returning('id')
    .execute()
  return asked.length + signed.length
}

/**
 * The conferences at which a contact registered to speak, and the requests it made or signed, with the names as they were
 * given. Of who signed only a hash of the contact is kept: it is asked for request by request.
 */
export async function listPlacesOfContact(
  db: Db,
  authorityId: number,
  contact: { phone: string | null; email: string | null },
) {
  const { phone, email } = contact
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^84/, '0')
  const isContact = sql<boolean>`((${digits} <> '' and regexp_replace(regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'), '^84', '0') = ${digits})
    or (${email ?? ''} <> '' and lower(email) = lower(${email ?? ''})))`
  const [speeches, requests] = await Promise.all([
    db
      .selectFrom('speechRegistration')
      .select(['dialogueId', 'speakerName as name'])
      .where('authorityId', '=', authorityId)
      .where(isContact)
      .execute(),
    db
      .selectFrom('dialogueRequest')
      .select(['id', 'requesterName as name'])
      .where('authorityId', '=', authorityId)
      .where(isContact)
      .execute(),
  ])
  return { speeches, requests: [...requests, ...(await listSigned(db, authorityId, [phone, email]))] }
}

async function listSigned(db: Db, authorityId: number, contacts: readonly (string | null)[]) {
  const ids = await db
    .selectFrom('requestSigner')
    .select('requestId')
    .distinct()
    .where('authorityId', '=', authorityId)
    .execute()
  const hashes = ids.flatMap(({ requestId }) =>
    contacts.filter(Boolean).map((one) => contactHash(`request ${authorityId} ${requestId}`, one!)),
  )
  if (hashes.length === 0) return []
  return db
    .selectFrom('requestSigner')
    .select(['requestId as id', 'name'])
    .where('authorityId', '=', authorityId)
    .where('contactHash', 'in', hashes)
    .execute()
}
