import { z } from 'zod'
import { SIGN_CAPACITIES } from '../documents/paper.ts'
import { signedPageField } from '../platform/files/upload-field.ts'
import {
  checkbox,
  count,
  day,
  id,
  ids,
  key,
  keys,
  oneOf,
  optionalDay,
  optionalId,
  optionalKey,
  optionalOneOf,
  optionalText,
  personName,
  text,
  version,
} from '../platform/form-fields.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS, keysOf } from '../regulations/regulation-vocabulary.ts'
import { TARGET_PERIODS } from './plan.ts'

export const draftPlanForm = z.object({
  year: count(2000, 2100),
  title: text(500),
  issuerAgencyId: id(),
  /** which of the adopted versions it is made under; empty: the one that held when the year began */
  regulationVersionId: optionalId(),
  copyFromPlanId: optionalId(),
  /** the plan in force that this one will replace when it is issued */
  replacesPlanId: optionalId(),
})

export const editPlanForm = z.object({
  id: id(),
  version: version(),
  title: text(500),
  issuerAgencyId: id(),
  purpose: optionalText(20_000),
  requirements: optionalText(20_000),
  motto: optionalText(500),
  closing: optionalText(5000),
})

const basisFields = {
  number: text(100),
  datedOn: optionalDay(),
  issuer: text(300),
  title: text(1000),
  effectiveFrom: optionalDay(),
  effectiveTo: optionalDay(),
}
export const addLegalBasisForm = z.object(basisFields)
export const editLegalBasisForm = z.object({ id: id(), version: version(), ...basisFields })
export const citeBasesForm = z.object({ id: id(), version: version(), basisIds: ids() })

const targetFields = {
  postKind: key(),
  label: text(500),
  minimum: count(0, 400),
  kinds: z.preprocess(
    (value) => (Array.isArray(value) ? value : value ? [value] : []),
    z.array(oneOf(keysOf(DIALOGUE_KINDS))).min(1, 'required'),
  ),
  period: oneOf(TARGET_PERIODS),
  countsIndirect: checkbox(),
}
export const addTargetForm = z.object({ id: id(), ...targetFields })
export const editTargetForm = z.object({ targetId: id(), version: version(), ...targetFields })
export const removeTargetForm = z.object({ targetId: id(), version: version() })

const plannedFields = {
  title: text(500),
  kind: oneOf(keysOf(DIALOGUE_KINDS)),
  form: oneOf(keysOf(DIALOGUE_FORMS)),
  chairModel: key(),
  sessionKind: optionalKey(),
  topic: optionalText(2000),
  audience: keys(),
  /** a whole quarter or half-year, or the days below */
  period: optionalOneOf(TARGET_PERIODS),
  expectedFrom: optionalDay(),
  expectedTo: optionalDay(),
  venue: optionalText(500),
}
export const addPlannedForm = z.object({ id: id(), ...plannedFields })
export const editPlannedForm = z.object({ plannedId: id(), version: version(), ...plannedFields })
export const removePlannedForm = z.object({ plannedId: id(), version: version() })
export const dropPlannedForm = z.object({ plannedId: id(), version: version(), reason: text(1000) })

const taskFields = {
  agencyId: id(),
  role: oneOf(['lead', 'supporting']),
  content: text(2000),
  dueOn: optionalDay(),
}
export const addPlanTaskForm = z.object({ id: id(), ...taskFields })
export const editPlanTaskForm = z.object({ taskId: id(), version: version(), ...taskFields })
export const removePlanTaskForm = z.object({ taskId: id(), version: version() })
export const reportPlanTaskForm = z.object({ taskId: id(), version: version(), doneOn: day(), result: text(5000) })

export const approvePlanForm = z.object({ id: id(), version: version() })
export const approvePlanOnPaperForm = z.object({
  id: id(),
  version: version(),
  approver: personName(),
  approvedOn: day(),
  signedPage: signedPageField(),
})
export const returnPlanForm = z.object({ id: id(), version: version(), reason: text(1000) })
export const issuePlanForm = z.object({
  id: id(),
  version: version(),
  datedOn: day(),
  number: optionalText(60).transform((value) => value || null),
  signerName: personName(),
  signerTitle: text(200),
  signCapacity: oneOf(SIGN_CAPACITIES),
  lateEntryReason: optionalText(500).transform((value) => value || null),
})
export const publishPlanForm = z.object({ id: id(), version: version() })
export const disseminatePlanForm = z.object({
  id: id(),
  channel: key(),
  doneOn: day(),
  note: optionalText(2000),
  agencyId: optionalId(),
})
