import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Tinos has the widths of Times New Roman: what is measured here is as wide in Word. Read from the font's own tables
// (OpenType: head, hhea, hmtx, cmap of formats 4 and 12); read once, in the process that writes papers.

export const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const
export type Face = (typeof FACES)[number]

export function fontFile(face: Face): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)
}

export interface FontMetrics {
  has(codePoint: number): boolean
  /** of the em; 0 for a character the font has not */
  widthOf(codePoint: number): number
}

const known = new Map<Face, FontMetrics>()

export function metricsOf(face: Face): FontMetrics {
  const found = known.get(face) ?? readMetrics(readFileSync(fontFile(face)))
  known.set(face, found)
  return found
}

/** How wide a line of text is, in millimetres. */
export function textWidth(text: string, size: number, bold = false): number {
  const metrics = metricsOf(bold ? '700Bold' : '400Regular')
  let em = 0
  for (const char of text) em += metrics.widthOf(char.codePointAt(0)!)
  return (em * size * 25.4) / 72
}

function readMetrics(font: Buffer): FontMetrics {
  const table = (tag: string): number => {
    for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
      if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
    throw new Error(`font without table ${tag}`)
  }
  const unitsPerEm = font.readUInt16BE(table('head') + 18)
  const metricCount = font.readUInt16BE(table('hhea') + 34)
  const hmtx = table('hmtx')
  const glyphs = readGlyphs(font, table('cmap'))
  return {
    has: (codePoint) => (glyphs.get(codePoint) ?? 0) !== 0,
    widthOf: (codePoint) => {
      const glyph = glyphs.get(codePoint) ?? 0
      return glyph === 0 ? 0 : font.readUInt16BE(hmtx + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm
    },
  }
}

/** Character → glyph of every Unicode subtable. */
function readGlyphs(font: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>()
  const count = font.readUInt16BE(cmap + 2)
  for (let at = 0; at < count; at += 1) {
    const start = cmap + font.readUInt32BE(cmap + 4 + 8 * at + 4)
    const format = font.readUInt16BE(start)
    if (format === 4) readSegments(font, start, glyphs)
    if (format === 12) readGroups(font, start, glyphs)
  }
  return glyphs
}

function readSegments(font: Buffer, start: number, glyphs: Map<number, number>): void {
  const doubled = font.readUInt16BE(start + 6)
  for (let at = 0; at < doubled; at += 2) {
    const last = font.readUInt16BE(start + 14 + at)
    const first = font.readUInt16BE(start + 16 + doubled + at)
    const delta = font.readUInt16BE(start + 16 + 2 * doubled + at)
    const offsetAt = start + 16 + 3 * doubled + at
    const offset = font.readUInt16BE(offsetAt)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const found = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + 2 * (code - first))
      if (found !== 0) glyphs.set(code, (found + delta) & 0xffff)
    }
  }
}

function readGroups(font: Buffer, start: number, glyphs: Map<number, number>): void {
  const groups = font.readUInt32BE(start + 12)
  for (let at = start + 16; at < start + 16 + 12 * groups; at += 12) {
    const first = font.readUInt32BE(at)
    const last = font.readUInt32BE(at + 4)
    for (let code = first; code <= last; code += 1) glyphs.set(code, font.readUInt32BE(at + 8) + code - first)
  }
}
