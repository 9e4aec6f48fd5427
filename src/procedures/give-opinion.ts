import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { sendMessage } from '../messages/send-message.ts'
import { isOpinionAsked } from '../petitions/follow-rules.ts'
import { getFollowedPetition } from '../petitions/followed-petition.ts'
import { insertOpinion, listOpinions } from '../petitions/followed-petition-store.ts'
import { savePetition } from '../petitions/petition-record.ts'
import { giveOpinionForm } from '../petitions/raise-forms.ts'

/** The petitioner says whether it is solved and whether the answer was clear; the agency is told when it is not. */
export const giveOpinion = defineChange({
  name: 'petition/give-opinion',
  permission: 'petition:follow',
  input: giveOpinionForm,
  async run(context, input) {
    const { db, authorityId, today } = context
    const petition = await getFollowedPetition(context, input)
    const [last] = await listOpinions(db, authorityId, petition.id)
    requireRule(isOpinionAsked(petition, last ?? null, today), 'petition/opinion-not-asked', { code: petition.code })
    const { solved, clear, said } = input
    await insertOpinion(db, { authorityId, petitionId: petition.id, solved, clear, said, onDay: today })
    const values = { petitionerAgrees: solved === 'yes', petitionerAskedOn: today, petitionerSaid: said || null }
    await savePetition(context, petition, petition.version, values, { more: { solved, clear } })
    if (solved === 'yes' || petition.leadAgencyId === null) return
    await sendMessage(context, {
      to: { agencyId: petition.leadAgencyId },
      kind: 'petition-not-solved',
      subjectKind: 'petition',
      subjectId: petition.id,
      params: { code: petition.code },
      dedupeKey: `petition ${petition.id} not solved ${today}`,
    })
  },
})
