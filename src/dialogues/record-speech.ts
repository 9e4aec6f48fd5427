import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { speechOutcomeForm } from './conference-forms.ts'
import { requireOpen } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { isPossibleEnd } from './sitting-hours.ts'

/** What became of a registration: spoken (off topic is received and answered all the same, 002 I.4), withdrawn, absent. */
export const recordSpeech = defineChange({
  name: 'dialogue/record-speech',
  permission: 'dialogue:conduct',
  input: speechOutcomeForm,
  run: async (context, { rowId, ...values }) => {
    const speech = await getRow(context, 'speechRegistration', rowId)
    requireOpen(await getDialogue(context.db, context.authorityId, speech.dialogueId))
    if (!isPossibleEnd(values.startedAt, values.endedAt)) throw new InputRejected({ endedAt: 'timeOverNight' })
    await changeRow(context, 'speechRegistration', rowId, null, values)
    return { speechId: rowId }
  },
})
