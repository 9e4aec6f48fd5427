import { type Day, parseDay, yearOf } from '../src/platform/day.ts'
import type { Db } from '../src/platform/db/connection.ts'
import { listReportsBelow, sumReports } from '../src/reporting/aggregate-store.ts'
import { shippedReportForms } from '../src/reporting/load-report-forms.ts'
import { getReport } from '../src/reporting/report-store.ts'
import { countedByReport, countFigures, listCounted, sumCounted } from '../src/reports/figure-store.ts'
import { listFigures } from '../src/reports/figures.ts'
import { listOversightMonths, listOversightParts, readOversight } from '../src/reports/oversight-store.ts'
import { readOversightTree } from '../src/reports/oversight-tree-store.ts'
import type { BareQuery, BenchCase } from './bench-case.ts'
import { openSession } from './fill-database.ts'
import { accountId, DIALOGUES_EACH, dialogueId } from './filled-rows.ts'
import { slugOf } from './house-rows.ts'

/** The authority over all others. */
export const TOP = 1
/** of the accounts of an authority: the leader of its lead office, who oversees */
const LEADER = 1
const LAST_HELD = DIALOGUES_EACH - 2

type Record = (ask: () => Promise<unknown>) => Promise<BareQuery[]>

/**
 * The pages over all authorities: side by side for the year, the superior's table of the last quarter, the figures of
 * one report counted afresh. The bare page answers the same queries.
 */
export async function reportCases(db: Db, ownerUrl: string, today: Day, record: Record): Promise<BenchCase[]> {
  const cookie = `doi_thoai_session=${await openSession(ownerUrl, accountId(TOP, LEADER))}`
  const year = yearOf(today)
  const period = { from: parseDay(`${year}-01-01`), to: parseDay(`${year}-12-31`), today }
  const form = (await shippedReportForms()).get('reportForm1')
  const keys = form?.kind === 'units' ? form.columns.map((column) => column.figure) : []
  const all = listFigures(null).map((figure) => figure.key)
  const one = (path: string, queries: BareQuery[]) => [{ path: `/${slugOf(TOP)}${path}`, cookie, queries }]
  return [
    {
      name: 'oversight',
      title: 'All authorities side by side',
      aim: 40,
      variants: one(
        `/bao-cao/so-sanh?nam=${year}`,
        await record(async () => {
          const tree = await readOversightTree(db, TOP)
          await readOversight(db, tree, period)
          await listOversightMonths(db, tree, { from: parseDay(`${year - 1}-01-01`), to: period.to })
          await listOversightParts(db, tree, 'area', period)
        }),
      ),
    },
    {
      name: 'aggregate',
      title: "The superior's table of a quarter",
      aim: 40,
      variants: one(
        `/bao-cao/tong-hop?ky=${year}3&bieu=reportForm1`,
        await record(async () => {
          const children = await listReportsBelow(db, TOP, year * 10 + 3, today)
          await sumReports(db, { top: TOP, subjectId: year * 10 + 3, keys }, children, children.slice(0, 50))
        }),
      ),
    },
    {
      name: 'figures',
      title: 'Figures of a year, counted afresh',
      aim: 40,
      variants: one(`/bao-cao?nam=${year}`, await record(() => countFigures(db, TOP, all, period))),
    },
    {
      name: 'record',
      title: 'One report with its figures',
      aim: 40,
      variants: one(`/bao-cao/ho-so/${TOP}`, await record(() => getReport(db, TOP, TOP))),
    },
    {
      name: 'evidence',
      title: 'The records behind a figure',
      aim: 40,
      variants: one(
        `/bao-cao/ho-so/${TOP}/so?so=received`,
        await record(async () => {
          const { fromDay, toDay } = await getReport(db, TOP, TOP)
          const counted = countedByReport(TOP, 'received', { from: fromDay, to: toDay })
          await sumCounted(db, counted)
          await listCounted(db, TOP, counted, { accountId: 1, agencyId: 1 }, { limit: 100, offset: 0 })
        }),
      ),
    },
    {
      name: 'event',
      title: 'The result of one dialogue',
      aim: 40,
      variants: one(
        `/bao-cao/hoi-nghi/${dialogueId(TOP, LAST_HELD)}`,
        await record(() =>
          countFigures(db, TOP, keys, { from: period.from, to: today, dialogueId: dialogueId(TOP, LAST_HELD) }),
        ),
      ),
    },
  ]
}
