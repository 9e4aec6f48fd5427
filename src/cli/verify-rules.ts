import { join } from 'node:path'
import { readCalendarFiles } from '../calendar/calendar-files.ts'
import { listCurrentYears } from '../calendar/calendar-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readRegulationFolder } from '../regulations/load-regulation-files.ts'
import { writeProblem } from '../regulations/read-regulation.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { hashOfRegulation, listRegulationVersions } from '../regulations/regulation-store.ts'

export interface RulesVerification {
  regulations: number
  calendarYears: number
  problems: { part: 'regulations' | 'calendar'; what: string }[]
}

/**
 * The rules everything is counted by: the files that come with the program can be read, every stored version of a
 * regulation still has the content of its hash, every year of the calendar in use can be read.
 */
export async function verifyRules(db: Db): Promise<RulesVerification> {
  const problems: RulesVerification['problems'] = []
  const shipped = await readRegulationFolder()
  for (const problem of shipped.problems) problems.push({ part: 'regulations', what: writeProblem(problem) })
  const versions = await listRegulationVersions(db)
  for (const { regulationId, version, sha256, data } of versions) {
    if (hashOfRegulation(data as Regulation) === sha256) continue
    problems.push({ part: 'regulations', what: `stored version altered: ${regulationId}@${version}` })
  }
  const calendarYears = await countYears(db).catch((error: Error) => {
    problems.push({ part: 'calendar', what: error.message })
    return 0
  })
  return { regulations: versions.length, calendarYears, problems }
}

async function countYears(db: Db): Promise<number> {
  await readCalendarFiles(join(projectRoot(), 'calendars'))
  return (await listCurrentYears(db)).length
}
