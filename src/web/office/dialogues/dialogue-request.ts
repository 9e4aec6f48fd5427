import type { KnownPermission } from '../../../access/permission-table.ts'
import { type Agency, listAgencies } from '../../../agencies/agency-store.ts'
import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { getDialogue } from '../../../dialogues/dialogue-store.ts'
import type { Day } from '../../../platform/day.ts'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import type { Choice } from '../../kit/select-field.tsx'
import { idParam, type OfficeRequest } from '../office-route.ts'
import type { RefusedForm } from '../submit-form.tsx'

/** A form of the page that was refused: which one, with everything that was typed. */
export interface Refusal extends RefusedForm {
  form: string
}

/** The dialogue in the address; 404 for another authority's. */
export function dialogueOf(request: OfficeRequest): Promise<Dialogue> {
  return getDialogue(request.db, request.authority.id, idParam(request))
}

/** Whether the reader may do it in this authority; what he may not do is not shown. */
export function mayDo(request: OfficeRequest, permission: KnownPermission): boolean {
  return request.actor.may(permission, { authorityId: request.authority.id })
}

/** What a form shows: what was typed when it was refused, else what is stored. */
export function formState(
  refusal: Refusal | null,
  form: string,
  stored: FormValues = {},
): { values: FormValues; errors: FormErrors } {
  return refusal?.form === form
    ? { values: { ...stored, ...refusal.values }, errors: refusal.errors }
    : { values: stored, errors: {} }
}

/** Agencies to choose from: those that exist on the day, by name. */
export async function agencyChoices(request: OfficeRequest, on: Day = request.today): Promise<Choice[]> {
  return toChoices(await listAgencies(request.db, request.authority.id, { on }))
}

export function toChoices(agencies: readonly Pick<Agency, 'id' | 'name'>[]): Choice[] {
  return [...agencies]
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map((agency) => ({ value: String(agency.id), label: agency.name }))
}

/** Choices from a catalogue of words, in the order of the keys. */
export function wordChoices<K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>): Choice[] {
  return keys.map((key) => ({ value: key, label: words[key] }))
}

/** Label of a choice of the regulation in the language read. */
export function choiceLabel(
  choices: readonly { key: string; label: string; labelEn?: string | undefined }[],
  key: string | null,
  lang: 'vi' | 'en',
): string {
  const found = choices.find((choice) => choice.key === key)
  if (!found) return key ?? ''
  return (lang === 'en' ? found.labelEn : undefined) ?? found.label
}

/** The row whose form is opened by `?sua=12`, or that was just refused. */
export function openedRow(request: OfficeRequest, refusal: Refusal | null): number {
  const refused = /^edit-(\d+)$/.exec(refusal?.form ?? '')
  const asked = request.query['sua']
  return Number(refused?.[1] ?? (Array.isArray(asked) ? asked[0] : asked) ?? 0) || 0
}
