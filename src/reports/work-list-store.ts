import { shiftDay } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { WorkDays } from './deadline-filter.ts'
import { listOpenDuties } from './deadline-list-store.ts'
import { listOfficeWork } from './office-work-store.ts'
import { listPaperWork } from './paper-work-store.ts'
import { listPetitionWork } from './petition-work-store.ts'
import { listPortalWork } from './portal-work-store.ts'
import { listReportWork } from './report-work-store.ts'
import { dutyItems, type WorkItem } from './work-item.ts'
import { actsOnDuty, type WorkReader } from './work-reader.ts'

/** Work further off than this is not on the morning page. */
const LOOK_AHEAD = 14

/** Everything that waits for this reader, or that others owe, in six queries. */
export async function listWork(db: Db, reader: WorkReader, { today, weekEnd }: WorkDays): Promise<WorkItem[]> {
  const ahead = shiftDay(today, LOOK_AHEAD)
  const until = ahead > weekEnd ? ahead : weekEnd
  const [duties, petitions, papers, office, portal, reports] = await Promise.all([
    reader.deadlines ? listOpenDuties(db, reader.deadlines, until) : [],
    listPetitionWork(db, reader),
    listPaperWork(db, reader),
    listOfficeWork(db, reader, today),
    listPortalWork(db, reader),
    listReportWork(db, reader),
  ])
  const dutyReader = {
    agencyId: reader.agencyId,
    leads: reader.may.prepare,
    acts: (kind: string) => actsOnDuty(reader, kind),
  }
  return [...dutyItems(duties, dutyReader), ...petitions, ...papers, ...office, ...portal, ...reports]
}
