import type { ChangeContext } from '../changes/define-change.ts'
import { eraseAttachment, findAttachment, listAttachments, withdrawAttachment } from '../documents/attachment-store.ts'

/** The files of a draft whose text was locked: they say what it said. */
export async function eraseFiles(context: ChangeContext, paperId: number): Promise<void> {
  const files = await listAttachments(context.db, context.authorityId, 'paper', paperId)
  const reason = 'Tệp của bản dự thảo đã khóa, được soạn lại từ dữ liệu.'
  for (const file of files) if (!file.erasedAt) await eraseAttachment(context, file.id, reason)
}

/** The text is another one from now on; the file stays, withdrawn. */
export async function withdrawWordFile(context: ChangeContext, attachmentId: number, reason: string): Promise<void> {
  const file = await findAttachment(context.db, context.authorityId, attachmentId)
  if (file && !file.withdrawnAt && !file.erasedAt) await withdrawAttachment(context, attachmentId, reason)
}
