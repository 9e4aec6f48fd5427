import { z } from 'zod'
import {
  checkbox,
  day,
  id,
  key,
  oneOf,
  optionalDay,
  optionalId,
  optionalKey,
  optionalText,
  text,
  version,
} from '../platform/form-fields.ts'
import { agencyKinds, agencyLevels } from './agency.ts'

const orNull = (max: number) => optionalText(max).transform((value) => value || null)

const email = () =>
  optionalText(200)
    .refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'notAnEmail')
    .transform((value) => value || null)

const agencyFields = {
  parentId: optionalId(),
  name: text(300),
  shortName: text(80),
  kind: oneOf(agencyKinds),
  roleKey: optionalKey(),
  level: oneOf(agencyLevels),
  external: checkbox(),
  fromDay: day(),
  email: email(),
  phone: orNull(60),
  address: orNull(300),
}

export const addAgencyForm = z.object({ ...agencyFields, toDay: optionalDay() })
export const editAgencyForm = z.object({ ...agencyFields, id: id(), version: version() })
export const endAgencyForm = z.object({ id: id(), version: version(), toDay: day(), reason: text(500) })
export const succeedAgencyForm = z.object({
  id: id(),
  version: version(),
  successorId: id(),
  onDay: day(),
  basis: text(500),
})

const postFields = {
  title: text(200),
  kind: key(),
  isHead: checkbox(),
  deputyOfPostId: optionalId(),
  fromDay: day(),
  toDay: optionalDay(),
}

export const addPostForm = z.object({ ...postFields, agencyId: id() })
export const editPostForm = z.object({ ...postFields, id: id(), version: version() })

export const appointForm = z.object({
  postId: id(),
  personId: optionalId(),
  fullName: optionalText(200),
  fromDay: day(),
  toDay: optionalDay(),
  basis: orNull(300),
  endsPrevious: checkbox(),
})

export const endHoldingForm = z.object({ holdingId: id(), version: version(), toDay: day(), reason: text(500) })
