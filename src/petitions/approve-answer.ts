import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import { sendMessage } from '../messages/send-message.ts'
import { NotFound } from '../platform/errors.ts'
import { answerTargetForm, approveOnPaperForm, returnAnswerForm } from './answer-forms.ts'
import { type AnswerValues, findNewestAnswer, updateAnswer } from './answer-store.ts'
import type { Petition, PetitionAnswer } from './petition.ts'
import { actionAccess } from './petition-actions.ts'
import { petitionFor, recordPetition, requireNotFuture, savePetition, scopeOf } from './petition-record.ts'
import type { PetitionAction } from './petition-state.ts'

type Kind = 'prepared' | 'reply'

async function answerFor(context: ChangeContext, id: number, kind: Kind, action: PetitionAction) {
  const petition = await petitionFor(context, id, action)
  const answer = await findNewestAnswer(context.db, context.authorityId, id, kind)
  if (!answer) throw new NotFound('petition-answer')
  return { petition, answer }
}

async function change(
  context: ChangeContext,
  target: { petition: Petition; answer: PetitionAnswer },
  version: number,
  values: AnswerValues,
  reason: string | null = null,
) {
  await updateAnswer(context.db, target.answer, version, values)
  const after = {
    answerKind: target.answer.kind,
    answerState: values.state,
    approvedOnPaper: values.approvedOnPaper ?? false,
  }
  recordPetition(context, target.petition.id, after, { reason })
}

/** An approved answer makes the petition ready for the conference; a reply changes nothing before it is sent. */
async function becomePrepared(context: ChangeContext, petition: Petition, kind: Kind) {
  if (kind === 'prepared') await savePetition(context, petition, petition.version, { state: 'answerPrepared' })
}

function submitChange(
  name: string,
  kind: Kind,
  action: PetitionAction,
  permission: 'petition:draft-answer' | 'petition:reply',
) {
  return defineChange({
    name,
    permission,
    input: answerTargetForm,
    scope: scopeOf('lead'),
    async run(context, input) {
      const target = await answerFor(context, input.id, kind, action)
      await change(context, target, input.answerVersion, { state: 'submitted', returnedReason: null })
    },
  })
}

function approveChange(name: string, kind: Kind, action: PetitionAction) {
  return defineChange({
    name,
    permission: 'petition:approve-answer',
    input: answerTargetForm,
    scope: scopeOf('lead'),
    async run(context, input) {
      const target = await answerFor(context, input.id, kind, action)
      const { accountId } = context.actor
      const { draftedBy, editedBy } = target.answer
      const others = accountId !== null && accountId !== draftedBy && !editedBy.includes(accountId)
      requireRule(others, 'petition/drafter-approves')
      await change(context, target, input.answerVersion, {
        state: 'approved',
        approvedBy: accountId,
        approvedAt: context.now,
      })
      await becomePrepared(context, target.petition, kind)
    },
  })
}

function approveOnPaperChange(name: string, kind: Kind, action: PetitionAction) {
  return defineChange({
    name,
    permission: 'petition:record-paper-approval',
    input: approveOnPaperForm,
    scope: scopeOf('lead'),
    async run(context, input) {
      requireNotFuture(context, { paperApprovedOn: input.paperApprovedOn })
      const target = await answerFor(context, input.id, kind, action)
      await change(context, target, input.answerVersion, {
        state: 'approved',
        approvedOnPaper: true,
        paperApprover: input.paperApprover,
        paperApprovedOn: input.paperApprovedOn,
        approvedAt: context.now,
      })
      for (const upload of input.uploads) {
        await attachUpload(context, { subjectKind: 'petition', subjectId: input.id, upload, label: 'signedPage' })
      }
      await becomePrepared(context, target.petition, kind)
    },
  })
}

function returnChange(name: string, kind: Kind, action: PetitionAction) {
  const { permission, scope } = actionAccess[action]
  return defineChange({
    name,
    permission,
    input: returnAnswerForm,
    scope: scopeOf(scope),
    async run(context, input) {
      const target = await answerFor(context, input.id, kind, action)
      const values = { state: 'returned', returnedReason: input.reason, approvedBy: null, approvedAt: null }
      await change(context, target, input.answerVersion, values, input.reason)
      if (target.petition.state === 'answerPrepared') {
        await savePetition(context, target.petition, target.petition.version, { state: 'assigned' })
      }
      await sendMessage(context, {
        to: { agencyId: target.petition.leadAgencyId },
        kind: 'petition-answer-returned',
        subjectKind: 'petition',
        subjectId: target.petition.id,
        params: { code: target.petition.code, reason: input.reason },
        dedupeKey: `petition ${target.petition.id} answer ${target.answer.id} returned v${target.answer.version}`,
      })
    },
  })
}

/** Drafted → submitted → approved by the head of the agency, never by who drafted it; or on paper, recorded so. */
export const submitAnswer = submitChange('petition/submit-answer', 'prepared', 'submitAnswer', 'petition:draft-answer')
export const approveAnswer = approveChange('petition/approve-answer', 'prepared', 'approveAnswer')
export const approveAnswerOnPaper = approveOnPaperChange(
  'petition/approve-answer-on-paper',
  'prepared',
  'approveAnswerOnPaper',
)
/** The head returns the draft with the reason. */
export const returnAnswer = returnChange('petition/return-answer', 'prepared', 'returnAnswer')
/** The lead office, consolidating all answers (D4), sends one back to its agency with the reason. */
export const sendBackAnswer = returnChange('petition/send-back-answer', 'prepared', 'sendBackAnswer')

export const submitReply = submitChange('petition/submit-reply', 'reply', 'submitReply', 'petition:reply')
export const approveReply = approveChange('petition/approve-reply', 'reply', 'approveReply')
export const approveReplyOnPaper = approveOnPaperChange(
  'petition/approve-reply-on-paper',
  'reply',
  'approveReplyOnPaper',
)
export const returnReply = returnChange('petition/return-reply', 'reply', 'returnReply')
