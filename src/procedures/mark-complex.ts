import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { flagComplex } from '../petitions/petition-commitment.ts'
import { complexForm, complexOnPaperForm } from '../petitions/petition-forms.ts'
import { requireNotFuture, scopeOf } from '../petitions/petition-record.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'
import { replyDueOn, tellPetitioner } from './tell-petitioner.ts'

async function refresh(context: ChangeContext, id: number, reason: string) {
  const before = await replyDueOn(context, id)
  await refreshPetitionDeadlines(context, id, { cause: 'complex', reason: `Vụ việc phức tạp: ${reason}` })
  const dueOn = await replyDueOn(context, id)
  if (dueOn !== null && dueOn !== before) await tellPetitioner(context, 'extended', id, { why: null, dueOn }, 'complex')
}

/** The chair calls a case complex: the regulation's longer term counts (003 4.3: 30 working days). */
export const markComplex = defineChange({
  name: 'petition/mark-complex',
  permission: 'petition:decide',
  input: complexForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await flagComplex(context, input)
    await refresh(context, input.id, input.reason)
  },
})

/** The chair did so on paper; who signed and when is recorded. */
export const markComplexOnPaper = defineChange({
  name: 'petition/mark-complex-on-paper',
  permission: 'petition:propose-decision',
  input: complexOnPaperForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    requireNotFuture(context, { paperApprovedOn: input.paperApprovedOn })
    await flagComplex(context, input, input)
    await refresh(context, input.id, input.reason)
  },
})
