import { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { directAgencyForm } from '../hall/hall-forms.ts'
import { growHall, lockHall } from '../hall/hall-store.ts'
import { CHAIRS_WORD } from '../hall/minutes-text.ts'
import { answerAtConference } from '../petitions/answer-at-conference.ts'
import { givePetition } from '../petitions/give-petition.ts'
import { dispositions } from '../petitions/petition.ts'
import { keepPromise } from '../petitions/petition-commitment.ts'
import { petitionFor, savePetition } from '../petitions/petition-record.ts'
import { findPetitionScopes, getPetition } from '../petitions/petition-store.ts'
import { InputRejected, StaleEdit } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'

const answerInHallForm = z.object({
  id: f.id(),
  petitionId: f.id(),
  version: f.version(),
  disposition: f.oneOf(dispositions),
  answeredByName: f.personName(),
  text: f.text(50_000),
})

type OfPetition = { id: number; petitionId: number }
const scopeOfPetition = async (db: ChangeContext['db'], authorityId: number, input: OfPetition) =>
  (await findPetitionScopes(db, authorityId, input.petitionId))?.given ?? null

async function requireOfHall({ db, authorityId }: ChangeContext, { id, petitionId }: OfPetition) {
  await lockHall(db, authorityId, id)
  const petition = await getPetition(db, authorityId, petitionId)
  if (petition.dialogueId !== id) throw new InputRejected({ petitionId: 'notFound' })
  return petition
}

/** What is answered in the hall, in which of the three groups: done, examined and answered later, reported up (F3, G14–G15). */
export const answerInHall = defineChange({
  name: 'hall/answer',
  permission: 'petition:answer-at-conference',
  input: answerInHallForm,
  scope: scopeOfPetition,
  async run(context, input) {
    const { db, authorityId } = context
    await requireOfHall(context, input)
    const { petitionId: id, version, disposition, answeredByName, text } = input
    if (disposition === 'answeredAtConference') {
      await answerAtConference(context, { id, version, text, answeredByName, answeredOn: context.today, disposition })
    } else {
      const petition = await petitionFor(context, id, 'defer')
      const deferredReason = `${answeredByName}: ${text}`
      await savePetition(context, petition, version, { disposition, deferredReason }, { reason: text })
    }
    await refreshPetitionDeadlines(context, id, { cause: 'day-set', reason: 'Đã trả lời tại hội nghị.' })
    await growHall(db, authorityId, input.id)
    return { petitionId: id }
  },
})

/**
 * The word of the chair in one touch: agency X, by day Y – a promise beside the legal limit; or agency X proposes
 * solution and limit itself (004 V.2(6)). The petition is given to that agency, whoever had it before.
 */
export const directAgency = defineChange({
  name: 'hall/direct-agency',
  permission: 'petition:promise',
  input: directAgencyForm,
  scope: scopeOfPetition,
  async run(context, input) {
    const { db, authorityId } = context
    const petition = await requireOfHall(context, input)
    const { petitionId: id, leadAgencyId } = input
    const reason = CHAIRS_WORD
    if (petition.version !== input.version) throw new StaleEdit('petition', { ...petition })
    if (petition.leadAgencyId !== leadAgencyId)
      await givePetition(context, { id, version: input.version, leadAgencyId, supportingAgencyIds: [], reason })
    const { version } = await getPetition(db, authorityId, id)
    if (input.promisedOn !== null) {
      const promise = input.promise || reason
      await keepPromise(context, { id, version, promise, promisedOn: input.promisedOn })
    } else {
      const words = `${reason} Cơ quan được giao đề xuất phương án và thời hạn.`
      await savePetition(context, await getPetition(db, authorityId, id), version, {
        disposition: 'verifyAndReplyLater',
        deferredReason: input.promise || words,
      })
    }
    await refreshPetitionDeadlines(context, id, { cause: 'promise', reason })
    await growHall(db, authorityId, input.id)
    return { petitionId: id }
  },
})
