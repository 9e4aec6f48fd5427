import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { closeCollectionForm, holdConferenceForm } from '../dialogues/conference-forms.ts'
import { markCollectionClosed, markHeld } from '../dialogues/mark-held.ts'
import { refreshDialogueDeadlines, refreshPetitionsOfDialogue } from './refresh-deadlines.ts'

async function startClocks(context: ChangeContext, id: number, reason: string): Promise<void> {
  await refreshDialogueDeadlines(context, id, { cause: 'day-set', reason })
  await refreshPetitionsOfDialogue(context, id, { cause: 'day-set', reason })
}

/** The conference was held: who came, when it opened and ended. The terms after it run from its day. */
export const holdConference = defineChange({
  name: 'dialogue/hold-conference',
  permission: 'dialogue:conduct',
  input: holdConferenceForm,
  run: async (context, input) => {
    await markHeld(context, input)
    await startClocks(context, input.id, 'Hội nghị đã tổ chức.')
    return { id: input.id }
  },
})

/** The collection of an indirect dialogue has ended (004 III.2.c): its last day takes the place of the conference. */
export const closeCollection = defineChange({
  name: 'dialogue/close-collection',
  permission: 'dialogue:conduct',
  input: closeCollectionForm,
  run: async (context, input) => {
    await markCollectionClosed(context, input)
    await startClocks(context, input.id, 'Kết thúc tiếp nhận ý kiến.')
    return { id: input.id }
  },
})
