import { defineChange } from '../changes/define-change.ts'
import { noticeForm } from '../dialogues/conference-forms.ts'
import { insertNotice } from '../dialogues/insert-notice.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** The result is made public on a channel; media, posting and village heads together meet the law (art. 43). */
export const publishResult = defineChange({
  name: 'dialogue/publish-result',
  permission: 'dialogue:announce',
  input: noticeForm,
  run: async (context, input) => {
    const noticeId = await insertNotice(context, 'result', input)
    await refreshDialogueDeadlines(context, input.id, { cause: 'day-set', reason: 'Đã công khai kết quả.' })
    return { id: input.id, noticeId }
  },
})
