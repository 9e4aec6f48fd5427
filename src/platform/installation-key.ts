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
  if (typed !== undefined && typed !== '') {
    if (typed.length < SHORTEST_TYPED) throw new RangeError(`SECRET_KEY: cần ít nhất ${SHORTEST_TYPED} ký tự.`)
    return keyOf(createHmac('sha256', 'doi-thoai').update(typed).digest())
  }
  const path = join(varFolder, FILE)
  await mkdir(varFolder, { recursive: true })
  // two programs that start at once: the second finds the first one's
  await writeFile(path, randomBytes(BYTES).toString('hex'), { flag: 'wx', mode: 0o600, flush: true }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  const stored = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex')
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
