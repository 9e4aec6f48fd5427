import { type Day, weekdayOf } from '../../platform/day.ts'

/** `05/6/2023`: as days are written in the running text of papers. */
export function dayText(day: Day | null | undefined): string {
  if (!day) return ''
  const [year, month, date] = day.split('-')
  return `${date}/${Number(month) > 2 ? Number(month) : month}/${year}`
}

/** `ngày 05 tháng 6 năm 2023` (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4). */
export function longDayText(day: Day | null | undefined): string {
  if (!day) return ''
  const [year, month, date] = day.split('-')
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

export function weekdayText(day: Day | null | undefined): string {
  return day ? WEEKDAYS[weekdayOf(day)]! : ''
}

/** `08:30` read out: `8 giờ 30 phút`. */
export function clockText(time: string | null | undefined): string {
  if (!time) return ''
  const [hours, minutes] = time.split(':')
  return `${Number(hours)} giờ ${minutes} phút`
}

/** Numbers as papers write them: `06`, `35`, `1.204`; none is `0`. */
export function countText(count: number | null | undefined): string {
  if (count === null || count === undefined) return ''
  if (count === 0) return '0'
  if (count < 10) return `0${count}`
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** Share of a whole, `95,5%`; '' where there is nothing to share. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return ''
  const percent = Math.round((part / whole) * 1000) / 10
  return `${String(percent).replace('.', ',')}%`
}

/** What is there, joined; empty pieces fall out. */
export function joined(pieces: readonly (string | null | undefined)[], by = ', '): string {
  return pieces.filter((piece) => piece !== null && piece !== undefined && piece.trim() !== '').join(by)
}

/** The lines of a text that somebody typed, without dashes and numbers in front of them. */
export function textLines(text: string | null | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•+*]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}

/** A sentence without the mark at its end, so that the template may put its own. */
export function openEnded(text: string | null | undefined): string {
  return (text ?? '').trim().replace(/[\s.;,]+$/, '')
}
