import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { StaleEdit } from '../platform/errors.ts'
import { minutesForm } from './conference-forms.ts'
import { findMinutes, insertMinutesRevision } from './conference-store.ts'
import { requireOpen } from './dialogue.ts'
import { addRow, changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

/**
 * Saves the minutes (G20). Every saved state stays as a revision; an edit of a state that somebody else has replaced is
 * refused with both texts. Locked minutes do not change.
 */
export const writeMinutes = defineChange({
  name: 'minutes/write',
  permission: 'minutes:write',
  input: minutesForm,
  run: async (context, { id, version, ...texts }) => {
    const { db, authorityId } = context
    requireOpen(await lockDialogue(db, authorityId, id))
    const stored = await findMinutes(db, authorityId, id)
    if (stored && version === null) throw new StaleEdit('minutes', stored)
    requireRule(stored?.state !== 'locked', 'minutes/locked')
    const personal = ['proceedings', 'conclusion']
    let minutesId = stored?.id
    if (stored) await changeRow(context, 'minutes', stored.id, version, texts, { personal })
    else minutesId = await addRow(context, 'minutes', { dialogueId: id, ...texts }, { personal })
    await insertMinutesRevision(db, {
      authorityId,
      minutesId: minutesId!,
      version: (stored?.version ?? 0) + 1,
      ...texts,
      accountId: context.actor.accountId,
      at: context.now,
    })
    return { minutesId: minutesId! }
  },
})
