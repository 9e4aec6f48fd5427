import type { Actor } from '../changes/actor.ts'
import { listPapers } from '../documents/paper-store.ts'
import { listPlans } from '../plans/plan-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { REPORT_PERIODS } from '../regulations/regulation-vocabulary.ts'
import { paperKindOfReport, readReportSubject } from '../regulations/report-period.ts'
import { type DossierRow, listDossierRegister } from '../reports/dossier-register-store.ts'
import { listYearPapers } from '../reports/year-dossier-store.ts'
import { type FiledPaper, filePapers } from './assemble-dossier.ts'
import { listReportDuties } from './report-duties.ts'

/** A report owed in the year, with its papers; none while it is not issued. */
export interface YearReport {
  subjectId: number
  label: { vi: string; en: string }
  /** null: nothing in force asks for it any more */
  dueOn: Day | null
  clause: string
  papers: FiledPaper[]
}

/** Everything of a year's dialogue work that belongs to no single dialogue, and the dossiers of the dialogues. */
export interface YearDossier {
  year: number
  /** the plan that the papers of the year are about; null: there is none yet */
  planId: number | null
  plans: FiledPaper[]
  reports: YearReport[]
  /** plan and result of the inspection of dân vận and dân chủ work (K9) */
  inspections: FiledPaper[]
  /** rules on receiving citizens, meetings, information, kept as evidence (K10) */
  rules: FiledPaper[]
  further: FiledPaper[]
  dossiers: DossierRow[]
}

/** More dialogues than this no authority holds in a year. */
const MOST_DIALOGUES = 1000

/**
 * The dossier of a year, put together from what was issued: nobody files anything. Papers that the reader may not see
 * stay counted, without title and files. `reader` null: the program itself, which sees all.
 */
export async function assembleYearDossier(
  db: Db,
  authorityId: number,
  { year, today, reader }: { year: number; today: Day; reader: Actor | null },
): Promise<YearDossier> {
  const listed = await listYearPapers(db, authorityId, year)
  const ids = listed.map((one) => one.id)
  const stored = ids.length === 0 ? [] : await listPapers(db, authorityId, { ids })
  const papers = await filePapers(db, authorityId, stored, { closedAt: null, reader })
  const of = (part: string) => papers.filter((paper) => listed.some((one) => one.id === paper.id && one.part === part))
  const plans = await listPlans(db, authorityId, year)
  return {
    year,
    planId: plans.at(-1)?.id ?? null,
    plans: of('plan'),
    reports: await reportsOf(db, authorityId, { year, today, papers: of('report') }),
    inspections: of('inspection'),
    rules: of('rule'),
    further: of('further'),
    dossiers: await listDossierRegister(db, authorityId, { year }, { limit: MOST_DIALOGUES, offset: 0 }),
  }
}

/** The reports owed, each with its papers; then papers of reports that no rule in force asks for. */
async function reportsOf(
  db: Db,
  authorityId: number,
  { year, today, papers }: { year: number; today: Day; papers: readonly FiledPaper[] },
): Promise<YearReport[]> {
  const owed = (await listReportDuties(db, authorityId, year, today)).map(({ subjectId, rule, due }) => ({
    ...nameOf(subjectId, rule.label, rule.labelEn),
    ...{ dueOn: due.due, clause: `${due.instrument}, ${due.clause}` },
    papers: papers.filter((one) => one.subjectId === subjectId && one.kind === paperKindOfReport(rule.key)),
  }))
  const placed = new Set(owed.flatMap((one) => one.papers))
  const others = papers.filter((paper) => !placed.has(paper))
  return [
    ...owed,
    ...others.map((paper) => ({ ...nameOf(paper.subjectId, paper.title), dueOn: null, clause: '', papers: [paper] })),
  ]
}

function nameOf(subjectId: number, label: string, labelEn = label): Pick<YearReport, 'subjectId' | 'label'> {
  const subject = readReportSubject(subjectId)
  if (!subject) return { subjectId, label: { vi: label, en: labelEn } }
  const period = REPORT_PERIODS[subject.period]
  const name = (text: string, of: string) => `${text}, ${of} ${subject.year}`
  return { subjectId, label: { vi: name(label, period.vi), en: name(labelEn, period.en) } }
}
