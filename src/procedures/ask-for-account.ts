import { defineChange } from '../changes/define-change.ts'
import { accountDue } from '../deadlines/account-due.ts'
import { placeDeadline } from '../deadlines/place-deadline.ts'
import { sendMessage } from '../messages/send-message.ts'
import { InputRejected } from '../platform/errors.ts'
import { accountRequestForm } from '../supervision/supervision-forms.ts'
import { aboutScope } from '../supervision/supervision-scope.ts'
import { writeAct } from '../supervision/write-act.ts'

/** An overseer asks an agency for an account by a day; the day becomes a deadline of that agency. */
export const askForAccount = defineChange({
  name: 'supervision/ask-for-account',
  permission: 'supervision:act',
  input: accountRequestForm,
  scope: aboutScope,
  async run(context, input) {
    if (input.answerDueOn < context.today) throw new InputRejected({ answerDueOn: 'beforeStart' })
    const act = await writeAct(context, { kind: 'accountRequest', onDay: context.today, ...input })
    const due = accountDue(input.answerDueOn, { on: context.today, byAgency: act.byAgencyName })
    await placeDeadline(context, {
      subjectKind: 'supervisionAct',
      subjectId: act.id,
      dialogueId: act.dialogueId,
      agencyId: input.toAgencyId,
      due,
      cause: 'opened',
      reason: `${act.byAgencyName} yêu cầu giải trình.`,
    })
    await sendMessage(context, {
      to: { agencyId: input.toAgencyId },
      kind: 'account-asked',
      subjectKind: 'supervisionAct',
      subjectId: act.id,
      params: { by: act.byAgencyName, dueOn: input.answerDueOn },
      dedupeKey: `supervision ${act.id} asked`,
    })
    return act
  },
})
