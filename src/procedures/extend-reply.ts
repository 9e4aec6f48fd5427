import { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { insertExtension, listExtensions } from '../deadlines/deadline-store.ts'
import { petitionFor, recordPetition, requireNotFuture, scopeOf } from '../petitions/petition-record.ts'
import type { PetitionAction } from '../petitions/petition-state.ts'
import type { Day } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import { loadDialogueClock } from './dialogue-clock.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'
import { replyDueOn, tellPetitioner } from './tell-petitioner.ts'

const extendForm = z.object({ id: f.id(), reasonKey: f.key(), reason: f.text(2000) })
const extendOnPaperForm = extendForm.extend({ paperApprover: f.personName(), paperApprovedOn: f.day() })

interface Grant {
  action: PetitionAction
  byName: string
  on: Day
  onPaper: boolean
}

/** Whether the regulation of the petition's dialogue lets the reply be extended, and for which reasons. */
export async function findReplyExtension(
  context: Pick<ChangeContext, 'db' | 'authorityId'>,
  dialogueId: number | null,
) {
  if (dialogueId === null) return null
  const clock = await loadDialogueClock(context.db, context.authorityId, dialogueId)
  return clock.rules.find((rule) => rule.key === 'replyLetter')?.extension ?? null
}

async function extend(context: ChangeContext, input: z.output<typeof extendForm>, grant: Grant): Promise<void> {
  const petition = await petitionFor(context, input.id, grant.action)
  const extension = await findReplyExtension(context, petition.dialogueId)
  requireRule(extension !== null, 'petition/no-extension')
  const why = extension.reasons.find((reason) => reason.key === input.reasonKey)
  if (!why) throw new InputRejected({ reasonKey: 'notInList' })
  const subject = { subjectKind: 'petition', subjectId: petition.id }
  const earlier = await listExtensions(context.db, context.authorityId, subject)
  requireRule(!earlier.some((one) => one.key === 'replyLetter'), 'petition/already-extended')
  await insertExtension(context.db, {
    ...subject,
    authorityId: context.authorityId,
    key: 'replyLetter',
    reasonKey: input.reasonKey,
    reasonLabel: why.label,
    reason: input.reason,
    grantedOn: grant.on,
    grantedBy: context.actor.accountId,
    grantedByName: grant.byName,
    onPaper: grant.onPaper,
  })
  recordPetition(
    context,
    petition.id,
    { reasonKey: input.reasonKey, grantedOn: grant.on, onPaper: grant.onPaper },
    {
      reason: input.reason,
    },
  )
  await refreshPetitionDeadlines(context, petition.id, { cause: 'extension', reason: input.reason })
  const params = { why: why.label, dueOn: await replyDueOn(context, petition.id) }
  await tellPetitioner(context, 'extended', petition.id, params, 'extension')
}

/** The chair extends the time for the written reply, where the regulation allows it and for its reasons. */
export const extendReply = defineChange({
  name: 'petition/extend-reply',
  permission: 'deadline:extend',
  input: extendForm,
  scope: scopeOf('given'),
  run: (context, input) =>
    extend(context, input, { action: 'extend', byName: context.actor.displayName, on: context.today, onPaper: false }),
})

/** The extension was signed on paper. */
export const extendReplyOnPaper = defineChange({
  name: 'petition/extend-reply-on-paper',
  permission: 'petition:propose-decision',
  input: extendOnPaperForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    requireNotFuture(context, { paperApprovedOn: input.paperApprovedOn })
    const grant = { byName: input.paperApprover, on: input.paperApprovedOn, onPaper: true }
    await extend(context, input, { action: 'extendOnPaper', ...grant })
  },
})
