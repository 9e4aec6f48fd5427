import type { z } from 'zod'
import type { ChangeContext } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import type { answerAtConferenceForm, resolveBeforeForm } from './answer-forms.ts'
import { markAnswered } from './mark-answered.ts'
import { findDialogueOfPetition } from './petition-dialogue-store.ts'
import { petitionFor, requireNotBefore, requireNotFuture } from './petition-record.ts'

/** What was answered at the conference: the words and who said them (G14–G16, biên bản). */
export async function answerAtConference(
  context: ChangeContext,
  input: z.output<typeof answerAtConferenceForm>,
): Promise<void> {
  const petition = await petitionFor(context, input.id, 'answerAtConference')
  const dialogue =
    petition.dialogueId === null
      ? null
      : await findDialogueOfPetition(context.db, context.authorityId, petition.dialogueId)
  if (!dialogue?.heldOn) throw new BrokenRule('petition/no-conference-day')
  const answeredOn = input.answeredOn ?? dialogue.heldOn
  requireNotFuture(context, { answeredOn })
  await markAnswered(
    context,
    petition,
    input.version,
    { answeredHow: 'atConference', answeredOn },
    {
      answerId: null,
      kind: 'atConference',
      text: input.text,
      agencyId: petition.leadAgencyId,
      answeredByName: input.answeredByName,
    },
    { disposition: input.disposition ?? 'answeredAtConference' },
  )
}

/** Settled before the dialogue (D6): it is told at the conference as done, with the answer and the day. */
export async function resolveBefore(context: ChangeContext, input: z.output<typeof resolveBeforeForm>): Promise<void> {
  const petition = await petitionFor(context, input.id, 'resolveBefore')
  requireNotFuture(context, { settledOn: input.settledOn })
  requireNotBefore(petition.receivedOn, { settledOn: input.settledOn })
  await markAnswered(
    context,
    petition,
    input.version,
    { answeredHow: 'beforeConference', answeredOn: input.settledOn },
    {
      answerId: null,
      kind: 'prepared',
      text: input.text,
      agencyId: petition.leadAgencyId,
      answeredByName: input.answeredByName || null,
    },
    {
      resolvedBefore: true,
      settledOn: input.settledOn,
      settlement: input.text,
      disposition: petition.disposition ?? 'answeredAtConference',
    },
  )
}
