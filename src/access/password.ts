import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

interface Cost {
  /** kibibytes */
  memory: number
  passes: number
  parallelism: number
}

/** 19 MiB and two passes: about 40 ms on a small machine, and little memory when many sign in at once. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

async function derived(text: string, salt: Buffer, length: number, cost: Cost): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(text.normalize('NFC'), 'utf8'),
    nonce: salt,
    parallelism: cost.parallelism,
    tagLength: length,
    memory: cost.memory,
    passes: cost.passes,
  })
}

/** The argon2id hash of a password with a salt of its own, as a PHC string. */
export async function hashPassword(text: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derived(text, salt, HASH_BYTES, COST)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(hash)}`
}

/** Compares in constant time. False for a stored value that is no argon2id PHC string. */
export async function verifyPassword(text: string, phc: string): Promise<boolean> {
  const parts = PHC.exec(phc)
  if (!parts) return false
  const [memory, passes, parallelism] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const [salt, expected] = [Buffer.from(parts[4]!, 'base64'), Buffer.from(parts[5]!, 'base64')]
  if (salt.length < 8 || expected.length < 16 || memory < 8 * parallelism || passes < 1) return false
  const given = await derived(text, salt, expected.length, { memory, passes, parallelism })
  return timingSafeEqual(given, expected)
}

const NOBODY_SALT = randomBytes(SALT_BYTES)

/** Takes as long as `verifyPassword` and always fails: for a login that does not exist. */
export async function verifyNobody(text: string): Promise<false> {
  await derived(text, NOBODY_SALT, HASH_BYTES, COST)
  return false
}
