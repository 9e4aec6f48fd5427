import { defineChange } from '../changes/define-change.ts'
import { noticeForm } from '../dialogues/conference-forms.ts'
import { insertNotice } from '../dialogues/insert-notice.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/**
 * An announcement of the conference (E6–E8). Which duties it meets, the regulation says: under 004 invitation and media
 * are two duties, under 003 either is enough.
 */
export const recordNotice = defineChange({
  name: 'dialogue/record-notice',
  permission: 'dialogue:announce',
  input: noticeForm,
  run: async (context, input) => {
    const noticeId = await insertNotice(context, 'announcement', input)
    await refreshDialogueDeadlines(context, input.id, { cause: 'day-set', reason: 'Đã thông báo về hội nghị.' })
    return { id: input.id, noticeId }
  },
})
