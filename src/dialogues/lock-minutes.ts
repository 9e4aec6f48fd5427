import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { lockMinutesForm, lockMinutesOnPaperForm } from './conference-forms.ts'
import { findMinutes, type Minutes } from './conference-store.ts'
import { requireOpen } from './dialogue.ts'
import { changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

async function minutesToSign(context: ChangeContext, dialogueId: number): Promise<Minutes> {
  const dialogue = await lockDialogue(context.db, context.authorityId, dialogueId)
  requireOpen(dialogue)
  requireRule(dialogue.state !== 'preparing', 'dialogue/not-yet-held')
  const minutes = await findMinutes(context.db, context.authorityId, dialogueId)
  if (!minutes) throw new NotFound('minutes')
  requireRule(minutes.state !== 'locked', 'minutes/locked')
  requireRule(minutes.proceedings !== '', 'minutes/empty')
  return minutes
}

/** Locked as soon as both have signed: nothing in them changes afterwards. */
function lockWhenComplete(context: ChangeContext, secretary: boolean, chair: boolean) {
  return secretary && chair ? { state: 'locked', lockedAt: context.now } : {}
}

/** The secretary signs the minutes. */
export const lockMinutesAsSecretary = defineChange({
  name: 'minutes/lock-as-secretary',
  permission: 'minutes:lock-as-secretary',
  input: lockMinutesForm,
  run: async (context, { id }) => {
    const minutes = await minutesToSign(context, id)
    const chairSigned = minutes.lockedByChair !== null || minutes.chairSignedOnPaper
    const values = { lockedBySecretary: context.actor.accountId, ...lockWhenComplete(context, true, chairSigned) }
    await changeRow(context, 'minutes', minutes.id, null, values)
    return { id }
  },
})

/** The chair signs the minutes in the program. */
export const lockMinutesAsChair = defineChange({
  name: 'minutes/lock-as-chair',
  permission: 'minutes:lock-as-chair',
  input: lockMinutesForm,
  run: async (context, { id }) => {
    const minutes = await minutesToSign(context, id)
    requireRule(minutes.lockedBySecretary !== null, 'minutes/secretary-first')
    const values = { lockedByChair: context.actor.accountId, ...lockWhenComplete(context, true, true) }
    await changeRow(context, 'minutes', minutes.id, null, values)
    return { id }
  },
})

/** The chair signed the printed minutes: recorded so, “duyệt trên giấy”; the page is uploaded with them. */
export const lockMinutesOnPaper = defineChange({
  name: 'minutes/lock-on-paper',
  permission: 'minutes:write',
  input: lockMinutesOnPaperForm,
  run: async (context, { id, signed }) => {
    const minutes = await minutesToSign(context, id)
    if (!signed) throw new InputRejected({ signed: 'required' })
    const values = { chairSignedOnPaper: true, ...lockWhenComplete(context, minutes.lockedBySecretary !== null, true) }
    await changeRow(context, 'minutes', minutes.id, null, values)
    return { id }
  },
})
