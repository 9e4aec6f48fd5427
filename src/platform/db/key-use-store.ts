import { type InstallationKey, keyFingerprint } from '../installation-key.ts'
import type { Db } from './connection.ts'

/** Since when the links are made of another key than before; null while it has always been the same. */
export async function findKeyChange(db: Db): Promise<Date | null> {
  const uses = await db.selectFrom('installationKeyUse').select('inUseSince').orderBy('inUseSince', 'desc').execute()
  return uses.length > 1 ? uses[0]!.inUseSince : null
}

/**
 * Notes with which key the program starts. True when the links sent out before were made of another one: whoever starts it
 * is told, and the administrators see it.
 */
export async function noteKeyUse(db: Db, key: InstallationKey, now: Date): Promise<boolean> {
  const fingerprint = keyFingerprint(key)
  const [newest] = await db
    .selectFrom('installationKeyUse')
    .select('fingerprint')
    .orderBy('inUseSince', 'desc')
    .limit(1)
    .execute()
  if (newest?.fingerprint === fingerprint) return false
  await db
    .insertInto('installationKeyUse')
    .values({ fingerprint, inUseSince: now })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet({ inUseSince: now }))
    .execute()
  return newest !== undefined
}
