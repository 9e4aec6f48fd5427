import { mkdir, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { openFileStore } from '../files/file-store.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { ensureProgramRole, withClient } from './database-roles.ts'
import { isUnusedFolder } from './embedded-cluster.ts'
import { applyMigration, ensureHistory, inTransaction, type Migration, readMigrations } from './migrate.ts'
import type { OpenedBackup } from './opened-backup.ts'
import { listForeignKeys, listRelations, listTables } from './table-catalogue.ts'

export interface RestoreOptions {
  /** Opened, hence already checked to the last byte. */
  backup: OpenedBackup
  ownerUrl: string
  /** Whom the running program signs in as; null: the owner itself. */
  programUser: string | null
  /** Must be missing or empty. */
  filesFolder: string
}

/**
 * Fills an empty database and an empty files folder from a checked backup. The schema is brought to where it was when
 * the backup was made, filled, and then brought to the newest, all in one transaction: it is all there, or nothing is.
 */
export async function restoreBackup(options: RestoreOptions): Promise<void> {
  const migrations = await readMigrations()
  const { manifest } = options.backup
  refuseUnknownMigrations(manifest, migrations)
  await refuseUsedFolder(options.filesFolder)
  const building = `${resolve(options.filesFolder)}.${process.pid}.part`
  try {
    await restoreFiles(options.backup, building)
    await withClient(options.ownerUrl, async (client) => {
      await refuseUsedDatabase(client)
      await ensureProgramRole(client, options.programUser)
      await inTransaction(client, async () => {
        await client.query("SET LOCAL client_encoding = 'UTF8'")
        await ensureHistory(client)
        for (const migration of migrations.slice(0, manifest.migrations.length)) await applyMigration(client, migration)
        await fillTables(client, options.backup)
        for (const migration of migrations.slice(manifest.migrations.length)) await applyMigration(client, migration)
        await rm(options.filesFolder, { recursive: true, force: true })
        await rename(building, options.filesFolder)
      })
      await client.query('ANALYZE')
    })
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

function refuseUnknownMigrations(manifest: BackupManifest, migrations: Migration[]): void {
  for (const [index, { number, name, sha256 }] of manifest.migrations.entries()) {
    if (migrations[index]?.sha256 === sha256) continue
    throw new DatabaseRefusal(
      'backup/unsuitable',
      `FILE: bản sao lưu ở bước di trú ${number} (${name}) mà chương trình này không biết; hãy dùng đúng phiên bản chương trình.`,
      'The backup was made by another version of the program; use that one or a newer one.',
    )
  }
}

/** Refuses a files folder that holds anything. */
export async function refuseUsedFolder(folder: string): Promise<void> {
  if (await isUnusedFolder(folder)) return
  throw new DatabaseRefusal(
    'database/not-empty',
    `Thư mục ${folder} không trống; chỉ khôi phục vào nơi trống.`,
    'The folder is not empty; restore only into an empty one.',
  )
}

async function refuseUsedDatabase(client: pg.Client): Promise<void> {
  const relations = await listRelations(client)
  if (relations.length === 0) return
  throw new DatabaseRefusal(
    'database/not-empty',
    `Cơ sở dữ liệu không trống (có bảng ${relations.slice(0, 3).join(', ')}…); chỉ khôi phục vào cơ sở dữ liệu trống.`,
    'The database is not empty; restore only into an empty one.',
  )
}

/**
 * Foreign keys are taken off and put back, so that the order of the tables does not matter and each key is checked
 * over all rows; triggers of ours rest meanwhile: they guard against changes, and this is none.
 */
async function fillTables(client: pg.Client, backup: OpenedBackup): Promise<void> {
  const { tables, sequences } = backup.manifest
  await refuseOtherTables(client, backup.manifest)
  const keys = await listForeignKeys(client)
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${id(table)} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`)
  for (const { name } of tables) await client.query(`ALTER TABLE ${id(name)} DISABLE TRIGGER USER`)
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(({ name }) => id(name)).join(', ')}`)
  for (const table of tables) {
    const columns = table.columns.map(pg.escapeIdentifier).join(', ')
    const copy = client.query(copyStreams.from(`COPY ${id(table.name)} (${columns}) FROM STDIN`))
    await pipeline(await backup.readTable(table.name), copy)
    if (copy.rowCount !== table.rows) throw new Error(`${table.name}: ${copy.rowCount} rows instead of ${table.rows}`)
  }
  for (const { table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${id(table)} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`)
  }
  for (const { name } of tables) await client.query(`ALTER TABLE ${id(name)} ENABLE TRIGGER USER`)
  for (const { name, lastValue } of sequences) {
    if (lastValue !== null) await client.query('SELECT setval($1::regclass, $2)', [id(name), lastValue])
  }
}

async function refuseOtherTables(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const shape = (tables: { name: string; columns: string[] }[]) =>
    JSON.stringify(tables.map(({ name, columns }) => [name, [...columns].sort()]))
  if (shape(await listTables(client)) === shape(manifest.tables)) return
  throw new DatabaseRefusal(
    'backup/unsuitable',
    'FILE: các bảng trong bản sao lưu khác với các bảng của chương trình.',
    'The tables of the backup are not those of the program.',
  )
}

function id(name: string): string {
  return `public.${pg.escapeIdentifier(name)}`
}

async function restoreFiles(backup: OpenedBackup, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = openFileStore(folder)
  for (const { sha256 } of backup.manifest.files) await files.put(await backup.readFile(sha256))
}
