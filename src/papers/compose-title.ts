import { cleanLine } from './clean-text.ts'
import { capitals, lineOf } from './compose-lines.ts'
import type { Line, Rule } from './composed.ts'
import type { Layout } from './layout-profile.ts'
import type { Sheet } from './sheet.ts'

const centred = { align: 'center' } as const

/** Kind and subject (ô 5a), with the line or mark below; nothing for a letter, whose subject stands in the head. */
export function composeTitle(sheet: Pick<Sheet, 'name' | 'subject'>, layout: Layout): (Line | Rule)[] {
  if (sheet.name === null) return []
  const { name, subject, rule, mark } = layout.title
  const text = sheet.subject === null ? null : subjectText(sheet.subject, subject.start)
  const lines: (Line | Rule)[] = [lineOf('title', sheet.name, name, { ...centred, before: 14, keepWithNext: true })]
  if (text) lines.push(lineOf('subject', text, subject, { ...centred, keepWithNext: true }))
  const last = text ?? (name.caps ? capitals(cleanLine(sheet.name)) : cleanLine(sheet.name))
  const look = text ? subject : name
  if (rule > 0)
    lines.push({ kind: 'rule', under: { text: last, size: look.size, bold: look.bold }, share: rule, after: 10 })
  if (mark) lines.push(lineOf('note', mark, { size: look.size }, { ...centred, after: 8 }))
  return lines
}

/**
 * State subjects start with a capital, the Party's small (“về …”). A name stays as it is: a second word with a capital
 * (“Cát Hải”) or an abbreviation (“UBND”) shows one.
 */
export function subjectText(subject: string, start: 'upper' | 'lower'): string {
  const clean = cleanLine(subject)
  const first = clean.charAt(0)
  if (start === 'upper') return first.toLocaleUpperCase('vi') + clean.slice(1)
  return /^\p{Lu}\p{Lu}|^\p{Lu}\S*\s\p{Lu}/u.test(clean) ? clean : first.toLocaleLowerCase('vi') + clean.slice(1)
}

/** “Kính gửi:” (ô 9a): one addressee on its line, several with dashes below. */
export function composeAddressees(to: readonly string[], layout: Layout): Line[] {
  const look = layout.body.to
  const { label, labelItalic } = look
  const names = to.map(cleanLine).filter((name) => name !== '')
  const head = { text: label, italic: labelItalic }
  if (names.length === 0) return []
  if (names.length === 1)
    return [lineOf('addressee', [head, { text: ` ${names[0]}` }], look, { ...centred, before: 8, after: 8 })]
  return [
    lineOf('addressee', [head], look, { leftIndent: 30, before: 8, keepWithNext: true }),
    ...names.map((name, at) =>
      lineOf('addressee', `- ${name}${at < names.length - 1 ? ';' : '.'}`, look, {
        leftIndent: 45,
        after: at < names.length - 1 ? 0 : 8,
      }),
    ),
  ]
}

/** The legal bases, each on its own line (khoản 5 Điều 8, Phụ lục I; the Party's with dashes). */
export function composeBases(bases: readonly string[], layout: Layout): Line[] {
  const { basis, firstIndent, paragraphGap, lineSpacing } = layout.body
  return bases
    .map((text) => cleanLine(text).replace(/[.;,]+$/, ''))
    .filter((text) => text !== '')
    .map((text, at, all) =>
      lineOf('basis', `${basis.prefix}${text}${at < all.length - 1 ? basis.end : basis.last}`, basis, {
        align: 'justify',
        firstIndent,
        after: paragraphGap,
        spacing: lineSpacing,
      }),
    )
}
