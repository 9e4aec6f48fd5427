import type { Regulation } from './regulation.ts'
import type { Finding } from './regulation-finding.ts'

/** No list may hold two entries of the same key; deadlines and reports share one space of keys. */
export function checkUniqueKeys(regulation: Regulation): Finding[] {
  const found: Finding[] = []
  walk(regulation, [], found)
  regulation.reports.forEach((report, at) => {
    if (regulation.deadlines.some((rule) => rule.key === report.key))
      found.push({ path: ['reports', at, 'key'], problem: `khóa “${report.key}” đã dùng cho một thời hạn` })
  })
  return found
}

function walk(value: unknown, path: PropertyKey[], found: Finding[]): void {
  if (Array.isArray(value)) {
    const seen = new Set<unknown>()
    value.forEach((entry: unknown, at) => {
      const name = entryName(entry)
      if (name !== null && seen.has(name.value))
        found.push({ path: [...path, at, ...name.path], problem: `“${name.value}” đã có ở trên, không được lặp lại` })
      if (name !== null) seen.add(name.value)
      walk(entry, [...path, at], found)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, inner] of Object.entries(value)) walk(inner, [...path, field], found)
  }
}

function entryName(entry: unknown): { value: string; path: PropertyKey[] } | null {
  if (typeof entry === 'string' || typeof entry === 'number') return { value: String(entry), path: [] }
  if (typeof entry !== 'object' || entry === null) return null
  for (const field of ['key', 'act'] as const)
    if (field in entry) return { value: String((entry as Record<string, unknown>)[field]), path: [field] }
  return null
}
