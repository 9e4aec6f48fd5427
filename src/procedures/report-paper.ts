import { findAgency, findAgencyByRole } from '../agencies/agency-store.ts'
import type { Branch } from '../papers/layout-profile.ts'
import { readFrame } from '../papers/read-frame.ts'
import { ARCHIVE_LABEL } from '../papers/regulation-recipients.ts'
import type { Sheet } from '../papers/sheet.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { type Regulation, roleLabel } from '../regulations/regulation.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { paperKindOfReport, readReportSubject } from '../regulations/report-period.ts'
import { citedBases } from '../reporting/fill-wording.ts'
import { readReportDocument } from '../reporting/report-document.ts'
import { reportSheet } from '../reporting/report-sheet.ts'
import type { Report } from '../reporting/report-store.ts'
import { readReportContext } from '../reports/report-context-store.ts'
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

/** Who gets a copy beside those reported to, and where it is kept, as the regulation lists them for this kind. */
function furtherRecipients(regulation: Regulation | null, kind: string, reportedTo: readonly string[]) {
  const list = regulation?.recipients.find((one) => (one.papers as readonly string[]).includes(kind))?.to ?? []
  const archive = list.find(({ label }) => ARCHIVE_LABEL.test(label))
  return {
    copies: list
      .filter(({ label, role }) => !ARCHIVE_LABEL.test(label) && !(role && reportedTo.includes(role)))
      .map(({ label }) => label),
    archive: archive ? archive.label.replace(ARCHIVE_LABEL, '').trim() : null,
  }
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
  const stored = await regulationOfAuthority(db, authority.id, report.toDay)
  const regulation = duty?.regulation ?? stored?.regulation ?? null
  const further = furtherRecipients(regulation, paperKindOfReport(report.ruleKey), duty?.rule.recipients ?? [])
  const sheet = reportSheet(document, {
    frame: further.archive && branch === 'state' ? { ...frame, archive: further.archive } : frame,
    ...{ branch, issuerName: issuer?.name ?? authority.name, recipients: names, copies: further.copies },
    bases: citedBases(report.context ?? (await readReportContext(db, authority.id, year)), regulation),
  })
  return { title: document.title, sheet, branch, issuerAgencyId: issuer?.id ?? null, recipients }
}
