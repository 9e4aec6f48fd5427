import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import type { Day } from '../platform/day.ts'
import { requireNotCancelled, requireNotSettled } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { requireDone } from './done-days.ts'
import { decisionReason, keepDecisionPage, type PaperDecision, paperDecisionColumns } from './paper-decision.ts'

interface Confirmation {
  rowId: number
  dueOn: Day
  confirmedOn: Day
  /** null: confirmed in the program by the chair */
  onPaper: PaperDecision | null
}

/** The chair confirms what the agency proposed; the limit counts from now on. Returns the dialogue's id. */
export async function confirmItemSettlement(context: ChangeContext, confirmation: Confirmation): Promise<number> {
  const { rowId, dueOn, confirmedOn, onPaper } = confirmation
  const item = await getRow(context, 'conclusionItem', rowId)
  requireNotSettled(await getDialogue(context.db, context.authorityId, item.dialogueId))
  requireRule(item.openProposal && item.proposedSettlement !== null, 'conclusion/nothing-proposed')
  requireRule(item.confirmedOn === null, 'conclusion/already-confirmed')
  const confirmedBy = onPaper ? null : context.actor.accountId
  const values = { dueOn, confirmedOn, confirmedBy, ...paperDecisionColumns(onPaper) }
  await changeRow(context, 'conclusionItem', rowId, null, values, {
    action: onPaper ? 'conclusion/confirm-settlement-on-paper' : 'conclusion/confirm-settlement',
    reason: decisionReason('', onPaper, confirmedOn),
  })
  await keepDecisionPage(context, onPaper, { subjectKind: 'conclusionItem', subjectId: rowId })
  return item.dialogueId
}

/**
 * What came of an item, as the agency reports it (I4); after the dossier was closed, with its day, as what followed.
 * Returns the dialogue's id.
 */
export async function recordItemResult(
  context: ChangeContext,
  result: { rowId: number; doneOn: Day; result: string },
): Promise<number> {
  const item = await getRow(context, 'conclusionItem', result.rowId)
  const dialogue = await getDialogue(context.db, context.authorityId, item.dialogueId)
  requireNotCancelled(dialogue)
  requireDone(context.today, { doneOn: result.doneOn })
  const values = { doneOn: result.doneOn, result: result.result }
  await changeRow(context, 'conclusionItem', result.rowId, null, values, {
    action: dialogue.state === 'closed' ? 'conclusion/follow-up' : 'conclusion/report-item-result',
  })
  return item.dialogueId
}
