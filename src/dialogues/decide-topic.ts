import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { requireDone } from './done-days.ts'
import { decideTopicForm } from './register-forms.ts'
import { missingAppraisals } from './topic-rules.ts'
import { listAppraisals } from './topic-store.ts'

/** The head decides on a topic (003 III.1); where the regulation names appraisers, after all of them have spoken. */
export const decideTopic = defineChange({
  name: 'topic/decide',
  permission: 'topic:decide',
  input: decideTopicForm,
  run: async (context, { id, decision, decidedOn, decisionNote }) => {
    const { db, authorityId } = context
    const topic = await getRow(context, 'topicProposal', id)
    requireRule(topic.state === 'proposed' || topic.state === 'appraised', 'topic/already-decided')
    requireDone(context.today, { decidedOn })
    if (decidedOn < topic.proposedOn) throw new InputRejected({ decidedOn: 'beforeStart' })
    if (decision === 'declined' && decisionNote === '') throw new InputRejected({ decisionNote: 'reasonRequired' })
    if (decision === 'accepted') {
      const regulation = (await regulationOfAuthority(db, authorityId, topic.proposedOn))?.regulation
      const given = (await listAppraisals(db, authorityId, id)).map((one) => one.agencyRole)
      const missing = regulation ? missingAppraisals(regulation, given) : []
      requireRule(missing.length === 0, 'topic/not-appraised', { missing: missing.length })
    }
    const values = { state: decision, decidedOn, decisionNote: decisionNote || null }
    await changeRow(context, 'topicProposal', id, null, values, { reason: decisionNote || null })
    return { id }
  },
})
