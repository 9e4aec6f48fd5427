import type { BatchChoices, ImportRow } from './import-batch.ts'
import { findRepeats, type KnownPetition, type Repeat } from './sheet-likeness.ts'
import type { NoOpinion, SheetOpinion } from './sheet-opinion.ts'

/** What will become of a row when the sheet is taken. */
export type RowFate = 'take' | 'refused' | 'left' | 'repeat' | 'skipped' | 'hidden'

export interface JudgedRow {
  opinion: SheetOpinion
  repeat: Repeat | null
  /** chosen for this row alone */
  decision: 'take' | 'skip' | null
  fate: RowFate
  /** the contents it becomes */
  contents: string[]
  /** whether it is split though the sheet is not, or the other way round */
  split: boolean | null
  /** hidden in the file */
  isHidden: boolean
}

export interface JudgedSheet {
  rows: JudgedRow[]
  others: { row: number; why: NoOpinion; text: string }[]
  counts: Record<RowFate, number> & {
    petitions: number
    several: number
    repeats: number
    problems: number
    inHiding: number
  }
}

/** Says of every row what becomes of it by the choices made and what the same people said before, and counts them. */
export function judgeRows(
  read: { opinions: readonly SheetOpinion[]; others: JudgedSheet['others'] },
  known: readonly KnownPetition[],
  stored: ReadonlyMap<number, Pick<ImportRow, 'decision' | 'split'> & { isHidden: boolean }>,
  choices: Pick<BatchChoices, 'several' | 'repeats' | 'refused' | 'hidden'>,
): JudgedSheet {
  const alone = read.opinions.map((opinion) => {
    const { decision = null, split = null, isHidden = false } = stored.get(opinion.row) ?? {}
    return { opinion, decision, split, isHidden }
  })
  // a row that is left out is not what another one repeats: what both say would be lost
  const standing = alone.filter((row) => !LEFT_OUT.has(fateOf({ ...row, repeat: null }, choices)))
  const repeats = findRepeats(
    standing.map((row) => row.opinion),
    known,
  )
  const rows = alone.map((row): JudgedRow => {
    const { opinion, split } = row
    const repeat = repeats.get(opinion.row) ?? null
    const isSplit = split ?? choices.several === 'split'
    const fate = fateOf({ ...row, repeat }, choices)
    return { ...row, repeat, fate, contents: isSplit ? opinion.parts : [opinion.content] }
  })
  const count = (fate: RowFate) => rows.filter((row) => row.fate === fate).length
  return {
    rows,
    others: read.others,
    counts: {
      take: count('take'),
      refused: count('refused'),
      left: count('left'),
      repeat: count('repeat'),
      skipped: count('skipped'),
      hidden: count('hidden'),
      petitions: rows.reduce((sum, row) => sum + (row.fate === 'take' ? row.contents.length : 0), 0),
      several: rows.filter((row) => row.opinion.parts.length > 1).length,
      repeats: rows.filter((row) => row.repeat !== null).length,
      problems: rows.filter((row) => row.opinion.problems.length > 0).length,
      inHiding: rows.filter((row) => row.isHidden).length,
    },
  }
}

const LEFT_OUT: ReadonlySet<RowFate> = new Set(['left', 'skipped', 'hidden'])

function fateOf(
  { opinion, repeat, decision, isHidden }: Pick<JudgedRow, 'opinion' | 'repeat' | 'decision' | 'isHidden'>,
  choices: Pick<BatchChoices, 'repeats' | 'refused' | 'hidden'>,
): RowFate {
  if (decision === 'skip') return 'skipped'
  if (isHidden && decision !== 'take' && choices.hidden === 'skip') return 'hidden'
  if (opinion.problems.length > 0) return choices.refused === 'leave' ? 'left' : 'refused'
  if (repeat !== null && decision !== 'take' && choices.repeats === 'skip') return 'repeat'
  return 'take'
}
