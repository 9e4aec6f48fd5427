import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import { visibilityOf } from './petition-scope.ts'
import { findPetitioner } from './petitioner-store.ts'
import { giveReceipt } from './submission-receipt.ts'
import { findReceipt } from './submission-receipt-store.ts'
import { getSubmission, listSiblings } from './submission-store.ts'
import { PORTAL } from './take-submission.ts'
import { keepReceiptSecrets } from './tracking-link.ts'
import { findReceiptGivenAt, revokeTrackingLinks } from './tracking-link-store.ts'

const issueReceiptForm = z.object({
  /** the submission */
  id: f.id(),
  /** hashes of the secrets that are shown once and kept nowhere */
  tokenHash: f.digest(),
  codeHash: f.digest(),
  /** on paper, or read out on the telephone */
  way: f.oneOf(['paper', 'phone']),
  /** why another one, where one was given before */
  reason: f.optionalText(300),
})

/**
 * Gives who came to the counter, called or wrote the same receipt as the Portal gives: its secrets are in the answer to
 * this act and nowhere else, so that no clerk can read them later. Another one takes the place of the first, whose
 * secrets end; the log says so and why. Throws NotFound for what the actor may not read or what is confidential.
 */
export const issueReceipt = defineChange({
  name: 'submission/issue-receipt',
  permission: 'petition:receive',
  input: issueReceiptForm,
  async run(context, { id, tokenHash, codeHash, way, reason }) {
    const { db, authorityId, now } = context
    const visibility = visibilityOf(context.actor, authorityId)
    const petitions = visibility ? await listSiblings(db, visibility, id) : []
    if (petitions.length === 0 || petitions.some((one) => one.confidential)) throw new NotFound('submission')
    const submission = await getSubmission(db, authorityId, id)
    requireRule(submission.channel !== PORTAL, 'submission/own-receipt')
    const petitioner = await findPetitioner(db, authorityId, submission.petitionerId)
    requireRule(petitioner?.erasedAt === null, 'petitioner/erased')
    const contents = petitions.map((one) => one.content)
    const subject = { subjectKind: 'submission', subjectId: id }
    const earlier = await findReceiptGivenAt(db, authorityId, id)
    if (earlier === null && (await findReceipt(db, authorityId, id)) === null) {
      await giveReceipt(context, { submissionId: id, contents, text: submission.text, tokenHash, codeHash })
      context.record({ ...subject, after: { way } })
      return { id }
    }
    if (reason === '') throw new InputRejected({ reason: 'reasonRequired' })
    await revokeTrackingLinks(db, { authorityId, submissionId: id, madeFor: 'receipt' }, now)
    await keepReceiptSecrets(context, { submissionId: id, tokenHash, codeHash })
    context.record({ ...subject, action: 'submission/replace-receipt', after: { way, replaced: earlier }, reason })
    return { id }
  },
})
