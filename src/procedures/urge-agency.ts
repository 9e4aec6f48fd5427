import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requirePermission, requireRule } from '../changes/perform-change.ts'
import { draftPaper } from '../documents/draft-paper.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { sendMessage } from '../messages/send-message.ts'
import { urgingForm } from '../supervision/supervision-forms.ts'
import { aboutScope } from '../supervision/supervision-scope.ts'
import { updateAct } from '../supervision/supervision-store.ts'
import { type WrittenAct, writeAct } from '../supervision/write-act.ts'

/**
 * Đôn đốc (I3): the agency is told at once, the urging is kept, and where wanted the letter is drafted with it, to be
 * approved, numbered and sent as any paper.
 */
export const urgeAgency = defineChange({
  name: 'supervision/urge',
  permission: 'supervision:urge',
  input: urgingForm,
  scope: aboutScope,
  async run(context, input) {
    const act = await writeAct(context, { kind: 'urging', onDay: context.today, ...input })
    const paperId = input.withLetter ? await draftLetter(context, act, input) : null
    await sendMessage(context, {
      to: { agencyId: input.toAgencyId },
      kind: 'urged',
      subjectKind: 'supervisionAct',
      subjectId: act.id,
      params: { by: act.byAgencyName },
      dedupeKey: `supervision ${act.id} urged`,
    })
    return { ...act, paperId }
  },
})

interface LetterInput {
  petitionId: number | null
  toAgencyId: number
  content: string
}

async function draftLetter(context: ChangeContext, act: WrittenAct, input: LetterInput): Promise<number> {
  const { authorityId } = context
  requirePermission(context.actor, 'paper:draft', { authorityId, agencyIds: [act.byAgencyId] })
  requireRule(input.petitionId !== null || act.dialogueId !== null, 'supervision/letter-needs-subject')
  const subject =
    input.petitionId === null
      ? { subjectKind: 'dialogue', subjectId: act.dialogueId! }
      : { subjectKind: 'petition', subjectId: input.petitionId }
  const paperId = await draftPaper(context, {
    ...subject,
    kind: 'urgingLetter',
    dialogueId: act.dialogueId,
    title: `V/v đôn đốc ${act.toAgencyName ?? ''}`.trim(),
    body: input.content,
    issuerAgencyId: act.byAgencyId,
  })
  const name = act.toAgencyName ?? ''
  await addRecipients(context, paperId, [{ agencyId: input.toAgencyId, name, purpose: 'competentAgency' }])
  await updateAct(context.db, { authorityId, id: act.id }, 1, { paperId })
  return paperId
}
