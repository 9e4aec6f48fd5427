import { listSuccessions } from '../agencies/succession-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { dropCorrectionForm } from '../dialogues/conclusion-forms.ts'
import { findConclusionNotice, listConclusionItems, setBeforeCorrection } from '../dialogues/conclusion-store.ts'
import { type BeforeCorrection, differs, type ItemAsIssued, ownFields } from '../dialogues/conclusion-version.ts'
import { setPositions } from '../dialogues/conference-store.ts'
import { requireOpen } from '../dialogues/dialogue.ts'
import { changeRow, getRow } from '../dialogues/dialogue-row-store.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { discardDraft } from '../documents/void-paper.ts'
import { listConcludedPetitions } from '../petitions/conclusion-petition-store.ts'
import { savePetition } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { placeItemLimits } from './item-limit.ts'

const ACTION = 'conclusion/drop-correction'

/**
 * Drops a correction that was begun: the notice in force stays, with its items as they were issued. The draft paper and
 * items added meanwhile are kept as dropped, with the reason; what was reported or confirmed meanwhile stays true.
 */
export const dropCorrection = defineChange({
  name: ACTION,
  permission: 'conclusion:draft',
  input: dropCorrectionForm,
  run: async (context, { id, reason }) => {
    const { db, authorityId } = context
    requireOpen(await lockDialogue(db, authorityId, id))
    const notice = await findConclusionNotice(db, authorityId, id)
    const before = notice?.beforeCorrection as unknown as BeforeCorrection | null
    requireRule(notice !== null && notice.correctingPaperId !== null && before !== null, 'conclusion/not-correcting')
    await discardDraft(context, { paperId: notice.correctingPaperId, reason })
    const { items, petitions, ...texts } = before
    const values = { ...texts, state: 'issued', correctingPaperId: null }
    await changeRow(context, 'conclusionNotice', notice.id, null, values, { reason })
    await setBeforeCorrection(db, authorityId, notice.id, null)
    await restoreItems(context, id, items, reason)
    await restorePetitions(context, id, petitions)
    await placeItemLimits(context, id, 'Bỏ bản sửa thông báo kết luận.')
    return { id }
  },
})

async function restoreItems(
  context: ChangeContext,
  dialogueId: number,
  issued: readonly ItemAsIssued[],
  reason: string,
) {
  const { db, authorityId } = context
  const log = { action: ACTION, reason, personal: ['content'] }
  const ids = new Set(issued.map((item) => item.id))
  for (const added of await listConclusionItems(db, authorityId, dialogueId)) {
    if (!ids.has(added.id)) await changeRow(context, 'conclusionItem', added.id, null, { withdrawnReason: reason }, log)
  }
  const heirs = await heirsOf(context)
  for (const item of issued) {
    const now = await getRow(context, 'conclusionItem', item.id)
    const values = ownFields(item, now, heirs)
    if (differs(now, values)) await changeRow(context, 'conclusionItem', item.id, null, values, log)
  }
  await setPositions(
    db,
    'conclusionItem',
    authorityId,
    issued.map((item) => item.id),
  )
}

/** An agency that was succeeded while the correction was made does not come back with the old words. */
async function heirsOf({ db, authorityId }: ChangeContext): Promise<(agencyId: number) => number> {
  const heirs = new Map((await listSuccessions(db, authorityId)).map((one) => [one.fromAgencyId, one.toAgencyId]))
  const heirOf = (agencyId: number): number => {
    const heir = heirs.get(agencyId)
    return heir === undefined ? agencyId : heirOf(heir)
  }
  return heirOf
}

async function restorePetitions(
  context: ChangeContext,
  dialogueId: number,
  issued: BeforeCorrection['petitions'],
): Promise<void> {
  const { db, authorityId } = context
  const before = new Map(issued.map((one) => [one.petitionId, one.itemId]))
  const now = new Map(
    (await listConcludedPetitions(db, authorityId, dialogueId)).map((one) => [one.petitionId, one.itemId]),
  )
  for (const petitionId of new Set([...before.keys(), ...now.keys()])) {
    const conclusionItemId = before.get(petitionId) ?? null
    if (conclusionItemId === (now.get(petitionId) ?? null)) continue
    const petition = await getPetition(db, authorityId, petitionId)
    await savePetition(context, petition, petition.version, { conclusionItemId }, { action: 'petition/conclude' })
  }
}
