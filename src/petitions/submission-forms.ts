import { z } from 'zod'
import * as f from '../platform/form-fields.ts'
import { type PetitionKind, petitionerKinds, petitionKinds, raisedWhen } from './petition.ts'

const LONGEST_TEXT = 20_000
const MOST_CONTENTS = 40

/** Repeated fields of one name; one alone arrives as a single value. Empty ones keep their place. */
function repeated<T extends z.ZodType>(one: T) {
  return z.preprocess(
    (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
    z.array(one).max(MOST_CONTENTS, 'tooMany'),
  )
}

const petitionerFields = {
  petitionerKind: f.oneOf(petitionerKinds),
  petitionerName: f.optionalText(200),
  representative: f.optionalText(200),
  headcount: f.optionalCount(1, 100_000),
  phone: f.optionalText(40),
  email: f.optionalText(200),
  address: f.optionalText(500),
  villageAgencyId: f.optionalId(),
}

/** The contents of a submission, row by row; rows without words are left out. */
const contentFields = {
  contents: repeated(f.optionalText(LONGEST_TEXT)),
  kinds: repeated(f.optionalOneOf(petitionKinds)),
  subjectAreas: repeated(f.optionalKey()),
}

export const receiveSubmissionForm = z
  .object({
    dialogueId: f.optionalId(),
    receivedOn: f.day(),
    channel: f.key(),
    raised: f.oneOf(raisedWhen),
    petitionerId: f.optionalId(),
    ...petitionerFields,
    text: f.text(LONGEST_TEXT),
    ...contentFields,
    consentToPublishName: f.checkbox(),
    confidential: f.checkbox(),
    readerIds: f.ids(),
    confidentialReason: f.optionalText(1000),
    writtenBy: f.optionalText(200),
    interpreterNeeded: f.optionalText(200),
    forwardedByAgencyId: f.optionalId(),
    accusedAgencyId: f.optionalId(),
    accusedAccountId: f.optionalId(),
  })
  .refine((form) => form.petitionerId !== null || form.petitionerKind === 'unnamed' || form.petitionerName !== '', {
    path: ['petitionerName'],
    message: 'required',
  })
  .refine((form) => !form.confidential || form.confidentialReason !== '', {
    path: ['confidentialReason'],
    message: 'reasonRequired',
  })

export type ReceiveSubmissionInput = z.output<typeof receiveSubmissionForm>

export const addPetitionsForm = z
  .object({ id: f.id(), ...contentFields })
  .refine((form) => form.contents.some((content) => content !== ''), { path: ['contents'], message: 'required' })

export interface ContentRow {
  content: string
  kind: PetitionKind
  subjectArea: string | null
}

/** Joins the parallel fields of the form into rows. Nothing split: the whole text is the one content. */
export function contentRows(
  form: Pick<ReceiveSubmissionInput, 'contents' | 'kinds' | 'subjectAreas'>,
  wholeText = '',
): ContentRow[] {
  const rows = form.contents
    .map((content, at) => ({
      content,
      kind: form.kinds[at] ?? ('request' as const),
      subjectArea: form.subjectAreas[at] ?? null,
    }))
    .filter((row) => row.content !== '')
  if (rows.length > 0 || wholeText === '') return rows
  return [{ content: wholeText, kind: form.kinds[0] ?? 'request', subjectArea: form.subjectAreas[0] ?? null }]
}

export const editPetitionerForm = z.object({
  id: f.id(),
  version: f.version(),
  name: f.optionalText(200),
  representative: f.optionalText(200),
  headcount: f.optionalCount(1, 100_000),
  phone: f.optionalText(40),
  email: f.optionalText(200),
  address: f.optionalText(500),
  villageAgencyId: f.optionalId(),
})

export const erasePetitionerForm = z.object({ id: f.id(), reason: f.text(1000), alsoContents: f.checkbox() })
