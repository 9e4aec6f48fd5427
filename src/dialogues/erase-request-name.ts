import { z } from 'zod'
import { erasePersonalNaming } from '../changes/change-log-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import * as f from '../platform/form-fields.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { blankNameInRequest } from './named-in-request-store.ts'
import { countSigners } from './portal-register-store.ts'

const TOMBSTONE = '(đã xóa dữ liệu cá nhân)'

const eraseRequestNameForm = z.object({
  id: f.id(),
  name: f.personName(300),
  alsoContents: f.checkbox(),
  reason: f.text(1000),
})

/**
 * Somebody who asked for a dialogue, or signed with others, asks that the own data be erased (Law 91/2025/QH15). Who asked
 * takes the request back first while it waits for its decision; a signature without its name counts no more until then.
 */
export const eraseRequestName = defineChange({
  name: 'request/erase-name',
  permission: 'petition:erase-person',
  input: eraseRequestNameForm,
  async run(context, { id, name, alsoContents, reason }) {
    const rows = await eraseNameOfRequest(context, { id, name, words: alsoContents, reason })
    requireRule(rows > 0, 'request/name-not-found')
    return { rows }
  },
})

/** As `eraseRequestName`, within another change. Returns how many rows held the name. */
export async function eraseNameOfRequest(
  context: ChangeContext,
  of: { id: number; name: string; words: boolean; reason: string },
): Promise<number> {
  const { db, authorityId, now } = context
  const before = await getRow(context, 'dialogueRequest', of.id)
  const isOpen = before.state === 'received'
  requireRule(!isOpen || !isSameName(before.requesterName, of.name), 'request/withdraw-first')
  const place = { authorityId, requestId: of.id, name: of.name, words: of.words, tombstone: TOMBSTONE }
  const rows = await blankNameInRequest(db, { ...place, signaturesEndAt: isOpen ? now : null })
  if (rows === 0) return 0
  const subject = { subjectKind: 'dialogueRequest', subjectIds: [of.id], word: of.name }
  await erasePersonalNaming(db, authorityId, subject)
  if (isOpen && before.fromPortal) {
    const signerCount = await countSigners(db, authorityId, of.id)
    await changeRow(context, 'dialogueRequest', of.id, null, { signerCount }, { action: 'request/erase-name' })
  }
  context.record({
    ...{ subjectKind: 'dialogueRequest', subjectId: of.id, action: 'request/erase-name' },
    ...{ after: { erasedRows: rows, alsoContents: of.words }, reason: of.reason },
  })
  return rows
}

function isSameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLocaleLowerCase('vi') === other.normalize('NFC').toLocaleLowerCase('vi')
}
