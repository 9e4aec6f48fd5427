import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { StaleEdit } from '../platform/errors.ts'
import { draftAnswerForm } from './answer-forms.ts'
import { findNewestAnswer, insertAnswer, updateAnswer } from './answer-store.ts'
import type { Petition } from './petition.ts'
import { petitionFor, recordPetition, savePetition, scopeOf } from './petition-record.ts'

interface Draft {
  text: string
  answerVersion: number | null
  proposedSettlement: string
}

/**
 * Writes the draft of an answer, first or again; going on from a version that somebody else changed is refused with
 * both texts. Returns its version.
 */
async function keepDraft(context: ChangeContext, petition: Petition, kind: 'prepared' | 'reply', draft: Draft) {
  const { db, authorityId } = context
  const earlier = await findNewestAnswer(db, authorityId, petition.id, kind)
  if (earlier && !draft.answerVersion) throw new StaleEdit('petition-answer', { ...earlier })
  if (earlier) {
    const { editedBy, draftedBy, state } = earlier
    // whose words were approved already is no author of what is written now
    const authors = state === 'approved' ? [] : [...new Set([...editedBy, draftedBy])].filter((one) => one !== null)
    const values = { text: draft.text, state: 'draft', draftedBy: context.actor.accountId, editedBy: authors }
    await updateAnswer(db, earlier, draft.answerVersion, values)
  } else {
    await insertAnswer(db, {
      authorityId,
      petitionId: petition.id,
      kind,
      agencyId: petition.leadAgencyId,
      text: draft.text,
      draftedBy: context.actor.accountId,
    })
  }
  recordPetition(context, petition.id, { answerKind: kind, text: draft.text })
  if (draft.proposedSettlement && draft.proposedSettlement !== petition.proposedSettlement) {
    await savePetition(context, petition, petition.version, { proposedSettlement: draft.proposedSettlement })
  }
  return { answerVersion: earlier ? earlier.version + 1 : 1 }
}

/** The lead agency drafts the answer for the conference (D3); for an agency without an account the lead office does. */
export const draftAnswer = defineChange({
  name: 'petition/draft-answer',
  permission: 'petition:draft-answer',
  input: draftAnswerForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    return keepDraft(context, await petitionFor(context, input.id, 'draftAnswer'), 'prepared', input)
  },
})

/** The lead agency drafts the written reply (I1, I2). */
export const draftReply = defineChange({
  name: 'petition/draft-reply',
  permission: 'petition:reply',
  input: draftAnswerForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    return keepDraft(context, await petitionFor(context, input.id, 'draftReply'), 'reply', input)
  },
})
