import { z } from 'zod'
import {
  type Authority,
  getAuthority,
  listAuthorities,
  lockAuthority,
  updateAuthority,
} from '../agencies/authority-store.ts'
import { existsOn } from '../agencies/lifespan.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { setDeadlineState } from '../deadlines/deadline-store.ts'
import { voidDeadline } from '../deadlines/place-deadline.ts'
import { type Day, formatDay, shiftDay } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import { optionalDay, optionalId, optionalText, version } from '../platform/form-fields.ts'
import { findIntakeSetting, saveIntakeSetting } from '../reception/intake-setting-store.ts'
import { listReportDeadlines } from '../reports/report-list-store.ts'
import { PLACE, requireSuperiorOn } from './move-authority.ts'
import { refreshReportDeadlines } from './refresh-report-deadlines.ts'

const endAuthorityForm = z.object({
  version: version(),
  /** its last day; null: it goes on after all */
  toDay: optionalDay(),
  successorId: optionalId(),
  basis: optionalText(500),
})

/**
 * The authority has ended, with the one that goes on for it where there is one; or it goes on after all. Its records
 * stay its own and what is open is finished there. Nothing new comes in through the Portal, and a report due afterwards
 * is not owed.
 */
export const endAuthority = defineChange({
  name: 'authority/end',
  permission: 'authority:set-up',
  input: endAuthorityForm,
  async run(context, { version: read, toDay, successorId, basis }) {
    const { db, authorityId, today, record } = context
    const before = await lockAuthority(db, authorityId)
    const unsaid = {
      // nothing ended that could go on after all
      ...(toDay === null && before.toDay === null ? { toDay: 'required' } : {}),
      ...(basis === '' ? { basis: 'required' } : {}),
    }
    if (Object.keys(unsaid).length > 0) throw new InputRejected(unsaid)
    if (toDay !== null && toDay > today) throw new InputRejected({ toDay: 'inFuture' })
    if (toDay !== null && toDay < before.fromDay) throw new InputRejected({ toDay: 'beforeStart' })
    if (toDay === null && successorId !== null) throw new InputRejected({ toDay: 'required' })
    const successor = toDay === null ? null : await checkEnd(context, toDay, successorId)
    const { toDay: formerEnd, parentAuthorityId } = before
    const later = formerEnd !== null && (toDay === null || toDay > formerEnd)
    // the superior may have ended after it
    if (later && parentAuthorityId !== null)
      requireSuperiorOn(await getAuthority(db, parentAuthorityId), toDay ?? today)
    await updateAuthority(db, authorityId, read, { toDay, successorId, endedBasis: toDay === null ? null : basis })
    if (formerEnd !== null) await oweReportsAgain(context, formerEnd)
    if (toDay !== null) await dropReportsAfter(context, toDay)
    await closeIntake(context, toDay, { successor, former: before.successorId })
    record({
      ...{ subjectKind: PLACE, subjectId: authorityId, reason: basis },
      ...{ before: { toDay: formerEnd }, after: { toDay, successor: successor?.name ?? null } },
    })
  },
})

/** Nobody may be left under it, and who goes on for it must be there. Gives the successor. */
async function checkEnd(
  { db, authorityId }: ChangeContext,
  toDay: Day,
  successorId: number | null,
): Promise<Authority | null> {
  const all = await listAuthorities(db)
  const left = all.find((one) => one.parentAuthorityId === authorityId && (one.toDay === null || one.toDay > toDay))
  requireRule(!left, 'authority/has-below', { name: left?.name ?? '' })
  if (successorId === null) return null
  const successor = all.find((one) => one.id === successorId)
  if (!successor) throw new InputRejected({ successorId: 'notFound' })
  const next = shiftDay(toDay, 1)
  requireRule(successor.id !== authorityId && existsOn(successor, next), 'authority/successor-not-there', {
    name: successor.name,
    day: next,
  })
  return successor
}

const ALL_PERIODS = [0, 99_999] as const

async function dropReportsAfter(context: ChangeContext, toDay: Day): Promise<void> {
  const reason = `Đơn vị đã kết thúc hoạt động ngày ${formatDay(toDay)}.`
  for (const row of await listReportDeadlines(context.db, context.authorityId, ...ALL_PERIODS))
    if (row.state === 'open' && row.dueOn > toDay)
      await voidDeadline(context, { subjectKind: 'report', subjectId: row.subjectId, key: row.key, reason })
}

/** What had fallen away with an end that is corrected; it falls away again where the new last day says so. */
async function oweReportsAgain(context: ChangeContext, formerEnd: Day): Promise<void> {
  const { db, authorityId } = context
  for (const { id, state, dueOn, subjectId } of await listReportDeadlines(db, authorityId, ...ALL_PERIODS)) {
    if (state !== 'void' || dueOn <= formerEnd) continue
    await setDeadlineState(db, authorityId, id, { state: 'open' })
    context.record({ subjectKind: 'deadline', subjectId: id, action: 'deadline/reopen', before: { state } })
    // it may have been handed in all the same
    await refreshReportDeadlines(context, subjectId)
  }
}

/**
 * People are told why, and who is there for them now; nobody any more who was named by mistake. After an end taken back
 * the Portal stays closed until somebody opens it, but says no longer that the authority is gone.
 */
async function closeIntake(
  { db, authorityId }: ChangeContext,
  toDay: Day | null,
  { successor, former }: { successor: Authority | null; former: number | null },
): Promise<void> {
  const setting = await findIntakeSetting(db, authorityId)
  const elsewhere = former === null ? setting.elsewhere : ''
  await saveIntakeSetting(db, authorityId, {
    ...{ ...setting, open: false },
    closedReason: toDay
      ? `Đơn vị chỉ hoạt động đến hết ngày ${formatDay(toDay)}.`
      : 'Đơn vị vẫn hoạt động; Cổng sẽ sớm nhận kiến nghị trở lại.',
    elsewhere: successor ? `Xin gửi đến ${successor.name}.` : elsewhere,
  })
}
