import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/)

/** `manifest.json`, the last entry of a backup: what it holds, so that every part can be checked before it is used. */
export const backupManifest = z.strictObject({
  format: z.literal('doi-thoai-backup'),
  formatVersion: z.literal(1),
  createdAt: z.iso.datetime(),
  serverVersion: z.string(),
  migrations: z.array(z.strictObject({ number: count, name: z.string(), sha256 })),
  tables: z.array(z.strictObject({ name, columns: z.array(name).min(1), rows: count, bytes: count, sha256 })),
  sequences: z.array(z.strictObject({ name, lastValue: count.nullable() })),
  files: z.array(z.strictObject({ sha256, bytes: count })),
  /** Of which key the links sent out were made; `sha256` of the key's file where it lies in the backup (`secret.key`),
   * null where `SECRET_KEY` gave it. Missing in backups of earlier versions, and before the first start. */
  installationKey: z.strictObject({ fingerprint: z.string().max(64), sha256: sha256.nullable() }).optional(),
  /** Files the database knows of but which were missing or changed on disk when the backup was made. */
  damagedFiles: z.array(z.strictObject({ sha256, why: z.enum(['missing', 'changed']) })),
})

export type BackupManifest = z.output<typeof backupManifest>

/** Names of the entries in the zip file. */
export const MANIFEST_ENTRY = 'manifest.json'
export const KEY_ENTRY = 'secret.key'
export const tableEntry = (table: string) => `tables/${table}.copy`
export const fileEntry = (hash: string) => `files/${hash}`
