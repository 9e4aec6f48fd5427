import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type QueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import { SnakeCaseCompiler } from './column-names.ts'

/** The reads asked in one turn of the event loop: they travel together over one connection, answered in order. */
class ReadTurn {
  private readonly client: Promise<pg.PoolClient>
  private waiting = 0
  private corked = false

  constructor(pool: pg.Pool, sent: () => void) {
    this.client = pool.connect().then((client) => {
      sent()
      return client
    })
    this.client.catch(sent)
  }

  async ask(query: CompiledQuery): Promise<QueryResult<never>> {
    this.waiting += 1
    const client = await this.client
    this.corkOnce(client)
    try {
      const { rows } = await client.query(query.sql, query.parameters as unknown[])
      return { rows: rows as never[] }
    } finally {
      this.waiting -= 1
      if (this.waiting === 0) client.release()
    }
  }

  /** All of them leave in one packet: for many small queries the writing costs more than the asking. */
  private corkOnce(client: pg.PoolClient): void {
    if (this.corked) return
    this.corked = true
    const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream & Corked } }).connection
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
}

interface Corked {
  cork(): void
  uncork(): void
}

/** A connection as Kysely sees it: of its own in a transaction and for writes, else shared with its turn. */
class TurnConnection implements DatabaseConnection {
  own: DatabaseConnection | null = null
  private readonly driver: TurnDriver

  constructor(driver: TurnDriver) {
    this.driver = driver
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.own === null && /^\s*select\b/i.test(query.sql)) return this.driver.read(query)
    return (await this.ownConnection()).executeQuery<R>(query)
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    yield* (await this.ownConnection()).streamQuery<R>(query, chunkSize)
  }

  async ownConnection(): Promise<DatabaseConnection> {
    this.own ??= await this.driver.pooled.acquireConnection()
    return this.own
  }
}

/**
 * Kysely's driver, but reads outside transactions that are asked in the same turn share one connection. A page asks a
 * dozen small things at once; each over a connection of its own would wake a dozen server processes for them.
 * Only plain reads are shared: they wait for no lock, so none can hold up the others.
 */
class TurnDriver implements Driver {
  readonly pooled: PostgresDriver
  private readonly pool: pg.Pool
  private turn: ReadTurn | null = null

  constructor(pool: pg.Pool) {
    this.pool = pool
    this.pooled = new PostgresDriver({ pool })
  }

  read<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.turn ??= new ReadTurn(this.pool, () => {
      this.turn = null
    })
    return this.turn.ask(query)
  }

  init = () => this.pooled.init()
  destroy = () => this.pooled.destroy()
  acquireConnection = async () => new TurnConnection(this)

  async releaseConnection(connection: TurnConnection): Promise<void> {
    const { own } = connection
    connection.own = null
    if (own) await this.pooled.releaseConnection(own as never)
  }

  async beginTransaction(connection: TurnConnection, settings: TransactionSettings): Promise<void> {
    await this.pooled.beginTransaction((await connection.ownConnection()) as never, settings)
  }

  async commitTransaction(connection: TurnConnection): Promise<void> {
    await this.pooled.commitTransaction((await connection.ownConnection()) as never)
  }

  async rollbackTransaction(connection: TurnConnection): Promise<void> {
    await this.pooled.rollbackTransaction((await connection.ownConnection()) as never)
  }
}

/** PostgreSQL for Kysely over a pool of ours: names in camelCase on this side, in snake_case on the other. */
export class NamingDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new SnakeCaseCompiler()
  }
}

/** The same with `TurnDriver`. The pool's clients must be in pipeline mode. */
export class TurnDialect extends NamingDialect {
  private readonly pool: pg.Pool

  constructor(pool: pg.Pool) {
    super({ pool })
    this.pool = pool
  }

  override createDriver(): Driver {
    return new TurnDriver(this.pool)
  }
}
