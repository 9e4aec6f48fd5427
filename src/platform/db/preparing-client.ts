import pg from 'pg'
import { camelCase } from './column-names.ts'

/** So many statements are kept by each connection; texts that vary (lists of ids) cannot crowd the server. */
const MOST_PREPARED = 400

/** Texts asked before → the name of their statement; the same on every connection. */
const names = new Map<string, string | null>()
let prepared = 0

/** A name from the second time on: what is asked once is not worth preparing. */
function nameOf(text: string): string | null {
  const known = names.get(text)
  if (known) return known
  if (known === undefined && names.size < 10 * MOST_PREPARED) names.set(text, null)
  if (known === undefined || prepared === MOST_PREPARED) return null
  prepared += 1
  const name = `q${prepared}`
  names.set(text, name)
  return name
}

/** Rows arrive with the names the code uses: renamed once for a result, not row by row. */
class NamedQuery extends pg.Query {
  declare callback: (error: Error | null, result: pg.QueryResult) => void

  handleRowDescription(message: { fields: { name: string }[] }): void {
    for (const field of message.fields) field.name = camelCase(field.name)
    describeRows.call(this, message)
  }
}

// pg's own, which its types do not tell of
const { handleRowDescription: describeRows } = pg.Query.prototype as unknown as {
  handleRowDescription(this: pg.Query, message: object): void
}

/**
 * A connection on which the server reads and plans a query once, not with every request: planning the queries of a
 * page takes longer than running them. Rows of such queries have camelCase names. Statements without values, and those
 * that are no plain text, pass as they are.
 */
export class PreparingClient extends pg.Client {
  // the overloads of pg cannot be told apart here; only the form Kysely uses is looked at
  override query(...args: unknown[]): never {
    const [text, values] = args
    if (args.length === 2 && typeof text === 'string' && Array.isArray(values)) return this.ask(text, values) as never
    return (super.query as (...asked: unknown[]) => never)(...args)
  }

  private ask(text: string, values: unknown[]): Promise<pg.QueryResult> {
    const name = nameOf(text)
    const query = new NamedQuery(name === null ? { text, values } : { name, text, values })
    return new Promise((resolve, reject) => {
      query.callback = (error, result) => (error ? reject(error) : resolve(result))
      super.query(query)
    })
  }
}
