import { type RawBuilder, sql } from 'kysely'
import { yearOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Counted } from './figure-store.ts'
import type { OversightPeriod } from './oversight-store.ts'
import type { OversightTree } from './oversight-tree-store.ts'

/** The figures of petitions of one field or of one agency that leads; `key` is '' for those without any. */
export interface FigurePart {
  part: 'area' | 'agency'
  key: string
}

type Source = 'planned' | 'target' | 'dialogue' | 'petition' | 'deadline' | 'survey'

interface Condition {
  source: Source
  /** `f` is a record of the source */
  where: string
  /** what a record adds; 1 where nothing is said */
  amount?: string
  /** the day told with it; that of the record where nothing is said */
  day?: string
}

const INSIDE = 'f.day between :from and :to'
const NOTICES = "f.key in ('invitation', 'publicNotice', 'mediaNotice', 'loudspeaker')"
const CONCLUSIONS = "f.key = 'conclusionNotice'"
const REPLIES = "f.key = 'replyLetter'"
const duty = (which: string, outcome: 'onTime' | 'late' | 'open'): Condition => ({
  source: 'deadline',
  where: `${which} and f.outcome = '${outcome}' and ${INSIDE}${outcome === 'open' ? ' and f.day < :late' : ''}`,
})

/** Which records a figure counts, in the order in which the figures are told. Constants of the program, never data. */
const CONDITIONS = {
  planned: { source: 'planned', where: INSIDE },
  held: { source: 'dialogue', where: INSIDE },
  targets: { source: 'target', where: 'f.year = :year' },
  targetsMet: { source: 'target', where: 'f.year = :year and f.met' },
  noticesOnTime: duty(NOTICES, 'onTime'),
  noticesLate: duty(NOTICES, 'late'),
  noticesOpen: duty(NOTICES, 'open'),
  conclusionsOnTime: duty(CONCLUSIONS, 'onTime'),
  conclusionsLate: duty(CONCLUSIONS, 'late'),
  conclusionsOpen: duty(CONCLUSIONS, 'open'),
  repliesOnTime: duty(REPLIES, 'onTime'),
  repliesLate: duty(REPLIES, 'late'),
  repliesOpen: duty(REPLIES, 'open'),
  overdueNow: { source: 'deadline', where: "f.outcome = 'open' and f.day < :today" },
  received: { source: 'petition', where: INSIDE },
  answered: { source: 'petition', where: 'f.answered_on between :from and :to', day: 'f.answered_on' },
  openPetitions: { source: 'petition', where: 'f.is_open' },
  continued: { source: 'petition', where: `f.continued and ${INSIDE}` },
  ratings: { source: 'survey', where: `f.ratings > 0 and ${INSIDE}`, amount: 'f.ratings' },
  satisfied: { source: 'survey', where: `f.satisfied > 0 and ${INSIDE}`, amount: 'f.satisfied' },
} as const satisfies Record<string, Condition>

export type OversightFigure = keyof typeof CONDITIONS
export const OVERSIGHT_FIGURES = Object.keys(CONDITIONS) as OversightFigure[]

/** What is told of one field or one agency. */
export const PART_FIGURES = [
  ...(['received', 'answered', 'openPetitions'] as const),
  ...(['repliesOnTime', 'repliesLate', 'repliesOpen'] as const),
] as const satisfies readonly OversightFigure[]

/** What kind of record a figure counts. */
export function oversightSource(key: OversightFigure): Source {
  return CONDITIONS[key].source
}

/** All the records of a source that an authority has, whenever they were. */
function recordsOf(source: Source, authorityId: number, part: FigurePart | null): RawBuilder<unknown> {
  switch (source) {
    case 'planned':
      return sql`select x.id, x.plan_id as page_id, x.title as name, x.expected_to as day
        from planned_dialogue x join plan p on p.authority_id = x.authority_id and p.id = x.plan_id
        where x.authority_id = ${authorityId} and p.state in ('issued', 'published') and x.dropped_reason is null
          and x.kind <> 'withinRegularMeeting'`
    case 'target':
      return sql`select t.id, t.plan_id as page_id, t.label as name, t.last_day as day, t.year, t.met
        from target_met t where t.authority_id = ${authorityId}`
    case 'dialogue':
      return sql`select d.id, d.title as name, coalesce(d.held_on, d.collection_closes_on) as day
        from dialogue d where d.authority_id = ${authorityId} and d.kind <> 'withinRegularMeeting'
          and d.state in ('held', 'concluded', 'closed')`
    case 'petition':
      return sql`select p.id, p.code || ': ' || p.content as name, p.received_on as day, p.answered_on, p.continued,
          p.state in ('received', 'classified', 'assigned', 'answerPrepared')
            or (p.state = 'escalated' and p.answered_on is null and p.settled_on is null) as is_open
        from petition p where p.authority_id = ${authorityId} and p.kind not in ('complaint', 'denunciation')
          and p.state not in ('merged', 'withdrawn') ${
            part === null
              ? sql``
              : part.part === 'area'
                ? sql`and coalesce(p.subject_area, '') = ${part.key}`
                : sql`and coalesce(p.lead_agency_id::text, '') = ${part.key}`
          }`
    case 'deadline':
      return sql`select l.id, l.label || coalesce(': ' || p.code, ': ' || d.title, '') as name, l.due_on as day, l.key,
          case when l.state = 'open' then 'open' when l.met_on <= l.due_on then 'onTime' else 'late' end as outcome
        from deadline l
        left join dialogue d on d.authority_id = l.authority_id and d.id = l.dialogue_id
        left join petition p on p.authority_id = l.authority_id and l.subject_kind = 'petition' and p.id = l.subject_id
        where l.authority_id = ${authorityId} and l.subject_kind in ('dialogue', 'petition', 'conclusionItem')
          and l.state <> 'void' and l.instrument_id <> 'promise' ${
            part === null
              ? sql``
              : part.part === 'area'
                ? sql`and p.id is not null and coalesce(p.subject_area, '') = ${part.key}`
                : sql`and coalesce(l.agency_id::text, '') = ${part.key}`
          }`
    case 'survey':
      return sql`select s.id, s.dialogue_id as page_id, s.title as name, s.settled_on as day,
          coalesce(sum(t.count), 0) as ratings,
          coalesce(sum(t.count) filter (where exists (select from jsonb_array_elements(s.form -> 'scale') a
            where a ->> 'key' = t.answer_key and (a ->> 'positive')::boolean)), 0) as satisfied
        from survey s join survey_tally t on t.authority_id = s.authority_id and t.survey_id = s.id
          and t.pass = s.settled_pass
        where s.authority_id = ${authorityId} and s.state = 'settled' group by s.authority_id, s.id`
  }
}

/**
 * The records behind an oversight figure of one authority itself, without those under it: as many, or with as much, as
 * its rollup says. Of a field or an agency a reply is overdue from the month after it was due on, as in its rollup.
 */
export function countedByOversight(
  authorityId: number,
  key: OversightFigure,
  period: OversightPeriod,
  part: FigurePart | null,
): Counted {
  const { source, where, amount = '1', day = 'f.day' }: Condition = CONDITIONS[key]
  const { from, to, today } = period
  const values: Record<string, RawBuilder<unknown>> = {
    ':from': sql`${from}::date`,
    ':to': sql`${to}::date`,
    ':today': sql`${today}::date`,
    ':late': sql`${part === null ? today : `${today.slice(0, 7)}-01`}::date`,
    ':year': sql`${yearOf(from)}::int`,
  }
  const pieces = where.split(/(:[a-z]+)/).map((piece) => values[piece] ?? sql.raw(piece))
  const within = source === 'planned' || source === 'target' || source === 'survey'
  return {
    records: recordsOf(source, authorityId, part),
    condition: sql<boolean>`(${sql.join(pieces, sql.raw(''))})`,
    amount: sql.raw(amount),
    confides: source === 'petition' || source === 'deadline' ? source : null,
    day: sql.raw(day),
    ...(within ? { pageId: sql.raw('f.page_id') } : {}),
  }
}

/** What is told of petitions of one part, or of all. */
export type PartFigures = Record<(typeof PART_FIGURES)[number], number>

/**
 * The petitions of a part, or of all, for each line of a tree with everybody under it; lines without any are left out.
 * From the same sums as the table by fields.
 */
export async function listPartOfLines(
  db: Db,
  { lines, nodes }: OversightTree,
  part: FigurePart | null,
  { from, to, today }: OversightPeriod,
): Promise<Map<number, PartFigures>> {
  const month = `${today.slice(0, 7)}-01`
  const ofPart = part === null ? sql`true` : sql`f.part = ${part.part} and f.part_key = ${part.key}`
  const sums = (own: string, ids: number[]) => sql<PartFigures & { authorityId: number }>`
    select f.authority_id, sum(f.received)::int as received, sum(f.answered)::int as answered,
      sum(f.open_petitions)::int as open_petitions, sum(f.reply_on_time)::int as replies_on_time,
      sum(f.reply_late)::int as replies_late,
      coalesce(sum(f.reply_open) filter (where f.month < ${month}::date), 0)::int as replies_open
    from ${sql.table(own)} f where f.authority_id = any(${ids}::bigint[]) and ${ofPart}
      and (f.month between ${from}::date and ${to}::date or f.month = '1900-01-01') group by 1`
  const [suffix, ids] = [part === null ? 'month' : 'part_month', lines.map((line) => line.authorityId)]
  const [own, below] = await Promise.all([
    sums(`figure_${suffix}`, ids).execute(db),
    sums(`figure_below_${suffix}`, [...nodes.keys()]).execute(db),
  ])
  const found = new Map<number, PartFigures>()
  for (const { authorityId, ...figures } of [...own.rows, ...below.rows]) {
    const line = nodes.get(authorityId) ?? authorityId
    const sum = found.get(line)
    if (sum) for (const key of PART_FIGURES) sum[key] += figures[key]
    else found.set(line, figures)
  }
  return found
}
