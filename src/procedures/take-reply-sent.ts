import type { ChangeContext } from '../changes/define-change.ts'
import { listPapers } from '../documents/paper-store.ts'
import { insertAnswer, listAnswers } from '../petitions/answer-store.ts'
import { isOpenState, type Petition } from '../petitions/petition.ts'
import { savePetition } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'
import type { Day } from '../platform/day.ts'
import { readPetitionClockFacts } from './clock-event-store.ts'
import { type Occasion, refreshPetitionDeadlines } from './refresh-deadlines.ts'
import { tellPetitioner } from './tell-petitioner.ts'

/**
 * Draws the consequence of a reply's sending: once it went to everybody it is owed to, the petition is answered in
 * writing on that day and its deadline is met. Null as long as somebody is missing. Also for sendings recorded on the
 * page of the paper.
 */
export async function takeReplySent(
  context: ChangeContext,
  petitionId: number,
  occasion: Occasion = { cause: 'receipt', reason: 'Đã gửi văn bản trả lời.' },
): Promise<Day | null> {
  const [facts] = await readPetitionClockFacts(context.db, context.authorityId, { petitionId })
  const petition = await getPetition(context.db, context.authorityId, petitionId)
  const sentOn = facts?.replySent ?? null
  if (sentOn !== null && isOpenState(petition.state)) {
    await keepWordsOfLetters(context, petition)
    const values = { state: 'answered', answeredOn: sentOn, answeredHow: 'inWriting' }
    await savePetition(context, petition, petition.version, values, { action: 'petition/answered-in-writing' })
    await tellPetitioner(context, 'answered', petitionId, { how: 'inWriting', on: sentOn })
  }
  await refreshPetitionDeadlines(context, petitionId, occasion)
  return sentOn
}

/** A letter that was written as a paper from the start becomes an answer too: none is answered without one. */
async function keepWordsOfLetters(context: ChangeContext, petition: Petition): Promise<void> {
  const { db, authorityId } = context
  const letters = await listPapers(db, authorityId, { subjectKind: 'petition', subjectId: petition.id })
  const answers = await listAnswers(db, authorityId, petition.id)
  for (const letter of letters) {
    if (letter.kind !== 'replyLetter' || letter.state !== 'issued') continue
    if (answers.some((answer) => answer.paperId === letter.id)) continue
    await insertAnswer(db, {
      authorityId,
      petitionId: petition.id,
      kind: 'reply',
      agencyId: letter.issuerAgencyId,
      text: letter.body.trim() || letter.title,
      state: 'approved',
      draftedBy: letter.draftedBy,
      approvedBy: letter.approvedBy,
      approvedAt: letter.approvedAt,
      approvedOnPaper: letter.approvedOnPaper,
      paperApprover: letter.paperApprover,
      paperApprovedOn: letter.paperApprovedOn,
      paperId: letter.id,
    })
  }
}
