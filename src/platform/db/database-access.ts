import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseRefusal } from './database-refusal.ts'
import { withClient } from './database-roles.ts'
import { listApplied, migrate } from './migrate.ts'
import { openOwnServer } from './owned-server.ts'

export interface DatabaseAccessOptions {
  /** `DATABASE_URL`: somebody else's server. Not given: the program's own. */
  url?: string | undefined
  /** `DATABASE_OWNER_URL`: the role that owns the tables and migrates. Not given: `url` does both. */
  ownerUrl?: string | undefined
  /** The folder of the own server's data, e.g. `var/db`. */
  folder: string
  /** `serve`: the program itself. `visit`: a short command beside it. */
  purpose: 'serve' | 'visit'
  /** Refuse where there are no data yet (no folder, or no tables), instead of making them; false unless told. */
  mustExist?: boolean
  /** Bring the schema up to date first; true unless told. */
  migrate?: boolean
  report?: (message: string) => void
}

/** The two addresses of the database, and how to leave it. */
export interface DatabaseAccess {
  url: string
  ownerUrl: string
  /** True for the program's own server. */
  embedded: boolean
  /** Stops the own server when this program holds it; leaves any other alone. Close the pools before. */
  close(): Promise<void>
}

/** Finds or starts the database the configuration asks for and brings its schema up to date. */
export async function accessDatabase(options: DatabaseAccessOptions): Promise<DatabaseAccess> {
  const report = options.report ?? (() => {})
  if (!options.url && options.mustExist && !existsSync(join(options.folder, 'data'))) throw noData(options.folder)
  const access = options.url
    ? foreignServer(options.url, options.ownerUrl, report)
    : await ownServer(options.folder, options.purpose, report)
  try {
    if (options.migrate ?? true) {
      await migrate(access.ownerUrl, { programUser: access.ownerUrl === access.url ? null : userOf(access.url) })
    } else if (options.mustExist) await refuseWithoutTables(access.ownerUrl)
    return access
  } catch (error) {
    await access.close()
    throw error
  }
}

function noData(folder: string): DatabaseRefusal {
  return new DatabaseRefusal('database/unreachable', `Chưa có dữ liệu ở ${folder}.`, 'There is no data in this folder.')
}

/** A folder or database that was prepared and never filled: nothing to look at, nothing to save. */
async function refuseWithoutTables(ownerUrl: string): Promise<void> {
  if ((await withClient(ownerUrl, listApplied)).length > 0) return
  throw new DatabaseRefusal(
    'database/no-tables',
    'Cơ sở dữ liệu này chưa có bảng nào của chương trình: chưa có gì để kiểm tra hay sao lưu. Hãy chạy chương trình (start) hoặc khôi phục (restore) trước.',
    'This database has no tables of the program yet: nothing to verify or back up. Start or restore first.',
  )
}

function foreignServer(url: string, ownerUrl: string | undefined, report: (message: string) => void): DatabaseAccess {
  if (!ownerUrl || ownerUrl === url) {
    report(
      'DATABASE_OWNER_URL chưa đặt: tài khoản của DATABASE_URL vừa sở hữu bảng vừa chạy chương trình, nên máy chủ không ngăn được việc sửa nhật ký. / DATABASE_OWNER_URL is not set: the same user owns the tables and runs the program, so the server cannot protect the log.',
    )
  }
  return { url, ownerUrl: ownerUrl ?? url, embedded: false, close: async () => {} }
}

async function ownServer(
  folder: string,
  purpose: 'serve' | 'visit',
  report: (message: string) => void,
): Promise<DatabaseAccess> {
  const server = await openOwnServer({ folder, purpose, report })
  return { url: server.programUrl, ownerUrl: server.ownerUrl, embedded: true, close: server.close }
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}
