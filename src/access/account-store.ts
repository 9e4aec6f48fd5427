import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** What sign-in needs of an account, by login, capitals regardless; a system's account signs nobody in. */
export async function findAccountByLogin(db: Db, login: string) {
  return db
    .selectFrom('account')
    .select(['id', 'login', 'displayName', 'passwordHash', 'disabledAt', 'totpConfirmedAt'])
    .where(sql`lower(login)`, '=', login.toLowerCase())
    .where('isSystem', '=', false)
    .executeTakeFirst()
    .then((row) => row ?? null)
}

/** The whole row, locked until the transaction ends when `forUpdate`. */
export async function findAccount(db: Db, id: number, forUpdate = false) {
  let query = db.selectFrom('account').selectAll().where('id', '=', id)
  if (forUpdate) query = query.forUpdate()
  return (await query.executeTakeFirst()) ?? null
}

export async function hasAccounts(db: Db): Promise<boolean> {
  const row = await db.selectFrom('account').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

export interface NewAccount {
  /** a neighbouring system's; nobody signs in with it */
  isSystem?: boolean
  login: string
  displayName: string
  email: string | null
  passwordHash: string
  mustChangePassword: boolean
}

/** Returns the id, or null when the login is taken. */
export async function insertAccount(db: Db, account: NewAccount): Promise<number | null> {
  const row = await db
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export interface AccountUpdate {
  displayName?: string
  email?: string | null
  passwordHash?: string
  mustChangePassword?: boolean
  totpSecret?: string | null
  totpPendingSecret?: string | null
  totpConfirmedAt?: Date | null
  totpLastStep?: number | null
  recoveryCodeHashes?: string[]
  disabledAt?: Date | null
  disabledReason?: string | null
}

/** Changes columns and raises the version. */
export async function updateAccount(db: Db, id: number, update: AccountUpdate): Promise<void> {
  await db
    .updateTable('account')
    .set((row) => ({ ...update, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Keeps the step of a code that was used; false when another request used it or a later one meanwhile. */
export async function claimTotpStep(db: Db, id: number, step: number): Promise<boolean> {
  const result = await db
    .updateTable('account')
    .set({ totpLastStep: step })
    .where('id', '=', id)
    .where((or) => or.or([or('totpLastStep', 'is', null), or('totpLastStep', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Uses a recovery code up. Returns how many are left, or null when there is no such code (any more). */
export async function claimRecoveryCode(db: Db, id: number, codeHash: string): Promise<number | null> {
  const { rows } = await sql<{ left: number }>`
    update account set recovery_code_hashes = array_remove(recovery_code_hashes, ${codeHash})
    where id = ${id} and ${codeHash} = any (recovery_code_hashes)
    returning cardinality(recovery_code_hashes) as left
  `.execute(db)
  return rows[0]?.left ?? null
}
