import { defineChange } from '../changes/define-change.ts'
import { requireOpen } from './dialogue.ts'
import { editDialogueForm } from './dialogue-forms.ts'
import { changeRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'

/** Name, topic, audience, supporting offices and the like; day and place have an act of their own. */
export const editDialogue = defineChange({
  name: 'dialogue/edit',
  permission: 'dialogue:prepare',
  input: editDialogueForm,
  run: async (context, { id, version, ...values }) => {
    const dialogue = await getDialogue(context.db, context.authorityId, id)
    requireOpen(dialogue)
    await changeRow(context, 'dialogue', id, version, {
      ...values,
      interpreterNeeded: values.interpreterNeeded || null,
    })
    return { id }
  },
})
