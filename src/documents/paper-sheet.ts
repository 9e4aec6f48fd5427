import { type Day, formatDay } from '../platform/day.ts'
import { PAPER_KINDS, type PaperKind } from '../regulations/paper-kinds.ts'
import type { Paper, PaperRecipient } from './paper.ts'

const day = (value: Day | null) => (value === null ? '' : formatDay(value))

/** The paper in words for the archive: what it is, who signed, its text, to whom it went and when it came there. */
export function paperSheet(paper: Paper, issuer: string | null, recipients: readonly PaperRecipient[]): string {
  const lines = [
    'PHIẾU VĂN BẢN',
    '',
    `Loại văn bản: ${PAPER_KINDS[paper.kind as PaperKind]?.vi ?? paper.kind}`,
    `Trích yếu: ${paper.title}`,
    `Cơ quan ban hành: ${issuer ?? ''}`,
    `Số, ký hiệu: ${paper.number ?? 'không số'}`,
    `Ngày văn bản: ${day(paper.datedOn)}`,
    `Người ký: ${[capacity(paper.signCapacity), paper.signerTitle, paper.signerName].filter(Boolean).join(' ')}`,
    paper.approvedOnPaper
      ? `Duyệt trên giấy: ${paper.paperApprover ?? ''}, ngày ${day(paper.paperApprovedOn)}`
      : 'Duyệt trên phần mềm',
  ]
  if (paper.lateEntry) lines.push(`Nhập chậm hoặc đề ngày sau, lý do: ${paper.lateEntryReason ?? ''}`)
  lines.push('', 'Nơi nhận:')
  if (recipients.length === 0) lines.push('(không có)')
  for (const recipient of recipients) {
    const sent = recipient.sentOn ? `gửi ${day(recipient.sentOn)}` : 'chưa gửi'
    const received = recipient.receivedOn ? `, nhận ${day(recipient.receivedOn)}` : ''
    lines.push(`- ${recipient.name}: ${sent}${received}`)
  }
  if (paper.body !== '') lines.push('', 'Nội dung:', '', paper.body)
  return `${lines.join('\n')}\n`
}

function capacity(value: string | null): string {
  return value === null || value === 'head' ? '' : value
}

/** Label under which a paper made from data lies as PDF among the files of a closed dossier. */
export function printLabel(paperId: number): string {
  return `print:${paperId}`
}

/** Label under which the sheet of a paper lies among the files of a closed dossier. */
export function sheetLabel(paperId: number): string {
  return `sheet:${paperId}`
}
