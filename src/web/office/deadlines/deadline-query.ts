import { readId } from '../../../platform/form-fields.ts'
import {
  DEADLINE_SORTS,
  type DeadlineSort,
  type DeadlineWanted,
  WHEN,
  WHOSE,
  type When,
  type Whose,
  workDays,
} from '../../../reports/deadline-filter.ts'
import type { DeadlineViewer } from '../../../reports/deadline-viewer.ts'
import { type OfficeRequest, queryText } from '../office-route.ts'

const KINDS = [
  'dialogue',
  'petition',
  'conclusionItem',
  'planTask',
  'dialogueTask',
  'report',
  'supervisionAct',
] as const

export interface DeadlineQuery {
  filter: DeadlineWanted
  sort: DeadlineSort
  direction: 'asc' | 'desc'
  page: number
}

function oneOf<T extends string>(list: readonly T[], text: string, otherwise: T): T {
  return (list as readonly string[]).includes(text) ? (text as T) : otherwise
}

const idOf = (text: string): number | undefined => readId(text) || undefined

/** What the address of the list asks for; anything unknown is the default. Agencies begin with their own. */
export function readDeadlineQuery(request: OfficeRequest, viewer: DeadlineViewer): DeadlineQuery {
  const when = oneOf<When>(WHEN, queryText(request, 'when'), 'open')
  const kind = queryText(request, 'kind')
  return {
    filter: {
      whose: oneOf<Whose>(WHOSE, queryText(request, 'whose'), viewer.wide ? 'authority' : 'agency'),
      when,
      agencyId: idOf(queryText(request, 'agency')),
      dialogueId: idOf(queryText(request, 'dialogue')),
      subjectKind: (KINDS as readonly string[]).includes(kind) ? kind : undefined,
      days: workDays(request.today),
    },
    sort: oneOf<DeadlineSort>(DEADLINE_SORTS, queryText(request, 'sort'), when === 'met' ? 'met' : 'due'),
    direction: oneOf(['asc', 'desc'] as const, queryText(request, 'dir'), when === 'met' ? 'desc' : 'asc'),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1)),
  }
}

export const DEADLINE_KINDS = KINDS
