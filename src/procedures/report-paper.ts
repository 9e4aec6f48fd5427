import { findAgency, findAgencyByRole } from '../agencies/agency-store.ts'
import type { Branch } from '../papers/layout-profile.ts'
import { readFrame } from '../papers/read-frame.ts'
import type { Sheet } from '../papers/sheet.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { roleLabel } from '../regulations/regulation.ts'
import { paperKindOfReport, readReportSubject } from '../regulations/report-period.ts'
import { readReportDocument } from '../reporting/report-document.ts'
import { reportSheet } from '../reporting/report-sheet.ts'
import type { Report } from '../reporting/report-store.ts'
import { listReportDuties } from './report-duties.ts'

/** A report as an official paper, with who issues it and who gets it. */
export interface ReportPaper {
  title: string
  sheet: Sheet
  branch: Branch
  /** null: no agency of the authority has a part in it by the regulation */
  issuerAgencyId: number | null
  /** by the regulation, in its order; an agency's id where the authority has one of that role */
  recipients: { agencyId: number | null; name: string }[]
}

/**
 * The paper of a report as its figures and wording stand: issued by the agency that signs by the regulation, else by the
 * one over the drafter, else by the drafter.
 */
export async function readReportPaper(
  db: Db,
  report: Report,
  authority: { id: number; name: string; shortName: string },
  today: Day,
): Promise<ReportPaper> {
  const document = await readReportDocument(db, report, authority)
  const { year } = readReportSubject(report.subjectId)!
  const duty = (await listReportDuties(db, authority.id, year, today)).find(
    (one) => one.subjectId === report.subjectId && one.rule.key === report.ruleKey,
  )
  const byRole = (role: string) => findAgencyByRole(db, authority.id, role, today)
  const drafter = duty ? await byRole(duty.rule.drafter) : null
  const issuer =
    (duty ? await byRole(duty.rule.signer) : null) ??
    (drafter?.parentId ? await findAgency(db, authority.id, drafter.parentId) : null) ??
    drafter
  const { frame, branch } = await readFrame(db, authority.id, {
    ...{ kind: paperKindOfReport(report.ruleKey), variant: '', issuerAgencyId: issuer?.id ?? 0, today },
  })
  const recipients: ReportPaper['recipients'] = []
  for (const role of duty?.rule.recipients ?? []) {
    const agency = await byRole(role)
    recipients.push({ agencyId: agency?.id ?? null, name: agency?.name ?? roleLabel(duty!.regulation, role) })
  }
  const names = recipients.map((one) => one.name)
  const sheet = reportSheet(document, { frame, branch, issuerName: issuer?.name ?? authority.name, recipients: names })
  return { title: document.title, sheet, branch, issuerAgencyId: issuer?.id ?? null, recipients }
}
