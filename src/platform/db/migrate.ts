import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { projectRoot } from '../project-root.ts'
import { DatabaseRefusal, reasonOf } from './database-refusal.ts'
import { ensureProgramRole, withClient } from './database-roles.ts'
import { PROGRAM_ROLE } from './embedded-cluster.ts'

/** Two programs starting together migrate one after the other. 'DTMG' in ASCII. */
const MIGRATION_KEY = 0x44544d47
const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/

export interface Migration {
  number: number
  name: string
  sql: string
  sha256: string
}

export interface AppliedMigration {
  number: number
  name: string
  sha256: string
}

export interface MigrateOptions {
  /** The folder of `NNNN_name.sql`; `db/migrations` unless told. */
  folder?: string
  /** Whom the running program signs in as; made a member of `doi_thoai`. Null: the owner itself. */
  programUser?: string | null
}

/** Reads the numbered migrations in order; the numbers must run 1, 2, 3, … without a gap. */
export async function readMigrations(folder = join(projectRoot(), 'db', 'migrations')): Promise<Migration[]> {
  const migrations: Migration[] = []
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()) {
    const [, number, name] = FILE_NAME.exec(file) ?? []
    if (!number || !name || Number(number) !== migrations.length + 1) {
      throw new DatabaseRefusal(
        'database/migration-gap',
        `Tệp ${join(folder, file)} không đúng thứ tự: cần số ${String(migrations.length + 1).padStart(4, '0')}`,
        'Migration files must be numbered without gaps: NNNN_name.sql',
      )
    }
    const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
    migrations.push({ number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') })
  }
  return migrations
}

/** Brings the database to the newest schema, as the owner; gives back what was applied now. */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<AppliedMigration[]> {
  const migrations = await readMigrations(options.folder)
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_KEY])
    await ensureProgramRole(client, options.programUser ?? null)
    await ensureHistory(client)
    const applied = await listApplied(client)
    refuseOtherHistory(migrations, applied)
    const pending = migrations.slice(applied.length)
    for (const migration of pending) await inTransaction(client, () => applyMigration(client, migration))
    return pending.map(({ number, name, sha256 }) => ({ number, name, sha256 }))
  })
}

/** Makes the list of applied migrations, which the running program may only read. */
export async function ensureHistory(client: pg.ClientBase): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migration (
    number int PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
}

/** The migrations this database has seen, in order; none when it is new. */
export async function listApplied(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows: found } = await client.query("SELECT to_regclass('schema_migration') IS NOT NULL AS there")
  if (!found[0].there) return []
  const { rows } = await client.query('SELECT number, name, sha256 FROM schema_migration ORDER BY number')
  return rows
}

/** Refuses a database whose past is not the past of these files: a changed file, a gap, or a newer program's schema. */
function refuseOtherHistory(migrations: Migration[], applied: AppliedMigration[]): void {
  for (const [index, past] of applied.entries()) {
    const file = migrations[index]
    if (past.number !== index + 1 || !file) {
      throw new DatabaseRefusal(
        'database/migration-gap',
        `Cơ sở dữ liệu đã ở bước ${past.number} (${past.name}) nhưng chương trình này chỉ biết ${migrations.length} bước; hãy dùng phiên bản mới hơn.`,
        'The database is ahead of this program, or a migration is missing.',
      )
    }
    if (file.sha256 !== past.sha256) {
      throw new DatabaseRefusal(
        'database/migration-changed',
        `Tệp di trú ${past.number} (${file.name}) đã bị sửa sau khi áp dụng; hãy khôi phục tệp cũ và viết tệp mới.`,
        'An applied migration file was changed afterwards; restore it and write a new one.',
      )
    }
  }
}

/** Runs one migration and notes it; inside the caller's transaction. */
export async function applyMigration(client: pg.ClientBase, { number, name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    throw new DatabaseRefusal(
      'database/migration-failed',
      `Bước di trú ${number} (${name}) không thành công: ${describe(error, sql)}`,
      'The migration failed; nothing of it was applied.',
      { cause: error },
    )
  }
  await client.query('INSERT INTO schema_migration (number, name, sha256) VALUES ($1, $2, $3)', [number, name, sha256])
  // Migrations grant on all tables of the schema, this one included.
  await client.query(`REVOKE ALL ON schema_migration FROM ${PROGRAM_ROLE}`)
  await client.query(`GRANT SELECT ON schema_migration TO ${PROGRAM_ROLE}`)
}

/** All of `work` or nothing of it. */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

function describe(error: unknown, sql: string): string {
  const { position, detail, where } = error as { position?: string; detail?: string; where?: string }
  const line = position ? `, dòng ${sql.slice(0, Number(position)).split('\n').length}` : ''
  return [reasonOf(error) + line, detail, where].filter(Boolean).join('; ')
}
