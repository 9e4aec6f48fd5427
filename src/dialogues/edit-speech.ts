import { defineChange } from '../changes/define-change.ts'
import { editSpeechForm } from './conference-forms.ts'
import { requireOpen } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'

export const editSpeech = defineChange({
  name: 'dialogue/edit-speech',
  permission: 'dialogue:conduct',
  input: editSpeechForm,
  run: async (context, { rowId, version, ...values }) => {
    const speech = await getRow(context, 'speechRegistration', rowId)
    requireOpen(await getDialogue(context.db, context.authorityId, speech.dialogueId))
    await changeRow(context, 'speechRegistration', rowId, version, values, { personal: ['speakerName', 'content'] })
    return { speechId: rowId }
  },
})
