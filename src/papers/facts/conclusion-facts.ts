import type { ConclusionItem, ConclusionNotice } from '../../dialogues/conclusion-store.ts'
import type { FactSetting } from './common-facts.ts'
import { DAY_BLANK, fact, type ListsOf, type ValuesOf } from './fact-names.ts'
import { countText, dayText, joined } from './fact-text.ts'
import type { PetitionFactRow } from './petition-fact-store.ts'
import { GROUP_NOTES, petitionerName, publicPetitioner } from './petition-phrases.ts'

const values = {
  assessment: fact('Đánh giá chung trong kết luận', 'General assessment'),
  implementation: fact('Tổ chức thực hiện kết luận', 'How the conclusion is carried out'),
  conclusionNumber: fact('Số, ký hiệu thông báo kết luận', 'Number of the conclusion notice', '…/TB-…'),
  conclusionDatedOn: fact('Ngày ban hành thông báo kết luận', 'Day of the conclusion notice', DAY_BLANK),
  conclusionCite: fact('Thông báo kết luận, dẫn số và ngày', 'The conclusion notice, cited'),
  itemCount: fact('Số mục kết luận', 'Items of the conclusion'),
  itemsDoneCount: fact('Số mục đã thực hiện xong', 'Items carried out'),
  itemsOpenCount: fact('Số mục còn phải thực hiện', 'Items still to be carried out'),
  itemsOverdueCount: fact('Số mục quá hạn', 'Items overdue'),
}

const itemFields = {
  content: fact('Nội dung kiến nghị', 'Content'),
  raisedBy: fact('Người, nơi kiến nghị', 'Petitioners'),
  codes: fact('Mã các kiến nghị', 'Codes of the petitions'),
  conclusion: fact('Ý kiến trả lời, kết luận', 'Answer, conclusion'),
  leadAgency: fact('Cơ quan chủ trì', 'Lead agency'),
  supportingAgencies: fact('Cơ quan phối hợp', 'Supporting agencies'),
  agencies: fact('Cơ quan chủ trì và phối hợp', 'Lead and supporting agencies'),
  dueOn: fact('Thời hạn', 'Due on'),
  note: fact('Ghi chú: trả lời tại hội nghị, trả lời sau, báo cáo cấp trên', 'Remark'),
  result: fact('Kết quả thực hiện', 'Result'),
  doneOn: fact('Ngày hoàn thành', 'Done on'),
  progress: fact('Tiến độ: hoàn thành, đang thực hiện, quá hạn', 'Progress'),
}

const items = (vi: string, en: string) => ({ label: { vi, en }, fields: itemFields })

const lists = {
  conclusionItems: items('Các mục kết luận', 'Items of the conclusion'),
  ownItems: items('Các mục về kiến nghị của người nhận thông báo', "Items about the addressee's own petitions"),
  itemsDone: items('Các mục đã thực hiện xong', 'Items carried out'),
  itemsOpen: items('Các mục còn phải thực hiện', 'Items still to be carried out'),
}

export const conclusionVocabulary = { values, lists }
export type ConclusionFacts = { values: ValuesOf<typeof values>; lists: ListsOf<typeof lists> }

interface Wanted {
  setting: FactSetting
  notice: ConclusionNotice | null
  items: readonly ConclusionItem[]
  petitions: readonly PetitionFactRow[]
  public: boolean
  today: string
  /** about what the addressee of the paper petitioned */
  ownItemIds: ReadonlySet<number>
  /** items whose words may not be read by those who read papers; their row stays */
  withheldItemIds: ReadonlySet<number>
}

/** Stands for the words of an item about what only some may know of. */
const WITHHELD_WORDS = '(nội dung thuộc diện hạn chế tiếp cận)'

/** The conclusion with its items, limits and results (form 6). */
export function conclusionFacts(wanted: Wanted): ConclusionFacts {
  const { notice, items: stored } = wanted
  const rows = stored.map((item) => itemRow(item, wanted))
  const only = (test: (item: ConclusionItem) => boolean) => rows.filter((_, at) => test(stored[at]!))
  const number = notice?.paperNumber ?? ''
  const datedOn = dayText(notice?.paperDatedOn)
  return {
    values: {
      assessment: notice?.assessment ?? '',
      implementation: notice?.implementation ?? '',
      conclusionNumber: number,
      conclusionDatedOn: datedOn,
      conclusionCite:
        number === '' ? '' : joined([`Thông báo kết luận số ${number}`, datedOn && `ngày ${datedOn}`], ' '),
      itemCount: countText(rows.length),
      itemsDoneCount: countText(stored.filter(isDone).length),
      itemsOpenCount: countText(stored.filter((item) => !isDone(item)).length),
      itemsOverdueCount: countText(stored.filter((item) => isOverdue(item, wanted.today)).length),
    },
    lists: {
      conclusionItems: rows,
      ownItems: only((item) => wanted.ownItemIds.has(item.id)),
      itemsDone: only(isDone),
      itemsOpen: only((item) => !isDone(item)),
    },
  }
}

/** What was answered on the spot is done with the answer. */
function isDone(item: ConclusionItem): boolean {
  return item.doneOn !== null || item.disposition === 'answeredAtConference'
}

function isOverdue(item: ConclusionItem, today: string): boolean {
  return !isDone(item) && item.dueOn !== null && item.dueOn < today
}

function itemRow(item: ConclusionItem, { setting, petitions, ...wanted }: Wanted) {
  const behind = petitions.filter((one) => one.conclusionItemId === item.id)
  const who = (one: PetitionFactRow) =>
    joined([wanted.public ? publicPetitioner(one) : petitionerName(one), one.villageName ?? ''])
  const leadAgency = item.leadAgencyName ?? ''
  const withheld = wanted.withheldItemIds.has(item.id)
  const shown = (words: string) => (withheld && words !== '' ? WITHHELD_WORDS : words)
  const supporting = joined(item.supportingAgencyIds.map(setting.agencyName))
  return {
    content: shown(item.content),
    raisedBy: [...new Set(behind.map(who))].join('; '),
    codes: joined(behind.map((one) => one.code)),
    conclusion: shown(item.conclusion),
    leadAgency,
    supportingAgencies: supporting,
    agencies: supporting === '' ? leadAgency : `${leadAgency}; phối hợp: ${supporting}`,
    dueOn: dueText(item),
    note: GROUP_NOTES[item.disposition] ?? '',
    result: shown(item.result ?? ''),
    doneOn: dayText(item.doneOn),
    progress: progressText(item, wanted.today),
  }
}

/** The limit; an item left open has none until the chair confirms what the agency proposes (004 V.2(6)). */
function dueText(item: ConclusionItem): string {
  if (item.dueOn) return dayText(item.dueOn)
  if (item.openProposal && item.confirmedOn === null) return 'Cơ quan chủ trì đề xuất'
  return ''
}

function progressText(item: ConclusionItem, today: string): string {
  if (item.doneOn) return `Hoàn thành ngày ${dayText(item.doneOn)}`
  if (isDone(item)) return 'Đã trả lời tại hội nghị'
  if (isOverdue(item, today)) return 'Quá hạn'
  return 'Đang thực hiện'
}
