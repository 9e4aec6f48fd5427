import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { listSpeeches, type Speech } from '../dialogues/conference-store.ts'
import { splitContents } from '../hall/hall.ts'
import { captureForm, linkPetitionForm } from '../hall/hall-forms.ts'
import { growHall, linkSpeechPetition, lockOpenHall } from '../hall/hall-store.ts'
import { findPetitionScopes, getPetition } from '../petitions/petition-store.ts'
import { receiveSubmissionForm } from '../petitions/submission-forms.ts'
import { takeSubmission } from '../petitions/take-submission.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'

/**
 * What somebody raises while speaking, written into one field and split into its contents: each becomes a petition of
 * the speaker, raised at the conference, and is tied to the speech.
 */
export const capturePetition = defineChange({
  name: 'hall/capture-petition',
  permission: 'petition:receive',
  input: captureForm,
  async run(context, input) {
    const { db, authorityId, today } = context
    const { id } = input
    await lockOpenHall(db, authorityId, id)
    const speech = await speechOf(context, id, input.speechId)
    const contents = input.split ? splitContents(input.content) : [input.content]
    const received = await takeSubmission(
      context,
      receiveSubmissionForm.parse({
        dialogueId: id,
        receivedOn: today,
        channel: 'atConference',
        raised: 'atConference',
        petitionerKind: 'person',
        petitionerName: speech.speakerName,
        address: speech.village,
        text: input.content,
        contents,
        subjectAreas: contents.map(() => input.subjectArea ?? ''),
        consentToPublishName: input.consentToPublishName,
      }),
    )
    await openReceiptClocks(context, id, received.petitionIds)
    for (const petitionId of received.petitionIds)
      await linkSpeechPetition(db, { authorityId, dialogueId: id }, input.speechId, petitionId, true)
    await growHall(db, authorityId, id)
    return { petitionIds: received.petitionIds }
  },
})

/** The speech is about a petition that was received before the conference; or that was a slip. */
export const linkPetitionToSpeech = defineChange({
  name: 'hall/link-petition',
  permission: 'petition:receive',
  input: linkPetitionForm,
  scope: async (db, authorityId, input) =>
    (await findPetitionScopes(db, authorityId, input.petitionId))?.reading ?? null,
  async run(context, { id, speechId, petitionId, on }) {
    const { db, authorityId } = context
    await lockOpenHall(db, authorityId, id)
    await speechOf(context, id, speechId)
    const petition = await getPetition(db, authorityId, petitionId)
    if (petition.dialogueId !== id) throw new InputRejected({ petitionId: 'notFound' })
    await linkSpeechPetition(db, { authorityId, dialogueId: id }, speechId, petitionId, on)
    await growHall(db, authorityId, id)
    context.record({ subjectKind: 'petition', subjectId: petitionId, after: { speechId, spokenOf: on } })
    return { petitionId }
  },
})

async function speechOf({ db, authorityId }: ChangeContext, dialogueId: number, speechId: number): Promise<Speech> {
  const speech = (await listSpeeches(db, authorityId, dialogueId)).find((one) => one.id === speechId)
  if (!speech) throw new NotFound('speech')
  return speech
}
