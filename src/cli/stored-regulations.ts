import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import { systemClock } from '../platform/clock.ts'
import { type Db, openDatabase } from '../platform/db/connection.ts'
import { accessDatabase } from '../platform/db/database-access.ts'
import { DatabaseRefusal } from '../platform/db/database-refusal.ts'
import { BrokenRule } from '../platform/errors.ts'
import { importRegulation } from '../regulations/import-regulation.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { listRegulationVersions } from '../regulations/regulation-store.ts'
import { serializeRegulation } from '../regulations/serialize-regulation.ts'
import { regulationRules } from '../web/words/regulation-words.ts'
import type { DataPlace } from './database-command.ts'

/** The installation itself, whose chain of the log holds what no authority did. */
const INSTALLATION = 0

async function onDatabase<T>(place: DataPlace, work: (db: Db) => Promise<T>): Promise<T> {
  const access = await accessDatabase({
    url: place.databaseUrl,
    ownerUrl: place.databaseOwnerUrl,
    folder: join(place.varFolder, 'db'),
    purpose: 'visit',
    migrate: false,
    mustExist: true,
  })
  const db = openDatabase(access.url, { poolSize: 1 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
    await access.close()
  }
}

/** Stores an imported version, also beside the running program; throws an Error with the sentence of what forbids it. */
export async function importIntoDatabase(place: DataPlace, regulation: Regulation): Promise<void> {
  await onDatabase(place, async (db) => {
    const request = {
      actor: programActor(INSTALLATION),
      authorityId: INSTALLATION,
      input: { text: serializeRegulation(regulation) },
      key: randomUUID(),
    }
    const outcome = await performChange({ db, clock: systemClock }, importRegulation, request).catch((error) => {
      if (error instanceof BrokenRule) throw new Error(sentenceOf(error))
      throw error
    })
    if (!outcome.ok) throw new Error(Object.values(outcome.errors).join('; '))
  }).catch((error: unknown) => {
    throw error instanceof DatabaseRefusal ? new Error(`${error.vi} ${error.en}`) : error
  })
}

function sentenceOf({ code, params }: BrokenRule): string {
  const sentence = regulationRules.vi[code] ?? code
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** What was imported or edited there; nothing where there is no database yet. */
export async function listStoredRegulations(place: DataPlace): Promise<Regulation[]> {
  try {
    return await onDatabase(place, async (db) => {
      const rows = await listRegulationVersions(db)
      return rows.filter((row) => row.origin !== 'shipped').map((row) => row.data as unknown as Regulation)
    })
  } catch (error) {
    if (error instanceof DatabaseRefusal && error.code === 'database/unreachable') return []
    throw error
  }
}
