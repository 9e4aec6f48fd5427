import { listConclusionItems } from '../../dialogues/conclusion-store.ts'
import { hasOwnProcedure, type Petition } from '../../petitions/petition.ts'
import { findPetition } from '../../petitions/petition-store.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import { regulationOfAuthority } from '../../regulations/regulation-store.ts'
import type { SupervisionAct } from '../../supervision/supervision-act.ts'
import { getAct } from '../../supervision/supervision-store.ts'
import type { FactVocabulary, PaperFacts } from '../paper-facts.ts'
import { agencyShareVocabulary, readAgencyShareFacts } from './agency-share-facts.ts'
import { readSetting } from './common-facts.ts'
import { DAY_BLANK, fact, joinFacts, joinVocabularies, type ValuesOf } from './fact-names.ts'
import { dayText } from './fact-text.ts'
import { listWithheldItemIds } from './petition-fact-store.ts'

const values = {
  byAgency: fact('Cơ quan giám sát, đôn đốc', 'Who oversees'),
  toAgency: fact('Cơ quan được giám sát, đôn đốc', 'Who is overseen'),
  onDay: fact('Ngày', 'Day', DAY_BLANK),
  content: fact('Nội dung giám sát, đôn đốc', 'Content'),
  participants: fact('Thành phần', 'Participants'),
  answerDueOn: fact('Thời hạn giải trình', 'Account due', DAY_BLANK),
  actAnswer: fact('Nội dung giải trình', 'The account given'),
  answeredOn: fact('Ngày giải trình', 'Answered on', DAY_BLANK),
  petitionCode: fact('Mã kiến nghị được nhắc đến', 'Code of the petition'),
  petitionContent: fact('Nội dung kiến nghị được nhắc đến', 'Content of the petition'),
  itemContent: fact('Mục kết luận được nhắc đến', 'Item of the conclusion'),
  itemConclusion: fact('Nội dung kết luận', 'What was concluded'),
  itemDueOn: fact('Thời hạn của mục kết luận', 'Limit of the item', DAY_BLANK),
}

/** Beside the act itself, the share of the overseen agency in its dialogue. */
export const supervisionVocabulary: FactVocabulary = joinVocabularies(agencyShareVocabulary, { values, lists: {} })

/** What an act of oversight says, and what the overseen agency still owes of that dialogue. Throws NotFound. */
export async function readSupervisionFacts(
  db: Db,
  wanted: { authorityId: number; subjectId: number; today: Day },
): Promise<PaperFacts> {
  const { authorityId, subjectId, today } = wanted
  const act = await getAct(db, authorityId, subjectId)
  const petition = act.petitionId === null ? null : await findPetition(db, authorityId, act.petitionId)
  const dialogueId = act.dialogueId ?? petition?.dialogueId ?? null
  const stored = await regulationOfAuthority(db, authorityId, today)
  const setting = await readSetting(db, { authorityId, regulation: stored?.regulation ?? null, today })
  const share =
    dialogueId === null
      ? setting.common
      : await readAgencyShareFacts(db, { authorityId, subjectId: dialogueId, agencyId: act.toAgencyId, today })
  const item = dialogueId === null ? undefined : await itemOf(db, { authorityId, dialogueId, act })
  // the words of what only some may know of stand in its own papers only
  const named = petition && mayBeNamed(petition) ? petition : null
  return joinFacts(share, {
    values: {
      byAgency: setting.agencyName(act.byAgencyId),
      toAgency: setting.agencyName(act.toAgencyId) || 'các cơ quan, đơn vị được giao giải quyết',
      onDay: dayText(act.onDay),
      content: act.content,
      participants: act.participants,
      answerDueOn: dayText(act.answerDueOn),
      actAnswer: act.answer ?? '',
      answeredOn: dayText(act.answeredOn),
      petitionCode: petition?.code ?? '',
      petitionContent: named?.content ?? '',
      itemContent: item?.content ?? '',
      itemConclusion: item?.conclusion ?? '',
      itemDueOn: dayText(item?.dueOn),
    } satisfies ValuesOf<typeof values>,
    lists: {},
  })
}

function mayBeNamed(petition: Petition): boolean {
  const accuses = petition.accusedAgencyId !== null || petition.accusedAccountId !== null
  return !(petition.confidential || accuses || hasOwnProcedure(petition.kind))
}

async function itemOf(db: Db, of: { authorityId: number; dialogueId: number; act: SupervisionAct }) {
  if (of.act.conclusionItemId === null) return undefined
  const items = await listConclusionItems(db, of.authorityId, of.dialogueId)
  const withheld = await listWithheldItemIds(db, of)
  return items.find((item) => item.id === of.act.conclusionItemId && !withheld.has(item.id))
}
