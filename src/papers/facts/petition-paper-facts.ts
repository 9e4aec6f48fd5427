import { issuingAgencyId } from '../../agencies/agency.ts'
import { findConclusionNotice } from '../../dialogues/conclusion-store.ts'
import { type Dialogue, eventDay } from '../../dialogues/dialogue.ts'
import { listPresiding, type Presiding } from '../../dialogues/dialogue-people-store.ts'
import { findDialogue } from '../../dialogues/dialogue-store.ts'
import { listSupports } from '../../petitions/answer-store.ts'
import { findPetitionFields } from '../../petitions/petition-fields.ts'
import { listCopetitioners } from '../../petitions/petition-link-store.ts'
import { type Day, yearOf } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import { getRegulationVersion, regulationOfAuthority } from '../../regulations/regulation-store.ts'
import type { FactVocabulary, PaperFacts } from '../paper-facts.ts'
import { commonVocabulary, type FactSetting, readSetting } from './common-facts.ts'
import { audienceWords, presidingNow, titleWithDay } from './dialogue-identity-facts.ts'
import { DAY_BLANK, fact, joinFacts, joinVocabularies, type ListsOf, type ValuesOf } from './fact-names.ts'
import { dayText, joined } from './fact-text.ts'
import { personalWords, withoutWords } from './personal-words.ts'
import { listPetitionFacts, type PetitionFactRow } from './petition-fact-store.ts'
import { addresseeName } from './petition-phrases.ts'
import { petitionFields, petitionRow } from './petition-rows.ts'
import { listPetitionerWords } from './petitioner-fact-store.ts'

const values = {
  ...petitionFields,
  addressee: fact('Người kiến nghị, như xưng trong công văn', 'The petitioner as addressed in a letter'),
  petitionerAddress: fact('Địa chỉ người kiến nghị', 'Address of the petitioner'),
  addresseeWithAddress: fact('Người kiến nghị và địa chỉ', 'The petitioner with the address'),
  petitionerPhone: fact('Số điện thoại người kiến nghị', 'Telephone of the petitioner'),
  petitionerVillage: fact('Thôn, tổ dân phố của người kiến nghị', 'Village of the petitioner'),
  promise: fact('Lời hẹn tại hội nghị', 'What was promised'),
  promisedOn: fact('Ngày hẹn', 'Promised for', DAY_BLANK),
  proposedDueOn: fact('Thời hạn cơ quan đề xuất', 'Proposed limit', DAY_BLANK),
  settledOn: fact('Ngày giải quyết xong', 'Settled on', DAY_BLANK),
  settlement: fact('Kết quả giải quyết', 'Settlement'),
  itemDueOn: fact('Thời hạn trong thông báo kết luận', 'Limit of the conclusion', DAY_BLANK),
  transferTo: fact('Cơ quan được chuyển đến', 'Transferred to'),
  transferredOn: fact('Ngày chuyển', 'Transferred on', DAY_BLANK),
  transferReason: fact('Lý do chuyển', 'Reason of the transfer'),
  escalatedTo: fact('Cấp trên nhận báo cáo, kiến nghị', 'Escalated to'),
  escalatedOn: fact('Ngày báo cáo, kiến nghị', 'Escalated on', DAY_BLANK),
  escalation: fact('Nội dung kiến nghị cấp trên', 'What is asked of the superior'),
  escalationAnswer: fact('Ý kiến của cấp trên', 'Answer of the superior'),
  dialogueTitle: fact('Tên cuộc đối thoại', 'Title of the dialogue'),
  dialogueHeldOn: fact('Ngày đối thoại', 'Day of the dialogue', DAY_BLANK),
  dialogueWithDay: fact('Tên và ngày đối thoại', 'Title and day of the dialogue'),
  chairTitles: fact('Chức vụ những người chủ trì', 'Posts of those who preside'),
  leadOffice: fact('Cơ quan chủ trì tham mưu', 'Lead office'),
  conclusionCite: fact('Thông báo kết luận, dẫn số và ngày', 'The conclusion notice, cited'),
  replyNumber: fact('Số văn bản trả lời', 'Number of the reply'),
  replyDatedOn: fact('Ngày văn bản trả lời', 'Day of the reply', DAY_BLANK),
}

const lists = {
  contributions: {
    label: { vi: 'Ý kiến của cơ quan phối hợp', en: 'Contributions of supporting agencies' },
    fields: { agency: { vi: 'Cơ quan', en: 'Agency' }, contribution: { vi: 'Ý kiến', en: 'Contribution' } },
  },
  copetitioners: {
    label: { vi: 'Người cùng kiến nghị', en: 'Others who petition' },
    fields: { name: { vi: 'Họ tên', en: 'Name' } },
  },
}

export const petitionVocabulary: FactVocabulary = joinVocabularies(commonVocabulary, { values, lists })

export interface PetitionFactsWanted {
  authorityId: number
  subjectId: number
  today: Day
  public?: boolean
}

/** What papers about one petition may say; a confidential one is named in its own papers only. Throws NotFound. */
export async function readPetitionFacts(db: Db, wanted: PetitionFactsWanted): Promise<PaperFacts> {
  const { authorityId, subjectId, today } = wanted
  const isPublic = wanted.public ?? false
  const [row] = await listPetitionFacts(db, { authorityId, petitionId: subjectId })
  if (!row) throw new NotFound('petition')
  const dialogue = row.dialogueId === null ? null : await findDialogue(db, authorityId, row.dialogueId)
  const stored = dialogue
    ? await getRegulationVersion(db, dialogue.regulationVersionId)
    : await regulationOfAuthority(db, authorityId, today)
  const year = yearOf((dialogue && eventDay(dialogue)) ?? today)
  const on = (dialogue && eventDay(dialogue)) ?? row.receivedOn
  const setting = await readSetting(db, { authorityId, regulation: stored?.regulation ?? null, today, year, on })
  const [fields, supports, others, presiding, notice] = await Promise.all([
    findPetitionFields(db, authorityId, row.dialogueId, today),
    listSupports(db, authorityId, subjectId),
    listCopetitioners(db, authorityId, subjectId),
    dialogue ? listPresiding(db, authorityId, dialogue.id) : [],
    dialogue ? findConclusionNotice(db, authorityId, dialogue.id) : null,
  ])
  const number = notice?.paperNumber
  const day = notice?.paperDatedOn ? `ngày ${dayText(notice.paperDatedOn)}` : ''
  const facts = joinFacts(setting.common, {
    values: {
      issuer: setting.agencyName(issuingAgencyId(setting.agencies, row.leadAgencyId)),
      ...petitionRow(row, { setting, fields, public: isPublic }),
      ...ownValues(row, setting, isPublic),
      ...occasionValues(dialogue, presiding, setting),
      ...(dialogue ? audienceWords(dialogue, stored?.regulation ?? null, setting) : {}),
      conclusionCite: number ? joined([`Thông báo kết luận số ${number}`, day], ' ') : '',
    } satisfies ValuesOf<typeof values> & { issuer: string },
    lists: {
      contributions: supports.map((one) => ({ agency: one.agencyName, contribution: one.contribution ?? '' })),
      copetitioners: isPublic ? [] : others.map((one) => ({ name: one.name })),
    } satisfies ListsOf<typeof lists>,
  })
  if (!isPublic) return facts
  const officials = presiding.map((one) => one.personName ?? '')
  const petitioners = await listPetitionerWords(db, { authorityId, petitionId: subjectId })
  return withoutWords(facts, personalWords({ petitioners, speeches: [], invitees: [], officials, setting }))
}

function ownValues(row: PetitionFactRow, { agencyName }: FactSetting, isPublic: boolean) {
  const known = !isPublic && row.erasedAt === null
  return {
    addressee: known ? addresseeName(row) : '',
    petitionerAddress: known ? row.address || (row.villageName ?? '') : '',
    addresseeWithAddress: known ? joined([addresseeName(row), row.address || (row.villageName ?? '')]) : '',
    petitionerPhone: known ? (row.phone ?? '') : '',
    petitionerVillage: row.villageName ?? '',
    promise: row.promise ?? '',
    promisedOn: dayText(row.promisedOn),
    proposedDueOn: dayText(row.proposedDueOn),
    settledOn: dayText(row.settledOn),
    settlement: row.settlement ?? '',
    itemDueOn: dayText(row.itemDueOn),
    transferTo: agencyName(row.transferredTo),
    transferredOn: dayText(row.transferredOn),
    transferReason: row.transferReason ?? '',
    escalatedTo: agencyName(row.escalatedTo),
    escalatedOn: dayText(row.escalatedOn),
    escalation: row.escalation ?? '',
    escalationAnswer: row.escalationAnswer ?? '',
    replyNumber: row.replyNumber ?? '',
    replyDatedOn: dayText(row.replyDatedOn),
  }
}

function occasionValues(
  dialogue: Dialogue | null,
  presiding: readonly Presiding[],
  { agencies, agencyName, common, spelled }: FactSetting,
) {
  return {
    dialogueTitle: dialogue?.title ?? '',
    dialogueWithDay: dialogue ? titleWithDay(dialogue) : '',
    dialogueHeldOn: dialogue ? dayText(eventDay(dialogue)) : '',
    chairTitles: joined(presidingNow(presiding).map((one) => spelled(one.postTitle))),
    leadOffice:
      agencyName(issuingAgencyId(agencies, dialogue?.leadAgencyId)) ||
      common.values.governmentOfficeName ||
      common.values.partyOfficeName,
  }
}
