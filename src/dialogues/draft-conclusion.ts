import { findAgencyByRole } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { draftPaper, noteEditor } from '../documents/draft-paper.ts'
import { StaleEdit } from '../platform/errors.ts'
import { findChairModel } from '../regulations/regulation.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { type ConclusionDraftInput, conclusionDraftForm } from './conclusion-forms.ts'
import { findConclusionNotice, paperInWork } from './conclusion-store.ts'
import { type Dialogue, requireOpen } from './dialogue.ts'
import { addRow, changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

/** Begins or continues the conclusion notice: overall assessment and how it is carried out (forms.md 6). */
export const draftConclusion = defineChange({
  name: 'conclusion/draft',
  permission: 'conclusion:draft',
  input: conclusionDraftForm,
  run: saveConclusionDraft,
})

async function saveConclusionDraft(context: ChangeContext, input: ConclusionDraftInput): Promise<{ noticeId: number }> {
  const { id, version, ...texts } = input
  const dialogue = await lockDialogue(context.db, context.authorityId, id)
  requireOpen(dialogue)
  requireRule(dialogue.state !== 'preparing', 'dialogue/not-yet-held')
  const stored = await findConclusionNotice(context.db, context.authorityId, id)
  if (!stored) return { noticeId: await beginNotice(context, dialogue, texts) }
  requireRule(stored.state === 'draft', 'conclusion/no-longer-draft')
  if (version === null) throw new StaleEdit('conclusionNotice', stored)
  await changeRow(context, 'conclusionNotice', stored.id, version, texts)
  await noteEditor(context, paperInWork(stored))
  return { noticeId: stored.id }
}

/**
 * The notice of a dialogue that is about to be changed, begun when there is none yet; refused once it is approved.
 * Whoever changes it does not approve it.
 */
export async function noticeInDraft(context: ChangeContext, dialogueId: number): Promise<number> {
  const dialogue = await lockDialogue(context.db, context.authorityId, dialogueId)
  requireOpen(dialogue)
  requireRule(dialogue.state !== 'preparing', 'dialogue/not-yet-held')
  const stored = await findConclusionNotice(context.db, context.authorityId, dialogueId)
  if (!stored) return beginNotice(context, dialogue, { assessment: '', implementation: '' })
  requireRule(stored.state === 'draft', 'conclusion/no-longer-draft')
  await noteEditor(context, paperInWork(stored))
  return stored.id
}

async function beginNotice(
  context: ChangeContext,
  dialogue: Dialogue,
  texts: { assessment: string; implementation: string },
): Promise<number> {
  const paperId = await draftPaper(context, {
    kind: 'conclusionNotice',
    subjectKind: 'dialogue',
    subjectId: dialogue.id,
    dialogueId: dialogue.id,
    title: `Thông báo kết luận ${dialogue.title}`.slice(0, 500),
    issuerAgencyId: await issuerOf(context, dialogue),
  })
  return addRow(context, 'conclusionNotice', { dialogueId: dialogue.id, paperId, ...texts })
}

/** Whose paper the notice is: of the party committee or of the government, by the layout of the chair model. */
async function issuerOf(context: ChangeContext, dialogue: Dialogue): Promise<number | null> {
  const { regulation } = await getRegulationVersion(context.db, dialogue.regulationVersionId)
  const party = findChairModel(regulation, dialogue.chairModel)?.layoutProfile === 'party'
  for (const role of party ? ['partyCommittee'] : ['peoplesCommittee', 'provincialOffice']) {
    const agency = await findAgencyByRole(context.db, context.authorityId, role, dialogue.heldOn ?? context.today)
    if (agency) return agency.id
  }
  return dialogue.leadAgencyId
}
