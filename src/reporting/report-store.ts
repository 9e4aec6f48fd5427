import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { type Day, shiftDay } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Report as ReportTable } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { FigureCounts } from '../reports/figure-store.ts'
import type { DialogueOfReport, ReportContext } from '../reports/report-context-store.ts'
import type { ReportForm } from './report-form.ts'
import type { Correction, ReportState } from './report-record.ts'

export type Report = Omit<Selectable<ReportTable>, 'state' | 'forms' | 'figures' | 'texts' | 'lists' | 'context'> & {
  state: ReportState
  forms: ReportForm[]
  figures: FigureCounts
  texts: Record<string, string>
  /** the dialogues of its list forms as submitted; null while they are read afresh */
  lists: DialogueOfReport[] | null
  /** what its text cites, as submitted; null while it is read afresh */
  context: ReportContext | null
}

export interface NewReport {
  authorityId: number
  subjectId: number
  ruleKey: string
  label: string
  fromDay: Day
  toDay: Day
  dueOn: Day
  forms: ReportForm[]
  texts: Record<string, string>
  figures: FigureCounts
  countedAt: Date
}

export async function insertReport(db: Db, report: NewReport): Promise<number> {
  const { forms, texts, figures, ...rest } = report
  const row = await db
    .insertInto('report')
    .values({ ...rest, forms: JSON.stringify(forms), texts: JSON.stringify(texts), figures: JSON.stringify(figures) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Throws NotFound. */
export async function getReport(db: Db, authorityId: number, id: number): Promise<Report> {
  const row = await db
    .selectFrom('report')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('report')
  return row as unknown as Report
}

/** The report, its row locked until the transaction ends. Throws NotFound. */
export async function lockReport(db: Db, authorityId: number, id: number): Promise<Report> {
  const row = await db
    .selectFrom('report')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('report')
  return row as unknown as Report
}

/** Reports of the periods between two period numbers, the newest period first. */
export async function listReports(db: Db, authorityId: number, from: number, to: number): Promise<Report[]> {
  const rows = await db
    .selectFrom('report')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('subjectId', '>=', from)
    .where('subjectId', '<=', to)
    .orderBy('subjectId', 'desc')
    .orderBy('id')
    .execute()
  return rows as unknown as Report[]
}

/** The report of the same duty of an earlier period, the newest; null for the first one. */
export async function findEarlierReport(
  db: Db,
  authorityId: number,
  ruleKey: string,
  beforeDay: Day,
): Promise<Report | null> {
  const row = await db
    .selectFrom('report')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('ruleKey', '=', ruleKey)
    .where('toDay', '<', beforeDay)
    .orderBy('toDay', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row as Report | undefined) ?? null
}

/**
 * The report handed in whose last day is the one before this report begins: what it says remains is what this one is
 * carried over. Of several that of the same duty; null where the last period has none.
 */
export async function findReportBefore(
  db: Db,
  { authorityId, fromDay, ruleKey }: Pick<Report, 'authorityId' | 'fromDay' | 'ruleKey'>,
): Promise<Report | null> {
  const row = await db
    .selectFrom('report')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('toDay', '=', shiftDay(fromDay, -1))
    .where('state', 'in', ['submitted', 'accepted'])
    .orderBy(sql`rule_key = ${ruleKey}`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return (row as Report | undefined) ?? null
}

export interface ReportChanges {
  state?: ReportState
  figures?: FigureCounts
  texts?: Record<string, string>
  lists?: DialogueOfReport[] | null
  context?: ReportContext | null
  forms?: ReportForm[]
  countedAt?: Date
  fromDay?: Day
  toDay?: Day
  submittedOn?: Day | null
  submittedBy?: number | null
  decidedOn?: Day | null
  decidedBy?: number | null
  remark?: string | null
  paperNumber?: string | null
  paperDatedOn?: Day | null
  handedToId?: number | null
}

/** Writes a report that was read in `version`. Throws StaleEdit when it changed meanwhile. */
export async function updateReport(db: Db, before: Report, version: number, changes: ReportChanges): Promise<void> {
  const { figures, texts, lists, context, forms, ...rest } = changes
  const written = await db
    .updateTable('report')
    .set({
      ...rest,
      ...(figures ? { figures: JSON.stringify(figures) } : {}),
      ...(texts ? { texts: JSON.stringify(texts) } : {}),
      ...(forms ? { forms: JSON.stringify(forms) } : {}),
      ...(lists === undefined ? {} : { lists: lists === null ? null : JSON.stringify(lists) }),
      ...(context === undefined ? {} : { context: context === null ? null : JSON.stringify(context) }),
      version: sql<number>`version + 1`,
    })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit('report', { ...(await getReport(db, before.authorityId, before.id)) })
}

/**
 * Moves the dates of the report of a duty while it is being written; what was handed in keeps the days it was counted
 * over. Gives its id where a date changed, else null.
 */
export async function moveReportDates(
  db: Db,
  duty: { authorityId: number; subjectId: number; ruleKey: string; fromDay: Day; toDay: Day; dueOn: Day },
): Promise<number | null> {
  const { authorityId, subjectId, ruleKey, fromDay, toDay, dueOn } = duty
  const row = await db
    .updateTable('report')
    .set({ fromDay, toDay, dueOn, version: sql<number>`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('subjectId', '=', subjectId)
    .where('ruleKey', '=', ruleKey)
    .where('state', 'in', ['draft', 'returned'])
    .where(sql<boolean>`(from_day, to_day, due_on) is distinct from (${fromDay}::date, ${toDay}::date, ${dueOn}::date)`)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function listCorrections(db: Db, authorityId: number, reportId: number): Promise<Correction[]> {
  return db
    .selectFrom('reportCorrection')
    .select(['figure', 'counted', 'corrected', 'reason'])
    .where('authorityId', '=', authorityId)
    .where('reportId', '=', reportId)
    .orderBy('figure')
    .execute()
}

/** Sets a figure by hand, in place of what was set before. */
export async function writeCorrection(
  db: Db,
  of: { authorityId: number; reportId: number; accountId: number | null; at: Date },
  { figure, ...values }: Correction,
): Promise<void> {
  await db
    .insertInto('reportCorrection')
    .values({ ...of, figure, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'reportId', 'figure'])
        .doUpdateSet({ ...values, accountId: of.accountId, at: of.at }),
    )
    .execute()
}

/** Back to what is counted. */
export async function deleteCorrection(db: Db, authorityId: number, reportId: number, figure: string): Promise<void> {
  await db
    .deleteFrom('reportCorrection')
    .where('authorityId', '=', authorityId)
    .where('reportId', '=', reportId)
    .where('figure', '=', figure)
    .execute()
}

export interface ReportStep {
  act: 'submitted' | 'returned' | 'accepted'
  onDay: Day
  remark: string | null
  byName: string
  byAuthority: string
}

export async function insertStep(
  db: Db,
  step: {
    authorityId: number
    reportId: number
    act: ReportStep['act']
    onDay: Day
    remark: string | null
    accountId: number | null
    byName: string
    byAuthorityId: number
    at: Date
  },
): Promise<void> {
  await db.insertInto('reportStep').values(step).execute()
}

/** Its way up and back, in order. */
export async function listSteps(db: Db, authorityId: number, reportId: number): Promise<ReportStep[]> {
  const rows = await db
    .selectFrom('reportStep')
    .innerJoin('authority', 'authority.id', 'reportStep.byAuthorityId')
    .select(['act', 'onDay', 'remark', 'byName', 'authority.shortName as byAuthority'])
    .where('reportStep.authorityId', '=', authorityId)
    .where('reportId', '=', reportId)
    .orderBy('reportStep.id')
    .execute()
  return rows as ReportStep[]
}

/** The days that a report handed in has counted. */
export interface DaysHandedIn {
  subjectId: number
  ruleKey: string
  fromDay: Day
  toDay: Day
}

/** Of the reports handed in for the periods between two period numbers, the days each counts, the earliest first. */
export async function listDaysHandedIn(db: Db, authorityId: number, from: number, to: number): Promise<DaysHandedIn[]> {
  return db
    .selectFrom('report')
    .select(['subjectId', 'ruleKey', 'fromDay', 'toDay'])
    .where('authorityId', '=', authorityId)
    .where('subjectId', '>=', from)
    .where('subjectId', '<=', to)
    .where('state', 'in', ['submitted', 'accepted'])
    .orderBy('toDay')
    .execute()
}

/** How a duty of a period stands in the program. */
export interface HandedIn {
  /** the day its report came, as far as it stands as handed in */
  on: Day | null
  /** when the superior last returned it: what went out before is not the report that is owed */
  returnedAt: Date | null
}

/** The reports begun for a period, by the key of their duty. */
export async function listHandedIn(db: Db, authorityId: number, subjectId: number): Promise<Map<string, HandedIn>> {
  const { rows } = await sql<HandedIn & { ruleKey: string }>`
    select r.rule_key, case when r.state in ('submitted', 'accepted') then r.submitted_on end as on,
      (select max(s.at) from report_step s where s.authority_id = r.authority_id and s.report_id = r.id
        and s.act = 'returned') as returned_at
    from report r where r.authority_id = ${authorityId} and r.subject_id = ${subjectId}
  `.execute(db)
  return new Map(rows.map(({ ruleKey, ...row }) => [ruleKey, row]))
}
