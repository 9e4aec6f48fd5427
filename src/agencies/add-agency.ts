import type { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { isWithin } from './agency.ts'
import { addAgencyForm } from './agency-forms.ts'
import { type Agency, insertAgency, listAgencies } from './agency-store.ts'
import { existsOn, isReversed, overlap } from './lifespan.ts'

interface AgencyPlan {
  id: number | null
  parentId: number | null
  name: string
  fromDay: Agency['fromDay']
  toDay: Agency['toDay']
}

/** What must hold of an agency among the others of its authority; throws InputRejected beside the field. */
export function checkAgency(plan: AgencyPlan, agencies: readonly Agency[]): void {
  if (isReversed(plan)) throw new InputRejected({ toDay: 'beforeStart' })
  const others = agencies.filter((agency) => agency.id !== plan.id)
  const name = plan.name.toLocaleLowerCase('vi')
  if (others.some((agency) => agency.name.toLocaleLowerCase('vi') === name && overlap(agency, plan))) {
    throw new InputRejected({ name: 'taken' })
  }
  if (plan.parentId === null) return
  const parent = others.find((agency) => agency.id === plan.parentId)
  if (!parent) throw new InputRejected({ parentId: 'notFound' })
  if (!existsOn(parent, plan.fromDay)) throw new BrokenRule('agency/parent-not-there', { name: parent.name })
  if (plan.id !== null && isWithin(agencies, plan.parentId, plan.id)) throw new BrokenRule('agency/circle')
}

/** Puts an agency into the authority's tree; returns its id. */
async function enterAgency(context: ChangeContext, input: z.output<typeof addAgencyForm>): Promise<number> {
  const { db, authorityId } = context
  checkAgency({ id: null, ...input }, await listAgencies(db, authorityId))
  const id = await insertAgency(db, { authorityId, ...input })
  context.record({ subjectKind: 'agency', subjectId: id, action: 'agency/add', after: input })
  return id
}

export const addAgency = defineChange({
  name: 'agency/add',
  permission: 'agency:manage',
  input: addAgencyForm,
  run: enterAgency,
})
