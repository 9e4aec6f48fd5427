import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { getRow } from '../dialogues/dialogue-row-store.ts'
import { noticeInDraft } from '../dialogues/draft-conclusion.ts'
import { listPetitionsOfItems, listPetitionsToConclude } from '../petitions/conclusion-petition-store.ts'
import { savePetition } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { InputRejected } from '../platform/errors.ts'
import { id, ids } from '../platform/form-fields.ts'

const coverPetitionsForm = z.object({ rowId: id(), petitionIds: ids() })

/**
 * Says which petitions an item of the conclusion concludes: what several people raised is concluded once, and each of
 * them still finds the item that speaks of it. Only what may enter the notice can be covered.
 */
export const coverPetitions = defineChange({
  name: 'conclusion/cover-petitions',
  permission: 'conclusion:draft',
  input: coverPetitionsForm,
  run: async (context, { rowId, petitionIds }) => {
    const { db, authorityId } = context
    const item = await getRow(context, 'conclusionItem', rowId)
    await noticeInDraft(context, item.dialogueId)
    const open = await listPetitionsToConclude(db, authorityId, item.dialogueId)
    const covered = await listPetitionsOfItems(db, authorityId, item.dialogueId)
    const known = new Set([...open, ...covered].map((petition) => petition.id))
    if (petitionIds.length === 0) throw new InputRejected({ petitionIds: 'required' })
    if (petitionIds.some((one) => !known.has(one))) throw new InputRejected({ petitionIds: 'notInList' })
    for (const petitionId of petitionIds) {
      const petition = await getPetition(db, authorityId, petitionId)
      await savePetition(context, petition, petition.version, { conclusionItemId: rowId })
    }
    return { id: item.dialogueId, covered: petitionIds.length }
  },
})
