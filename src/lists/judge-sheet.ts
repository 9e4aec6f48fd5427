import { listVillages } from '../agencies/agency-store.ts'
import { getAuthority } from '../agencies/authority-store.ts'
import type { Actor } from '../changes/actor.ts'
import { findPetitionFields } from '../petitions/petition-fields.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { BatchChoices, ImportBatch } from './import-batch.ts'
import { listKnownPetitions, listRows } from './import-store.ts'
import { type JudgedSheet, judgeRows } from './sheet-fate.ts'
import type { KnownPetition } from './sheet-likeness.ts'
import { readRows, type SheetLists } from './sheet-opinion.ts'

export interface JudgedBatch extends JudgedSheet {
  known: readonly KnownPetition[]
}

/**
 * Reads every row of a checked sheet by its columns and choices, as it would be taken now: by the lists of the
 * regulation, the villages, and the petitions of the same people that the actor may know of.
 */
export async function judgeSheet(
  db: Db,
  actor: Actor,
  batch: ImportBatch & { choices: BatchChoices },
  today: Day,
): Promise<JudgedBatch> {
  const { authorityId, choices, columns, head } = batch
  const [stored, lists] = await Promise.all([listRows(db, authorityId, batch.id), loadLists(db, batch, today)])
  const raw = stored
    .filter((row) => row.cells !== null && row.rowNumber > head.lastRow)
    .map((row) => ({ row: row.rowNumber, cells: row.cells! }))
  const read = readRows(raw, columns, lists)
  const visibility = visibilityOf(actor, authorityId)
  const names = read.opinions.map((opinion) => opinion.petitioner.name)
  const known = visibility ? await listKnownPetitions(db, visibility, names) : []
  const hidden = new Set(head.hidden?.rows)
  const kept = new Map(stored.map((row) => [row.rowNumber, { ...row, isHidden: hidden.has(row.rowNumber) }]))
  return { ...judgeRows(read, known, kept, choices), known }
}

async function loadLists(
  db: Db,
  { authorityId, choices }: ImportBatch & { choices: BatchChoices },
  today: Day,
): Promise<SheetLists> {
  const [authority, fields, villages] = await Promise.all([
    getAuthority(db, authorityId),
    findPetitionFields(db, authorityId, choices.dialogueId, today),
    listVillages(db, authorityId),
  ])
  return {
    subjectAreas: fields?.subjectAreas ?? [],
    channels: fields?.channels ?? [],
    villages,
    fromDay: authority.fromDay,
    today,
    defaults: choices,
  }
}
