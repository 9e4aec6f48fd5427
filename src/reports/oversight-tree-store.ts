import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'

/** An authority of which a superior's page has a line: the superior itself or one directly under it. */
export interface TreeLine {
  authorityId: number
  slug: string
  name: string
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

const lines = fixedRead(
  (_, top: number) => sql<TreeLine>`
    select l.id as authority_id, l.slug, l.name, l.short_name, l.from_day, l.to_day, 0 as below,
      exists (select from authority_regulation g where g.authority_id = l.id) as regulated
    from authority l where l.id = ${top} or l.parent_authority_id = ${top} order by l.id`,
)

const nodes = fixedRead(
  (_, top: number) => sql<{ id: number; lineId: number; children: number }>`
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
    select id, line_id, children from node`,
)

/** The tree of `top`: the same for every period; lines in the order of their ids. */
export async function readOversightTree(db: Db, top: number): Promise<OversightTree> {
  const [found, within] = await Promise.all([lines(db, top), nodes(db, top)])
  const below = new Map<number, number>()
  for (const { lineId, children } of within) below.set(lineId, (below.get(lineId) ?? 0) + children)
  for (const line of found) line.below = below.get(line.authorityId) ?? 0
  return { top, lines: found, nodes: new Map(within.map(({ id, lineId }) => [id, lineId])) }
}
