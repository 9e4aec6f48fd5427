import type { Day } from '../platform/day.ts'
import type { Branch, Layout } from './layout-profile.ts'

/** What decides how a paper looks. */
export interface LayoutQuestion {
  /** the branch of the agency that issues it */
  issuerBranch: Branch
  /** the branch of who chaired (of both: the Party's); null where nobody chaired */
  chairBranch: Branch | null
  /** the kind of paper (`PAPER_KINDS`) */
  kind: string
  /** the day of issue; a draft is asked with today */
  issuedOn: Day
}

/** Papers in which the chair speaks: their branch is the chair's, whichever office writes them. */
const CHAIR_SPEAKS = new Set(['conclusionNotice'])

/** The branch under whose rules a paper is written. A chair of the Front does not turn an office's paper into its own. */
export function paperBranch(question: Pick<LayoutQuestion, 'issuerBranch' | 'chairBranch' | 'kind'>): Branch {
  const { issuerBranch, chairBranch, kind } = question
  if (issuerBranch === 'front' || chairBranch === 'front') return issuerBranch
  return CHAIR_SPEAKS.has(kind) ? (chairBranch ?? issuerBranch) : issuerBranch
}

/**
 * The layout of a paper: that of its branch in force on the day of issue; for a day before the oldest known one, the
 * oldest. Throws RangeError when the branch has none.
 */
export function chooseLayout(layouts: readonly Layout[], question: LayoutQuestion): Layout {
  const branch = paperBranch(question)
  const known = layouts.filter((one) => one.branch === branch).sort((a, b) => (a.from < b.from ? 1 : -1))
  const found = known.find((one) => one.from <= question.issuedOn) ?? known.at(-1)
  if (!found) throw new RangeError(`no layout for the branch ${branch}`)
  return found
}

/** A layout by its id; throws RangeError when there is none. */
export function layoutById(layouts: readonly Layout[], id: string): Layout {
  const found = layouts.find((one) => one.id === id)
  if (!found) throw new RangeError(`no layout ${id}`)
  return found
}
