import type { ChangeContext } from '../changes/define-change.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import { BrokenRule, NotFound } from '../platform/errors.ts'

/** What is known of a received file; `ReceivedUpload` of `platform/files` fits. */
export interface UploadFacts {
  name: string
  mediaType: string
  size: number
  sha256: string
}

export interface Attachment {
  id: number
  subjectKind: string
  subjectId: number
  sha256: string
  name: string
  label: string | null
  mediaType: string
  size: number
  uploadedBy: number | null
  uploadedAt: Date
  withdrawnAt: Date | null
  withdrawnReason: string | null
  erasedAt: Date | null
  erasedReason: string | null
}

interface NewAttachment {
  subjectKind: string
  subjectId: number
  upload: UploadFacts
  /** what the file is to its subject (`signedPage`, `content`), or free words */
  label?: string | null
}

/** Binds a received file to a record, with its line in the log. Returns the attachment's id. */
export async function attachUpload(context: ChangeContext, attachment: NewAttachment): Promise<number> {
  const { upload, subjectKind, subjectId } = attachment
  await context.db
    .insertInto('storedFile')
    .values({ sha256: upload.sha256, size: upload.size, mediaType: upload.mediaType, storedAt: context.now })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ erasedAt: null }))
    .execute()
  const row = await context.db
    .insertInto('attachment')
    .values({
      authorityId: context.authorityId,
      subjectKind,
      subjectId,
      sha256: upload.sha256,
      name: upload.name,
      label: attachment.label ?? null,
      uploadedBy: context.actor.accountId,
      uploadedAt: context.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  context.record({
    subjectKind,
    subjectId,
    action: 'attachment/add',
    after: {
      attachmentId: row.id,
      name: upload.name,
      sha256: upload.sha256,
      size: upload.size,
      label: attachment.label ?? null,
    },
    personal: ['name'],
  })
  return row.id
}

function attachments(db: Db, authorityId: number) {
  return db
    .selectFrom('attachment')
    .innerJoin('storedFile', 'storedFile.sha256', 'attachment.sha256')
    .where('attachment.authorityId', '=', authorityId)
    .select([
      'attachment.id',
      'attachment.subjectKind',
      'attachment.subjectId',
      'attachment.sha256',
      'attachment.name',
      'attachment.label',
      'storedFile.mediaType',
      'storedFile.size',
      'attachment.uploadedBy',
      'attachment.uploadedAt',
      'attachment.withdrawnAt',
      'attachment.withdrawnReason',
      'attachment.erasedAt',
      'attachment.erasedReason',
    ])
}

const attachmentsOf = fixedRead((db, authorityId: number, subjectKind: string, subjectId: number) =>
  attachments(db, authorityId)
    .where('attachment.subjectKind', '=', subjectKind)
    .where('attachment.subjectId', '=', subjectId)
    .orderBy('attachment.id'),
)

/** Files of one record in the order they came, withdrawn and erased ones included (they are marked). */
export async function listAttachments(
  db: Db,
  authorityId: number,
  subjectKind: string,
  subjectId: number,
): Promise<Attachment[]> {
  return attachmentsOf(db, authorityId, subjectKind, subjectId)
}

/** As `listAttachments`, for many records of one kind. */
export async function listAttachmentsOf(
  db: Db,
  authorityId: number,
  subjectKind: string,
  subjectIds: readonly number[],
): Promise<Attachment[]> {
  if (subjectIds.length === 0) return []
  return attachments(db, authorityId)
    .where('attachment.subjectKind', '=', subjectKind)
    .where('attachment.subjectId', 'in', [...subjectIds])
    .orderBy('attachment.id')
    .execute()
}

export async function findAttachment(db: Db, authorityId: number, id: number): Promise<Attachment | null> {
  const row = await attachments(db, authorityId).where('attachment.id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Takes a file out of use; it stays stored and is shown as withdrawn with its reason. */
export async function withdrawAttachment(context: ChangeContext, id: number, reason: string): Promise<void> {
  const current = await findAttachment(context.db, context.authorityId, id)
  if (!current) throw new NotFound('attachment')
  if (current.withdrawnAt) throw new BrokenRule('attachment/already-withdrawn')
  await context.db
    .updateTable('attachment')
    .set({ withdrawnAt: context.now, withdrawnReason: reason })
    .where('authorityId', '=', context.authorityId)
    .where('id', '=', id)
    .execute()
  context.record({
    subjectKind: current.subjectKind,
    subjectId: current.subjectId,
    action: 'attachment/withdraw',
    before: { attachmentId: id, withdrawn: false },
    after: { attachmentId: id, withdrawn: true },
    reason,
  })
}

/**
 * Erases the content of a file on request of the person it concerns; name and reason of the tombstone and the hash
 * stay. The bytes go when `removeErasedFiles` runs next, unless the same content is still used elsewhere.
 */
export async function eraseAttachment(context: ChangeContext, id: number, reason: string): Promise<void> {
  const current = await findAttachment(context.db, context.authorityId, id)
  if (!current) throw new NotFound('attachment')
  if (current.erasedAt) throw new BrokenRule('attachment/already-erased')
  await context.db
    .updateTable('attachment')
    .set({ erasedAt: context.now, erasedReason: reason, name: 'noi-dung-da-xoa' })
    .where('authorityId', '=', context.authorityId)
    .where('id', '=', id)
    .execute()
  await context.db
    .updateTable('storedFile')
    .set({ erasedAt: context.now })
    .where('sha256', '=', current.sha256)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attachment')
            .select('attachment.id')
            .whereRef('attachment.sha256', '=', 'storedFile.sha256')
            .where('attachment.erasedAt', 'is', null),
        ),
      ),
    )
    .execute()
  context.record({
    subjectKind: current.subjectKind,
    subjectId: current.subjectId,
    action: 'attachment/erase',
    before: { attachmentId: id, sha256: current.sha256, erased: false },
    after: { attachmentId: id, sha256: current.sha256, erased: true },
    reason,
  })
}
