import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { performChange } from '../../src/changes/perform-change.ts'
import { verifyLog } from '../../src/changes/verify-log.ts'
import { notSent, openFailingDatabase, replyLost, SabotageError } from '../support/failing-database.ts'
import { changedTables, tablePrints } from '../support/table-prints.ts'
import {
  citizenCases,
  closingDossier,
  formCases,
  issuingConclusion,
  issuingPaper,
  issuingPlan,
  openingDialogue,
  type PreparedChange,
  petitionCases,
} from './important-changes.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** In `npm test` at most so many places of each change, spread over it; all of them in the proof. */
const PLACES = process.env['PROOF'] === '1' ? Number.POSITIVE_INFINITY : 12

let prepared: PreparedChange | null = null
afterEach(async () => {
  await prepared?.close()
  prepared = null
})

function sabotaged(change: PreparedChange) {
  const database = openFailingDatabase(change.url)
  const { actor, authorityId, input } = change
  const perform = (key: string) =>
    performChange({ db: database.db, clock: change.clock }, change.change, { actor, authorityId, input, key })
  return { ...database, perform }
}

/** How many queries the change asks for, found by refusing its COMMIT; the second time, when what is kept in memory is there. */
async function countCalls(database: ReturnType<typeof sabotaged>): Promise<number> {
  for (let time = 1; time <= 2; time += 1) {
    database.arm((text) => (text === 'commit' ? notSent : null))
    await expect(database.perform(randomUUID())).rejects.toBeInstanceOf(SabotageError)
  }
  return database.calls().indexOf('commit') + 1
}

function spread(all: number): number[] {
  if (all <= PLACES) return Array.from({ length: all }, (_, n) => n + 1)
  return [...new Set(Array.from({ length: PLACES }, (_, n) => 1 + Math.round((n * (all - 1)) / (PLACES - 1))))]
}

const cases: Record<string, () => Promise<PreparedChange>> = {
  'receiving a submission': () => petitionCases('receive'),
  'assigning a petition': () => petitionCases('assign'),
  'sending a reply': () => petitionCases('sendReply'),
  'issuing a paper': issuingPaper,
  'issuing a plan': issuingPlan,
  'opening a dialogue': openingDialogue,
  'issuing the conclusion': issuingConclusion,
  'closing the dossier': closingDossier,
  'raising petitions at the Portal': () => citizenCases('raise'),
  'contesting an answer': () => citizenCases('contest'),
  'printing forms': () => formCases('print'),
  'entering a form that came back': () => formCases('comeBack'),
  'giving a receipt at the counter': () => formCases('receipt'),
}

describe.each(Object.entries(cases))('%s', (_, prepare) => {
  it('leaves nothing behind wherever it fails, and is done once when the reply to COMMIT is lost', async () => {
    prepared = await prepare()
    const database = sabotaged(prepared)
    const before = await tablePrints(prepared.db)
    const all = await countCalls(database)
    expect(all, 'a change asks at least for begin, key, log and commit').toBeGreaterThan(5)
    for (const place of spread(all)) {
      database.arm((_text, n) => (n === place ? notSent : null))
      await expect(database.perform(randomUUID()), `failing at call ${place}`).rejects.toBeInstanceOf(SabotageError)
      const left = changedTables(before, await tablePrints(prepared.db))
      expect(left, `left behind when call ${place} of ${all} failed: ${database.calls()[place - 1]}`).toEqual([])
    }
    let lost = false
    database.arm((text) => {
      if (text !== 'commit' || lost) return null
      lost = true
      return replyLost
    })
    const key = randomUUID()
    expect(await database.perform(key)).toMatchObject({ ok: true, repeated: true })
    const once = await tablePrints(prepared.db)
    expect(changedTables(before, once)).toContain('change_log')
    expect(await database.perform(key)).toMatchObject({ ok: true, repeated: true })
    expect(changedTables(once, await tablePrints(prepared.db))).toEqual([])
    expect((await verifyLog(prepared.db)).problems).toEqual([])
    await database.close()
  })
})
