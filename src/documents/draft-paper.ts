import type { ChangeContext } from '../changes/define-change.ts'
import { BrokenRule, InputRejected, NotFound, StaleEdit } from '../platform/errors.ts'
import { isPaperKind } from './number-book.ts'
import { addEditor, getPaper, insertPaper, isExternalIssuer, lockPaper, updatePaper } from './paper-store.ts'

export interface PaperDraft {
  /** key of PAPER_KINDS */
  kind: string
  subjectKind: string
  subjectId: number
  dialogueId: number | null
  title: string
  body?: string
  issuerAgencyId: number | null
  /** the issued paper that this one will replace when it is issued */
  replacesPaperId?: number | null
}

/** Puts down the draft of a paper. Returns its id. */
export async function draftPaper(context: ChangeContext, draft: PaperDraft): Promise<number> {
  const { db, authorityId, actor } = context
  if (!isPaperKind(draft.kind)) throw new InputRejected({ kind: 'notInList' })
  if (draft.issuerAgencyId !== null && (await isExternalIssuer(db, authorityId, draft.issuerAgencyId)) === null) {
    throw new InputRejected({ issuerAgencyId: 'notInList' })
  }
  const replacesPaperId = draft.replacesPaperId ?? null
  if (replacesPaperId !== null) {
    const replaced = await getPaper(db, authorityId, replacesPaperId)
    if (replaced.state !== 'issued') throw new BrokenRule('paper/only-issued-is-replaced')
  }
  const paper = {
    kind: draft.kind,
    subjectKind: draft.subjectKind,
    subjectId: draft.subjectId,
    dialogueId: draft.dialogueId,
    title: draft.title,
    body: draft.body ?? '',
    issuerAgencyId: draft.issuerAgencyId,
    draftedBy: actor.accountId,
    replacesPaperId,
  }
  const id = await insertPaper(db, authorityId, paper)
  context.record({
    subjectKind: 'paper',
    subjectId: id,
    action: 'paper/draft',
    after: paper,
    personal: ['title', 'body'],
  })
  return id
}

/** Whoever changes the words of a draft does not approve them (`mayApprove`); what the program itself does counts for nobody. */
export async function noteEditor({ db, authorityId, actor }: ChangeContext, paperId: number): Promise<void> {
  if (actor.accountId !== null) await addEditor(db, authorityId, paperId, actor.accountId)
}

/** Corrects the draft of a paper; what is approved or issued stays as it is. */
export async function editDraft(
  context: ChangeContext,
  edit: { paperId: number; version: number; title: string; body: string; issuerAgencyId: number | null },
): Promise<void> {
  const { db, authorityId } = context
  const paper = await lockPaper(db, authorityId, edit.paperId)
  if (paper.state !== 'draft') throw new BrokenRule('paper/only-draft-is-edited')
  if (paper.version !== edit.version) throw new StaleEdit('paper', { ...paper })
  if (edit.issuerAgencyId !== null && (await isExternalIssuer(db, authorityId, edit.issuerAgencyId)) === null) {
    throw new NotFound('agency')
  }
  const after = { title: edit.title, body: edit.body, issuerAgencyId: edit.issuerAgencyId }
  await updatePaper(db, authorityId, paper, after)
  context.record({
    subjectKind: 'paper',
    subjectId: paper.id,
    action: 'paper/edit',
    before: { title: paper.title, body: paper.body, issuerAgencyId: paper.issuerAgencyId },
    after,
    personal: ['title', 'body'],
  })
}
