import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { registerSpeechForm } from './conference-forms.ts'
import { listSpeeches } from './conference-store.ts'
import { requireOpen } from './dialogue.ts'
import { addRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

/** Registers a speaker, before the conference or in the hall; the order is that of registration (G8, G9, C10). */
export const registerSpeech = defineChange({
  name: 'dialogue/register-speech',
  permission: 'dialogue:conduct',
  input: registerSpeechForm,
  run: async (context, { id, ...values }) => {
    const dialogue = await lockDialogue(context.db, context.authorityId, id)
    requireOpen(dialogue)
    requireRule(dialogue.form !== 'indirect', 'dialogue/no-speeches-when-indirect')
    const position = (await listSpeeches(context.db, context.authorityId, id)).length + 1
    const speechId = await addRow(
      context,
      'speechRegistration',
      { dialogueId: id, position, ...values },
      { personal: ['speakerName', 'content'] },
    )
    return { speechId, position }
  },
})
