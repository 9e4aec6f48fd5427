import { join } from 'node:path'
import { readCalendarFiles } from '../calendar/calendar-files.ts'
import { listCurrentYears } from '../calendar/calendar-store.ts'
import { checkTemplate } from '../papers/check-template.ts'
import { vocabularyOf } from '../papers/facts/fact-vocabulary.ts'
import { ownWording } from '../papers/find-wording.ts'
import { shippedLayouts } from '../papers/load-layouts.ts'
import { layoutsThatFail, paperDataProblems } from '../papers/paper-data.ts'
import { listWordingsInUse } from '../papers/template-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readRegulationFolder } from '../regulations/load-regulation-files.ts'
import { writeProblem } from '../regulations/read-regulation.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { hashOfRegulation, listRegulationVersions } from '../regulations/regulation-store.ts'

export interface RulesVerification {
  regulations: number
  calendarYears: number
  /** wordings of the authorities */
  wordings: number
  problems: { part: 'regulations' | 'calendar' | 'papers'; what: string }[]
}

/**
 * The rules everything is counted by: the files that come with the program can be read, every stored version of a
 * regulation still has the content of its hash, every year of the calendar in use can be read; and what papers are
 * drawn with can be read and written.
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
  const wordings = await verifyWordings(db)
  for (const what of [...(await verifyPaperData()), ...wordings.problems]) problems.push({ part: 'papers', what })
  return { regulations: versions.length, calendarYears, wordings: wordings.count, problems }
}

/** The wordings and layouts that come with the program can be read, and a paper be written in each layout. */
async function verifyPaperData(): Promise<string[]> {
  const problems = await paperDataProblems()
  return problems.length > 0 ? problems : layoutsThatFail(await shippedLayouts())
}

/** Every authority's own wording in use can be read and names nothing that its subject does not have. */
async function verifyWordings(db: Db): Promise<{ count: number; problems: string[] }> {
  const inUse = (await listWordingsInUse(db)).filter((one) => one.wording !== null)
  const problems = inUse.flatMap((one) => {
    const called = `authority ${one.authorityId}, ${one.kind}${one.variant && ` (${one.variant})`}`
    const template = ownWording(one)?.template
    if (!template) return [`${called}: wording cannot be read`]
    return checkTemplate(template, vocabularyOf(template.about)).map(
      ({ path, sentence }) => `${called}: ${path} — ${sentence}`,
    )
  })
  return { count: inUse.length, problems }
}

async function countYears(db: Db): Promise<number> {
  await readCalendarFiles(join(projectRoot(), 'calendars'))
  return (await listCurrentYears(db)).length
}
