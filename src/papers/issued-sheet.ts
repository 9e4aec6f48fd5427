import type { Day } from '../platform/day.ts'
import type { Appendix, Sheet, Signature } from './sheet.ts'

/** What the issue of a paper adds to its text. */
export interface SheetIssue {
  /** as written on the paper; null for a kind kept without number */
  number: string | null
  datedOn: Day
  /** of the signer; null leaves the signature as drafted */
  signature: Signature | null
}

/**
 * The paper as it is issued: its text with number, date and signer, without the mark of a draft. Two signatures, or one
 * that is a form's own (with a note), stay as they are: minutes and forms name theirs.
 */
export function issuedSheet(sheet: Sheet, issue: SheetIssue): Sheet {
  const { draft: _, ...text } = sheet
  const head = text.head && { ...text.head, number: issue.number, date: issue.datedOn }
  // without a number the line for it goes, else a blank would be left to fill in
  const numbered = head && issue.number === null ? { ...head, symbol: null } : head
  const issued: Sheet = { ...text, head: numbered }
  const [only, second] = text.signatures ?? []
  if (only && !second && !only.note && issue.signature) issued.signatures = [issue.signature]
  if (text.appendices) issued.appendices = text.appendices.map((one) => attachedAnew(one, issued))
  return issued
}

function attachedAnew(appendix: Appendix, { name, head }: Sheet): Appendix {
  if (appendix.attachedTo === null || !head?.date) return appendix
  const what = name === null ? 'Công văn' : name.charAt(0) + name.slice(1).toLocaleLowerCase('vi')
  const number = head.number === null ? '' : ` số ${head.number}`
  return {
    ...appendix,
    attachedTo: `Kèm theo ${what}${number} ${dayInWords(head.date as Day)} của ${issuerInFull(head)}`,
  }
}

/** Who issues a paper, away from its head: an office with the organ whose office it is. */
export function issuerInFull(head: { issuer: readonly string[]; superior?: readonly string[] | undefined }): string {
  const own = head.issuer.join(' ')
  return own === 'Văn phòng' && head.superior ? [own, ...head.superior].join(' ') : own
}

/** `ngày 05 tháng 6 năm 2023`: a zero before days under 10 and the months 1 and 2 (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4). */
function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-')
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}
