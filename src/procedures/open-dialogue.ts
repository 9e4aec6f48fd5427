import { defineChange } from '../changes/define-change.ts'
import { openDialogueForm } from '../dialogues/dialogue-forms.ts'
import { insertDialogue } from '../dialogues/insert-dialogue.ts'
import { openDossier } from '../documents/open-dossier.ts'
import { InputRejected } from '../platform/errors.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/**
 * Opens a dialogue with its one dossier (004 V.1(3)) and, where its day is known, its deadlines. A session within a
 * regular meeting is recorded afterwards with the short form instead.
 */
export const openDialogue = defineChange({
  name: 'dialogue/open',
  permission: 'dialogue:open',
  input: openDialogueForm,
  run: async (context, input) => {
    if (input.kind === 'withinRegularMeeting') throw new InputRejected({ kind: 'dialogue/use-short-form' })
    const { id, archiveAgencyId } = await insertDialogue(context, input)
    await openDossier(context, id, archiveAgencyId)
    await refreshDialogueDeadlines(context, id, { cause: 'opened', reason: 'Mở cuộc đối thoại.' })
    return { id }
  },
})
