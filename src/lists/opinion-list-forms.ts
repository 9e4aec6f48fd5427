import { z } from 'zod'
import { petitionerKinds, petitionKinds } from '../petitions/petition.ts'
import * as f from '../platform/form-fields.ts'

export const openOpinionListForm = z.object({ title: f.text(200), dialogueId: f.optionalId() })

/** One opinion, typed quickly; numbered contents become opinions of their own when that is chosen. */
export const addOpinionForm = z
  .object({
    id: f.id(),
    petitionerKind: f.oneOf(petitionerKinds),
    petitionerName: f.optionalText(200),
    phone: f.optionalText(40),
    address: f.optionalText(500),
    villageAgencyId: f.optionalId(),
    headcount: f.optionalCount(1, 100_000),
    content: f.text(20_000),
    kind: f.oneOf(petitionKinds),
    subjectArea: f.optionalKey(),
    receivedOn: f.day(),
    split: f.checkbox(),
  })
  .refine((form) => form.petitionerKind === 'unnamed' || form.petitionerName !== '', {
    path: ['petitionerName'],
    message: 'required',
  })

export const withdrawOpinionForm = z.object({ id: f.id(), opinionId: f.id() })

export const handListForm = z.object({ id: f.id(), version: f.version() })

export const returnListForm = z.object({ id: f.id(), version: f.version(), reason: f.text(2000) })

export const mergeOpinionForm = z.object({ id: f.id(), opinionId: f.id(), intoId: f.optionalId() })
