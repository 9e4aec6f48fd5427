import { defineChange } from '../changes/define-change.ts'
import { newHallToken } from './hall.ts'
import { arrangeHallForm, renewHallLinksForm, showOnScreenForm } from './hall-forms.ts'
import { growHall, lockHall, lockOpenHall } from './hall-store.ts'

/** What the screen shows, how long a speaker has, whether questions are taken. */
export const arrangeHall = defineChange({
  name: 'hall/arrange',
  permission: 'dialogue:conduct',
  input: arrangeHallForm,
  async run(context, { id, screenLook, speakingMinutes, questionsOpen }) {
    const { db, authorityId } = context
    const before = await lockOpenHall(db, authorityId, id)
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

/** Another look of the screen, in one press from a desk. */
export const showOnScreen = defineChange({
  name: 'hall/show-on-screen',
  permission: 'dialogue:conduct',
  input: showOnScreenForm,
  async run(context, { id, screenLook }) {
    const { db, authorityId } = context
    const before = await lockOpenHall(db, authorityId, id)
    if (before.screenLook !== screenLook) await growHall(db, authorityId, id, { screenLook })
    context.record({
      ...{ subjectKind: 'dialogue', subjectId: id, before: { screenLook: before.screenLook }, after: { screenLook } },
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
