import { type Kysely, sql } from 'kysely'
import { DatabaseRefusal } from './database-refusal.ts'

/** PostgreSQL 15 is Debian's; nothing newer is needed. */
const OLDEST_VERSION = 150_000

/** What was found about the server's settings. */
export interface SafetyFindings {
  version: string
  /** Each is a reason not to start. */
  dangers: string[]
  /** Worth telling, but the server is somebody else's to decide. */
  warnings: string[]
}

interface ServerSettings {
  version: string
  versionNumber: string
  fsync: string
  fullPageWrites: string
  synchronousCommit: string
  dataChecksums: string
  encoding: string
}

/** Reads the settings on which “nothing acknowledged is lost” rests, as they hold for this very connection. */
// biome-ignore lint/suspicious/noExplicitAny: works on any database, also on one without our tables
export async function inspectSafety(db: Kysely<any>): Promise<SafetyFindings> {
  const { rows } = await sql<ServerSettings>`SELECT
    current_setting('server_version') AS version,
    current_setting('server_version_num') AS version_number,
    current_setting('fsync') AS fsync,
    current_setting('full_page_writes') AS full_page_writes,
    current_setting('synchronous_commit') AS synchronous_commit,
    current_setting('data_checksums') AS data_checksums,
    current_setting('server_encoding') AS encoding`.execute(db)
  return judgeSettings(rows[0]!)
}

/** The pure judgement: which settings are a danger, which only deserve a warning. */
export function judgeSettings(settings: ServerSettings): SafetyFindings {
  const dangers: string[] = []
  if (Number(settings.versionNumber) < OLDEST_VERSION) dangers.push(`PostgreSQL ${settings.version} < 15`)
  if (settings.fsync !== 'on') dangers.push(`fsync = ${settings.fsync}`)
  if (settings.fullPageWrites !== 'on') dangers.push(`full_page_writes = ${settings.fullPageWrites}`)
  if (settings.synchronousCommit !== 'on' && settings.synchronousCommit !== 'remote_apply') {
    dangers.push(`synchronous_commit = ${settings.synchronousCommit}`)
  }
  if (settings.encoding !== 'UTF8') dangers.push(`server_encoding = ${settings.encoding}`)
  const warnings = settings.dataChecksums === 'on' ? [] : [`data_checksums = ${settings.dataChecksums}`]
  return { version: settings.version, dangers, warnings }
}

/**
 * Refuses a server that could lose what it acknowledged; gives back the warnings. Missing checksums are only warned
 * of, because on somebody else's server they cannot be switched on while it runs.
 */
// biome-ignore lint/suspicious/noExplicitAny: works on any database, also on one without our tables
export async function refuseUnsafeServer(db: Kysely<any>): Promise<string[]> {
  const { dangers, warnings } = await inspectSafety(db)
  if (dangers.length === 0) return warnings
  throw new DatabaseRefusal(
    'database/unsafe-settings',
    `Máy chủ cơ sở dữ liệu có thể làm mất dữ liệu, nên chương trình không chạy: ${dangers.join('; ')}`,
    'The database server could lose data; the program does not start on it.',
  )
}
