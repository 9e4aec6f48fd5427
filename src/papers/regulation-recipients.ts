import type { Day } from '../platform/day.ts'
import type { Regulation } from '../regulations/regulation.ts'
import type { Recipients } from './sheet.ts'

/** The kinds whose list of recipients the source of a regulation prints as it stands on the paper (000–004). */
const PRINTED: ReadonlySet<string> = new Set(['annualPlan', 'conferencePlan'])

/** From this day there is no level between commune and province. */
const TWO_LEVELS = '2025-07-01'

/** Who gets a paper by the words of its regulation; null where it says nothing of this kind. */
export function recipientsByRegulation(
  regulation: Pick<Regulation, 'recipients'> | null,
  { kind, on }: { kind: string; on: Day },
): Recipients | null {
  if (!PRINTED.has(kind)) return null
  const list = regulation?.recipients.find((one) => (one.papers as readonly string[]).includes(kind))
  if (!list) return null
  const archive = list.to.find(({ label }) => ARCHIVE_LABEL.test(label))
  const items = list.to.filter(({ label }) => !ARCHIVE_LABEL.test(label))
  return {
    items: items.map(({ label, purpose }) => ({
      name: asOf(label, on),
      ...(purpose ? { purpose: purpose === 'b/c' ? 'để b/c' : purpose } : {}),
    })),
    archive: archive ? archive.label.replace(ARCHIVE_LABEL, '').trim() : null,
  }
}

/** The line that says where a paper is kept. */
export const ARCHIVE_LABEL = /^Lưu(?::|\s)/u

/** `Huyện ủy, UBND huyện (nay: cấp ủy, chính quyền cấp trên)`: what it was called on that day. */
function asOf(label: string, on: Day): string {
  const [, before, now] = /^(.*\S)\s*\(nay: (.*)\)$/u.exec(label) ?? []
  if (before === undefined || now === undefined) return label
  return on < TWO_LEVELS ? before : now.charAt(0).toLocaleUpperCase('vi') + now.slice(1)
}
