import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import { sendMessage } from '../messages/send-message.ts'
import { mayAdd } from '../petitions/follow-rules.ts'
import { getFollowedPetition } from '../petitions/followed-petition.ts'
import { insertAddition, listAdditions } from '../petitions/followed-petition-store.ts'
import { recordPetition } from '../petitions/petition-record.ts'
import { addInformationForm } from '../petitions/raise-forms.ts'

const MOST_ADDITIONS = 20

/** The petitioner adds words and pictures to a petition that is worked on; who has it is told. */
export const addInformation = defineChange({
  name: 'petition/add-information',
  permission: 'petition:follow',
  input: addInformationForm,
  async run(context, input) {
    const { db, authorityId } = context
    const petition = await getFollowedPetition(context, input)
    requireRule(mayAdd(petition), 'petition/no-additions', { code: petition.code })
    const earlier = await listAdditions(db, authorityId, petition.id)
    requireRule(earlier.length < MOST_ADDITIONS, 'petition/too-many-additions', { most: MOST_ADDITIONS })
    const values = { authorityId, petitionId: petition.id, text: input.text, sentAt: context.now }
    const additionId = await insertAddition(db, values)
    recordPetition(context, petition.id, { additionId, text: input.text })
    for (const upload of input.uploads)
      await attachUpload(context, { subjectKind: 'petition', subjectId: petition.id, upload, label: 'fromPetitioner' })
    if (petition.leadAgencyId === null) return
    await sendMessage(context, {
      to: { agencyId: petition.leadAgencyId },
      kind: 'petition-added',
      subjectKind: 'petition',
      subjectId: petition.id,
      params: { code: petition.code },
      dedupeKey: `petition addition ${additionId}`,
    })
  },
})
