import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import * as f from '../platform/form-fields.ts'
import { lockBatch, updateBatch } from './import-store.ts'

/** The program could not take a queued sheet: it is open again, and says why. Nothing of it was taken. */
export const refuseSheet = defineChange({
  name: 'list/refuse-sheet',
  // the program's own act
  permission: 'deadline:remind',
  input: z.object({ id: f.id(), failure: f.key() }),
  async run(context, { id, failure }): Promise<void> {
    const batch = await lockBatch(context.db, context.authorityId, id)
    if (batch.state === 'queued') {
      await updateBatch(context.db, batch, batch.version, { state: 'checked', failure })
    }
    context.record({ subjectKind: 'importBatch', subjectId: id, after: { failure } })
  },
})
