import { defineChange } from '../changes/define-change.ts'
import { meetingRulesForm } from './conference-forms.ts'
import { requirePreparing } from './dialogue.ts'
import { changeRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'

/** The nội quy of this meeting; it starts from the regulation's clauses (E3). */
export const editMeetingRules = defineChange({
  name: 'dialogue/edit-meeting-rules',
  permission: 'dialogue:prepare',
  input: meetingRulesForm,
  run: async (context, { id, version, meetingRules }) => {
    requirePreparing(await getDialogue(context.db, context.authorityId, id))
    await changeRow(context, 'dialogue', id, version, { meetingRules })
    return { id }
  },
})
