import { getAgency } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { isSensitiveArea } from '../regulations/regulation.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { addRow } from './dialogue-row-store.ts'
import { requireDone } from './done-days.ts'
import { proposeTopicForm } from './register-forms.ts'

/** An agency proposes what to hold a dialogue on (B10–B12); sensitive fields are marked by the regulation itself. */
export const proposeTopic = defineChange({
  name: 'topic/propose',
  permission: 'topic:propose',
  input: proposeTopicForm,
  run: async (context, values) => {
    const { db, authorityId } = context
    requireDone(context.today, { proposedOn: values.proposedOn })
    await getAgency(db, authorityId, values.proposerAgencyId)
    const regulation = (await regulationOfAuthority(db, authorityId, values.proposedOn))?.regulation
    const areas = regulation?.petitionFields?.subjectAreas ?? []
    if (values.subjectArea !== null && !areas.some((area) => area.key === values.subjectArea)) {
      throw new InputRejected({ subjectArea: 'notInList' })
    }
    const marked =
      values.subjectArea !== null && regulation !== undefined && isSensitiveArea(regulation, values.subjectArea)
    return { topicId: await addRow(context, 'topicProposal', { ...values, sensitive: values.sensitive || marked }) }
  },
})
