import { escapeHtml } from '../platform/html-text.ts'
import type { MailContent, MailLink } from './outbox-message.ts'

/** The address of a link, or null where it cannot be made (the installation has no public address). */
export type AddressOf = (link: MailLink) => string | null

/** The message as plain text; lines are not broken, so that every reader wraps them to its own width. */
export function mailText(content: MailContent, addressOf: AddressOf): string {
  const parts: string[] = [content.greeting, ...content.opening]
  for (const entry of content.entries) {
    const address = entry.link && addressOf(entry.link)
    const lines = [entry.title, ...entry.lines, ...(address ? [`${entry.link!.label}: ${address}`] : [])]
    parts.push(lines.filter((line) => line !== '').join('\n'))
  }
  parts.push(...content.closing, content.sender)
  const settings = content.footerLink && addressOf(content.footerLink)
  const footer = [...content.footer, ...(settings ? [`${content.footerLink!.label}: ${settings}`] : [])]
  if (footer.length > 0) parts.push(`--\n${footer.join('\n')}`)
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** The message as simple HTML: no image, no script, nothing from elsewhere; what a person typed is text. */
export function mailHtml(subject: string, content: MailContent, addressOf: AddressOf): string {
  const paragraph = (text: string) => `<p style="margin:0 0 1em">${escapeHtml(text).replace(/\n/g, '<br>')}</p>`
  const link = (one: MailLink | null) => {
    const address = one && addressOf(one)
    return address ? `<p style="margin:.4em 0 0"><a href="${escapeHtml(address)}">${escapeHtml(one.label)}</a></p>` : ''
  }
  const entries = content.entries.map((entry) => {
    const title = entry.title ? `<p style="margin:0"><strong>${escapeHtml(entry.title)}</strong></p>` : ''
    const lines = entry.lines.map((line) => `<p style="margin:.2em 0 0">${escapeHtml(line)}</p>`).join('')
    return `<div style="margin:0 0 1em;padding:.8em 1em;border-left:4px solid #1d5fa8;background:#f3f6fa">${title}${lines}${link(entry.link)}</div>`
  })
  const body = [
    paragraph(content.greeting),
    ...content.opening.map(paragraph),
    ...entries,
    ...content.closing.map(paragraph),
    paragraph(content.sender),
  ]
  const footer = content.footer.map((line) => `<p style="margin:0 0 .4em">${escapeHtml(line)}</p>`).join('')
  const small = footer || content.footerLink ? `<hr>${footer}${link(content.footerLink)}` : ''
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font:16px/1.5 'Be Vietnam Pro',Arial,sans-serif;color:#1b2430;max-width:38em;margin:0 auto;padding:1em">${body.join('')}<div style="font-size:14px;color:#4a5666">${small}</div></body></html>`
}

/** What fits into a text message: the short wording and the first link. */
export function shortText(content: MailContent, addressOf: AddressOf): string {
  const link = content.entries.find((entry) => entry.link !== null)?.link
  const address = link ? addressOf(link) : null
  return address ? `${content.short} ${address}` : content.short
}
