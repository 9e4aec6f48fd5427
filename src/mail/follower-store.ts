import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { InstallationKey } from '../platform/installation-key.ts'
import { blankOutboxOf } from './outbox-store.ts'

/** Somebody without an account who asked for news by e-mail; the address is all that is known of the person. */
export interface Follower {
  id: number
  email: string
  lang: 'vi' | 'en'
}

const COLUMNS = ['id', 'email', 'lang'] as const

/** The follower with this address, made when there is none; who is known keeps the language: anybody may type an address. */
export async function keepFollower(
  db: Db,
  follower: { authorityId: number; email: string; lang: 'vi' | 'en'; askedAt: Date },
): Promise<Follower> {
  const { email } = follower
  const row = await db
    .insertInto('follower')
    .values(follower)
    .onConflict((conflict) => conflict.columns(['authorityId', 'email']).doUpdateSet({ email }))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return row as Follower
}

/** Null for who does not, or no longer, follow anything here. */
export async function findFollower(db: Db, authorityId: number, id: number): Promise<Follower | null> {
  const row = await db
    .selectFrom('follower')
    .select(COLUMNS)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Follower | undefined) ?? null
}

/** The address goes, from here and from every mail that was sent or waits; with it all that was followed. */
export async function eraseFollower(db: Db, authorityId: number, id: number, why: string, now: Date): Promise<void> {
  await db.deleteFrom('follower').where('authorityId', '=', authorityId).where('id', '=', id).execute()
  await blankOutboxOf(db, authorityId, { kind: 'follower', id }, why, now)
}

/** The same for whoever has this address, when a person's data are erased. */
export async function eraseFollowersWith(db: Db, authorityId: number, email: string, now: Date): Promise<void> {
  const found = await db
    .selectFrom('follower')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('email', '=', sql<string>`lower(${email.trim()})`)
    .execute()
  for (const { id } of found) await eraseFollower(db, authorityId, id, 'erased', now)
}

/** Only who has the installation's key can tell whether an address is among those that want no mail. */
function refusedHash(key: InstallationKey, email: string): string {
  return createHmac('sha256', key).update(`refused address ${email}`).digest('hex')
}

export async function isAddressRefused(db: Db, key: InstallationKey, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('refusedAddress')
    .select('addressHash')
    .where('addressHash', '=', refusedHash(key, email))
    .executeTakeFirst()
  return row !== undefined
}

export async function refuseAddress(db: Db, key: InstallationKey, email: string, refusedAt: Date): Promise<void> {
  await db
    .insertInto('refusedAddress')
    .values({ addressHash: refusedHash(key, email), refusedAt })
    .onConflict((conflict) => conflict.column('addressHash').doUpdateSet({ refusedAt }))
    .execute()
}

export async function forgetRefusedAddresses(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('refusedAddress').where('refusedAt', '<', before).execute()
}
