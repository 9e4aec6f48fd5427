import { findAgency } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { requireOpen } from '../dialogues/dialogue.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { InputRejected } from '../platform/errors.ts'
import { listSurveys } from '../surveys/survey-store.ts'
import { formKindsFor, isNumbered } from './printed-form.ts'
import { printFormsForm } from './printed-form-forms.ts'
import { insertBatch, insertForms, nextNumbers } from './printed-form-store.ts'

/**
 * Prints so many forms for a dialogue: speech registrations (003 II.4.1), opinions and petitions (004 III.2.c), ballots
 * (002 II.3.6). Batch and sheets are numbered through the dialogue without a gap; each sheet but a ballot has a serial
 * by which it comes back once. Kept: who printed how many when, for whom, with which notice on personal data.
 */
export const printForms = defineChange({
  name: 'printed-form/print',
  permission: 'form:print',
  input: printFormsForm,
  async run(context, { id: dialogueId, notice, ...input }) {
    const { db, authorityId, actor, now } = context
    const dialogue = await lockDialogue(db, authorityId, dialogueId)
    requireOpen(dialogue)
    const survey = (await listSurveys(db, authorityId, dialogueId)).find((one) => one.state === 'open') ?? null
    const { kind, copies, forAgencyId } = input
    requireRule(formKindsFor(dialogue, survey?.id ?? null).includes(kind), 'printed-form/no-use-here')
    if (forAgencyId !== null && !(await findAgency(db, authorityId, forAgencyId)))
      throw new InputRejected({ forAgencyId: 'notFound' })
    const next = await nextNumbers(db, authorityId, dialogueId)
    const values = {
      ...{ ...input, authorityId, dialogueId, number: next.batch, printedBy: actor.accountId, printedAt: now },
      surveyId: isNumbered(kind) ? null : survey!.id,
      ...{ noticeVersion: notice.version, noticeLang: notice.lang, noticeText: notice.text },
    }
    const batchId = await insertBatch(db, values)
    const sheets = isNumbered(kind) ? Array.from({ length: copies }, (_, at) => next.sheet + at) : [null]
    await insertForms(db, { authorityId, batchId, dialogueId }, sheets)
    context.record({
      subjectKind: 'dialogue',
      subjectId: dialogueId,
      after: {
        ...{ formBatchId: batchId, number: next.batch, kind, copies, forAgencyId, forWhom: input.forWhom },
        ...{ handInAt: input.handInAt, handInUntil: input.handInUntil, notice: notice.version },
      },
    })
    return { batchId, number: next.batch }
  },
})
