import pg from 'pg'

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

/**
 * A connection on which the server reads and plans a query once, not with every request: planning the queries of a
 * page takes longer than running them. Statements without values, and those that are no plain text, pass as they are.
 */
export class PreparingClient extends pg.Client {
  // the overloads of pg cannot be told apart here; only the form Kysely uses is looked at
  override query(...args: unknown[]): never {
    const [text, values] = args
    const name = args.length === 2 && typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null
    const asked = name === null ? args : [{ name, text, values }]
    return (super.query as (...asked: unknown[]) => never)(...asked)
  }
}
