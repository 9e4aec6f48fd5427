import { defineChange } from '../changes/define-change.ts'
import { meetDeadline } from '../deadlines/place-deadline.ts'
import { requireOpen } from './dialogue.ts'
import { taskReportForm } from './dialogue-forms.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { requireDone } from './done-days.ts'
import { findTaskAgency } from './task-scope-store.ts'

/** An agency (or the lead office for it) reports a task done. */
export const reportTask = defineChange({
  name: 'dialogue/report-task',
  permission: 'plan:report-task',
  input: taskReportForm,
  scope: async (db, authorityId, { rowId }) => {
    const agencyId = await findTaskAgency(db, authorityId, rowId)
    return agencyId === null ? null : { authorityId, agencyIds: [agencyId], seenBy: 'dialogue:read' }
  },
  run: async (context, { rowId, doneOn, result }) => {
    const task = await getRow(context, 'dialogueTask', rowId)
    requireOpen(await getDialogue(context.db, context.authorityId, task.dialogueId))
    requireDone(context.today, { doneOn })
    await changeRow(context, 'dialogueTask', rowId, null, { doneOn, result: result || null })
    const met = { subjectKind: 'dialogueTask', subjectId: rowId, key: 'dialogueTask' }
    await meetDeadline(context, { ...met, metOn: doneOn })
    return { id: task.dialogueId }
  },
})
