import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { approvePaper, withdrawApproval } from '../documents/approve-paper.ts'
import { attachUpload, findAttachment, withdrawAttachment } from '../documents/attachment-store.ts'
import { draftPaper, editDraft } from '../documents/draft-paper.ts'
import { issuePaper, recordIssuedPaper } from '../documents/issue-paper.ts'
import { keptBy } from '../documents/paper.ts'
import {
  approveOnPaperInput,
  attachFileInput,
  draftPaperInput,
  editPaperInput,
  issuePaperInput,
  paperInput,
  paperReasonInput,
  recordIssuedPaperInput,
  withdrawFileInput,
} from '../documents/paper-forms.ts'
import { getPaper, listRecipients } from '../documents/paper-store.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { discardDraft, voidPaper } from '../documents/void-paper.ts'
import type { Db } from '../platform/db/connection.ts'
import { BrokenRule, NotFound } from '../platform/errors.ts'
import { draftingScope, findPaperScopes } from './paper-access.ts'
import { dialogueOfSubject } from './paper-subject.ts'
import { sealText } from './paper-text.ts'
import { refreshAfterPaper } from './refresh-after-paper.ts'

/** The scope of working on the paper an input is about. */
export async function workingScope(db: Db, authorityId: number, input: { id: number }) {
  return (await findPaperScopes(db, authorityId, input.id))?.working ?? null
}

/** The paper, unless an act of its own leads it from draft to issue. */
async function requireFree(context: ChangeContext, paperId: number): Promise<void> {
  const keeper = keptBy(await getPaper(context.db, context.authorityId, paperId))
  if (keeper) throw new BrokenRule(`paper/kept-by-${keeper}`)
}

/** A new draft, with its file when there is one; the draft of a new version takes the old one's addressees over. */
export const draftPaperChange = defineChange({
  name: 'paper/draft',
  permission: 'paper:draft',
  input: draftPaperInput,
  scope: draftingScope,
  async run(context, input) {
    const keeper = keptBy(input)
    if (keeper) throw new BrokenRule(`paper/kept-by-${keeper}`)
    const dialogueId = await dialogueOfSubject(context, input.subjectKind, input.subjectId)
    const paperId = await draftPaper(context, { ...input, dialogueId })
    if (input.file) {
      const file = { subjectKind: 'paper', subjectId: paperId, upload: input.file, label: 'content' }
      await attachUpload(context, file)
    }
    if (input.replacesPaperId !== null) {
      const replaced = await getPaper(context.db, context.authorityId, input.replacesPaperId)
      const same = replaced.subjectKind === input.subjectKind && replaced.subjectId === input.subjectId
      if (!same) throw new NotFound('paper')
      await addRecipients(context, paperId, await listRecipients(context.db, context.authorityId, replaced.id))
    }
    return { paperId }
  },
})

/** A paper that was approved and issued on paper already, entered in one step. */
export const recordIssuedPaperChange = defineChange({
  name: 'paper/record-issued',
  permission: 'paper:issue',
  input: recordIssuedPaperInput,
  scope: draftingScope,
  async run(context, input) {
    const keeper = keptBy(input)
    if (keeper) throw new BrokenRule(`paper/kept-by-${keeper}`)
    const dialogueId = await dialogueOfSubject(context, input.subjectKind, input.subjectId)
    const done = await recordIssuedPaper(context, { ...input, dialogueId })
    await refreshAfterPaper(context, done.paperId)
    return done
  },
})

export const editPaperChange = defineChange({
  name: 'paper/edit',
  permission: 'paper:draft',
  input: editPaperInput,
  scope: workingScope,
  async run(context, input) {
    await requireFree(context, input.id)
    await editDraft(context, { ...input, paperId: input.id })
  },
})

export const approvePaperChange = defineChange({
  name: 'paper/approve',
  permission: 'paper:approve',
  input: paperInput,
  scope: workingScope,
  async run(context, input) {
    await requireFree(context, input.id)
    await approvePaper(context, { paperId: input.id })
  },
})

export const approveOnPaperChange = defineChange({
  name: 'paper/approve-on-paper',
  permission: 'paper:draft',
  input: approveOnPaperInput,
  scope: workingScope,
  async run(context, input) {
    await requireFree(context, input.id)
    await approvePaper(context, { paperId: input.id, onPaper: input })
  },
})

export const withdrawApprovalChange = defineChange({
  name: 'paper/withdraw-approval',
  permission: 'paper:draft',
  input: paperReasonInput,
  scope: workingScope,
  async run(context, input) {
    await requireFree(context, input.id)
    await withdrawApproval(context, { paperId: input.id, reason: input.reason })
  },
})

export const issuePaperChange = defineChange({
  name: 'paper/issue',
  permission: 'paper:issue',
  input: issuePaperInput,
  scope: workingScope,
  async run(context, input) {
    await requireFree(context, input.id)
    const issued = await issuePaper(context, { ...input, paperId: input.id })
    await sealText(context, input.id)
    await refreshAfterPaper(context, input.id)
    return issued
  },
})

export const voidPaperChange = defineChange({
  name: 'paper/void',
  permission: 'paper:issue',
  input: paperReasonInput,
  scope: workingScope,
  async run(context, input) {
    await requireFree(context, input.id)
    await voidPaper(context, { paperId: input.id, reason: input.reason })
    await refreshAfterPaper(context, input.id)
  },
})

/** Who may draft may drop a draft; making an issued paper void is for who issues. */
export const discardDraftChange = defineChange({
  name: 'paper/discard',
  permission: 'paper:draft',
  input: paperReasonInput,
  scope: workingScope,
  async run(context, input) {
    await requireFree(context, input.id)
    await discardDraft(context, { paperId: input.id, reason: input.reason })
  },
})

/** A further file; what is issued keeps its content, so only the signed page and annexes may still come. */
export const attachPaperFileChange = defineChange({
  name: 'paper/attach-file',
  permission: 'paper:draft',
  input: attachFileInput,
  scope: workingScope,
  async run(context, input) {
    const paper = await getPaper(context.db, context.authorityId, input.id)
    if (paper.state === 'void') throw new BrokenRule('paper/void')
    const label = input.label ?? 'content'
    await attachUpload(context, { subjectKind: 'paper', subjectId: paper.id, upload: input.file, label })
  },
})

export const withdrawPaperFileChange = defineChange({
  name: 'paper/withdraw-file',
  permission: 'paper:draft',
  input: withdrawFileInput,
  scope: workingScope,
  async run(context, input) {
    const paper = await getPaper(context.db, context.authorityId, input.id)
    if (paper.state !== 'draft') throw new BrokenRule('paper/only-draft-is-edited')
    const file = await findAttachment(context.db, context.authorityId, input.attachmentId)
    if (file?.subjectKind !== 'paper' || file.subjectId !== paper.id) throw new NotFound('attachment')
    await withdrawAttachment(context, file.id, input.reason)
  },
})
