import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import * as f from '../platform/form-fields.ts'
import { findIntakeSetting, saveIntakeSetting } from './intake-setting-store.ts'

const setIntakeForm = z
  .object({
    open: f.oneOf(['yes', 'no']),
    closedReason: f.optionalText(500),
    elsewhere: f.optionalText(1000),
    contestDays: f.count(5, 90),
    version: f.count(0),
  })
  .refine((form) => form.open === 'yes' || form.closedReason !== '', {
    path: ['closedReason'],
    message: 'reasonRequired',
  })
  .refine((form) => form.open === 'yes' || form.elsewhere !== '', { path: ['elsewhere'], message: 'required' })

/** Opens or closes the intake through the Portal; closed, it must say why and where else to go. */
export const setIntake = defineChange({
  name: 'intake/set',
  permission: 'intake:manage',
  input: setIntakeForm,
  async run(context, { open, ...input }) {
    const { db, authorityId } = context
    const { version: _, ...before } = await findIntakeSetting(db, authorityId)
    const { version, ...after } = { ...input, open: open === 'yes' }
    await saveIntakeSetting(db, authorityId, { ...after, version })
    context.record({
      subjectKind: 'authority',
      subjectId: authorityId,
      before,
      after,
      reason: after.closedReason || null,
    })
  },
})
