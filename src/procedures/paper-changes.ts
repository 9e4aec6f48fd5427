import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { approvePaper, withdrawApproval } from '../documents/approve-paper.ts'
import { attachUpload, findAttachment, withdrawAttachment } from '../documents/attachment-store.ts'
import { draftPaper, editDraft, noteEditor } from '../documents/draft-paper.ts'
import { issuePaper, recordIssuedPaper } from '../documents/issue-paper.ts'
import { keptBy, mayWithdrawFile } from '../documents/paper.ts'
import {
  approveOnPaperInput,
  approvePaperInput,
  attachFileInput,
  draftPaperInput,
  editPaperInput,
  issuePaperInput,
  paperReasonInput,
  recordIssuedPaperInput,
  withdrawFileInput,
} from '../documents/paper-forms.ts'
import { getPaper, listRecipients, lockPaper } from '../documents/paper-store.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { discardDraft, voidPaper } from '../documents/void-paper.ts'
import type { Db } from '../platform/db/connection.ts'
import { BrokenRule, InputRejected, NotFound } from '../platform/errors.ts'
import { draftingScope, findPaperScopes } from './paper-access.ts'
import { dialogueOfSubject } from './paper-subject.ts'
import { requireFreeText, sealText, versionToApprove } from './paper-text.ts'
import { refreshAfterPaper } from './refresh-after-paper.ts'

/** The scope of working on the paper an input is about. */
export async function workingScope(db: Db, authorityId: number, input: { id: number }) {
  return (await findPaperScopes(db, authorityId, input.id))?.working ?? null
}

/** Refuses a paper that an act of its own leads from draft to issue. */
function requireFree(paper: Parameters<typeof keptBy>[0]): void {
  const keeper = keptBy(paper)
  if (keeper) throw new BrokenRule(`paper/kept-by-${keeper}`)
}

/** An act on one paper that is free; it gets the input with the id of the paper under its name. */
function onFree<Input extends { id: number }, Result>(
  act: (context: ChangeContext, input: Input & { paperId: number }) => Promise<Result>,
) {
  return async (context: ChangeContext, input: Input): Promise<Result> => {
    requireFree(await getPaper(context.db, context.authorityId, input.id))
    return act(context, { ...input, paperId: input.id })
  }
}

/** A new draft, with its file when there is one; the draft of a new version takes the old one's addressees over. */
export const draftPaperChange = defineChange({
  name: 'paper/draft',
  permission: 'paper:draft',
  input: draftPaperInput,
  scope: draftingScope,
  async run(context, input) {
    requireFree(input)
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
    requireFree(input)
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
  run: onFree(async (context, input) => {
    await requireFreeText(context, input.paperId)
    await editDraft(context, input)
    await noteEditor(context, input.paperId)
  }),
})

/** Approves what was read: a draft that was changed since the page was opened is read again first. */
export const approvePaperChange = defineChange({
  name: 'paper/approve',
  permission: 'paper:approve',
  input: approvePaperInput,
  scope: workingScope,
  run: onFree(async (context, { paperId, seen }) => {
    await requireFreeText(context, paperId)
    const { db, authorityId } = context
    const paper = await lockPaper(db, authorityId, paperId)
    if (seen !== '' && paper.state === 'draft' && seen !== (await versionToApprove(db, authorityId, paper)))
      throw new BrokenRule('paper/changed-since-opened')
    await approvePaper(context, { paperId })
  }),
})

export const approveOnPaperChange = defineChange({
  name: 'paper/approve-on-paper',
  permission: 'paper:draft',
  input: approveOnPaperInput,
  scope: workingScope,
  run: onFree(async (context, input) => {
    await requireFreeText(context, input.paperId)
    await approvePaper(context, { paperId: input.paperId, onPaper: input })
  }),
})

export const withdrawApprovalChange = defineChange({
  name: 'paper/withdraw-approval',
  permission: 'paper:draft',
  input: paperReasonInput,
  scope: workingScope,
  run: onFree((context, input) => withdrawApproval(context, input)),
})

export const issuePaperChange = defineChange({
  name: 'paper/issue',
  permission: 'paper:issue',
  input: issuePaperInput,
  scope: workingScope,
  run: onFree(async (context, input) => {
    const issued = await issuePaper(context, input)
    await sealText(context, input.paperId)
    await refreshAfterPaper(context, input.paperId)
    return issued
  }),
})

export const voidPaperChange = defineChange({
  name: 'paper/void',
  permission: 'paper:issue',
  input: paperReasonInput,
  scope: workingScope,
  run: onFree(async (context, input) => {
    await voidPaper(context, input)
    await refreshAfterPaper(context, input.paperId)
  }),
})

/** Who may draft may drop a draft; making an issued paper void is for who issues. */
export const discardDraftChange = defineChange({
  name: 'paper/discard',
  permission: 'paper:draft',
  input: paperReasonInput,
  scope: workingScope,
  run: onFree((context, input) => discardDraft(context, input)),
})

/** A further file; what is approved or issued keeps its content, so only the signed page and annexes may still come. */
export const attachPaperFileChange = defineChange({
  name: 'paper/attach-file',
  permission: 'paper:draft',
  input: attachFileInput,
  scope: workingScope,
  async run(context, input) {
    const paper = await getPaper(context.db, context.authorityId, input.id)
    if (paper.state === 'void') throw new BrokenRule('paper/void')
    await requireFreeText(context, paper.id)
    const label = input.label ?? 'content'
    if (label === 'content') requireFree(paper)
    if (label === 'content' && paper.state !== 'draft') throw new InputRejected({ label: 'paper/content-stands' })
    await attachUpload(context, { subjectKind: 'paper', subjectId: paper.id, upload: input.file, label })
    if (label !== 'signedPage' && paper.state === 'draft') await noteEditor(context, paper.id)
  },
})

/**
 * Takes back a file that came by mistake, its hash and the reason stay: of a draft any, of an issued paper what came with
 * or after the issue (the wrong scan). What was approved stands.
 */
export const withdrawPaperFileChange = defineChange({
  name: 'paper/withdraw-file',
  permission: 'paper:draft',
  input: withdrawFileInput,
  scope: workingScope,
  async run(context, input) {
    const paper = await getPaper(context.db, context.authorityId, input.id)
    const file = await findAttachment(context.db, context.authorityId, input.attachmentId)
    if (file?.subjectKind !== 'paper' || file.subjectId !== paper.id) throw new NotFound('attachment')
    if (paper.state === 'draft') requireFree(paper)
    if (!mayWithdrawFile(paper, file)) throw new BrokenRule('paper/only-draft-is-edited')
    await withdrawAttachment(context, file.id, input.reason)
    if (file.label !== 'signedPage' && paper.state === 'draft') await noteEditor(context, paper.id)
  },
})
