import { cleanLine } from './clean-text.ts'
import { lineOf } from './compose-lines.ts'
import type { Columns, Line, Piece, Space } from './composed.ts'
import type { Layout } from './layout-profile.ts'
import type { Recipients, Sheet, Signature } from './sheet.ts'

const centred = { align: 'center' } as const

/** Signature and recipients side by side (ô 7, 9b); two signatures side by side with the recipients below. */
export function composeEnding(sheet: Pick<Sheet, 'signatures' | 'recipients' | 'to'>, layout: Layout): Piece[] {
  const signatures = sheet.signatures ?? []
  const recipients = sheet.recipients ? recipientLines(sheet.recipients, (sheet.to ?? []).length > 0, layout) : []
  if (signatures.length === 0 && recipients.length === 0) return []
  const gap: Space = { kind: 'space', height: 3 }
  const columns = (left: (Line | Space)[], right: (Line | Space)[]): Columns => ({
    kind: 'columns',
    widths: [0.5, 0.5],
    rows: [[left, right]],
  })
  if (signatures.length < 2)
    return [gap, columns(recipients, signatures.length === 1 ? signatureLines(signatures[0]!, layout) : [])]
  const both = columns(signatureLines(signatures[0]!, layout), signatureLines(signatures[1]!, layout))
  return recipients.length > 0 ? [gap, both, gap, columns(recipients, [])] : [gap, both]
}

/** Whose hand signs, from the top: TM. …, KT. …, the post, room to sign, the name. */
function signatureLines(signature: Signature, layout: Layout): (Line | Space)[] {
  const { marks, capacity, post, note, name, signingSpace } = layout.ending
  const lines: (Line | Space)[] = (signature.capacities ?? []).map((one) =>
    lineOf('signature', `${marks[one.capacity]} ${one.of}`, capacity, { ...centred, keepWithNext: true }),
  )
  if (signature.post) lines.push(lineOf('signature', signature.post, post, { ...centred, keepWithNext: true }))
  if (signature.note) lines.push(lineOf('signature', signature.note, note, { ...centred, keepWithNext: true }))
  lines.push({ kind: 'space', height: signingSpace })
  if (signature.name) lines.push(lineOf('signature', signature.name, name, centred))
  return lines
}

/** `- Ban … (để b/c);` one by one, `- Lưu …` last; `answers`: a letter to somebody begins with “Như trên”. */
export function recipientEntries(recipients: Recipients, answers: boolean, layout: Layout): string[] {
  const { itemEnd, archivePrefix, asAbove } = layout.ending.recipients
  const names = recipients.items
    .map(({ name, purpose }) => cleanLine(name) + (purpose ? ` (${cleanLine(purpose)})` : ''))
    .filter((text) => text !== '')
  if (answers) names.unshift(asAbove)
  const entries = names.map((text) => `- ${text}${itemEnd}`)
  if (recipients.archive !== null) entries.push(`- ${archivePrefix}${cleanLine(recipients.archive)}.`)
  else if (entries.length > 0) entries[entries.length - 1] = `- ${names.at(-1)}.`
  return entries
}

function recipientLines(recipients: Recipients, answers: boolean, layout: Layout): Line[] {
  const { label, items } = layout.ending.recipients
  return [
    lineOf('recipients', label.text, label, { keepWithNext: true }),
    ...recipientEntries(recipients, answers, layout).map((entry) => lineOf('recipients', entry, items)),
  ]
}
