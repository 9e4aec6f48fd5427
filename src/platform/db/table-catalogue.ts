import type pg from 'pg'

/** A table with the columns that hold data (computed ones are computed again). */
export interface TableShape {
  name: string
  columns: string[]
}

export interface SequenceState {
  name: string
  /** Null: never used. */
  lastValue: number | null
}

const OUR_TABLES = `SELECT c.oid, c.relname::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`

/** Every table with data of ours, in the order of their names. The list of migrations is kept in the manifest. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } =
    await client.query<TableShape>(`SELECT t.name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM (${OUR_TABLES} AND c.relkind = 'r' AND c.relname <> 'schema_migration') t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY t.name ORDER BY t.name COLLATE "C"`)
  return rows
}

/** Names of the tables and views there; none when the database is empty. */
export async function listRelations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(OUR_TABLES)
  return rows.map((row) => row.name)
}

/** How far each counter has come. Read after the rows, a counter is never behind them. */
export async function listSequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string; lastValue: string | null }>(`SELECT sequencename::text AS name,
    last_value AS "lastValue" FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`)
  return rows.map(({ name, lastValue }) => ({ name, lastValue: lastValue === null ? null : Number(lastValue) }))
}

export interface ForeignKey {
  table: string
  name: string
  definition: string
}

/** Every foreign key with the text that makes it anew. */
export async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`SELECT c.relname::text AS table, k.conname::text AS name,
      pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND k.contype = 'f' AND k.conparentid = 0 ORDER BY 1, 2`)
  return rows
}
