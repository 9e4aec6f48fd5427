import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { proposeSettlementForm } from './conclusion-forms.ts'
import { requireNotSettled } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { findItemAgencies } from './task-scope-store.ts'

/** The assigned agency proposes solution and limit of an item that the conclusion left open (004 V.2(6)). */
export const proposeItemSettlement = defineChange({
  name: 'conclusion/propose-settlement',
  permission: 'conclusion:propose-settlement',
  input: proposeSettlementForm,
  scope: async (db, authorityId, { rowId }) => {
    const agencyIds = await findItemAgencies(db, authorityId, rowId)
    return agencyIds === null ? null : { authorityId, agencyIds, seenBy: 'dialogue:read' }
  },
  run: async (context, { rowId, ...values }) => {
    const item = await getRow(context, 'conclusionItem', rowId)
    requireNotSettled(await getDialogue(context.db, context.authorityId, item.dialogueId))
    requireRule(item.openProposal, 'conclusion/not-open')
    requireRule(item.confirmedOn === null, 'conclusion/already-confirmed')
    if (values.proposedDueOn < context.today) throw new InputRejected({ proposedDueOn: 'dialogue/in-the-past' })
    await changeRow(context, 'conclusionItem', rowId, null, values)
    return { id: item.dialogueId }
  },
})
