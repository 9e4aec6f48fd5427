import { readFileSync } from 'node:fs'
import { Kysely } from 'kysely'
import { dayOf, parseDay } from '../src/platform/day.ts'
import { type Database, openPool } from '../src/platform/db/connection.ts'
import { NamingDialect } from '../src/platform/db/turn-driver.ts'
import { listReportsBelow } from '../src/reporting/aggregate-store.ts'
import { shippedReportForms } from '../src/reporting/load-report-forms.ts'
import { listOversightMonths, listOversightParts, readOversight } from '../src/reports/oversight-store.ts'

const folder = process.argv[2]!
const top = Number(process.argv[3] ?? 1)
const a = JSON.parse(readFileSync(`${folder}/db/access.json`, 'utf8'))
const url = `postgres://doi_thoai:${a.programPassword}@127.0.0.1:${a.port}/doi_thoai`
const recorded: { sql: string; parameters: readonly unknown[]; ms: number }[] = []
const pool = openPool(url, { poolSize: 1 })
const db = new Kysely<Database>({
  dialect: new NamingDialect({ pool }),
  log: (e) => void recorded.push({ sql: e.query.sql, parameters: e.query.parameters, ms: e.queryDurationMillis }),
})
const today = dayOf(new Date())
const year = today.slice(0, 4)
const period = { from: parseDay(`${year}-01-01`), to: parseDay(`${year}-12-31`), today }
const form = (await shippedReportForms()).get('reportForm1') as any
const asks: Record<string, () => Promise<unknown>> = {
  oversight: () => readOversight(db, top, period),
  months: () => listOversightMonths(db, top, { from: parseDay(`${Number(year) - 1}-01-01`), to: period.to }),
  areas: () => listOversightParts(db, top, 'area', period),
  aggregate: () => listReportsBelow(db, top, Number(year) * 10 + 3, today),
}
const backend = Number((await pool.query('select pg_backend_pid() as pid')).rows[0].pid)
const cpu = () => {
  const f = readFileSync(`/proc/${backend}/stat`, 'utf8')
  const x = f.slice(f.lastIndexOf(')') + 2).split(' ')
  return (Number(x[11]) + Number(x[12])) * 10
}
for (const [name, ask] of Object.entries(asks)) {
  if (process.argv[4] && process.argv[4] !== name) continue
  for (let i = 0; i < 12; i++) await ask()
  const t = performance.now(),
    c = cpu(),
    n = process.cpuUsage()
  for (let i = 0; i < 40; i++) await ask()
  const u = process.cpuUsage(n)
  console.log(
    name,
    ((performance.now() - t) / 40).toFixed(2),
    'ms each; database processor',
    ((cpu() - c) / 40).toFixed(2),
    'node',
    ((u.user + u.system) / 40000).toFixed(2),
  )
  const q = recorded.at(-1)!
  if (process.argv[4]) {
    const { rows } = await pool.query({
      text: `explain (analyze, costs off, timing off) ${q.sql}`,
      values: q.parameters as never,
    })
    console.log(rows.map((r: any) => r['QUERY PLAN']).join('\n'))
  }
}
await db.destroy()
