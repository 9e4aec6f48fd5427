import { findConclusionNotice, listConclusionItems } from '../../dialogues/conclusion-store.ts'
import {
  findInternalReview,
  findMinutes,
  listAgendaSteps,
  listNotices,
  listSpeeches,
} from '../../dialogues/conference-store.ts'
import { type Dialogue, eventDay } from '../../dialogues/dialogue.ts'
import {
  listDeputyAuthorizations,
  listInvitees,
  listPresiding,
  listTasks,
} from '../../dialogues/dialogue-people-store.ts'
import { getDialogue } from '../../dialogues/dialogue-store.ts'
import { listRequests } from '../../dialogues/request-store.ts'
import { listAppraisals, listTopics } from '../../dialogues/topic-store.ts'
import { listRaisedInSpeeches } from '../../hall/hall-store.ts'
import { listQuestions } from '../../hall/question-store.ts'
import { type Day, yearOf } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import { getRegulationVersion } from '../../regulations/regulation-store.ts'
import { countPhoneBallots } from '../../surveys/ballot-store.ts'
import { listSurveys, listTallies } from '../../surveys/survey-store.ts'
import type { FactVocabulary, PaperFacts } from '../paper-facts.ts'
import { commonVocabulary, readSetting } from './common-facts.ts'
import { conclusionFacts, conclusionVocabulary } from './conclusion-facts.ts'
import { audienceWords, identityFacts, identityVocabulary } from './dialogue-identity-facts.ts'
import { dialoguePetitionFacts, dialoguePetitionVocabulary } from './dialogue-petition-facts.ts'
import { fact, joinFacts, joinVocabularies } from './fact-names.ts'
import { countText, joined } from './fact-text.ts'
import { findInstrumentOfPlan, listInstrumentsOfDialogue } from './instrument-fact-store.ts'
import { type Occasion, occasionFacts, occasionVocabulary } from './occasion-facts.ts'
import { participantFacts, participantVocabulary } from './participant-facts.ts'
import { personalWords, withoutWords } from './personal-words.ts'
import { listPetitionFacts, listWithheldItemIds } from './petition-fact-store.ts'
import { addresseeName } from './petition-phrases.ts'
import { listItemIdsOfPetitioner, listPetitionerWords, type PetitionerWords } from './petitioner-fact-store.ts'
import { surveyFacts, surveyVocabulary } from './survey-facts.ts'

const addressee = {
  values: {
    addressee: fact('Người kiến nghị nhận thông báo', 'The petitioner who is told'),
    addresseePlace: fact('Địa chỉ người nhận thông báo', 'Address of the petitioner who is told'),
    attendanceWords: fact(
      'Số người dự, số lượt phát biểu, viết liền',
      'How many came and spoke, in a row',
      '…… người dự (…… đại biểu, …… người dân); …… lượt ý kiến phát biểu',
    ),
    leftWords: fact('Việc còn lại: mục kết luận, kiến nghị chưa trả lời, viết liền', 'What is left to do, in a row'),
  },
  lists: {},
}

export const dialogueVocabulary: FactVocabulary = joinVocabularies(
  addressee,
  commonVocabulary,
  identityVocabulary,
  dialoguePetitionVocabulary,
  conclusionVocabulary,
  participantVocabulary,
  occasionVocabulary,
  surveyVocabulary,
)

export interface DialogueFactsWanted {
  authorityId: number
  subjectId: number
  today: Day
  /** without what tells who a citizen is */
  public?: boolean
  /** whose own items a notice to a petitioner holds */
  petitionerId?: number | null
}

/** Everything the program knows of a dialogue that its papers may need. Throws NotFound. */
export async function readDialogueFacts(db: Db, wanted: DialogueFactsWanted): Promise<PaperFacts> {
  const { authorityId, subjectId, today, petitionerId = null } = wanted
  // whoever is told of his own petition is told nothing of others
  const isPublic = wanted.public === true || petitionerId !== null
  const dialogue = await getDialogue(db, authorityId, subjectId)
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const at = [db, authorityId, subjectId] as const
  const [setting, presiding, rows, notice, items, invitees, agenda, speeches] = await Promise.all([
    readSetting(db, {
      ...{ authorityId, regulation, today, year: yearOf(eventDay(dialogue) ?? today) },
      on: eventDay(dialogue),
    }),
    listPresiding(...at),
    listPetitionFacts(db, { authorityId, dialogueId: subjectId }),
    findConclusionNotice(...at),
    listConclusionItems(...at),
    listInvitees(...at),
    listAgendaSteps(...at),
    listSpeeches(...at),
  ])
  const [withheldItemIds, notices, tasks, minutes, review] = await Promise.all([
    listWithheldItemIds(db, { authorityId, dialogueId: subjectId }),
    listNotices(...at),
    listTasks(...at),
    findMinutes(...at),
    findInternalReview(...at),
  ])
  const [questions, raised] = await Promise.all([listQuestions(...at), listRaisedInSpeeches(...at)])
  const heard = {
    ...{ questions, spokenOf: new Set(raised.map((one) => one.petitionId)) },
    turnsWithPetitions: new Set(raised.map((one) => one.speechId)),
  }
  const survey = (await listSurveys(...at)).at(-1) ?? null
  const given = { setting, fields: regulation.petitionFields, public: isPublic }
  const ownItemIds =
    petitionerId === null
      ? new Set<number>()
      : await listItemIdsOfPetitioner(db, { authorityId, dialogueId: subjectId, petitionerId })
  const identity = identityFacts(dialogue, presiding, setting)
  const petitions = dialoguePetitionFacts(rows, given, heard)
  const conclusion = conclusionFacts({
    ...{ setting, notice, items, petitions: rows, public: isPublic, today, ownItemIds, withheldItemIds },
  })
  const facts = joinFacts(
    setting.common,
    identity,
    petitions,
    conclusion,
    occasionFacts({ regulation, presiding, ...(await readOccasion(db, dialogue)), public: isPublic }),
    surveyFacts(
      regulation,
      survey,
      survey ? await listTallies(db, authorityId, survey.id) : [],
      survey ? await countPhoneBallots(db, authorityId, survey.id) : null,
    ),
    participantFacts({ agenda, invitees, speeches, notices, tasks, minutes, review, public: isPublic }),
    {
      values: {
        attendanceWords: attendanceWords(dialogue, speeches),
        leftWords: leftWords({ ...conclusion.values, ...petitions.values }),
        issuer: identity.values.leadOffice,
        ...audienceWords(dialogue, regulation, setting),
      },
      lists: {},
    },
  )
  if (!isPublic) return joinFacts(facts, toldTo(undefined))
  const officials = presiding.map((one) => one.personName ?? '')
  const everybody = await listPetitionerWords(db, { authorityId, dialogueId: subjectId })
  const petitioners = everybody.filter((one) => one.petitionerId !== petitionerId)
  const words = personalWords({ petitioners, speeches, invitees, officials, setting })
  return joinFacts(withoutWords(facts, words), toldTo(everybody.find((one) => one.petitionerId === petitionerId)))
}

/** `155 người dự (34 đại biểu, 121 người dân); 13 lượt ý kiến phát biểu`: what was not recorded is left out. */
function attendanceWords(dialogue: Dialogue, speeches: readonly { state: string }[]): string {
  const { attendanceDelegates: delegates, attendancePeople: people } = dialogue
  if (delegates === null && people === null) return ''
  const of = [
    delegates === null ? '' : `${countText(delegates)} đại biểu`,
    people === null ? '' : `${countText(people)} người dân`,
  ]
  const parts = delegates === null || people === null ? '' : ` (${joined(of)})`
  const spoken = speeches.filter((one) => one.state === 'spoken').length
  return joined(
    [
      `${countText((delegates ?? 0) + (people ?? 0))} người dự${parts}`,
      spoken === 0 ? '' : `${countText(spoken)} lượt ý kiến phát biểu`,
    ],
    '; ',
  )
}

/** `02 mục kết luận chưa hoàn thành và 03 nội dung kiến nghị chưa trả lời bằng văn bản`; what is 0 is not said. */
function leftWords(counts: Record<'itemsOpenCount' | 'itemsOverdueCount' | 'unansweredCount', string>): string {
  const { itemsOpenCount: open, itemsOverdueCount: overdue, unansweredCount: unanswered } = counts
  const late = overdue === '0' ? '' : ` (trong đó quá hạn ${overdue})`
  return joined(
    [
      open === '0' ? '' : `${open} mục kết luận chưa hoàn thành${late}`,
      unanswered === '0' ? '' : `${unanswered} nội dung kiến nghị chưa trả lời bằng văn bản`,
    ],
    ' và ',
  )
}

/** Who is told, with his own name and address; blank for a paper to everybody. */
function toldTo(one: PetitionerWords | undefined): PaperFacts {
  const values = { addressee: one ? addresseeName(one) : '', addresseePlace: one?.address ?? '' }
  return { values, lists: {} }
}

/** What led to the dialogue and the papers issued for it so far. */
async function readOccasion(
  db: Db,
  dialogue: Dialogue,
): Promise<Omit<Occasion, 'regulation' | 'presiding' | 'public'>> {
  const { authorityId, id, planId, requestId } = dialogue
  const [topics, requests, deputies, instruments, plan] = await Promise.all([
    listTopics(db, authorityId),
    requestId === null ? [] : listRequests(db, authorityId),
    listDeputyAuthorizations(db, authorityId, id),
    listInstrumentsOfDialogue(db, authorityId, id),
    planId === null ? null : findInstrumentOfPlan(db, authorityId, planId),
  ])
  const topic = topics.find((one) => one.dialogueId === id) ?? null
  return {
    topic,
    appraisals: topic ? await listAppraisals(db, authorityId, topic.id) : [],
    request: requests.find((one) => one.id === requestId) ?? null,
    deputies,
    instruments,
    plan,
    heldOn: eventDay(dialogue),
  }
}
