import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import copyStreams from 'pg-copy-streams'

export type Cell = string | number | boolean | null
export type Row = Record<string, Cell>

function cellText(value: Cell | undefined): string {
  if (value === null || value === undefined) return '\\N'
  return String(value).replace(
    /[\\\n\r\t]/g,
    (sign) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign]!,
  )
}

const BATCH = 200

/** Fills a table by COPY; the first row names the columns. Rows are made while they are sent. */
export async function copyRows(client: pg.ClientBase, table: string, rows: Iterable<Row>): Promise<void> {
  const iterator = rows[Symbol.iterator]()
  const first = iterator.next()
  if (first.done) return
  const columns = Object.keys(first.value)
  function* lines() {
    let batch = ''
    let held = 0
    for (let next: IteratorResult<Row> = first; !next.done; next = iterator.next()) {
      batch += `${columns.map((column) => cellText(next.value[column])).join('\t')}\n`
      held += 1
      if (held % BATCH !== 0) continue
      yield batch
      batch = ''
    }
    if (batch !== '') yield batch
  }
  const target = client.query(copyStreams.from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(lines()), target)
}
