import { getAgency } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { addRow, changeRow, getRow } from './dialogue-row-store.ts'
import { requireDone } from './done-days.ts'
import { decisionReason, keepDecisionPage, paperDecisionColumns } from './paper-decision.ts'
import { appraiseTopicForm } from './register-forms.ts'
import { appraisers, missingAppraisals } from './topic-rules.ts'
import { listAppraisals } from './topic-store.ts'

/**
 * One member of the appraisal gives its opinion (12-QĐi/TU, Điều 8: the office with the Mass Mobilisation Board and the
 * Front). The lead office records what a member without an account gave on paper, and names who gave it. When all have
 * spoken the topic is appraised.
 */
export const appraiseTopic = defineChange({
  name: 'topic/appraise',
  permission: 'topic:appraise',
  input: appraiseTopicForm,
  run: async (context, { id, paperApprover, paperNumber, signedPage, ...values }) => {
    const { db, authorityId } = context
    const topic = await getRow(context, 'topicProposal', id)
    requireRule(topic.state === 'proposed', 'topic/already-decided')
    requireDone(context.today, { appraisedOn: values.appraisedOn })
    if (values.appraisedOn < topic.proposedOn) throw new InputRejected({ appraisedOn: 'beforeStart' })
    const agency = await getAgency(db, authorityId, values.agencyId)
    const prepares = context.actor.may('dialogue:prepare', { authorityId })
    const isOwn = context.actor.agencyId === agency.id
    requireRule(prepares || isOwn, 'topic/own-agency-only')
    const found = await regulationOfAuthority(db, authorityId, topic.proposedOn)
    requireRule(found !== null, 'dialogue/no-regulation', { day: topic.proposedOn })
    const roles = appraisers(found.regulation)
    if (agency.roleKey === null || !roles.includes(agency.roleKey))
      throw new InputRejected({ agencyId: 'topic/not-an-appraiser' })
    const given = await listAppraisals(db, authorityId, id)
    if (given.some((one) => one.agencyId === agency.id)) throw new InputRejected({ agencyId: 'taken' })
    if (!isOwn && paperApprover === '') throw new InputRejected({ paperApprover: 'topic/who-spoke' })
    const onPaper = paperApprover === '' ? null : { paperApprover, paperNumber, signedPage }
    const topicLog = { subjectKind: 'topicProposal', subjectId: id }
    const reason = decisionReason('', onPaper, values.appraisedOn)
    const opinion = { proposalId: id, ...values, ...paperDecisionColumns(onPaper) }
    await addRow(context, 'topicAppraisal', opinion, { ...topicLog, reason })
    await keepDecisionPage(context, onPaper, topicLog)
    const missing = missingAppraisals(found.regulation, [...given.map((one) => one.agencyRole), agency.roleKey])
    if (missing.length === 0) await changeRow(context, 'topicProposal', id, null, { state: 'appraised' })
    return { id, missing }
  },
})
