import type { z } from 'zod'
import type { ChangeContext } from '../changes/define-change.ts'
import { recordIssuedPaper } from '../documents/issue-paper.ts'
import { SIGN_CAPACITIES } from '../documents/paper.ts'
import { listPapers } from '../documents/paper-store.ts'
import { escalateForm, transferForm } from '../petitions/petition-forms.ts'
import { requireAgency } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { type InputErrors, InputRejected } from '../platform/errors.ts'
import { isScan, uploadFields } from '../platform/files/upload-field.ts'
import * as f from '../platform/form-fields.ts'

/** The paper with which a petition goes elsewhere, when it was issued on paper: typed together with the act. */
const issuedOnPaper = {
  issuerAgencyId: f.optionalId(),
  datedOn: f.optionalDay(),
  /** typed only where the book is kept elsewhere */
  number: f.optionalText(60),
  signerName: f.optionalText(200),
  signerTitle: f.optionalText(200),
  signCapacity: f.optionalOneOf(SIGN_CAPACITIES),
  lateEntryReason: f.optionalText(1000),
  uploads: uploadFields(1),
}

export const transferWithSlipForm = transferForm.extend(issuedOnPaper)
export const escalateWithPaperForm = escalateForm.extend(issuedOnPaper)

type Typed = Pick<z.output<typeof transferWithSlipForm>, keyof typeof issuedOnPaper>

const TITLES = {
  transferSlip: (code: string) => `Phiếu chuyển kiến nghị ${code}`,
  escalation: (code: string) => `Báo cáo, kiến nghị cấp trên về kiến nghị ${code}`,
}

export type ReferralKind = keyof typeof TITLES

/**
 * The slip of a transfer or the paper of an escalation: one of this petition's own that was chosen, or one issued on
 * paper, recorded here with its signed page. Null when the paper comes later.
 */
export async function referralPaper(
  context: ChangeContext,
  petitionId: number,
  { kind, chosenId, field, typed }: { kind: ReferralKind; chosenId: number | null; field: string; typed: Typed },
): Promise<number | null> {
  const { issuerAgencyId, datedOn, signCapacity } = typed
  const [signedPage = null] = typed.uploads
  const isTyped = datedOn !== null || typed.number !== '' || typed.signerName !== '' || signedPage !== null
  if (chosenId !== null) {
    if (isTyped) throw new InputRejected({ [field]: 'petition/paper-chosen-and-typed' })
    const own = await listReferralPapers(context, petitionId, kind)
    if (!own.some((paper) => paper.id === chosenId)) throw new InputRejected({ [field]: 'notInList' })
    return chosenId
  }
  if (!isTyped) return null
  const errors: InputErrors = {}
  for (const name of ['issuerAgencyId', 'datedOn', 'signCapacity'] as const)
    if (typed[name] === null) errors[name] = 'required'
  for (const name of ['signerName', 'signerTitle'] as const) if (typed[name] === '') errors[name] = 'required'
  if (signedPage === null) errors['signedPage'] = 'fileRequired'
  else if (!isScan(signedPage)) errors['signedPage'] = 'notAScan'
  if (issuerAgencyId === null || datedOn === null || signCapacity === null || Object.keys(errors).length > 0)
    throw new InputRejected(errors)
  await requireAgency(context, 'issuerAgencyId', issuerAgencyId)
  if (datedOn > context.today) throw new InputRejected({ datedOn: 'inFuture' })
  const petition = await getPetition(context.db, context.authorityId, petitionId)
  const { paperId } = await recordIssuedPaper(context, {
    ...{ kind, subjectKind: 'petition', subjectId: petitionId, dialogueId: petition.dialogueId },
    ...{ title: TITLES[kind](petition.code), issuerAgencyId, datedOn, number: typed.number, signCapacity },
    ...{ signerName: typed.signerName, signerTitle: typed.signerTitle, lateEntryReason: typed.lateEntryReason },
    ...{ approver: typed.signerName, approvedOn: datedOn, signedPage },
  })
  return paperId
}

/** Papers of that kind about the petition that still count; those of the forms to choose from. */
async function listReferralPapers(
  { db, authorityId }: Pick<ChangeContext, 'db' | 'authorityId'>,
  petitionId: number,
  kind: ReferralKind,
) {
  const papers = await listPapers(db, authorityId, { subjectKind: 'petition', subjectId: petitionId })
  return papers.filter((paper) => paper.kind === kind && paper.state !== 'void')
}
