import { PAPER_KINDS, type PaperKind } from '../../regulations/paper-kinds.ts'
import { dayText, joined } from './fact-text.ts'
import type { InstrumentRow } from './instrument-fact-store.ts'

/** What instruments are called, by the sign of their kind in the symbol. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/KH/, 'Kế hoạch'],
  [/BC/, 'Báo cáo'],
  [/TB/, 'Thông báo'],
  [/GM/, 'Giấy mời'],
  [/TTr/, 'Tờ trình'],
  [/CTr/, 'Chương trình'],
  [/BB/, 'Biên bản'],
  [/QĐ/, 'Quyết định'],
  [/PC/, 'Phiếu chuyển'],
]

/** `Kế hoạch số 12-KH/ĐU ngày 06/10/2025 của Đảng ủy …`, its subject apart. */
export function citeInstrument(row: InstrumentRow): string {
  const name = NAMES.find(([sign]) => row.number !== null && sign.test(row.number))?.[1]
  const kind = name ?? (row.number ? 'Công văn' : (PAPER_KINDS[row.kind as PaperKind]?.vi ?? 'Văn bản'))
  const day = row.datedOn ? `ngày ${dayText(row.datedOn)}` : ''
  return joined([kind, row.number ? `số ${row.number}` : '', day, row.issuerName ? `của ${row.issuerName}` : ''], ' ')
}

/** The same with what it is about. */
export function citeWithSubject(row: InstrumentRow): string {
  const day = row.datedOn ? `ngày ${dayText(row.datedOn)}` : ''
  // what bears no number is called by its title
  if (!row.number) return joined([row.title, day, row.issuerName ? `của ${row.issuerName}` : ''], ' ')
  const about = row.title
    .replace(/^V\/v\s+/i, 'về ')
    .replace(/^(Kế hoạch|Báo cáo|Thông báo|Giấy mời|Tờ trình|Chương trình|Biên bản|Công văn)\s+/u, '')
  const follows =
    /^(về|dự|kết luận|tổng hợp|trả lời)(?!\p{L})/iu.test(about) || /^(Chương trình|Biên bản)/u.test(row.title)
  return joined([citeInstrument(row), follows ? lowered(about) : `về ${lowered(about)}`], ' ')
}

/** “Bản tổng hợp …” in the middle of a sentence; “UBND …”, “Hội nghị …” of a name keep their capitals. */
function lowered(text: string): string {
  return /^(Bản|Tổng hợp|Trả lời|Kết quả|Danh sách|Nội dung|Tóm tắt|Đề xuất|Việc)(?!\p{L})/u.test(text)
    ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
    : text
}
