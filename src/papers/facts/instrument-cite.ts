import { PAPER_KINDS, type PaperKind } from '../../regulations/paper-kinds.ts'
import { dayText, joined } from './fact-text.ts'
import type { InstrumentRow } from './instrument-fact-store.ts'

/** What instruments are called, by the sign of their kind in the symbol: KH of 08/KH-UBND, none in 1546/SKHĐT-DN. */
const NAMES: Readonly<Record<string, string>> = {
  KH: 'Kế hoạch',
  BC: 'Báo cáo',
  TB: 'Thông báo',
  GM: 'Giấy mời',
  TTr: 'Tờ trình',
  CTr: 'Chương trình',
  BB: 'Biên bản',
  QĐ: 'Quyết định',
  PC: 'Phiếu chuyển',
}

function nameOfNumber(number: string | null): string | undefined {
  return number
    ?.split(/[/-]/)
    .map((sign) => (Object.hasOwn(NAMES, sign) ? NAMES[sign] : undefined))
    .find((name) => name !== undefined)
}

/** `Kế hoạch số 12-KH/ĐU ngày 06/10/2025 của Đảng ủy …`, its subject apart. */
export function citeInstrument(row: InstrumentRow): string {
  const name = nameOfNumber(row.number)
  const titled = Object.values(NAMES).find((one) => row.title.startsWith(`${one} `))
  const kind = name ?? titled ?? (row.number ? 'Công văn' : (PAPER_KINDS[row.kind as PaperKind]?.vi ?? 'Văn bản'))
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
  return /^(Bản|Tổng hợp|Trả lời|Kết quả|Danh sách|Nội dung|Tóm tắt|Đề xuất|Việc|Văn bản)(?!\p{L})/u.test(text)
    ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
    : text
}
