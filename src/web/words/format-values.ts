import { type Day, dayOf, formatDay, formatDayWithWeekday, weekdayOf } from '../../platform/day.ts'
import type { Lang } from './words.ts'

const NUMBERS: Record<Lang, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
}

/** `1.234,5` in Vietnamese, `1,234.5` in English. */
export function formatNumber(value: number, lang: Lang): string {
  return NUMBERS[lang].format(value)
}

/** The same, without asking for small whole numbers: a city's table has thousands of them. */
export function shortNumber(value: number, lang: Lang): string {
  return value >= 0 && value < 1000 && Number.isInteger(value) ? String(value) : formatNumber(value, lang)
}

/** A share as `87,5%`; null when there is nothing to divide by, so that no empty year reads as 0 %. */
export function formatShare(part: number, whole: number, lang: Lang): string | null {
  if (whole === 0) return null
  const tenths = Math.round((part / whole) * 1000)
  const [ones, rest] = [shortNumber(Math.floor(tenths / 10), lang), tenths % 10]
  return rest === 0 ? `${ones}%` : `${ones}${lang === 'vi' ? ',' : '.'}${rest}%`
}

/** A moment as officials write it, in Asia/Ho_Chi_Minh: `14:05 ngày 29/10/2025`. */
export function formatMoment(at: Date, lang: Lang): string {
  const clock = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
  return lang === 'vi' ? `${clock} ngày ${formatDay(dayOf(at))}` : `${clock}, ${formatDay(dayOf(at))}`
}

const ENGLISH_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** `thứ Tư 29/10/2025`, `Wednesday 29/10/2025`. */
export function formatWeekday(day: Day, lang: Lang): string {
  return lang === 'vi' ? formatDayWithWeekday(day) : `${ENGLISH_WEEKDAYS[weekdayOf(day)]} ${formatDay(day)}`
}

/** A day or a moment, whichever is handed in. */
export function formatWhen(when: Day | Date, lang: Lang): string {
  return when instanceof Date ? formatMoment(when, lang) : formatDay(when)
}

/** The size of a file: `640 B`, `12 KB`, `3,4 MB`. */
export function formatSize(bytes: number, lang: Lang): string {
  if (bytes < 1024) return `${formatNumber(bytes, lang)} B`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024), lang)} KB`
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10, lang)} MB`
}
