import { z } from 'zod'
import { listAccountsOfRole } from '../access/membership-store.ts'
import type { Role } from '../access/role.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { insertMessage } from '../messages/message-store.ts'
import { NotFound } from '../platform/errors.ts'
import * as field from '../platform/form-fields.ts'
import { readReportSubject } from '../regulations/report-period.ts'
import { listMissingReports, type ReportBelow } from '../reporting/aggregate-store.ts'
import { periodName } from '../reporting/report-document.ts'

/** Who hands reports in, told in this order: the first of these roles that somebody holds. */
const REPORTERS: readonly Role[] = ['massMobilization', 'officeLeader', 'clerk']
/** More than any superior has under it. */
const MOST = 100_000

/**
 * The superior reminds everybody under it whose report of a period is owed and neither handed in nor sent on paper; once
 * a day. Gives how many authorities were told.
 */
export const remindReports = defineChange({
  name: 'report/remind',
  permission: 'report:remind',
  input: z.object({ ky: field.id() }),
  async run(context, { ky }) {
    if (!readReportSubject(ky)) throw new NotFound('report')
    const { missing } = await listMissingReports(context.db, context.authorityId, ky, MOST)
    const owing = missing.filter((one) => !one.onPaper)
    requireRule(owing.length > 0, 'report/nobody-missing')
    let told = 0
    for (const one of owing) if (await remind(context, one, ky)) told += 1
    context.record({
      subjectKind: 'authority',
      subjectId: context.authorityId,
      after: { period: ky, missing: owing.length, told },
    })
    return { told }
  },
})

async function remind(context: ChangeContext, one: ReportBelow, subjectId: number): Promise<boolean> {
  const { db, today, now, actor } = context
  let written = false
  for (const role of REPORTERS) {
    const accounts = await listAccountsOfRole(db, one.authorityId, role, today)
    for (const accountId of accounts)
      written =
        (await insertMessage(db, {
          ...{ authorityId: one.authorityId, accountId, agencyId: null, kind: 'report-reminded' },
          ...{ subjectKind: 'report', subjectId, createdAt: now },
          params: { by: actor.displayName, period: periodName(subjectId), dueOn: one.dueOn },
          dedupeKey: `report-reminded ${subjectId} ${today} ${accountId}`,
        })) || written
    if (accounts.length > 0) return written
  }
  return written
}
