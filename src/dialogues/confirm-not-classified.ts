import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { notClassifiedForm } from './conference-forms.ts'
import { requirePreparing } from './dialogue.ts'
import { changeRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'

/** Somebody answers for it that nothing classified is told to the people (003 I.2): who and when is kept. */
export const confirmNotClassified = defineChange({
  name: 'dialogue/confirm-not-classified',
  permission: 'dialogue:prepare',
  input: notClassifiedForm,
  run: async (context, { id, confirmed }) => {
    requirePreparing(await getDialogue(context.db, context.authorityId, id))
    if (!confirmed) throw new InputRejected({ confirmed: 'required' })
    const values = { notClassifiedConfirmedBy: context.actor.accountId, notClassifiedConfirmedAt: context.now }
    await changeRow(context, 'dialogue', id, null, values)
    return { id }
  },
})
