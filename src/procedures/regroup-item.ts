import { getAgency } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { findConclusionNotice } from '../dialogues/conclusion-store.ts'
import { changeRow, getRow } from '../dialogues/dialogue-row-store.ts'
import { listConcludedPetitions } from '../petitions/conclusion-petition-store.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { listTransfers } from '../petitions/referral-store.ts'
import { concludedAsTransferred } from './fill-conclusion.ts'

/**
 * A petition that goes elsewhere while the conclusion is still a draft takes its item along: transferred, or noted and
 * reported up (004 V.1(3)). An item that concludes several petitions stays as its drafter wrote it; so does an approved one.
 */
export async function regroupItem(context: ChangeContext, petitionId: number): Promise<void> {
  const { db, authorityId } = context
  const petition = await getPetition(db, authorityId, petitionId)
  if (petition.conclusionItemId === null || petition.dialogueId === null) return
  const notice = await findConclusionNotice(db, authorityId, petition.dialogueId)
  const concluded = await listConcludedPetitions(db, authorityId, petition.dialogueId)
  const alone = concluded.filter((one) => one.itemId === petition.conclusionItemId).length === 1
  if (notice?.state !== 'draft' || !alone) return
  const item = await getRow(context, 'conclusionItem', petition.conclusionItemId)
  const transfer =
    petition.state === 'transferred' ? (await listTransfers(db, authorityId, petitionId)).at(-1) : undefined
  const values = transfer
    ? concludedAsTransferred({
        transferredTo: transfer.toAgencyId,
        transferredToName: (await getAgency(db, authorityId, transfer.toAgencyId)).name,
        transferredOn: transfer.transferredOn,
      })
    : { disposition: 'noteAndReportUp', openProposal: false }
  await changeRow(context, 'conclusionItem', item.id, item.version, values)
}
