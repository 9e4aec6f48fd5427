import { eventDay } from '../../dialogues/dialogue.ts'
import { listPresiding } from '../../dialogues/dialogue-people-store.ts'
import { getDialogue } from '../../dialogues/dialogue-store.ts'
import { listAttachments, listAttachmentsOf } from '../../documents/attachment-store.ts'
import { type FilledEntry, layOutDossier } from '../../documents/dossier-rules.ts'
import { getDossier, listDossierItems, type StoredDossierItem } from '../../documents/dossier-store.ts'
import type { Paper } from '../../documents/paper.ts'
import { listPapers } from '../../documents/paper-store.ts'
import { type Day, dayOf, yearOf } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import { dossierChecklistFor } from '../../regulations/regulation.ts'
import { getRegulationVersion } from '../../regulations/regulation-store.ts'
import type { FactVocabulary, PaperFacts } from '../paper-facts.ts'
import { commonVocabulary, type FactSetting, readSetting } from './common-facts.ts'
import { identityFacts, identityVocabulary } from './dialogue-identity-facts.ts'
import { DAY_BLANK, fact, joinFacts, joinVocabularies, type ListsOf, type ValuesOf } from './fact-names.ts'
import { countText, dayText } from './fact-text.ts'
import { listRestrictedPapers } from './instrument-fact-store.ts'

const values = {
  dossierOwner: fact('Cơ quan lưu hồ sơ', 'Owner of the dossier'),
  dossierOpenedOn: fact('Ngày mở hồ sơ', 'Opened on', DAY_BLANK),
  dossierClosedOn: fact('Ngày kết thúc hồ sơ', 'Closed on', DAY_BLANK),
  documentCount: fact('Số văn bản, tài liệu', 'Documents'),
  missingCount: fact('Số thành phần còn thiếu', 'Entries missing'),
}

const lists = {
  documents: {
    label: { vi: 'Văn bản, tài liệu trong hồ sơ', en: 'Documents of the dossier' },
    fields: {
      stage: { vi: 'Trước, trong, sau hội nghị', en: 'Before, during, after' },
      entry: { vi: 'Thành phần hồ sơ', en: 'Entry of the checklist' },
      number: { vi: 'Số, ký hiệu', en: 'Number' },
      datedOn: { vi: 'Ngày, tháng, năm', en: 'Date' },
      title: { vi: 'Trích yếu nội dung', en: 'Subject' },
      author: { vi: 'Tác giả', en: 'Author' },
      note: { vi: 'Ghi chú', en: 'Remark' },
    },
  },
  missing: {
    label: { vi: 'Thành phần còn thiếu', en: 'Entries missing' },
    fields: { entry: { vi: 'Thành phần hồ sơ', en: 'Entry' } },
  },
  statedNone: {
    label: { vi: 'Thành phần đã ghi “không có”', en: 'Entries stated to have none' },
    fields: { entry: { vi: 'Thành phần hồ sơ', en: 'Entry' } },
  },
}

export const dossierVocabulary: FactVocabulary = joinVocabularies(commonVocabulary, identityVocabulary, {
  values,
  lists,
})

const STAGES = { before: 'Trước hội nghị', during: 'Trong hội nghị', after: 'Sau hội nghị' } as const

type FiledPaper = Paper & { hasContent: boolean }
type Entry = FilledEntry<FiledPaper, StoredDossierItem>

/**
 * The index of a dossier: what lies under each entry of its checklist, in its order (004 V.4). `subjectId`: the dossier.
 * Throws NotFound.
 */
export async function readDossierFacts(
  db: Db,
  wanted: { authorityId: number; subjectId: number; today: Day },
): Promise<PaperFacts> {
  const { authorityId, subjectId, today } = wanted
  const dossier = await getDossier(db, authorityId, subjectId)
  const dialogue = await getDialogue(db, authorityId, dossier.dialogueId)
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const year = yearOf(eventDay(dialogue) ?? today)
  const [setting, presiding, papers, items, uploads, restricted] = await Promise.all([
    readSetting(db, { authorityId, regulation, today, year, on: eventDay(dialogue) }),
    listPresiding(db, authorityId, dialogue.id),
    listPapers(db, authorityId, { dialogueId: dialogue.id, states: ['issued'] }),
    listDossierItems(db, authorityId, dossier.id),
    listAttachments(db, authorityId, 'dossier', dossier.id),
    listRestrictedPapers(db, authorityId, dialogue.id),
  ])
  const ids = papers.map((paper) => paper.id)
  const files = ids.length === 0 ? [] : await listAttachmentsOf(db, authorityId, 'paper', ids)
  const filed = papers.map((paper): FiledPaper => {
    const hasFile = files.some((file) => file.subjectId === paper.id && file.withdrawnAt === null)
    const title = restricted.has(paper.id) ? 'Văn bản về kiến nghị không công khai' : paper.title
    return { ...paper, title, hasContent: hasFile || paper.body !== '' || paper.erasedAt !== null }
  })
  const { entries, further } = layOutDossier(dossierChecklistFor(regulation, dialogue.kind), filed, items)
  const uploadName = (id: number) => uploads.find((one) => one.id === id)
  const documents = [
    ...entries.flatMap((entry) => entryRows(entry, setting, uploadName)),
    ...further.map((paper) => paperRow(paper, setting, { stage: 'Văn bản khác', entry: '' })),
  ]
  const missing = entries.filter((one) => one.state === 'missing')
  return joinFacts(setting.common, identityFacts(dialogue, presiding, setting), {
    values: {
      dossierOwner: setting.agencyName(dossier.ownerAgencyId),
      dossierOpenedOn: dayText(dayOf(dossier.createdAt)),
      dossierClosedOn: dossier.closedAt ? dayText(dayOf(dossier.closedAt)) : '',
      documentCount: countText(documents.length),
      missingCount: countText(missing.length),
    } satisfies ValuesOf<typeof values>,
    lists: {
      documents,
      missing: missing.map(({ entry }) => ({ entry: entry.label })),
      statedNone: entries
        .filter((one) => one.state === 'statedNone')
        .map(({ entry }) => ({ entry: entry.label.replace(/ \(nếu có\)$/u, '') })),
    } satisfies ListsOf<typeof lists>,
  })
}

function entryRows(
  { entry, papers, items }: Entry,
  setting: FactSetting,
  upload: (id: number) => { name: string; uploadedAt: Date } | undefined,
) {
  const at = { stage: STAGES[entry.stage], entry: entry.label }
  const uploaded = items.flatMap((item) => {
    const file = item.attachmentId === null ? undefined : upload(item.attachmentId)
    if (!file) return []
    const title = item.note || file.name
    return [{ ...at, number: '', datedOn: dayText(dayOf(file.uploadedAt)), title, author: '', note: 'Tệp đính kèm' }]
  })
  return [...papers.map((paper) => paperRow(paper, setting, at)), ...uploaded]
}

function paperRow(paper: Paper, { agencyName }: FactSetting, at: { stage: string; entry: string }) {
  return {
    ...at,
    number: paper.number ?? '',
    datedOn: dayText(paper.datedOn),
    title: paper.title,
    author: agencyName(paper.issuerAgencyId),
    note: paper.replacesPaperId === null ? '' : 'Thay văn bản trước',
  }
}
