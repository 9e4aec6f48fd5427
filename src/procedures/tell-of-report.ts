import { listAccountsOfRole } from '../access/membership-store.ts'
import { getAuthority } from '../agencies/authority-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { insertMessage } from '../messages/message-store.ts'
import { sendMessage } from '../messages/send-message.ts'
import { periodName } from '../reporting/report-document.ts'
import type { Report } from '../reporting/report-store.ts'

type Told = Pick<Report, 'id' | 'subjectId' | 'ruleKey' | 'version' | 'submittedBy'>

/** Who follows this authority from directly above learns that a report was handed in. */
export async function tellSuperior(context: ChangeContext, report: Told): Promise<void> {
  const { db, authorityId, today, now } = context
  const { parentAuthorityId, shortName, slug } = await getAuthority(db, authorityId)
  if (parentAuthorityId === null) return
  for (const accountId of await listAccountsOfRole(db, parentAuthorityId, 'superior', today))
    await insertMessage(db, {
      ...{ authorityId: parentAuthorityId, accountId, agencyId: null, kind: 'report-submitted' },
      ...{ subjectKind: 'reportBelow', subjectId: report.id, createdAt: now },
      params: { unit: shortName, slug, period: periodName(report.subjectId) },
      dedupeKey: `report ${authorityId} ${report.id} submitted ${report.version} ${accountId}`,
    })
}

/** Who handed a report in learns what the superior decided. */
export async function tellReporter(
  context: ChangeContext,
  report: Told,
  decided: 'returned' | 'accepted',
  remark: string | null,
): Promise<void> {
  if (report.submittedBy === null) return
  await sendMessage(context, {
    to: { accountId: report.submittedBy },
    kind: `report-${decided}`,
    subjectKind: 'reportRecord',
    subjectId: report.id,
    params: { period: periodName(report.subjectId), remark: remark ?? '' },
    dedupeKey: `report ${report.id} ${decided} ${report.version}`,
  })
}
