import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead, type JsonRows, rowsOf } from '../platform/db/fixed-read.ts'

/** An authority of which a superior's page has a line: the superior itself or one directly under it. */
export interface TreeLine {
  authorityId: number
  slug: string
  shortName: string
  fromDay: Day
  /** null: goes on */
  toDay: Day | null
  /** whether a regulation was ever adopted */
  regulated: boolean
  /** authorities under it, at every depth; 0 for the top, whose line is its own figures alone */
  below: number
}

/** The superior, its lines, and under which of them each authority stands that has others under it. */
export interface OversightTree {
  top: number
  lines: TreeLine[]
  /** authority with others directly under it → the line whose part of the tree it is in; the top is in none */
  nodes: Map<number, number>
}

type LineRow = [
  ...[authorityId: number, slug: string, shortName: string],
  ...[fromDay: Day, toDay: Day | null, regulated: boolean],
]

const lines = fixedRead(
  (_, top: number) => sql<JsonRows>`
    select json_agg(json_build_array(l.id, l.slug, l.short_name, l.from_day, l.to_day,
      exists (select from authority_regulation g where g.authority_id = l.id)) order by l.id)::text as rows
    from authority l where l.id = ${top} or l.parent_authority_id = ${top}`,
)

const nodes = fixedRead(
  (_, top: number) => sql<{ id: number; lineId: number; children: number }>`
    select id, line_id, children from (
    with recursive parent as materialized (
      select parent_authority_id as id, count(*)::int as children from authority
      where parent_authority_id is not null group by 1
    ), node as (
      select p.id, p.id as line_id, p.children from parent p join authority a on a.id = p.id
      where a.parent_authority_id = ${top}
      union all
      select p.id, n.line_id, p.children from node n
      join (parent p join authority a on a.id = p.id) on a.parent_authority_id = n.id
    )
    select id, line_id, children from node) n`,
)

/** The tree of `top`: the same for every period; lines in the order of their ids. */
export async function readOversightTree(db: Db, top: number): Promise<OversightTree> {
  const [found, within] = await Promise.all([lines(db, top), nodes(db, top)])
  const below = new Map<number, number>()
  for (const { lineId, children } of within) below.set(lineId, (below.get(lineId) ?? 0) + children)
  const lineOf = ([authorityId, slug, shortName, fromDay, toDay, regulated]: LineRow): TreeLine => {
    const count = below.get(authorityId) ?? 0
    return { authorityId, slug, shortName, fromDay, toDay, regulated, below: count }
  }
  return {
    top,
    lines: rowsOf<LineRow>(found).map(lineOf),
    nodes: new Map(within.map(({ id, lineId }) => [id, lineId])),
  }
}
