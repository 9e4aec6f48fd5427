import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'

/** What a hall is besides its live state: addresses, look, whether questions are taken. */
export type Hall = Selectable<DB['hall']>
export type HallArrival = Selectable<DB['hallArrival']>
export type HallQuestion = Selectable<DB['hallQuestion']>

/** An address nobody guesses: 144 bits. */
export function newHallToken(): string {
  return randomBytes(18).toString('base64url')
}

/** The subject of the hub and of NOTIFY. */
export function hallKey(authorityId: number, dialogueId: number): string {
  return `${authorityId}:${dialogueId}`
}

export interface Attendance {
  delegates: number
  people: number
  women: number
}

/** How many have come, those taken back apart. */
export function attendanceOf(
  arrivals: readonly Pick<HallArrival, 'kind' | 'headcount' | 'women' | 'takenBackAt'>[],
): Attendance {
  const here = arrivals.filter((one) => one.takenBackAt === null)
  const sum = (kind: string) => here.filter((one) => one.kind === kind).reduce((n, one) => n + one.headcount, 0)
  return { delegates: sum('delegates'), people: sum('people'), women: here.reduce((n, one) => n + one.women, 0) }
}

/** Splits what was captured in one field: each line that begins with a dash, a plus or a number is a content of its own. */
export function splitContents(text: string): string[] {
  const marked = /^\s*(?:[-–+•]|\d{1,2}[.)])\s+/
  const lines = text.split('\n')
  if (!lines.some((line) => marked.test(line))) return [text.trim()]
  const contents: string[] = []
  for (const line of lines) {
    if (marked.test(line) || contents.length === 0) contents.push(line.replace(marked, '').trim())
    else contents[contents.length - 1] += `\n${line.trim()}`
  }
  return contents.map((one) => one.trim()).filter((one) => one !== '')
}
