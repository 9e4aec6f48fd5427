import { figuresOfLine, NO_PETITIONS } from '../../../reports/oversight-figure.ts'
import {
  type FigurePart,
  listPartOfLines,
  type OversightFigure,
  PART_FIGURES,
} from '../../../reports/oversight-record-store.ts'
import { readOversight } from '../../../reports/oversight-store.ts'
import { readOversightTree, type TreeLine } from '../../../reports/oversight-tree-store.ts'
import { oversightWords } from '../../words/oversight-words.ts'
import { unitFigureWords } from '../../words/unit-figure-words.ts'
import type { Lang } from '../../words/words.ts'
import { type OfficeRequest, queryText } from '../office-route.ts'
import { type AskedOversight, askedOversight, OVERSIGHT, partNames } from './oversight-view.ts'

/** The figures of one authority, each the way to what it counts. */
export const UNIT_FIGURES = `${OVERSIGHT}/so-lieu`
/** What one of them counts. */
export const UNIT_RECORDS = `${OVERSIGHT}/ho-so`

/** The figures in their groups, as the comparison has them. */
const GROUPS = {
  plan: ['planned', 'held', 'targets', 'targetsMet'],
  onTime: [
    ...(['noticesOnTime', 'noticesLate', 'noticesOpen'] as const),
    ...(['conclusionsOnTime', 'conclusionsLate', 'conclusionsOpen'] as const),
    ...(['repliesOnTime', 'repliesLate', 'repliesOpen', 'overdueNow'] as const),
  ],
  petitions: ['received', 'answered', 'openPetitions', 'continued'],
  satisfaction: ['ratings', 'satisfied'],
} as const satisfies Record<string, readonly OversightFigure[]>

export type AskedUnit = AskedOversight & { part: FigurePart | null }

/** Stands in the address for petitions without any field, or without any agency. */
const NO_KEY = '-'
const PARAMS = { area: 'linh-vuc', agency: 'co-quan' } as const

/** The period of the address, and the field or the agency whose petitions alone are asked for. */
export function askedUnit(request: OfficeRequest): AskedUnit {
  const named = (['area', 'agency'] as const).find((part) => queryText(request, PARAMS[part]) !== '')
  const key = named && queryText(request, PARAMS[named])
  const part = named && key ? { part: named, key: key === NO_KEY ? '' : key } : null
  return { ...askedOversight(request), part }
}

/** `?nam=2025&ky=Q3&linh-vuc=land`, as `askedUnit` reads it. */
export function unitQuery({ year, period }: Pick<AskedUnit, 'year' | 'period'>, part: FigurePart | null): string {
  const whole = `?nam=${year}&ky=${period}`
  return part === null ? whole : `${whole}&${PARAMS[part.part]}=${encodeURIComponent(part.key || NO_KEY)}`
}

/** The groups of figures that are told: of a part only those of its petitions. */
export function groupsAsked({ part }: AskedUnit): [group: keyof typeof GROUPS, keys: OversightFigure[]][] {
  const told: readonly OversightFigure[] | null = part === null ? null : PART_FIGURES
  return Object.entries(GROUPS)
    .map(([group, keys]) => [group, keys.filter((key) => told?.includes(key) ?? true)] as const)
    .filter(([, keys]) => keys.length > 0)
    .map(([group, keys]) => [group as keyof typeof GROUPS, keys])
}

/** What a figure is called; of a part a reply is overdue only from the month after. */
export function unitFigureName({ part }: AskedUnit, key: OversightFigure, lang: Lang): string {
  const words = unitFigureWords[lang]
  return part !== null && key === 'repliesOpen' ? words.repliesOpenOfPart : words.figures[key]
}

/** The name of the field or agency asked for; null when everything is. */
export async function partAsked(request: OfficeRequest, { part }: AskedUnit): Promise<string | null> {
  if (part === null) return null
  const words = oversightWords[request.lang]
  if (part.key === '') return part.part === 'area' ? words.noArea : words.noAgency
  return (await partNames(request, part.part)).get(part.key) ?? part.key
}

/** An authority, with all under it where it is not the one whose page this is. */
export interface UnitFigures {
  line: TreeLine
  figures: Partial<Record<OversightFigure, number>>
}

/**
 * The authority whose pages these are by itself, and each directly under it with everybody further down: whoever has
 * records, at work in the period or not.
 */
export async function readUnitFigures(
  { db, authority }: OfficeRequest,
  asked: AskedUnit,
): Promise<{ own: UnitFigures; below: UnitFigures[] }> {
  const tree = await readOversightTree(db, authority.id)
  const everybody = tree.lines.map((line) => ({ ...line, regulated: true, fromDay: asked.from, toDay: null }))
  const [lines, petitions] = await Promise.all([
    asked.part === null ? readOversight(db, { ...tree, lines: everybody }, asked) : [],
    listPartOfLines(db, tree, asked.part, asked),
  ])
  const whole = new Map(lines.map((line) => [line.authorityId, line]))
  const units = tree.lines.map((line): UnitFigures => {
    const of = petitions.get(line.authorityId) ?? NO_PETITIONS
    const all = whole.get(line.authorityId)
    return { line, figures: all ? figuresOfLine(all, of.answered) : of }
  })
  const isOwn = (unit: UnitFigures) => unit.line.authorityId === tree.top
  return { own: units.find(isOwn)!, below: units.filter((unit) => !isOwn(unit)) }
}
