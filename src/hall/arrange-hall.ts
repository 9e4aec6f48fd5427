import { defineChange } from '../changes/define-change.ts'
import { newHallToken } from './hall.ts'
import { arrangeHallForm, renewHallLinksForm } from './hall-forms.ts'
import { growHall, lockHall } from './hall-store.ts'

/** What the screen shows, how long a speaker has, whether questions are taken. */
export const arrangeHall = defineChange({
  name: 'hall/arrange',
  permission: 'dialogue:conduct',
  input: arrangeHallForm,
  async run(context, { id, screenLook, speakingMinutes, questionsOpen }) {
    const { db, authorityId } = context
    const before = await lockHall(db, authorityId, id)
    const values = {
      screenLook,
      questionsOpen,
      speakingSeconds: speakingMinutes === null ? null : speakingMinutes * 60,
    }
    await growHall(db, authorityId, id, values)
    const { screenLook: look, speakingSeconds, questionsOpen: open } = before
    context.record({
      subjectKind: 'dialogue',
      subjectId: id,
      before: { screenLook: look, speakingSeconds, questionsOpen: open },
      after: values,
    })
    return { id }
  },
})

/** The addresses of screen and telephones made anew: whoever holds the old ones sees nothing any more. */
export const renewHallLinks = defineChange({
  name: 'hall/renew-links',
  permission: 'dialogue:conduct',
  input: renewHallLinksForm,
  async run(context, { id, reason }) {
    const { db, authorityId } = context
    await lockHall(db, authorityId, id)
    await growHall(db, authorityId, id, { screenToken: newHallToken(), phoneToken: newHallToken() })
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { linksRenewed: true }, reason })
    return { id }
  },
})
