import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected, StaleEdit } from '../platform/errors.ts'
import type { InternalReviewInput } from './conference-forms.ts'
import { findInternalReview } from './conference-store.ts'
import { eventDay, requireOpen } from './dialogue.ts'
import { addRow, changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { requireDone } from './done-days.ts'

/** The internal review with the work it assigned (003 4.3). Its text is read only with `internal-review:read`. */
export async function writeInternalReview(context: ChangeContext, input: InternalReviewInput): Promise<number> {
  const dialogue = await lockDialogue(context.db, context.authorityId, input.id)
  requireOpen(dialogue)
  requireRule(dialogue.state !== 'preparing', 'dialogue/not-yet-held')
  requireDone(context.today, { heldOn: input.heldOn })
  const event = eventDay(dialogue)
  if (event !== null && input.heldOn < event) throw new InputRejected({ heldOn: 'dialogue/before-conference' })
  const { id, version, ...values } = input
  const personal = ['content', 'assignments']
  const stored = await findInternalReview(context.db, context.authorityId, id)
  if (!stored) return addRow(context, 'internalReview', { dialogueId: id, ...values }, { personal })
  if (version === null) throw new StaleEdit('internalReview', stored)
  await changeRow(context, 'internalReview', stored.id, version, values, { personal })
  return stored.id
}
