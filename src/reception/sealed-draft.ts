import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

function keyOf(secret: string): Buffer {
  return createHash('sha256').update(`draft key:${secret}`).digest()
}

/** What was typed, unreadable without the secret that stands in the address of its page. */
export function sealDraft(secret: string, draft: unknown): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(draft), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws when it was altered or sealed under another secret. */
export function openDraft(secret: string, kept: Buffer): unknown {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), kept.subarray(0, NONCE))
  decipher.setAuthTag(kept.subarray(NONCE, NONCE + TAG))
  const opened = Buffer.concat([decipher.update(kept.subarray(NONCE + TAG)), decipher.final()])
  return JSON.parse(opened.toString('utf8'))
}
