import { type CompiledQuery, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely'
import { SnakeCaseCompiler } from './column-names.ts'
import type { Database, Db } from './connection.ts'

/** Stands for a value while the SQL is written. */
class Slot {
  readonly at: number

  constructor(at: number) {
    this.at = at
  }
}

/** Writes SQL and asks nobody. */
const writer: Db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new SnakeCaseCompiler(),
  },
})

/** A query of Kysely's, or a text of `sql`. */
interface Compilable<Row> {
  compile(db: Db): CompiledQuery<Row>
}

/** What a query gives as one JSON text: arrays of values, in the order in which they are written. */
export interface JsonRows {
  /** null: nothing was found */
  rows: string | null
}

/** The rows of such a query. Of hundreds of rows, the driver's reading of each column costs three times as much. */
export const rowsOf = <Row extends readonly unknown[]>([found]: readonly JsonRows[]): Row[] =>
  JSON.parse(found?.rows ?? '[]') as Row[]

/**
 * A read whose SQL is always the same: written at its first use, afterwards only the values change. On a page of
 * twenty reads, writing the SQL anew took a fifth of the program's time.
 *
 * `build` gets stand-ins for the values; it may put them into the query and nothing else: no `if`, no arithmetic, no
 * `in` with a list (`= any(…)` takes one). Gives the rows, like `execute()`.
 */
export function fixedRead<Values extends readonly unknown[], Row>(
  build: (db: Db, ...values: Values) => Compilable<Row>,
): (db: Db, ...values: Values) => Promise<Row[]> {
  let written: CompiledQuery<Row> | null = null
  return async (db, ...values) => {
    written ??= build(writer, ...(values.map((_, at) => new Slot(at)) as unknown as Values)).compile(writer)
    const parameters = written.parameters.map((value) => (value instanceof Slot ? values[value.at] : value))
    return (await db.executeQuery<Row>({ ...written, parameters })).rows
  }
}
