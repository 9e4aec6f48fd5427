import type { z } from 'zod'
import { inputErrors } from '../../../changes/input-errors.ts'
import { RAISE_LIMITS, raiserFields } from '../../../petitions/raise-forms.ts'
import type { InputErrors } from '../../../platform/errors.ts'
import * as f from '../../../platform/form-fields.ts'
import type { PortalRequest } from '../portal-route.ts'
import type { RaiseDraft } from './raise-draft.ts'

export const RAISE = '/gui-kien-nghi'

/** The questions in their order, as they stand in addresses. */
export const STEPS = ['noi-dung', 'anh', 'nguoi-gui', 'ten', 'lien-he', 'chon-them'] as const
export type Step = (typeof STEPS)[number] | 'mot-trang'
export const REVIEW = 'xem-lai'

export function isStep(text: string | undefined): text is Step {
  return text === 'mot-trang' || (STEPS as readonly (string | undefined)[]).includes(text)
}

export function stepAddress(secret: string, step: Step | typeof REVIEW): string {
  return `${RAISE}/${secret}/${step}`
}

/** Where “Continue” leads: the next question, or the overview. */
export function afterStep(step: Step): Step | typeof REVIEW {
  const at = STEPS.indexOf(step as (typeof STEPS)[number])
  return at < 0 ? REVIEW : (STEPS[at + 1] ?? REVIEW)
}

/** Where “Back” leads; null: to the start. */
export function beforeStep(step: Step): Step | null {
  const at = STEPS.indexOf(step as (typeof STEPS)[number])
  return at > 0 ? STEPS[at - 1]! : null
}

/** What each page asks for. */
const FIELDS: Record<Step, readonly (keyof RaiseDraft)[]> = {
  'noi-dung': ['contents'],
  anh: [],
  'nguoi-gui': ['petitionerKind'],
  ten: ['petitionerName', 'representative', 'headcount'],
  'lien-he': ['phone', 'email', 'villageAgencyId'],
  'chon-them': ['confidential', 'consentToPublishName', 'writtenBy', 'interpreterNeeded'],
  'mot-trang': [
    ...(['contents', 'petitionerKind', 'petitionerName', 'representative', 'headcount', 'phone', 'email'] as const),
    ...(['villageAgencyId', 'confidential', 'consentToPublishName', 'writtenBy', 'interpreterNeeded'] as const),
  ],
}

const LONGEST = RAISE_LIMITS.contentLength

function typed(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 4 * LONGEST) : ''
}

/** The draft with what a page brought; the rest stays. Empty contents fall out when others are there. */
export function withPage(draft: RaiseDraft, step: Step, request: PortalRequest): RaiseDraft {
  const { form } = request
  const next: Record<string, unknown> = { ...draft }
  for (const name of FIELDS[step]) {
    if (name !== 'contents') next[name] = typed(form[name])
    else {
      const sent = form['contents']
      const contents = (Array.isArray(sent) ? sent : [sent]).map(typed).filter((one) => one.trim() !== '')
      next['contents'] = contents.slice(0, RAISE_LIMITS.contents)
    }
  }
  return next as unknown as RaiseDraft
}

const content = f.text(LONGEST)
const checks = {
  petitionerKind: raiserFields.petitionerKind,
  petitionerName: raiserFields.petitionerName,
  representative: raiserFields.representative,
  headcount: raiserFields.headcount,
  phone: raiserFields.phone,
  email: raiserFields.email,
} as const

/** What is wrong with a page of the draft, by field, as codes; nothing when it may go on. */
export function errorsOf(draft: RaiseDraft, step: Step): InputErrors {
  const errors: InputErrors = {}
  if (FIELDS[step].includes('contents')) {
    if (draft.contents.length === 0) errors['contents'] = 'required'
    for (const [at, one] of draft.contents.entries())
      if (!content.safeParse(one).success) errors[at === 0 ? 'contents' : `contents-${at}`] = 'contentTooLong'
  }
  for (const name of FIELDS[step]) {
    const check = checks[name as keyof typeof checks] as z.ZodType | undefined
    const parsed = check?.safeParse(draft[name])
    if (parsed && !parsed.success) errors[name] = Object.values(inputErrors(parsed.error))[0] ?? 'notValid'
  }
  const several = draft.petitionerKind === 'organization' || draft.petitionerKind === 'group'
  if (FIELDS[step].includes('representative') && several && draft.representative.trim() === '')
    errors['representative'] = 'required'
  if (FIELDS[step].includes('headcount') && draft.petitionerKind === 'group' && draft.headcount.trim() === '')
    errors['headcount'] = 'required'
  return errors
}

/** The first page of the draft that is not right yet; null: it may be sent. */
export function firstWrong(draft: RaiseDraft): Step | null {
  if (draft.way === 'short') return Object.keys(errorsOf(draft, 'mot-trang')).length > 0 ? 'mot-trang' : null
  return STEPS.find((step) => Object.keys(errorsOf(draft, step)).length > 0) ?? null
}
