import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import { NotFound } from '../platform/errors.ts'
import { overlayApplies, type Regulation } from './regulation.ts'
import { regulationSchema } from './regulation-schema.ts'
import type { AuthorityKind } from './regulation-vocabulary.ts'

/** A regulation together with the id of its stored version, which dialogues keep. */
export interface StoredRegulation {
  id: number
  regulation: Regulation
}

/** Versions never change once stored, so what was read stays right for the life of the process. */
const known = new Map<string, StoredRegulation>()

function remember(row: { id: number; sha256: string; data: unknown }): StoredRegulation {
  const cacheKey = `${row.id} ${row.sha256}`
  const found = known.get(cacheKey)
  if (found) return found
  const stored = { id: row.id, regulation: inOrder(row.data) }
  known.set(cacheKey, stored)
  return stored
}

/** jsonb keeps no order of fields; the schema's order is the one people read and export. */
function inOrder(data: unknown): Regulation {
  const parsed = regulationSchema.safeParse(data)
  return parsed.success ? parsed.data : (data as Regulation)
}

/** The SHA-256 of a regulation's canonical JSON: the same content, the same hash, whatever the file looks like. */
export function hashOfRegulation(regulation: Regulation): string {
  return createHash('sha256')
    .update(canonicalize(regulation) ?? '')
    .digest('hex')
}

const versionById = fixedRead((db, id: number) =>
  db.selectFrom('regulationVersion').select(['id', 'sha256']).where('id', '=', id),
)

/** One stored version. Throws NotFound. */
export async function getRegulationVersion(db: Db, id: number): Promise<StoredRegulation> {
  const [row] = await versionById(db, id)
  if (!row) throw new NotFound('regulation')
  return recallVersion(db, row)
}

/** The version of which a query gave id and hash: from memory when it was read before. */
export async function recallVersion(db: Db, row: { id: number; sha256: string }): Promise<StoredRegulation> {
  return known.get(`${row.id} ${row.sha256}`) ?? readVersion(db, row.id)
}

async function readVersion(db: Db, id: number): Promise<StoredRegulation> {
  const row = await db
    .selectFrom('regulationVersion')
    .select(['id', 'sha256', 'data'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return remember(row)
}

/** All stored versions, newest effect first, with where each comes from. */
export async function listRegulationVersions(db: Db) {
  return db
    .selectFrom('regulationVersion')
    .selectAll()
    .orderBy('regulationId')
    .orderBy('enteredAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

const adoptedOn = fixedRead((db, authorityId: number, on: Day) =>
  db
    .selectFrom('authorityRegulation')
    .innerJoin('regulationVersion', 'regulationVersion.id', 'authorityRegulation.regulationVersionId')
    .select(['regulationVersion.id', 'regulationVersion.sha256'])
    .where('authorityRegulation.authorityId', '=', authorityId)
    .where('authorityRegulation.fromDay', '<=', on)
    .where((or) => or.or([or('authorityRegulation.toDay', 'is', null), or('authorityRegulation.toDay', '>=', on)]))
    .orderBy('authorityRegulation.fromDay', 'desc')
    .orderBy('authorityRegulation.id', 'desc')
    .limit(1),
)

/** The regulation an authority works under on that day, or null when none was adopted. */
export async function regulationOfAuthority(db: Db, authorityId: number, on: Day): Promise<StoredRegulation | null> {
  const [row] = await adoptedOn(db, authorityId, on)
  return row ? recallVersion(db, row) : null
}

/** Overlays (the law) that bind an authority of this kind on that day. */
export async function overlaysOf(db: Db, authorityKind: string, on: Day): Promise<StoredRegulation[]> {
  const rows = await db
    .selectFrom('regulationVersion')
    .select('id')
    .where('overlay', '=', true)
    .where((or) => or.or([or('retiredOn', 'is', null), or('retiredOn', '>', on)]))
    .orderBy('id')
    .execute()
  const all = await Promise.all(rows.map((row) => getRegulationVersion(db, row.id)))
  return all.filter(({ regulation }) => overlayApplies(regulation, on, [authorityKind as AuthorityKind]))
}

/** The stored row of a version, with where it comes from and whether it is still offered; null when there is none. */
export async function findVersionRow(db: Db, id: number) {
  const row = await db.selectFrom('regulationVersion').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Versions of one regulation that are not retired. */
export async function listVersionsOf(db: Db, regulationId: string) {
  return db
    .selectFrom('regulationVersion')
    .select(['id', 'version', 'overlay', 'data', 'retiredOn'])
    .where('regulationId', '=', regulationId)
    .execute()
}

/** From that day on a version is no longer offered, and as an overlay binds no more. Its text stays as it is. */
export async function retireVersion(db: Db, id: number, on: Day): Promise<void> {
  await db.updateTable('regulationVersion').set({ retiredOn: on }).where('id', '=', id).execute()
}

/** What an authority adopted, in the order of dates. */
export async function listAdoptions(db: Db, authorityId: number) {
  return db
    .selectFrom('authorityRegulation')
    .innerJoin('regulationVersion', 'regulationVersion.id', 'authorityRegulation.regulationVersionId')
    .select([
      'authorityRegulation.id',
      'authorityRegulation.fromDay',
      'authorityRegulation.toDay',
      'authorityRegulation.version',
      'regulationVersion.id as regulationVersionId',
      'regulationVersion.regulationId',
      'regulationVersion.version as regulationVersion',
      'regulationVersion.name',
      'regulationVersion.number',
    ])
    .where('authorityRegulation.authorityId', '=', authorityId)
    .orderBy('authorityRegulation.fromDay')
    .execute()
}

export interface NewRegulationVersion {
  regulation: Regulation
  origin: 'shipped' | 'imported' | 'edited'
  ownerAuthorityId: number | null
  basedOnId: number | null
  enteredBy: number | null
}

/** Stores a version; throws a unique violation when id and version exist. Returns its id. */
export async function insertRegulationVersion(db: Db, version: NewRegulationVersion): Promise<number> {
  const { regulation, ...rest } = version
  const row = await db
    .insertInto('regulationVersion')
    .values({
      ...rest,
      regulationId: regulation.id,
      version: regulation.version,
      name: regulation.name,
      number: regulation.number,
      overlay: regulation.overlay,
      data: JSON.stringify(regulation),
      sha256: hashOfRegulation(regulation),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertAdoption(
  db: Db,
  adoption: { authorityId: number; regulationVersionId: number; fromDay: Day; toDay: Day | null },
): Promise<number> {
  const row = await db.insertInto('authorityRegulation').values(adoption).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Closes the adoption that holds on the day before `fromDay`, so that the next one can begin. */
export async function endAdoptions(db: Db, authorityId: number, lastDay: Day): Promise<void> {
  await db
    .updateTable('authorityRegulation')
    .set({ toDay: lastDay })
    .where('authorityId', '=', authorityId)
    .where('fromDay', '<=', lastDay)
    .where((or) => or.or([or('toDay', 'is', null), or('toDay', '>', lastDay)]))
    .execute()
}

/**
 * Puts the regulations that come with the program into the database: missing ones are added, ones whose file changed
 * without a new version name are refused, because dialogues already keep the stored text.
 */
export async function syncShippedRegulations(
  db: Db,
  shipped: readonly Regulation[],
): Promise<{ added: string[]; differing: string[] }> {
  const stored = await db.selectFrom('regulationVersion').select(['regulationId', 'version', 'sha256', 'id']).execute()
  const added: string[] = []
  const differing: string[] = []
  for (const regulation of shipped) {
    const ref = `${regulation.id}@${regulation.version}`
    const same = stored.find((row) => row.regulationId === regulation.id && row.version === regulation.version)
    if (!same) {
      await insertRegulationVersion(db, {
        regulation,
        origin: 'shipped',
        ownerAuthorityId: null,
        basedOnId: null,
        enteredBy: null,
      })
      added.push(ref)
    } else if (same.sha256 !== hashOfRegulation(regulation)) differing.push(ref)
  }
  return { added, differing }
}
