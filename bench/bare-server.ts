// A bare Fastify + pg page that answers the same SQL with a plain table: what the program is measured against.
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import type { BareQuery, BenchCase } from './bench-case.ts'

const { url, cases } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as { url: string; cases: BenchCase[] }
const pool = new pg.Pool({ connectionString: url, max: 10 })
const server = Fastify()
const start = Date.now()
let made = 0

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: unknown) => String(value ?? '').replace(/[&<>"]/g, (sign) => SIGNS[sign]!)

function table(rows: readonly object[]): string {
  const lines = rows.map(
    (row) =>
      `<tr>${Object.values(row)
        .map((value) => `<td>${escaped(value)}</td>`)
        .join('')}</tr>`,
  )
  return `<table>${lines.join('')}</table>`
}

const ask = ({ sql, parameters }: BareQuery) =>
  pool.query(
    sql,
    parameters.map((value) => (value === '{n}' ? `${start}-${made++}` : value)),
  )

for (const { name, variants } of cases) {
  server.all<{ Params: { at: string } }>(`/${name}/:at`, async (request, reply) => {
    const results = await Promise.all(variants[Number(request.params.at)]!.queries.map(ask))
    const body = results.map(({ rows }) => table(rows)).join('')
    return reply.type('text/html; charset=utf-8').send(`<!doctype html><title>${name}</title>${body}`)
  })
}
server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, body),
)
console.log(JSON.stringify({ address: await server.listen({ host: '127.0.0.1', port: 0 }) }))
process.once('SIGTERM', async () => {
  await server.close()
  await pool.end()
})
