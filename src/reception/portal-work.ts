import { createHash } from 'node:crypto'

/** Leading zero bits: about a second of work on an old telephone, nothing to check. */
const BITS = 14

/** Whether a number was found whose hash with the challenge begins with so many zeros; asked only under load. */
export function isWorkDone(challenge: string, answer: unknown): boolean {
  if (typeof answer !== 'string' || !/^\d{1,12}$/.test(answer)) return false
  const digest = createHash('sha256').update(`${challenge} ${answer}`).digest()
  return digest.readUInt32BE(0) >>> (32 - BITS) === 0
}
