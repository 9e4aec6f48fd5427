import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { changeRow } from '../dialogues/dialogue-row-store.ts'
import { ownTokenForm, signRequestForm } from '../dialogues/portal-forms.ts'
import { countSigners, findRequestByToken, insertSigner } from '../dialogues/portal-register-store.ts'
import { keepConsent } from '../petitions/submission-receipt.ts'
import { contactHash } from '../platform/contact-text.ts'
import { NotFound } from '../platform/errors.ts'

/**
 * Signs a request for a dialogue with others (law 72/2025/QH15, art. 43: 10 % of the voters). Each contact counts once;
 * the names go to the office alone.
 */
export const signRequest = defineChange({
  name: 'request/sign',
  permission: 'dialogue:request',
  input: signRequestForm,
  run: async (context, { signTokenHash, contact, name, village, notice }) => {
    const { db, authorityId } = context
    const request = await findRequestByToken(db, authorityId, 'signTokenHash', signTokenHash)
    if (!request) throw new NotFound('dialogue-request')
    requireRule(request.state === 'received', 'request/already-decided')
    const hash = contactHash(`request ${authorityId} ${request.id}`, contact)
    const signer = { authorityId, requestId: request.id, name, village, contactHash: hash, signedAt: context.now }
    const signerId = await insertSigner(db, signer)
    requireRule(signerId !== null, 'request/already-signed')
    await keepConsent(context, { subjectKind: 'requestSigner', subjectId: signerId }, notice, false)
    const signerCount = await countSigners(db, authorityId, request.id)
    await changeRow(context, 'dialogueRequest', request.id, null, { signerCount }, { action: 'request/sign' })
    return { signerCount }
  },
})

/** Who asked through the Portal takes the request back before it is decided. */
export const withdrawOwnRequest = defineChange({
  name: 'request/withdraw-own',
  permission: 'dialogue:request',
  input: ownTokenForm,
  run: async (context, { tokenHash }) => {
    const request = await findRequestByToken(context.db, context.authorityId, 'tokenHash', tokenHash)
    if (!request) throw new NotFound('dialogue-request')
    requireRule(request.state === 'received' && request.dialogueId === null, 'request/already-decided')
    const reason = 'Người yêu cầu tự rút trên Cổng.'
    const values = { state: 'withdrawn', decisionReason: reason }
    await changeRow(context, 'dialogueRequest', request.id, null, values, { reason })
  },
})
