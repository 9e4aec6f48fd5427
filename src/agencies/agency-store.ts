import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import { NotFound } from '../platform/errors.ts'
import { findRow, writeRow } from './versioned-row-store.ts'

const allAgencies = fixedRead((db, authorityId: number) =>
  db.selectFrom('agency').selectAll().where('authorityId', '=', authorityId).orderBy('id'),
)

const agenciesOn = fixedRead((db, authorityId: number, on: Day) =>
  db
    .selectFrom('agency')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('fromDay', '<=', on)
    .where((or) => or.or([or('toDay', 'is', null), or('toDay', '>=', on)]))
    .orderBy('id'),
)

/** Agencies of an authority in the order of their tree's making; with `on`, those that exist on that day. */
export async function listAgencies(db: Db, authorityId: number, filter: { on?: Day; external?: boolean } = {}) {
  const { on, external } = filter
  const found = on === undefined ? await allAgencies(db, authorityId) : await agenciesOn(db, authorityId, on)
  return external === undefined ? found : found.filter((agency) => agency.external === external)
}

export type Agency = Awaited<ReturnType<typeof listAgencies>>[number]

/** Null when there is none of this id in the authority. */
export async function findAgency(db: Db, authorityId: number, id: number): Promise<Agency | null> {
  return findRow(db, 'agency', { authorityId, id })
}

/** Throws NotFound. */
export async function getAgency(db: Db, authorityId: number, id: number): Promise<Agency> {
  const found = await findAgency(db, authorityId, id)
  if (!found) throw new NotFound('agency')
  return found
}

/** The agency that plays a part of the regulation (partyCommitteeOffice, fatherlandFront …) on that day, or null. */
export async function findAgencyByRole(db: Db, authorityId: number, roleKey: string, on: Day): Promise<Agency | null> {
  const found = await db
    .selectFrom('agency')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('roleKey', '=', roleKey)
    .where('fromDay', '<=', on)
    .where((or) => or.or([or('toDay', 'is', null), or('toDay', '>=', on)]))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** Villages and residential groups. */
export async function listVillages(db: Db, authorityId: number): Promise<Agency[]> {
  return db
    .selectFrom('agency')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('level', '=', 'village')
    .orderBy('name')
    .execute()
}

export interface NewAgency {
  authorityId: number
  parentId: number | null
  name: string
  shortName: string
  kind: string
  roleKey: string | null
  level: 'village' | 'commune' | 'district' | 'province' | 'central' | 'other'
  external: boolean
  fromDay: Day
  toDay: Day | null
  email?: string | null
  phone?: string | null
  address?: string | null
}

export async function insertAgency(db: Db, agency: NewAgency): Promise<number> {
  const row = await db.insertInto('agency').values(agency).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** The agency, its row locked until the transaction ends. Throws NotFound. */
export async function lockAgency(db: Db, authorityId: number, id: number): Promise<Agency> {
  const found = await findRow(db, 'agency', { authorityId, id }, { lock: true })
  if (!found) throw new NotFound('agency')
  return found
}

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updateAgency(
  db: Db,
  before: Pick<Agency, 'authorityId' | 'id'>,
  version: number,
  values: Partial<Omit<NewAgency, 'authorityId'>>,
): Promise<void> {
  await writeRow(db, 'agency', before, version, values)
}
