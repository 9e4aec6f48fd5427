// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const MAX_LENGTH = 120

/** The name a file was sent with, to tell it from others in a sentence: no path, nothing invisible, at most 60 signs. */
export function shownFileName(name: string): string {
  const last = name.replace(UNSAFE, '').normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  return Array.from(last).slice(0, 60).join('').trim()
}

/**
 * The name under which an upload is shown and handed out: no path, no control or direction-changing characters, no
 * leading dots, NFC, at most 120 characters, and the ending that belongs to its content.
 */
export function safeFileName(name: string, extension: string): string {
  const last = name.replace(UNSAFE, '').normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[^.\s]{1,8}$/, '')
    .replace(/[<>:"|?*;%]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
  const kept = Array.from(stem)
    .slice(0, MAX_LENGTH - extension.length - 1)
    .join('')
    .trimEnd()
  return `${kept || 'tep-dinh-kem'}.${extension}`
}
