import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { InputRejected } from '../platform/errors.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { findRegulationOfDialogue } from './petition-dialogue-store.ts'

export type PetitionFields = NonNullable<Regulation['petitionFields']>

/** The lists a petition is classified by: those of its dialogue's regulation, outside a dialogue the authority's. */
export async function findPetitionFields(
  db: Db,
  authorityId: number,
  dialogueId: number | null,
  on: Day,
): Promise<PetitionFields | null> {
  if (dialogueId !== null) {
    const stored = await findRegulationOfDialogue(db, authorityId, dialogueId)
    if (stored) return withTelephone(stored.regulation.petitionFields)
  }
  return withTelephone((await regulationOfAuthority(db, authorityId, on))?.regulation.petitionFields)
}

/** A way in that every authority has. */
export const TELEPHONE = { key: 'telephone', label: 'Điện thoại', labelEn: 'Telephone', indirect: true }

/** People call, whether a regulation thought of it or not: its list of ways in has the telephone beside text messages. */
function withTelephone(fields: PetitionFields | null | undefined): PetitionFields | null {
  if (!fields) return null
  const { channels } = fields
  if (channels.some((channel) => channel.key === TELEPHONE.key)) return fields
  const at = channels.findIndex((channel) => channel.key === 'textMessage') + 1 || channels.length
  return { ...fields, channels: [...channels.slice(0, at), TELEPHONE, ...channels.slice(at)] }
}

type ListName = 'subjectAreas' | 'audiences' | 'urgencies' | 'channels' | 'spheres'

/** Refuses keys that are not in the regulation's lists, beside their fields. Without a regulation any key is taken. */
export function requireKnownKeys(
  fields: PetitionFields | null,
  chosen: readonly { field: string; list: ListName; key: string | null }[],
): void {
  if (!fields) return
  const wrong = chosen.filter(({ list, key }) => key !== null && !fields[list].some((choice) => choice.key === key))
  if (wrong.length > 0) throw new InputRejected(Object.fromEntries(wrong.map(({ field }) => [field, 'notInList'])))
}
