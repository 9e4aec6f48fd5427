import type { ChangeContext } from '../changes/define-change.ts'
import { dayOf } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { formSerial, readSerial } from './form-serial.ts'
import type { FormKind } from './printed-form.ts'
import { type FoundForm, findForm, lockForm, markEntered } from './printed-form-store.ts'

/**
 * The sheet somebody is about to enter, held until the transaction ends. Refuses a serial that is none of the authority
 * (`formSerial: printed-form/unknown`), a sheet of another kind or dialogue, and one that was entered before
 * (BrokenRule `printed-form/entered`, with who and when): one sheet is entered once, however many have it in hand.
 */
export async function holdForm(
  context: ChangeContext,
  typed: string,
  wanted: { kind: FormKind; dialogueId: number | null },
): Promise<FoundForm> {
  const { db, authorityId } = context
  const read = readSerial(typed)
  const locked = read.is === 'serial' ? await lockForm(db, authorityId, read.id) : null
  const found = locked ? await findForm(db, authorityId, locked.id) : null
  if (!found || found.batch.kind !== wanted.kind) throw new InputRejected({ formSerial: 'printed-form/unknown' })
  const { id, enteredAt, enteredByName } = found.form
  if (enteredAt)
    throw new BrokenRule('printed-form/entered', {
      ...{ serial: formSerial(id), by: enteredByName ?? '', on: dayOf(enteredAt) },
    })
  if (found.form.dialogueId !== wanted.dialogueId)
    throw new InputRejected({ dialogueId: 'printed-form/other-dialogue' })
  return found
}

/** The held sheet became a submission or a registration. */
export async function takeFormBack(
  context: ChangeContext,
  { form }: FoundForm,
  subject: { subjectKind: 'submission' | 'speechRegistration'; subjectId: number },
): Promise<void> {
  const { db, authorityId, actor, now } = context
  await markEntered(db, { authorityId, id: form.id }, { ...subject, enteredAt: now, enteredBy: actor.accountId })
  context.record({
    subjectKind: 'dialogue',
    subjectId: form.dialogueId,
    action: 'printed-form/take-back',
    after: { formId: form.id, batchId: form.batchId, sheet: form.sheet, ...subject },
  })
}
