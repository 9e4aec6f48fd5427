import { endAgencyForm } from '../agencies/agency-forms.ts'
import { lockAgency } from '../agencies/agency-store.ts'
import { closeAgency } from '../agencies/close-agency.ts'
import { listSuccessions } from '../agencies/succession-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { listOpenWork, sizeOfWork } from './open-work.ts'

/** Ends an agency that has nothing open; one that has, needs a successor (“Agencies that end”). */
export const endAgency = defineChange({
  name: 'agency/end',
  permission: 'agency:manage',
  input: endAgencyForm,
  async run(context, { id, version, toDay, reason }) {
    const { db, authorityId } = context
    const agency = await lockAgency(db, authorityId, id)
    const succession = (await listSuccessions(db, authorityId, id)).find((one) => one.fromAgencyId === id)
    if (succession) throw new BrokenRule('agency/already-succeeded', { name: succession.toName })
    const open = sizeOfWork(await listOpenWork(db, authorityId, id, context.today))
    if (open > 0) throw new BrokenRule('agency/has-open-work', { count: open })
    await closeAgency(context, agency, { version, toDay, reason })
    return id
  },
})
