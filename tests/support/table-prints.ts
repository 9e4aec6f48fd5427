import { sql } from 'kysely'
import type { Db } from '../../src/platform/db/connection.ts'

/** For every table how many rows it has and a hash over all of them: two equal prints, nothing was changed. */
export async function tablePrints(db: Db): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const one = (name: string) =>
    `select '${name.replaceAll("'", "''")}' as name,
       count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as print
     from ${name} as t`
  const prints = await sql<{ name: string; print: string }>`${sql.raw(
    tables.rows.map((row) => one(row.name)).join(' union all '),
  )}`.execute(db)
  return Object.fromEntries(prints.rows.map((row) => [row.name, row.print]))
}

/** The tables that differ between two prints. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name]).sort()
}
