import { Kysely } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './preparing-client.ts'
import type { DB } from './tables.ts'
import { TurnDialect } from './turn-driver.ts'

/** Every table of the program, with its columns in camelCase. */
export type Database = DB

/** The database, or a transaction in it. */
export type Db = Kysely<Database>

export interface ConnectionOptions {
  /** Most connections at once; 10 unless told. */
  poolSize?: number
  /** Longest statement in milliseconds; 30 s unless told, 0 = none (migrations, backups). */
  statementTimeout?: number
  /** Told of connections that break while idle; the next query opens a new one. */
  onIdleError?: (error: Error) => void
}

const DATE = 1082
const DATE_ARRAY = 1182
const TEXT_ARRAY = 1009
const INT8 = 20
const INT8_ARRAY = 1016
const NUMERIC = 1700

const parseTexts = pg.types.getTypeParser(TEXT_ARRAY as number) as (text: string) => (string | null)[]

/** A day stays the text `YYYY-MM-DD`; counts are numbers (none of ours comes near 2^53). */
const PARSERS: Record<number, (text: string) => unknown> = {
  [DATE]: (text) => text,
  [DATE_ARRAY]: (text) => parseTexts(text),
  [INT8]: Number,
  [INT8_ARRAY]: (text) => parseTexts(text).map((count) => (count === null ? null : Number(count))),
  [NUMERIC]: Number,
}

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig

/**
 * Opens the database. Columns arrive in camelCase (what lies inside jsonb is left as it is), SQL `date` as `Day`,
 * `timestamptz` as `Date`, `bigint` and `numeric` as number. Nothing is connected before the first query.
 */
export function openDatabase(url: string, options: ConnectionOptions = {}): Db {
  return new Kysely<Database>({ dialect: new TurnDialect(openPool(url, options, true)) })
}

/** The bare pool, for what needs pg itself (COPY). */
export function openPool(url: string, options: ConnectionOptions = {}, pipeline = false): pg.Pool {
  const { address, settings } = separateSettings(url)
  const pool = new pg.Pool({
    Client: PreparingClient,
    ...(pipeline ? { pipeline } : {}),
    connectionString: address,
    max: options.poolSize ?? 10,
    application_name: 'doi-thoai',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options: [
      '-c timezone=Asia/Ho_Chi_Minh',
      '-c datestyle=ISO',
      `-c statement_timeout=${options.statementTimeout ?? 30_000}`,
      '-c lock_timeout=10000',
      '-c idle_in_transaction_session_timeout=60000',
      settings,
    ].join(' '),
    types,
  })
  pool.on('error', (error) => {
    // while the pool ends, so do its connections
    if (!pool.ending) options.onIdleError?.(error)
  })
  // a connection cut between two queries of a transaction speaks up on the client itself; its next query fails anyway
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** pg would let `?options=` of the address replace our settings; they are to stand beside and above them. */
function separateSettings(url: string): { address: string; settings: string } {
  const address = new URL(url)
  const settings = address.searchParams.get('options') ?? ''
  address.searchParams.delete('options')
  return { address: address.href, settings }
}
