import type pg from 'pg'
import { insertSession } from '../src/access/session-store.ts'
import { hashOfSecret, newSessionToken } from '../src/access/session-token.ts'
import { type Day, dayOf } from '../src/platform/day.ts'
import { openDatabase } from '../src/platform/db/connection.ts'
import { withClient } from '../src/platform/db/database-roles.ts'
import { loadRegulationFiles } from '../src/regulations/load-regulation-files.ts'
import { listRegulationVersions, syncShippedRegulations } from '../src/regulations/regulation-store.ts'
import { shippedReportForms } from '../src/reporting/load-report-forms.ts'
import { type BenchPlan, readersOf, type Share, sharesOf } from './bench-plan.ts'
import { copyRows, type Row } from './copy-rows.ts'
import {
  answerRows,
  deadlineRows,
  everyPetition,
  logRows,
  type PetitionFacts,
  petitionerRow,
  petitionRow,
  readerRows,
  submissionRow,
} from './filled-rows.ts'
import {
  accountRows,
  agencyRows,
  authorityRows,
  dialogueRows,
  holdingRows,
  membershipRows,
  messageRows,
  paperRows,
  personRows,
  postRows,
} from './house-rows.ts'
import {
  dialogueDeadlineRows,
  plannedRows,
  planRows,
  reportDeadlineRows,
  reportRows,
  surveyRows,
  tallyRows,
  targetRows,
} from './oversight-rows.ts'
import { publishSome } from './publish-rows.ts'

const REGULATION = 'hai-phong-13'

/** Fills an empty, migrated database in bulk, through the real tables with all their constraints and indexes. */
export async function fillDatabase(ownerUrl: string, plan: BenchPlan): Promise<void> {
  const today = dayOf(new Date())
  const shares = sharesOf(plan)
  const regulation = await storeRegulations(ownerUrl)
  await withClient(ownerUrl, async (client) => {
    await client.query('set synchronous_commit = off')
    await copyRows(client, 'authority', authorityRows(plan))
    const rebuild = await withoutIndexes(client)
    await withoutRollups(client, async () => {
      await fillHouses(client, shares, { today, regulationId: regulation.id })
      await fillOversight(client, shares, { today, regulationId: regulation.id })
      await fillPetitions(client, shares, { today, areas: regulation.areas, plan })
      await rebuild()
      await publishSome(client, readersOf(plan))
    })
    await closeChains(client)
    await continueCounting(client)
    // as the clock does every ten minutes
    await client.query('select gather_figures(), gather_reports()')
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })
}

const LARGE = ['petitioner', 'submission', 'petition', 'petition_answer', 'deadline', 'change_log', 'message', 'paper']

/** Indexes beside the keys are made when everything is there: gives back what makes them. */
async function withoutIndexes(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as makes from pg_index i
     join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.relname = any($1) and t.relnamespace = 'public'::regnamespace and not i.indisunique`,
    [LARGE],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return async () => {
    await client.query(`set maintenance_work_mem = '1GB'`)
    for (const { makes } of rows) await client.query(makes)
  }
}

/** Rollups are kept row by row as people work; what comes in bulk is counted once, at the end. */
async function withoutRollups(client: pg.ClientBase, fill: () => Promise<void>): Promise<void> {
  // references are right by construction: looking each of them up takes longer than writing the rows
  await client.query(`set session_replication_role = 'replica'`)
  await fill()
  await client.query(`set session_replication_role = 'origin'`)
  await client.query('vacuum analyze')
  await client.query('select recount_figures(), recount_reports()')
}

async function storeRegulations(ownerUrl: string): Promise<{ id: number; areas: string[] }> {
  const db = openDatabase(ownerUrl)
  try {
    const files = await loadRegulationFiles()
    await syncShippedRegulations(db, files)
    const id = (await listRegulationVersions(db)).find((version) => version.regulationId === REGULATION)!.id
    const fields = files.find((regulation) => regulation.id === REGULATION)!.petitionFields!
    return { id, areas: fields.subjectAreas.map((area) => area.key) }
  } finally {
    await db.destroy()
  }
}

async function fillHouses(
  client: pg.ClientBase,
  shares: readonly Share[],
  facts: { today: Day; regulationId: number },
) {
  const each = function* (rows: (share: Share) => Iterable<Row>) {
    for (const share of shares) yield* rows(share)
  }
  const byId = (rows: (authorityId: number) => Iterable<Row>) => each((share) => rows(share.authorityId))
  await copyRows(client, 'agency', byId(agencyRows))
  await copyRows(client, 'account', byId(accountRows))
  await copyRows(client, 'membership', byId(membershipRows))
  await copyRows(client, 'person', byId(personRows))
  await copyRows(client, 'post', byId(postRows))
  await copyRows(client, 'post_holding', byId(holdingRows))
  await copyRows(
    client,
    'authority_regulation',
    byId((id) => [{ authority_id: id, id, regulation_version_id: facts.regulationId, from_day: '2020-01-01' }]),
  )
  await copyRows(
    client,
    'dialogue',
    byId((id) => dialogueRows(id, facts.today, facts.regulationId)),
  )
  await copyRows(
    client,
    'paper',
    byId((id) => paperRows(id, facts.today)),
  )
  await copyRows(
    client,
    'message',
    each((share) => messageRows(share.authorityId, share.firstPetition)),
  )
}

async function fillOversight(
  client: pg.ClientBase,
  shares: readonly Share[],
  { today, regulationId }: { today: Day; regulationId: number },
) {
  const each = function* (rows: (authorityId: number) => Iterable<Row>) {
    for (const { authorityId } of shares) yield* rows(authorityId)
  }
  const form = (await shippedReportForms()).get('reportForm1')!
  await copyRows(
    client,
    'plan',
    each((id) => planRows(id, today, regulationId)),
  )
  await copyRows(client, 'plan_target', each(targetRows))
  await copyRows(
    client,
    'planned_dialogue',
    each((id) => plannedRows(id, today)),
  )
  await copyRows(
    client,
    'survey',
    each((id) => surveyRows(id, today)),
  )
  await copyRows(client, 'survey_tally', each(tallyRows))
  await copyRows(
    client,
    'deadline',
    each((id) => [...dialogueDeadlineRows(id, today), ...reportDeadlineRows(id, today)]),
  )
  await copyRows(
    client,
    'report',
    each((id) => reportRows(id, today, form)),
  )
}

async function fillPetitions(
  client: pg.ClientBase,
  shares: readonly Share[],
  { today, areas, plan }: { today: Day; areas: readonly string[]; plan: BenchPlan },
) {
  const { textBytes, wholeHistory } = plan
  function* each(rows: (facts: PetitionFacts) => Iterable<Row>) {
    for (const facts of everyPetition(shares, { today, areas, textBytes })) yield* rows(facts)
  }
  const seqs = new Map<number, number>()
  const nextSeq = (authorityId: number) => () => {
    const seq = (seqs.get(authorityId) ?? 0) + 1
    seqs.set(authorityId, seq)
    return seq
  }
  await copyRows(
    client,
    'petitioner',
    each((facts) => [petitionerRow(facts)]),
  )
  await copyRows(
    client,
    'submission',
    each((facts) => [submissionRow(facts)]),
  )
  await copyRows(
    client,
    'petition',
    each((facts) => [petitionRow(facts)]),
  )
  await copyRows(client, 'petition_reader', each(readerRows))
  await copyRows(
    client,
    'petition_answer',
    each((facts) => answerRows(facts, Math.round(textBytes * 0.6))),
  )
  await copyRows(client, 'deadline', each(deadlineRows))
  await copyRows(
    client,
    'change_log',
    each((facts) => logRows(facts, nextSeq(facts.authorityId), wholeHistory)),
  )
}

async function closeChains(client: pg.ClientBase): Promise<void> {
  await client.query(`insert into change_log_head (authority_id, seq, hash)
    select distinct on (authority_id) authority_id, seq, hash from change_log order by authority_id, seq desc`)
  await client.query(`insert into petition_code_counter (authority_id, year, last_number)
    select id, extract(year from now() at time zone 'Asia/Ho_Chi_Minh'), 9999 from authority`)
}

/** COPY gave the ids; what is entered later goes on behind them. */
async function continueCounting(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'id' and is_identity = 'YES'`)
  for (const { name } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence('${name}', 'id'), (select coalesce(max(id), 0) + 1 from ${name}))`,
    )
}

/** Signs somebody in without the form; gives back the token for the cookie. */
export async function openSession(ownerUrl: string, account: number): Promise<string> {
  const db = openDatabase(ownerUrl, { poolSize: 1 })
  const token = newSessionToken()
  try {
    const now = new Date()
    await insertSession(db, {
      tokenHash: hashOfSecret(token),
      accountId: account,
      now,
      userAgent: 'bench',
      address: null,
    })
    return token
  } finally {
    await db.destroy()
  }
}
