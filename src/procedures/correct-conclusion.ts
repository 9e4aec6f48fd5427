import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { voidDeadline } from '../deadlines/place-deadline.ts'
import { correctConclusionForm } from '../dialogues/conclusion-forms.ts'
import {
  type ConclusionNotice,
  findConclusionNotice,
  listConclusionItems,
  setBeforeCorrection,
} from '../dialogues/conclusion-store.ts'
import { type BeforeCorrection, conclusionAsItStands } from '../dialogues/conclusion-version.ts'
import { requireOpen } from '../dialogues/dialogue.ts'
import { changeRow } from '../dialogues/dialogue-row-store.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { draftPaper } from '../documents/draft-paper.ts'
import { getPaper, listRecipients } from '../documents/paper-store.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { listConcludedPetitions } from '../petitions/conclusion-petition-store.ts'
import { NotFound } from '../platform/errors.ts'

/**
 * Begins a new version of a conclusion notice that is out already, with the reason. The issued one stays in force, and
 * its clocks run, until the new one is approved and issued in its place; everybody who got it is to get the new one.
 */
export const correctConclusion = defineChange({
  name: 'conclusion/correct',
  permission: 'conclusion:draft',
  input: correctConclusionForm,
  run: async (context, { id, reason }) => {
    const { db, authorityId } = context
    requireOpen(await lockDialogue(db, authorityId, id))
    const notice = await findConclusionNotice(db, authorityId, id)
    if (!notice || notice.paperId === null) throw new NotFound('conclusionNotice')
    requireRule(notice.state === 'issued', 'conclusion/not-issued')
    const old = await getPaper(db, authorityId, notice.paperId)
    const paperId = await draftPaper(context, {
      ...{ kind: old.kind, subjectKind: old.subjectKind, subjectId: old.subjectId, dialogueId: id },
      ...{ title: old.title, body: old.body, issuerAgencyId: old.issuerAgencyId, replacesPaperId: old.id },
    })
    await addRecipients(context, paperId, await listRecipients(db, authorityId, old.id))
    const approval = { approvedBy: null, approvedAt: null, paperApprover: null, paperApprovedOn: null }
    const values = { state: 'draft', correctingPaperId: paperId, ...approval }
    await changeRow(context, 'conclusionNotice', notice.id, null, values, { reason })
    await setBeforeCorrection(db, authorityId, notice.id, await asIssued(context, notice))
    return { id, paperId }
  },
})

/** What a correction that is dropped goes back to. */
async function asIssued({ db, authorityId }: ChangeContext, notice: ConclusionNotice): Promise<BeforeCorrection> {
  const items = await listConclusionItems(db, authorityId, notice.dialogueId)
  return conclusionAsItStands(notice, items, await listConcludedPetitions(db, authorityId, notice.dialogueId))
}

/** What the new version no longer orders is owed by nobody; what was reported done stays done. */
export async function dropLimitsTakenOut(context: ChangeContext, dialogueId: number): Promise<void> {
  const { db, authorityId } = context
  const items = await listConclusionItems(db, authorityId, dialogueId)
  const limited = new Set(items.filter((item) => item.dueOn !== null && item.leadAgencyId !== null).map(({ id }) => id))
  const key = 'conclusionItem'
  for (const row of await listDeadlines(db, authorityId, { dialogueId, key, state: 'open' })) {
    if (limited.has(row.subjectId)) continue
    const reason = 'Không còn thời hạn trong thông báo kết luận đã sửa.'
    await voidDeadline(context, { subjectKind: row.subjectKind, subjectId: row.subjectId, key, reason })
  }
}
