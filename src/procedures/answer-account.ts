import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { meetDeadline, voidDeadline } from '../deadlines/place-deadline.ts'
import { sendMessage } from '../messages/send-message.ts'
import { InputRejected } from '../platform/errors.ts'
import { awaitsAnswer } from '../supervision/supervision-act.ts'
import { answerAccountForm, withdrawRequestForm } from '../supervision/supervision-forms.ts'
import { actScope, answerScope } from '../supervision/supervision-scope.ts'
import { getAct, updateAct } from '../supervision/supervision-store.ts'

/** The account given; its deadline is met on the day it was answered. Given on paper by an agency without an account, the lead office enters it. */
export const answerAccount = defineChange({
  name: 'supervision/answer-account',
  permission: 'supervision:answer',
  input: answerAccountForm,
  scope: answerScope,
  async run(context, input) {
    const act = await getAct(context.db, context.authorityId, input.id)
    requireRule(awaitsAnswer(act), 'supervision/nothing-to-answer')
    if (input.answeredOn > context.today) throw new InputRejected({ answeredOn: 'inFuture' })
    if (input.answeredOn < act.onDay) throw new InputRejected({ answeredOn: 'beforeStart' })
    const answered = {
      answer: input.answer,
      answeredOn: input.answeredOn,
      answeredBy: context.actor.accountId,
    }
    await updateAct(context.db, act, input.version, answered)
    context.record({ subjectKind: 'supervisionAct', subjectId: act.id, after: answered, personal: ['answer'] })
    const subject = { subjectKind: 'supervisionAct', subjectId: act.id, key: 'accountDue' }
    await meetDeadline(context, { ...subject, metOn: input.answeredOn })
    await sendMessage(context, {
      to: { agencyId: act.byAgencyId },
      kind: 'account-answered',
      subjectKind: 'supervisionAct',
      subjectId: act.id,
      params: { answeredOn: input.answeredOn },
      dedupeKey: `supervision ${act.id} answered`,
    })
  },
})

/** The overseer no longer keeps up the request; it stays on record with the reason, its deadline falls away. */
export const withdrawAccountRequest = defineChange({
  name: 'supervision/withdraw-request',
  permission: 'supervision:act',
  input: withdrawRequestForm,
  scope: actScope,
  async run(context, input) {
    const act = await getAct(context.db, context.authorityId, input.id)
    requireRule(awaitsAnswer(act), 'supervision/nothing-to-answer')
    const isOwn = context.actor.homeAuthorityId !== context.authorityId || context.actor.agencyId === act.byAgencyId
    requireRule(isOwn, 'supervision/not-own-request')
    const withdrawn = { withdrawnOn: context.today, withdrawnReason: input.reason }
    await updateAct(context.db, act, input.version, withdrawn)
    context.record({ subjectKind: 'supervisionAct', subjectId: act.id, after: withdrawn, reason: input.reason })
    const subject = { subjectKind: 'supervisionAct', subjectId: act.id, key: 'accountDue' }
    await voidDeadline(context, { ...subject, reason: input.reason })
  },
})
