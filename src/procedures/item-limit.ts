import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import type { DueDate } from '../deadlines/due-date.ts'
import { meetDeadline, placeDeadline } from '../deadlines/place-deadline.ts'
import { confirmSettlementForm, confirmSettlementOnPaperForm, itemResultForm } from '../dialogues/conclusion-forms.ts'
import { type ConclusionNotice, findConclusionNotice, listConclusionItems } from '../dialogues/conclusion-store.ts'
import { requireDone } from '../dialogues/done-days.ts'
import type { PaperDecision } from '../dialogues/paper-decision.ts'
import { confirmItemSettlement, recordItemResult } from '../dialogues/settle-conclusion-item.ts'
import { findItemAgencies } from '../dialogues/task-scope-store.ts'
import { type Day, formatDay } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import { settleItem } from './settle-item.ts'

/** The limit the chair set for an item, as a deadline beside the legal ones: it never moves them (counting 11). */
function itemDue(notice: Pick<ConclusionNotice, 'paperNumber' | 'issuedOn'>, position: number, dueOn: Day): DueDate {
  const instrument = notice.paperNumber ? `Thông báo kết luận số ${notice.paperNumber}` : 'Thông báo kết luận'
  const issuedOn = notice.issuedOn ?? dueOn
  return {
    key: 'conclusionItem',
    label: 'Thời hạn giao tại thông báo kết luận',
    due: dueOn,
    anchor: { event: 'noticeIssued', date: issuedOn },
    direction: 'after',
    amount: 0,
    unit: 'calendar',
    skipped: [],
    provisional: false,
    clause: `mục II.${position}`,
    instrument,
    instrumentId: 'conclusion',
    explanation: `${instrument} ngày ${formatDay(issuedOn)} giao tại mục II.${position}: chậm nhất ngày ${formatDay(dueOn)}. Thời hạn này không làm thay đổi thời hạn theo quy định.`,
    extended: false,
    complex: false,
  }
}

/** Opens or moves the limits of every item of an issued notice that has one; what is settled already is done. */
export async function placeItemLimits(context: ChangeContext, dialogueId: number, reason: string): Promise<void> {
  const notice = await findConclusionNotice(context.db, context.authorityId, dialogueId)
  if (notice?.state !== 'issued') return
  for (const item of await listConclusionItems(context.db, context.authorityId, dialogueId)) {
    if (item.dueOn === null || item.leadAgencyId === null || item.doneOn !== null) continue
    await placeDeadline(context, {
      subjectKind: 'conclusionItem',
      subjectId: item.id,
      dialogueId,
      agencyId: item.leadAgencyId,
      due: itemDue(notice, item.position, item.dueOn),
      cause: 'assignment',
      reason,
    })
    await settleItem(context, item.id)
  }
}

/** The chair confirms solution and limit that the agency proposed (004 V.2(6)). */
export const confirmSettlement = defineChange({
  name: 'conclusion/confirm-settlement',
  permission: 'conclusion:approve',
  input: confirmSettlementForm,
  run: async (context, { rowId, dueOn }) => {
    if (dueOn < context.today) throw new InputRejected({ dueOn: 'dialogue/in-the-past' })
    return confirm(context, { rowId, dueOn, confirmedOn: context.today, onPaper: null })
  },
})

/** The chair confirmed on paper: the lead office records who and when; the limit may lie before the day of recording. */
export const confirmSettlementOnPaper = defineChange({
  name: 'conclusion/confirm-settlement-on-paper',
  permission: 'conclusion:draft',
  input: confirmSettlementOnPaperForm,
  run: async (context, { rowId, dueOn, confirmedOn, ...onPaper }) => {
    requireDone(context.today, { confirmedOn })
    if (dueOn < confirmedOn) throw new InputRejected({ dueOn: 'beforeStart' })
    return confirm(context, { rowId, dueOn, confirmedOn, onPaper })
  },
})

async function confirm(
  context: ChangeContext,
  confirmation: { rowId: number; dueOn: Day; confirmedOn: Day; onPaper: PaperDecision | null },
) {
  const id = await confirmItemSettlement(context, confirmation)
  await placeItemLimits(context, id, 'Người chủ trì xác nhận phương án và thời hạn.')
  return { id }
}

/** The assigned agency, or the lead office for it, reports what came of an item; its limit is met. */
export const reportItemResult = defineChange({
  name: 'conclusion/report-item-result',
  permission: 'conclusion:propose-settlement',
  input: itemResultForm,
  scope: async (db, authorityId, { rowId }) => {
    const agencyIds = await findItemAgencies(db, authorityId, rowId)
    return agencyIds === null ? null : { authorityId, agencyIds, seenBy: 'dialogue:read' }
  },
  run: async (context, input) => {
    const id = await recordItemResult(context, input)
    const met = { subjectKind: 'conclusionItem', subjectId: input.rowId, key: 'conclusionItem' }
    await meetDeadline(context, { ...met, metOn: input.doneOn })
    return { id }
  },
})
