import type { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { insertExtension, listExtensions } from '../deadlines/deadline-store.ts'
import { extendConclusionForm, extendConclusionOnPaperForm } from '../dialogues/conclusion-forms.ts'
import { eventDay, requireOpen } from '../dialogues/dialogue.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { requireDone } from '../dialogues/done-days.ts'
import type { Day } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import { findDeadlineRule } from '../regulations/regulation.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

interface Grant {
  byName: string
  on: Day
  onPaper: boolean
}

/** The chair grants the longer term for the notice, for one of the regulation's reasons (004 V.3.a: 10 → 15). */
export const extendConclusion = defineChange({
  name: 'conclusion/extend',
  permission: 'deadline:extend',
  input: extendConclusionForm,
  run: (context, input) =>
    extend(context, input, { byName: context.actor.displayName, on: context.today, onPaper: false }),
})

/** The chair granted it on paper: the lead office records who signed and when. */
export const extendConclusionOnPaper = defineChange({
  name: 'conclusion/extend-on-paper',
  permission: 'conclusion:draft',
  input: extendConclusionOnPaperForm,
  run: async (context, input) => {
    requireDone(context.today, { grantedOn: input.grantedOn })
    return extend(context, input, { byName: input.grantedByName, on: input.grantedOn, onPaper: true })
  },
})

async function extend(context: ChangeContext, input: z.output<typeof extendConclusionForm>, grant: Grant) {
  const { db, authorityId } = context
  const dialogue = await lockDialogue(db, authorityId, input.id)
  requireOpen(dialogue)
  requireRule(dialogue.state !== 'concluded', 'conclusion/already-issued')
  requireRule(eventDay(dialogue) !== null, 'dialogue/no-day')
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const extension = findDeadlineRule(regulation, 'conclusionNotice')?.extension
  requireRule(extension !== undefined, 'conclusion/no-extension')
  const why = extension.reasons.find((reason) => reason.key === input.reasonKey)
  if (!why) throw new InputRejected({ reasonKey: 'notInList' })
  const subject = { subjectKind: 'dialogue', subjectId: input.id }
  const earlier = await listExtensions(db, authorityId, subject)
  requireRule(!earlier.some((one) => one.key === 'conclusionNotice'), 'conclusion/already-extended')
  await insertExtension(db, {
    ...subject,
    authorityId,
    key: 'conclusionNotice',
    reasonKey: input.reasonKey,
    reasonLabel: why.label,
    reason: input.reason,
    grantedOn: grant.on,
    grantedBy: context.actor.accountId,
    grantedByName: grant.byName,
    onPaper: grant.onPaper,
  })
  const after = { reasonKey: input.reasonKey, grantedOn: grant.on, grantedBy: grant.byName, onPaper: grant.onPaper }
  context.record({ ...subject, after, reason: input.reason })
  await refreshDialogueDeadlines(context, input.id, { cause: 'extension', reason: input.reason })
  return { id: input.id }
}
