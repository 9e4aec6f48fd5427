// `npm run bench -- --only suggestions`: how often what earlier cases suggest is what the office decided. See docs/bench.md.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { loadDemo } from '../samples/demo-authorities.ts'
import { withoutWaiting } from '../samples/prepare-demo.ts'
import { openDatabase } from '../src/platform/db/connection.ts'
import { accessDatabase } from '../src/platform/db/database-access.ts'
import { parseDay } from '../src/platform/day.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { temporaryKey } from '../src/platform/installation-key.ts'
import { loadRegulationFiles } from '../src/regulations/load-regulation-files.ts'
import { syncShippedRegulations } from '../src/regulations/regulation-store.ts'

const say = (line: string) => console.error(line)
const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-suggestions-'))
const access = await accessDatabase({ folder: join(folder, 'db'), purpose: 'serve', report: say })
const db = openDatabase(withoutWaiting(access.url))
try {
  await syncShippedRegulations(db, await loadRegulationFiles())
  const files = openFileStore(join(folder, 'files'))
  await loadDemo({ db, files, today: parseDay('2026-11-20'), key: temporaryKey(), say })
  const cases = await sql`select p.authority_id, p.id, p.code, p.content, p.subject_area, p.lead_agency_id, a.name agency, p.petitioner_id, p.submission_id, d.regulation_version_id rv, p.state, p.continued from petition p left join agency a on a.authority_id=p.authority_id and a.id=p.lead_agency_id left join dialogue d on d.authority_id=p.authority_id and d.id=p.dialogue_id where not p.confidential and p.state<>'withdrawn' order by 1,2`.execute(db)
  const f = await sql`select id, data->'petitionFields'->'subjectAreas' as areas from regulation_version`.execute(db)
  const g = await sql`select authority_id, id, name, short_name, role_key, kind, level from agency`.execute(db)
  await writeFile('/tmp/follow/cases.json', JSON.stringify({ cases: cases.rows, areas: f.rows, agencies: g.rows }))
} finally {
  await db.destroy()
  await access.close()
  await rm(folder, { recursive: true, force: true })
}
