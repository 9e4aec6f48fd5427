import { dayOf } from '../src/platform/day.ts'
import type { Db } from '../src/platform/db/connection.ts'
import {
  countPublicEntries,
  findPublicEntry,
  listEntryFacets,
  listNewestEntries,
} from '../src/public-record/public-entry-store.ts'
import type { BareQuery, BenchCase, Variant } from './bench-case.ts'
import { slugOf } from './house-rows.ts'

const ENTRIES_EACH = 12

type Record = (ask: () => Promise<unknown>) => Promise<BareQuery[]>

/** The people's portal, without any session: the list of results and one petition with its answer. */
export async function portalCases(db: Db, authorityIds: readonly number[], record: Record): Promise<BenchCase[]> {
  const today = dayOf(new Date())
  const lists: Variant[] = []
  const pages: Variant[] = []
  for (const authorityId of authorityIds) {
    const path = `/cong/${slugOf(authorityId)}/ket-qua`
    const queries = await record(async () => {
      await listNewestEntries(db, authorityId, 20)
      await countPublicEntries(db, authorityId, { today })
      await listEntryFacets(db, authorityId)
    })
    lists.push({ path, cookie: '', queries })
    for (const { id } of (await listNewestEntries(db, authorityId, ENTRIES_EACH)).slice(0, ENTRIES_EACH))
      pages.push({
        path: `${path}/${id}`,
        cookie: '',
        queries: await record(() => findPublicEntry(db, authorityId, id)),
      })
  }
  return [
    { name: 'portal-list', title: 'Portal: list of results, 20 rows', aim: 45, variants: lists },
    { name: 'portal-page', title: 'Portal: one published petition', aim: 35, variants: pages },
  ]
}
