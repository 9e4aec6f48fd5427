import { z } from 'zod'
import { raisedWhen } from '../petitions/petition.ts'
import * as f from '../platform/form-fields.ts'
import { sheetColumns } from './sheet-column.ts'
import { SHEET_LIMITS } from './sheet-grid.ts'
import { NOTHING_HIDDEN } from './sheet-hidden.ts'

/** A sheet as the program read it: its cells are looked at again when its columns are known. */
export const keepSheetForm = z.object({
  opinionListId: f.optionalId(),
  fileName: f.text(300),
  fileSha256: f.digest(),
  fileSize: z.number().int('notValid').nonnegative('notValid'),
  sheetName: f.optionalText(200),
  /** what of it is hidden in the file; a plain text hides nothing */
  hidden: z
    .object({ rows: z.array(z.int()).max(SHEET_LIMITS.rows), columns: z.array(z.int()).max(SHEET_LIMITS.columns) })
    .default(NOTHING_HIDDEN),
  /** names of hidden sheets of the same file, which were not read */
  sheetsLeft: z.array(z.string().max(200)).max(SHEET_LIMITS.sheets).default([]),
  rows: z.array(z.array(z.string().max(SHEET_LIMITS.cell + 1, 'tooLong'))).max(SHEET_LIMITS.rows, 'tooMany'),
})

const oneColumn = z.preprocess((value) => (value === '' ? null : value), z.enum(sheetColumns, 'notInList').nullable())

export const checkSheetForm = z.object({
  id: f.id(),
  version: f.version(),
  columns: z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
    z.array(oneColumn).max(SHEET_LIMITS.columns, 'tooMany'),
  ),
  headRow: f.count(0, SHEET_LIMITS.rows),
  dialogueId: f.optionalId(),
  receivedOn: f.day(),
  channel: f.key(),
  raised: f.oneOf(raisedWhen),
  villageAgencyId: f.optionalId(),
  forwardedByAgencyId: f.optionalId(),
})

const choicesInDoubt = {
  several: f.oneOf(['split', 'keep']),
  repeats: f.oneOf(['skip', 'take']),
  refused: f.oneOf(['wait', 'leave']),
  hidden: f.oneOf(['take', 'skip']),
}

export const chooseRowsForm = z.object({ id: f.id(), version: f.version(), ...choicesInDoubt })

export const editRowForm = z.object({
  id: f.id(),
  rowNumber: f.id(),
  decision: f.optionalOneOf(['take', 'skip']),
  split: f.optionalOneOf(['split', 'keep']),
  cells: z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
    z.array(f.optionalText(SHEET_LIMITS.cell)).max(SHEET_LIMITS.columns, 'tooMany'),
  ),
})

export const batchForm = z.object({ id: f.id(), version: f.version() })

export const takeSheetForm = z.object({ id: f.id() })

export const undoSheetForm = z.object({ id: f.id(), version: f.version(), reason: f.text(1000) })
