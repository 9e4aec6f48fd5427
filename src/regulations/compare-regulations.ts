import { isDeepStrictEqual } from 'node:util'
import { fieldLabel } from './field-labels.ts'
import type { Regulation } from './regulation.ts'

/** One place where two regulations differ; `undefined` where one of them has nothing. */
export interface RegulationDifference {
  /** `deadlines[conclusionNotice].amount`: entries of lists by their key, others by their place. */
  path: string
  /** `Thời hạn › Ban hành và gửi thông báo kết luận › số ngày`. */
  label: string
  change: 'added' | 'removed' | 'changed'
  before: unknown
  after: unknown
}

/** What differs from `before` to `after`, field by field, in the order of the fields; empty when they are equal. */
export function compareRegulations(before: Regulation, after: Regulation): RegulationDifference[] {
  const found: RegulationDifference[] = []
  compare(before, after, '', [], found)
  return found
}

function compare(before: unknown, after: unknown, path: string, names: string[], found: RegulationDifference[]): void {
  if (isDeepStrictEqual(before, after)) return
  if (isRecord(before) && isRecord(after)) {
    for (const field of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(before[field], after[field], path ? `${path}.${field}` : field, [...names, fieldLabel(field)], found)
  } else if (isKeyedList(before) && isKeyedList(after)) compareLists(before, after, path, names, found)
  else {
    const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    found.push({ path, label: names.join(' › '), change, before, after })
  }
}

/** Entries are matched by key, so that one put in at the top is one difference and not a dozen. */
function compareLists(
  before: Keyed[],
  after: Keyed[],
  path: string,
  names: string[],
  found: RegulationDifference[],
): void {
  const keys = new Set([...before, ...after].map(keyOf))
  for (const key of keys) {
    const [was, is] = [before, after].map((list) => list.find((entry) => keyOf(entry) === key))
    compare(was, is, `${path}[${key}]`, [...names, nameOf(is ?? was)], found)
  }
  const order = (list: Keyed[]) =>
    list.map(keyOf).filter((key) => [before, after].every((l) => l.some((e) => keyOf(e) === key)))
  if (!isDeepStrictEqual(order(before), order(after)))
    found.push({
      path,
      label: [...names, 'thứ tự'].join(' › '),
      change: 'changed',
      before: order(before),
      after: order(after),
    })
}

type Keyed = Record<string, unknown>

const KEY_FIELDS = ['key', 'act', 'number', 'period', 'role'] as const

function keyOf(entry: Keyed): string {
  return String(KEY_FIELDS.map((field) => entry[field]).find((value) => typeof value === 'string'))
}

function nameOf(entry: Keyed | undefined): string {
  return typeof entry?.['label'] === 'string' ? entry['label'] : entry ? keyOf(entry) : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isKeyedList(value: unknown): value is Keyed[] {
  if (!Array.isArray(value) || !value.every(isRecord)) return false
  const keys = value.map(keyOf)
  return !keys.includes('undefined') && new Set(keys).size === keys.length
}
