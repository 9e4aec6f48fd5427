import type { ChangeContext } from '../changes/define-change.ts'
import { type Day, isDay, parseDay, shiftDay } from '../platform/day.ts'
import { type AgenciesOfCopy, loadAgenciesOfCopy } from './agencies-of-copy.ts'
import { listPlanBases, writePlanBases } from './legal-basis-store.ts'
import type { Plan } from './plan.ts'
import { insertPart, listPlanned, listPlanTasks, listTargets } from './plan-part-store.ts'

interface Destination {
  id: number
  year: number
  /** a new version of the same year: what was dropped or reported comes along */
  replaces: boolean
}

/** The same day of another year; 29/02 becomes 28/02 where there is none. */
export function inYear(day: Day, year: number): Day {
  const moved = `${year}${day.slice(4)}`
  return isDay(moved) ? moved : shiftDay(parseDay(`${year}-03-01`), -1)
}

/** A title that names the year of its plan names the new one: “… năm 2026” becomes “… năm 2027”. */
export function inTitle(title: string, from: number, to: number): string {
  return title.replace(new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g'), String(to))
}

/**
 * Takes over bases, targets, dialogues and tasks of another plan; days move into the new plan's year, and the place of an
 * agency that has ended is taken by its successor.
 */
export async function copyPlanParts(context: ChangeContext, source: Plan, to: Destination): Promise<void> {
  const { db, authorityId } = context
  const first = parseDay(`${to.year}-01-01`)
  const bases = (await listPlanBases(db, authorityId, source.id)).filter(
    (basis) => basis.effectiveTo === null || basis.effectiveTo >= first,
  )
  await writePlanBases(
    db,
    authorityId,
    to.id,
    bases.map((basis) => basis.id),
  )
  const targets = await listTargets(db, authorityId, source.id)
  for (const { authorityId: _, id: _id, version: _version, ...target } of targets) {
    await insertPart(db, 'planTarget', authorityId, { ...target, planId: to.id })
  }
  const agencies = await loadAgenciesOfCopy(db, authorityId, dayWithin(context.today, to.year))
  const planned = await copyPlanned(context, source, to, agencies)
  const tasks = await copyTasks(context, source, to, agencies)
  context.record({
    subjectKind: 'plan',
    subjectId: to.id,
    action: 'plan/copy',
    after: {
      copiedFrom: source.id,
      bases: bases.length,
      targets: targets.length,
      planned,
      tasks,
      ...agencies.changes(),
    },
  })
}

/** Today, or where the year lies before or after it, that end of the year which is nearest. */
function dayWithin(today: Day, year: number): Day {
  const [first, last] = [parseDay(`${year}-01-01`), parseDay(`${year}-12-31`)]
  if (today < first) return first
  return today > last ? last : today
}

async function copyPlanned(
  context: ChangeContext,
  source: Plan,
  to: Destination,
  { agencyNow }: AgenciesOfCopy,
): Promise<number> {
  const { db, authorityId } = context
  const rows = (await listPlanned(db, authorityId, source.id)).filter(
    (one) => to.replaces || one.droppedReason === null,
  )
  for (const row of rows) {
    const { authorityId: _, id, version: _version, leadAgencyName: _name, ...planned } = row
    await insertPart(db, 'plannedDialogue', authorityId, {
      ...planned,
      planId: to.id,
      title: inTitle(planned.title, source.year, to.year),
      leadAgencyId: planned.leadAgencyId === null ? null : agencyNow(planned.leadAgencyId),
      expectedFrom: inYear(planned.expectedFrom, to.year),
      expectedTo: inYear(planned.expectedTo, to.year),
      replacesPlannedId: to.replaces ? id : null,
    })
  }
  return rows.length
}

async function copyTasks(
  context: ChangeContext,
  source: Plan,
  to: Destination,
  { agencyNow }: AgenciesOfCopy,
): Promise<number> {
  const { db, authorityId } = context
  const rows = await listPlanTasks(db, authorityId, source.id)
  for (const row of rows) {
    const shift = to.year - source.year
    const dueOn = row.dueOn === null ? null : inYear(row.dueOn, Number(row.dueOn.slice(0, 4)) + shift)
    const { position, content, role } = row
    const reported = to.replaces ? { doneOn: row.doneOn, result: row.result } : {}
    // what is done was done by the agency of its day
    const agencyId = to.replaces && row.doneOn !== null ? row.agencyId : agencyNow(row.agencyId)
    await insertPart(db, 'planTask', authorityId, {
      planId: to.id,
      agencyId,
      position,
      content,
      role,
      dueOn,
      ...reported,
    })
  }
  return rows.length
}
