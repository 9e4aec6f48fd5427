import { listAgencies } from '../../../agencies/agency-store.ts'
import type { Petition } from '../../../petitions/petition.ts'
import { listDialogueChoices } from '../../../petitions/petition-dialogue-store.ts'
import { findPetitionFields, type PetitionFields, TELEPHONE } from '../../../petitions/petition-fields.ts'
import { listActingAccounts } from '../../../petitions/petition-reader-store.ts'
import { formatDay } from '../../../platform/day.ts'
import type { Choice } from '../../kit/select-field.tsx'
import { intakeWords } from '../../words/intake-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'

interface Labelled {
  key: string
  label: string
  labelEn?: string | undefined
}

/** Labels of the regulation's lists in the reader's language; a key that is in no list says itself. */
export function labelOf(list: readonly Labelled[] | undefined, key: string | null, lang: Lang): string {
  if (key === null) return ''
  const found = list?.find((one) => one.key === key)
  if (!found) return key
  return lang === 'en' ? (found.labelEn ?? found.label) : found.label
}

/** By which way something came: the regulation's list, and what may stand in none: the telephone, the Portal. */
export function channelsOf(list: readonly Labelled[] | undefined): Labelled[] {
  const portal = { key: 'portal', label: intakeWords.vi.portal, labelEn: intakeWords.en.portal }
  const named = (list ?? []).filter((one) => one.key !== portal.key)
  const telephone = named.some((one) => one.key === TELEPHONE.key) ? [] : [TELEPHONE]
  return [...named, ...telephone, portal]
}

export function choicesOf(list: readonly Labelled[] | undefined, lang: Lang): Choice[] {
  return (list ?? []).map((one) => ({ value: one.key, label: labelOf(list, one.key, lang) }))
}

/** `{ a: 'A' }` as choices, in its order. */
export function choicesFrom(labels: Readonly<Record<string, string>>, keys = Object.keys(labels)): Choice[] {
  return keys.map((value) => ({ value, label: labels[value] ?? value }))
}

/** What lists of petitions are filtered by. */
export interface ListChoices {
  fields: PetitionFields | null
  agencies: Choice[]
  /** those of the authority itself: who can lead and support */
  ownAgencies: Choice[]
  villages: Choice[]
  dialogues: Choice[]
}

/** Everything the forms of petitions choose from. */
export interface PetitionChoices extends ListChoices {
  accounts: Choice[]
}

export async function loadChoices(
  request: OfficeRequest,
  petition: Pick<Petition, 'dialogueId' | 'receivedOn'> | null,
  dialogueId: number | null = null,
): Promise<PetitionChoices> {
  const { db, authority, today } = request
  const [lists, accounts] = await Promise.all([
    loadListChoices(request, petition, dialogueId),
    listActingAccounts(db, authority.id, today),
  ])
  const seen = new Set<number>()
  const once = accounts.filter((account) => !seen.has(account.id) && seen.add(account.id))
  return {
    ...lists,
    accounts: once.map((account) => ({ value: String(account.id), label: account.displayName })),
  }
}

export async function loadListChoices(
  request: OfficeRequest,
  petition: Pick<Petition, 'dialogueId' | 'receivedOn'> | null,
  dialogueId: number | null = null,
): Promise<ListChoices> {
  const { db, authority, today } = request
  const day = petition?.receivedOn ?? today
  const [own, agencies, dialogues] = await Promise.all([
    findPetitionFields(db, authority.id, petition ? petition.dialogueId : dialogueId, day),
    listAgencies(db, authority.id, { on: today }),
    listDialogueChoices(db, authority.id),
  ])
  // a former authority works under no regulation today: the lists of its latest dialogue speak
  const fields = own ?? (dialogues[0] ? await findPetitionFields(db, authority.id, dialogues[0].id, day) : null)
  const asChoice = (agency: { id: number; name: string }) => ({ value: String(agency.id), label: agency.name })
  const villages = agencies.filter((agency) => agency.level === 'village')
  const others = agencies.filter((agency) => agency.level !== 'village')
  return {
    fields,
    agencies: [...others, ...villages].map(asChoice),
    ownAgencies: others.map(asChoice),
    villages: villages.map(asChoice),
    dialogues: dialogues.map((dialogue) => ({
      value: String(dialogue.id),
      label: dialogue.heldOn ? `${dialogue.title} (${formatDay(dialogue.heldOn)})` : dialogue.title,
    })),
  }
}
