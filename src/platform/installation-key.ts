import { createHmac, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret of this installation; whoever has it and the database can make the secret links it sends. */
export type InstallationKey = Buffer & { readonly brand: 'InstallationKey' }

const BYTES = 32
const FILE = 'secret.key'
const SHORTEST_TYPED = 32

/**
 * The key of `SECRET_KEY` (several programs on one database must share it), else of `secret.key` in the data folder,
 * written there at the first start. Throws RangeError when the one given is too short to be a secret.
 */
export async function openInstallationKey(varFolder: string, typed: string | undefined): Promise<InstallationKey> {
  if (typed !== undefined && typed !== '') return typedKey(typed)
  const path = keyFile(varFolder)
  await mkdir(varFolder, { recursive: true })
  // two programs that start at once: the second finds the first one's
  await writeFile(path, randomBytes(BYTES).toString('hex'), { flag: 'wx', mode: 0o600, flush: true }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  return keyInFile(await readFile(path), path)
}

/** The key as it is now, with the bytes of its file; `bytes` null: given by `SECRET_KEY`. Null while there is none yet. */
export async function findInstallationKey(
  varFolder: string,
  typed: string | undefined,
): Promise<{ key: InstallationKey; bytes: Buffer | null } | null> {
  if (typed !== undefined && typed !== '') return { key: typedKey(typed), bytes: null }
  const path = keyFile(varFolder)
  const bytes = await readFile(path).catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return bytes && { key: keyInFile(bytes, path), bytes }
}

/** Where the key of an installation without `SECRET_KEY` lies. */
export function keyFile(varFolder: string): string {
  return join(varFolder, FILE)
}

/** Tells two keys apart; says nothing of either. */
export function keyFingerprint(key: InstallationKey): string {
  return deriveSecret(key, 'fingerprint', [])
}

function typedKey(typed: string): InstallationKey {
  if (typed.length < SHORTEST_TYPED) throw new RangeError(`SECRET_KEY: cần ít nhất ${SHORTEST_TYPED} ký tự.`)
  return keyOf(createHmac('sha256', 'doi-thoai').update(typed).digest())
}

function keyInFile(bytes: Buffer, path: string): InstallationKey {
  const stored = Buffer.from(bytes.toString('utf8').trim(), 'hex')
  if (stored.length !== BYTES) throw new RangeError(`${path}: khóa bí mật của bản cài đặt bị hỏng.`)
  return keyOf(stored)
}

/** A key for this process only: what a test or an installation without links needs. */
export function temporaryKey(): InstallationKey {
  return keyOf(randomBytes(BYTES))
}

/** A secret of 160 bits, 27 letters, for one purpose and one thing; the same parts give the same secret. */
export function deriveSecret(key: InstallationKey, purpose: string, parts: readonly (string | number)[]): string {
  const mac = createHmac('sha256', key).update(JSON.stringify([purpose, ...parts]))
  return mac.digest().subarray(0, 20).toString('base64url')
}

function keyOf(bytes: Buffer): InstallationKey {
  return bytes as InstallationKey
}
