import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { requirePreparing } from '../dialogues/dialogue.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { newHallToken } from './hall.ts'
import { openHallForm } from './hall-forms.ts'
import { findHall, insertHall } from './hall-store.ts'

/**
 * Opens the hall of a conference: from now on its screens have something to show. The time of a speaker is that of the
 * regulation, where it gives one. Opened twice is opened once.
 */
export const openHall = defineChange({
  name: 'hall/open',
  permission: 'dialogue:conduct',
  input: openHallForm,
  async run(context, { id }) {
    const { db, authorityId } = context
    const dialogue = await lockDialogue(db, authorityId, id)
    requirePreparing(dialogue)
    requireRule(dialogue.form !== 'indirect', 'dialogue/indirect-has-no-conference')
    requireRule(dialogue.heldOn !== null, 'dialogue/no-day')
    const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
    const minutes = regulation.meetingRules.minutesPerSpeaker
    if (!(await findHall(db, authorityId, id))) {
      await insertHall(db, {
        authorityId,
        dialogueId: id,
        screenToken: newHallToken(),
        phoneToken: newHallToken(),
        speakingSeconds: minutes === null ? null : minutes * 60,
        openedBy: context.actor.accountId,
      })
    }
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { speakingMinutes: minutes } })
    return { id }
  },
})
