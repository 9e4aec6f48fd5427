import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { changeRow } from '../dialogues/dialogue-row-store.ts'
import { ownTokenForm } from '../dialogues/portal-forms.ts'
import { findSpeechByToken } from '../dialogues/portal-register-store.ts'
import { NotFound } from '../platform/errors.ts'

/** Who registered to speak through the Portal takes it back; the place goes to the next. */
export const withdrawOwnSpeech = defineChange({
  name: 'dialogue/withdraw-own-speech',
  permission: 'speech:register',
  input: ownTokenForm,
  run: async (context, { tokenHash }) => {
    const speech = await findSpeechByToken(context.db, context.authorityId, tokenHash)
    if (!speech) throw new NotFound('speech-registration')
    requireRule(speech.state === 'registered', 'dialogue/speech-over')
    await changeRow(context, 'speechRegistration', speech.id, null, { state: 'withdrawn' })
  },
})
