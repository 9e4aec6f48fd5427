import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { exclusionForm } from './conference-forms.ts'
import { requireOpen } from './dialogue.ts'
import { addRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'

/**
 * Somebody was not admitted to the dialogue (002 I.3). The ground is one of the regulation's; a name may be left out,
 * is read only with `dialogue:see-exclusions`, and never enters the minutes.
 */
export const recordExclusion = defineChange({
  name: 'dialogue/record-exclusion',
  permission: 'dialogue:see-exclusions',
  input: exclusionForm,
  run: async (context, { id, ...values }) => {
    const dialogue = await getDialogue(context.db, context.authorityId, id)
    requireOpen(dialogue)
    const { regulation } = await getRegulationVersion(context.db, dialogue.regulationVersionId)
    if (!regulation.meetingRules.exclusionGrounds.some((ground) => ground.key === values.groundKey)) {
      throw new InputRejected({ groundKey: 'notInList' })
    }
    const row = { dialogueId: id, ...values, restrictedName: values.restrictedName || null }
    const exclusionId = await addRow(context, 'exclusion', row, { personal: ['restrictedName', 'note'] })
    return { exclusionId }
  },
})
