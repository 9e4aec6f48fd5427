// `npm run bench -- --only suggestions`: how often what is suggested is what the office decided, on the demo's petitions. Each is
// taken out and asked for: with all others of its authority, and with the earlier ones alone. See docs/bench.md.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { loadDemo } from '../samples/demo-authorities.ts'
import { withoutWaiting } from '../samples/prepare-demo.ts'
import type { Choosable } from '../src/petitions/guess-from-names.ts'
import { type EarlierCase, suggestHandling } from '../src/petitions/suggest-handling.ts'
import { parseDay } from '../src/platform/day.ts'
import { type Db, openDatabase } from '../src/platform/db/connection.ts'
import { accessDatabase } from '../src/platform/db/database-access.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { temporaryKey } from '../src/platform/installation-key.ts'
import { loadRegulationFiles } from '../src/regulations/load-regulation-files.ts'
import { syncShippedRegulations } from '../src/regulations/regulation-store.ts'

interface Decided extends EarlierCase {
  authorityId: number
  submissionId: number
  areas: Choosable['areas'] | null
}

async function readDecided(db: Db) {
  const { rows } = await sql<Decided>`
    select p.authority_id, p.id, p.code, p.content, p.subject_area, p.lead_agency_id, p.petitioner_id, p.submission_id,
      r.data->'petitionFields'->'subjectAreas' as areas
    from petition p
    left join dialogue d on d.authority_id = p.authority_id and d.id = p.dialogue_id
    left join regulation_version r on r.id = d.regulation_version_id
    where not p.confidential and p.state <> 'withdrawn' order by p.authority_id, p.id`.execute(db)
  const agencies = await sql<{ authorityId: number; id: number; name: string }>`
    select authority_id, id, short_name as name from agency where level <> 'village'`.execute(db)
  return { cases: rows, agencies: agencies.rows }
}

interface Run {
  /** which other cases may be gone by */
  among(other: Decided, one: Decided): boolean
  fieldKnown: boolean
}

interface Score {
  right: number
  said: number
  all: number
}

function measure({ cases, agencies }: Awaited<ReturnType<typeof readDecided>>, { among, fieldKnown }: Run) {
  const field: Score = { right: 0, said: 0, all: 0 }
  const lead: Score = { right: 0, said: 0, all: 0 }
  for (const one of cases) {
    // what was sent together is about the same, so that it would give the answer away
    const others = cases.filter(
      (other) => other.authorityId === one.authorityId && other.submissionId !== one.submissionId && among(other, one),
    )
    const choosable = {
      areas: (one.areas ?? []).filter((area) => area.key !== 'other'),
      agencies: agencies.filter((agency) => agency.authorityId === one.authorityId),
    }
    const asked = {
      content: one.content,
      petitionerId: one.petitionerId,
      subjectArea: fieldKnown ? one.subjectArea : null,
    }
    const found = suggestHandling(asked, others, choosable)
    if (one.subjectArea !== null) count(field, found.subjectAreas[0]?.key, one.subjectArea)
    if (one.leadAgencyId !== null) count(lead, found.leadAgencies[0]?.key, one.leadAgencyId)
  }
  return { field, lead }
}

function count<Key>(score: Score, said: Key | undefined, decided: Key): void {
  score.all += 1
  if (said !== undefined) score.said += 1
  if (said === decided) score.right += 1
}

const line = (name: string, { right, said, all }: Score) =>
  `| ${name} | ${all} | ${said} | ${right} | ${said === 0 ? '–' : `${Math.round((100 * right) / said)} %`} |`

const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-suggestions-'))
const access = await accessDatabase({ folder: join(folder, 'db'), purpose: 'serve' })
const db = openDatabase(withoutWaiting(access.url))
try {
  await syncShippedRegulations(db, await loadRegulationFiles())
  const files = openFileStore(join(folder, 'files'))
  await loadDemo({ db, files, today: parseDay('2026-11-20'), key: temporaryKey(), say: () => {} })
  const decided = await readDecided(db)
  const all = { among: () => true, fieldKnown: false }
  const earlier = { among: (other: Decided, one: Decided) => other.id < one.id, fieldKnown: false }
  console.log(
    [
      '| suggested | petitions | said | right | of what was said |',
      '|---|---|---|---|---|',
      line('field, by all others', measure(decided, all).field),
      line('field, by earlier ones', measure(decided, earlier).field),
      line('lead agency once the field is known, by all others', measure(decided, { ...all, fieldKnown: true }).lead),
      line(
        'lead agency once the field is known, by earlier ones',
        measure(decided, { ...earlier, fieldKnown: true }).lead,
      ),
      line('lead agency, field not known, by all others', measure(decided, all).lead),
    ].join('\n'),
  )
} finally {
  await db.destroy()
  await access.close()
  await rm(folder, { recursive: true, force: true })
}
