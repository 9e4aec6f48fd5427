import type { Db } from '../platform/db/connection.ts'
import { FIRST_HASH, hashOfLine, type LogLine, personalHash, sha256 } from './change-log.ts'
import { insertSeal, listChains, listHeads, listPersonal, listSeals, readChain } from './change-log-store.ts'

export interface LogProblem {
  authorityId: number
  seq: number | null
  problem: 'line-altered' | 'line-missing' | 'head-mismatch' | 'personal-altered' | 'seal-altered' | 'chain-cut'
}

const PORTION = 2000

/** Walks every chain from its first line: finds edited, deleted, inserted and swapped lines, cut tails and seals. */
export async function verifyLog(db: Db): Promise<{ lines: number; problems: LogProblem[] }> {
  const problems: LogProblem[] = []
  let lines = 0
  const heads = new Map((await listHeads(db)).map((head) => [head.authorityId, head]))
  for (const authorityId of await listChains(db)) {
    const result = await verifyChain(db, authorityId)
    const head = heads.get(authorityId)
    lines += result.lines
    problems.push(...result.problems)
    if (result.seq !== head?.seq || result.hash !== head.hash) {
      problems.push({ authorityId, seq: head?.seq ?? null, problem: 'head-mismatch' })
    }
  }
  problems.push(...(await verifySeals(db)))
  return { lines, problems }
}

async function verifyChain(db: Db, authorityId: number) {
  const problems: LogProblem[] = []
  let seq = 0
  let hash = FIRST_HASH
  for (;;) {
    const portion = await readChain(db, authorityId, seq, PORTION)
    if (portion.length === 0) return { lines: seq, seq, hash, problems }
    const personal = await listPersonal(db, authorityId, portion[0]!.seq, portion.at(-1)!.seq)
    const kept = new Map(personal.map((p) => [`${p.seq} ${p.field}`, personalHash(p.salt, p.value)]))
    for (const row of portion) {
      if (row.seq !== seq + 1) problems.push({ authorityId, seq: row.seq, problem: 'line-missing' })
      const { hash: storedHash, ...rest } = row
      const line: LogLine = { ...rest, at: row.at.toISOString() }
      if (row.prevHash !== hash || hashOfLine(line) !== storedHash) {
        problems.push({ authorityId, seq: row.seq, problem: 'line-altered' })
      }
      for (const name of ['before', 'after'] as const) {
        for (const [field, value] of Object.entries((row[name] ?? {}) as Record<string, unknown>)) {
          const expected = (value as { personal?: string } | null)?.personal
          const actual = kept.get(`${row.seq} ${name}.${field}`)
          // an erased value leaves its hash behind: that is allowed; another value under the hash is not
          if (expected && actual && actual !== expected)
            problems.push({ authorityId, seq: row.seq, problem: 'personal-altered' })
        }
      }
      seq = row.seq
      hash = storedHash
    }
  }
}

async function verifySeals(db: Db): Promise<LogProblem[]> {
  const problems: LogProblem[] = []
  let prevHash = FIRST_HASH
  for (const seal of await listSeals(db)) {
    const heads = seal.heads as { authorityId: number; seq: number; hash: string }[]
    if (seal.prevHash !== prevHash || sealHash(seal.sealedAt, heads, prevHash) !== seal.hash) {
      problems.push({ authorityId: 0, seq: null, problem: 'seal-altered' })
    }
    for (const head of heads) {
      const [line] = await readChain(db, head.authorityId, head.seq - 1, 1)
      if (head.seq > 0 && line?.hash !== head.hash) {
        problems.push({ authorityId: head.authorityId, seq: head.seq, problem: 'chain-cut' })
      }
    }
    prevHash = seal.hash
  }
  return problems
}

function sealHash(sealedAt: Date, heads: unknown, prevHash: string): string {
  return sha256(JSON.stringify([sealedAt.toISOString(), canonicalHeads(heads), prevHash]))
}

function canonicalHeads(heads: unknown) {
  return (heads as { authorityId: number; seq: number; hash: string }[]).map((h) => [h.authorityId, h.seq, h.hash])
}

/** The nightly line over all heads: chains of different authorities are bound together without waiting for each other. */
export async function sealLog(db: Db, now: Date): Promise<{ hash: string }> {
  const seals = await listSeals(db)
  const prevHash = seals.at(-1)?.hash ?? FIRST_HASH
  const heads = await listHeads(db)
  const hash = sealHash(now, heads, prevHash)
  await insertSeal(db, { sealedAt: now, heads, prevHash, hash })
  return { hash }
}
