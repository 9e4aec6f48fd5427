import type { AccessScope } from '../changes/actor.ts'
import type { RaisedWhen } from '../petitions/petition.ts'
import type { Day } from '../platform/day.ts'
import type { SheetColumn } from './sheet-column.ts'
import type { HiddenParts } from './sheet-hidden.ts'

const batchStates = ['read', 'checked', 'queued', 'taken', 'undone', 'dropped'] as const
type BatchState = (typeof batchStates)[number]

/** What the program found in the file: where its head stands, and in which letters it was written. */
export interface BatchHead {
  /** row numbers as the spreadsheet counts; 0: there is no head */
  firstRow: number
  lastRow: number
  labels: string[]
  letters: 'unicode' | 'tcvn3'
  /** rows and columns that are hidden in the file; unknown of sheets kept before it was looked for */
  hidden?: HiddenParts
  sheetsLeft?: string[]
}

/** What holds for every row that does not say otherwise, and what becomes of rows in doubt. */
export interface BatchChoices {
  dialogueId: number | null
  receivedOn: Day
  channel: string
  raised: RaisedWhen
  villageAgencyId: number | null
  forwardedByAgencyId: number | null
  /** cells with several contents */
  several: 'split' | 'keep'
  /** rows that say what is recorded already */
  repeats: 'skip' | 'take'
  /** rows that cannot be taken: the whole sheet waits for them, or they are left out */
  refused: 'wait' | 'leave'
  /** rows that are hidden in the file; unset where it was not asked yet: taken as any other */
  hidden?: 'take' | 'skip'
}

export interface ImportBatch {
  authorityId: number
  id: number
  agencyId: number | null
  opinionListId: number | null
  fileName: string
  fileSha256: string
  fileSize: number
  sheetName: string
  head: BatchHead
  columns: (SheetColumn | null)[]
  choices: Partial<BatchChoices>
  rowCount: number
  state: BatchState
  failure: string | null
  petitionCount: number | null
  enteredBy: number | null
  queuedRole: string | null
  queuedAgencyId: number | null
  queuedBy: number | null
  queuedAt: Date | null
  takenAt: Date | null
  undoneBy: number | null
  undoneAt: Date | null
  undoneReason: string | null
  version: number
  createdAt: Date
}

export interface ImportRow {
  rowNumber: number
  cells: string[] | null
  decision: 'take' | 'skip' | null
  split: boolean | null
  outcome: 'taken' | 'left' | 'noRow' | null
  submissionId: number | null
}

/** A sheet is open to whoever works for the agency that entered it, and to those who receive for the whole authority. */
export function batchScope(batch: Pick<ImportBatch, 'authorityId' | 'agencyId'>): AccessScope {
  return {
    authorityId: batch.authorityId,
    agencyIds: batch.agencyId === null ? [] : [batch.agencyId],
    seenBy: 'list:import',
  }
}

/** While nothing was taken its columns and rows may be chosen. */
export function isOpenBatch({ state }: Pick<ImportBatch, 'state'>): boolean {
  return state === 'read' || state === 'checked'
}

export function isCheckedChoices(choices: Partial<BatchChoices>): choices is BatchChoices {
  return choices.channel !== undefined && choices.receivedOn !== undefined && choices.several !== undefined
}
