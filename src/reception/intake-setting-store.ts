import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { StaleEdit } from '../platform/errors.ts'

export interface IntakeSetting {
  /** false: nothing is taken in through the Portal for now */
  open: boolean
  closedReason: string
  /** where else to go: said on the Portal when it is closed */
  elsewhere: string
  /** calendar days from the answer within which it can be contested */
  contestDays: number
  version: number
}

const UNSET: IntakeSetting = { open: true, closedReason: '', elsewhere: '', contestDays: 30, version: 0 }

/** How the authority takes in what comes through the Portal; open until somebody closed it. */
export async function findIntakeSetting(db: Db, authorityId: number): Promise<IntakeSetting> {
  const found = await db
    .selectFrom('intakeSetting')
    .select(['open', 'closedReason', 'elsewhere', 'contestDays', 'version'])
    .where('authorityId', '=', authorityId)
    .executeTakeFirst()
  return found ?? UNSET
}

/** Writes over the version read (0: none yet); throws StaleEdit. */
export async function saveIntakeSetting(db: Db, authorityId: number, setting: IntakeSetting): Promise<void> {
  const { version, ...values } = setting
  const written = await db
    .insertInto('intakeSetting')
    .values({ authorityId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('authorityId')
        .doUpdateSet({ ...values, version: sql`intake_setting.version + 1` })
        .where('intakeSetting.version', '=', version),
    )
    .returning('authorityId')
    .executeTakeFirst()
  if (written) return
  throw new StaleEdit('intake-setting', { ...(await findIntakeSetting(db, authorityId)) })
}
