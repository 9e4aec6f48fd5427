import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { decideForm, decideOnPaperForm } from './petition-forms.ts'
import { petitionFor, requireNotFuture, savePetition, scopeOf } from './petition-record.ts'

interface Decision {
  id: number
  version: number
  competence: 'within' | 'beyond'
  direction: string
}

async function decide(context: ChangeContext, input: Decision, paper: Record<string, unknown> = {}) {
  const action = 'paperApprover' in paper ? 'decideOnPaper' : 'decide'
  const petition = await petitionFor(context, input.id, action)
  const values = { competence: input.competence, proposedSettlement: input.direction }
  // what lies beyond competence is noted and reported up (002 I.4, 004 V.2)
  const disposition = input.competence === 'beyond' ? { disposition: 'noteAndReportUp' } : {}
  await savePetition(
    context,
    petition,
    input.version,
    { ...values, ...disposition },
    { reason: input.direction, more: paper },
  )
}

/** The chair decides: within competence (directed at once) or beyond it (G15). */
export const decidePetition = defineChange({
  name: 'petition/decide',
  permission: 'petition:decide',
  input: decideForm,
  scope: scopeOf('given'),
  run: (context, input) => decide(context, input),
})

/** The chair decided on paper; the drafter records who signed and when. */
export const decidePetitionOnPaper = defineChange({
  name: 'petition/decide-on-paper',
  permission: 'petition:propose-decision',
  input: decideOnPaperForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    requireNotFuture(context, { paperApprovedOn: input.paperApprovedOn })
    await decide(context, input, { paperApprover: input.paperApprover, paperApprovedOn: input.paperApprovedOn })
  },
})
