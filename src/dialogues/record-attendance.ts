import { defineChange } from '../changes/define-change.ts'
import { requireOpen } from './dialogue.ts'
import { listInvitees } from './dialogue-people-store.ts'
import { changeRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { attendanceListForm } from './invitee-forms.ts'

/** The roll of the list: those ticked came, the others did not. */
export const recordAttendance = defineChange({
  name: 'dialogue/record-attendance',
  permission: 'dialogue:conduct',
  input: attendanceListForm,
  run: async (context, { id, attendedIds }) => {
    requireOpen(await getDialogue(context.db, context.authorityId, id))
    let changed = 0
    for (const invitee of await listInvitees(context.db, context.authorityId, id)) {
      const attended = attendedIds.includes(invitee.id)
      if (invitee.attended === attended) continue
      await changeRow(context, 'invitee', invitee.id, null, { attended })
      changed += 1
    }
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { attended: attendedIds.length, changed } })
    return { id }
  },
})
