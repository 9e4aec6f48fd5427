import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { compareRegulations } from './compare-regulations.ts'
import { writePath } from './field-labels.ts'
import { loadRegulationFiles } from './load-regulation-files.ts'
import { readRegulation, readRegulationValue } from './read-regulation.ts'
import { type Regulation, regulationRef } from './regulation.ts'
import { serializeRegulation } from './serialize-regulation.ts'

/** The fields an author may leave out; every other one must be missed by name when it is gone. */
const OPTIONAL = new Set([
  'note',
  'labelEn',
  'quarters',
  'votersPercent',
  'appliesToKinds',
  'opensSpeaking',
  'opensSurvey',
  'extension',
  'complex',
  'instrument',
  'needsEvery',
  'purpose',
])

let all: Regulation[]

beforeAll(async () => {
  all = await loadRegulationFiles()
})

function* fieldsOf(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(name) : name]
    if (!Array.isArray(value)) yield at
    yield* fieldsOf(inner, at)
  }
}

/** One path for every kind of place: of the entries of a list the last one that has the field. */
function onePerPlace(value: unknown): (string | number)[][] {
  const places = new Map<string, (string | number)[]>()
  for (const path of fieldsOf(value)) places.set(writePath(path).replace(/\[\d+\]/g, '[]'), path)
  return [...places.values()]
}

function without(value: unknown, path: (string | number)[]): unknown {
  const copy = structuredClone(value)
  let holder = copy as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>
  delete holder[path.at(-1)!]
  return copy
}

/** A role is optional where a paper's recipient is no agency of the regulation, and required elsewhere. */
function mayBeLeftOut(path: (string | number)[]): boolean {
  const name = String(path.at(-1))
  if (name === 'role') return path[0] === 'recipients'
  return OPTIONAL.has(name) && path[0] !== 'reading'
}

describe('every regulation that comes with the program', () => {
  test('reads back equal from its own export, as YAML and as JSON', () => {
    for (const regulation of all) {
      const text = serializeRegulation(regulation)
      expect(readRegulation(text, 'x.yaml').regulation, regulationRef(regulation)).toEqual(regulation)
      expect(serializeRegulation(readRegulation(text, 'x.yaml').regulation!)).toBe(text)
      expect(readRegulation(JSON.stringify(regulation), 'x.json').regulation).toEqual(regulation)
    }
  })

  test('misses any required field by its path', () => {
    const tried = new Set<string>()
    for (const regulation of all) {
      for (const path of onePerPlace(regulation)) {
        const { problems } = readRegulationValue(without(regulation, path), 'x.yaml')
        const written = writePath(path)
        if (mayBeLeftOut(path)) continue
        tried.add(written.replace(/\[\d+\]/g, '[]'))
        expect(
          problems.some((one) => one.path === written),
          `${regulationRef(regulation)} ${written}`,
        ).toBe(true)
      }
    }
    expect(tried.size).toBeGreaterThan(180)
  }, 120_000)

  test('answers anything put in place of a field, and never throws', () => {
    const regulation = all[0]!
    const paths = [...fieldsOf(regulation)]
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const copy = structuredClone(regulation)
        let holder = copy as unknown as Record<string | number, unknown>
        for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>
        holder[path.at(-1)!] = value
        const { regulation: read, problems } = readRegulationValue(copy, 'x.yaml')
        expect(read === null).toBe(problems.length > 0)
        for (const { path: where, problem } of problems) expect(`${where} ${problem}`).not.toMatch(/undefined|\[object/)
      }),
      { seed: 20250806, numRuns: 400 },
    )
  })

  test('shows a changed field as exactly one difference with its path', () => {
    for (const regulation of all) {
      const changed = structuredClone(regulation)
      changed.name = `${changed.name} (sửa)`
      expect(compareRegulations(regulation, changed).map((one) => [one.path, one.change])).toEqual([
        ['name', 'changed'],
      ])
      expect(compareRegulations(regulation, structuredClone(regulation))).toEqual([])
    }
  })
})
