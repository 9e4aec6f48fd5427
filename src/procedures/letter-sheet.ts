import type { AddressOf } from '../mail/mail-text.ts'
import type { MailContent } from '../mail/outbox-message.ts'
import type { Block, Sheet } from '../papers/sheet.ts'
import type { Day } from '../platform/day.ts'
import { formatDay } from '../platform/day.ts'

export interface PrintedLetter {
  toName: string
  toAddress: string
  content: MailContent
  addressOf: AddressOf
}

interface LetterFrame {
  issuer: string
  place: string
  date: Day
}

/** Notices as letters to print, each beginning on a page of its own. They are no official papers: no number, no seal. */
export function letterSheet(letters: readonly PrintedLetter[], frame: LetterFrame): Sheet {
  return {
    head: null,
    name: null,
    subject: null,
    closing: false,
    body: letters.flatMap((letter, at): Block[] => [
      ...(at > 0 ? [{ type: 'pageBreak' as const }] : []),
      ...oneLetter(letter, frame),
    ]),
  }
}

function oneLetter({ toName, toAddress, content, addressOf }: PrintedLetter, frame: LetterFrame): Block[] {
  const entries = content.entries.flatMap((entry): Block[] => {
    const address = entry.link && addressOf(entry.link)
    return [
      { type: 'paragraph', text: [{ text: entry.title, bold: true }], flush: true, keepWithNext: true },
      ...entry.lines.map((line) => paragraph(line)),
      ...(address ? [paragraph(`${entry.link!.label}: ${address}`)] : []),
    ]
  })
  return [
    { type: 'paragraph', text: [{ text: frame.issuer, bold: true }], flush: true },
    { type: 'paragraph', text: `${frame.place}, ngày ${formatDay(frame.date)}`, align: 'right', flush: true },
    { type: 'paragraph', text: [{ text: `Kính gửi: ${toName}`, bold: true }], flush: true },
    paragraph(`Địa chỉ: ${toAddress}`),
    ...content.opening.map(paragraph),
    ...entries,
    ...content.closing.map(paragraph),
    { type: 'paragraph', text: [{ text: content.sender, bold: true }], align: 'right', flush: true },
  ]
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text, flush: true }
}
