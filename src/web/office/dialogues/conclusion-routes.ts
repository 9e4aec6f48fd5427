import { addConclusionItem } from '../../../dialogues/add-conclusion-item.ts'
import { draftConclusion } from '../../../dialogues/draft-conclusion.ts'
import { editConclusionItem } from '../../../dialogues/edit-conclusion-item.ts'
import { moveConclusionItem } from '../../../dialogues/move-conclusion-item.ts'
import { proposeItemSettlement } from '../../../dialogues/propose-settlement.ts'
import { removeConclusionItem } from '../../../dialogues/remove-conclusion-item.ts'
import {
  approveConclusion,
  approveConclusionOnPaper,
  withdrawConclusionApproval,
} from '../../../procedures/approve-conclusion.ts'
import { correctConclusion } from '../../../procedures/correct-conclusion.ts'
import { coverPetitions } from '../../../procedures/cover-petitions.ts'
import { dropCorrection } from '../../../procedures/drop-correction.ts'
import { extendConclusion, extendConclusionOnPaper } from '../../../procedures/extend-conclusion.ts'
import { fillConclusion } from '../../../procedures/fill-conclusion.ts'
import { confirmSettlement, confirmSettlementOnPaper, reportItemResult } from '../../../procedures/item-limit.ts'
import { conclusionWords } from '../../words/conclusion-words.ts'
import { conferenceWords } from '../../words/conference-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { conclusionPage } from './conclusion-page.tsx'
import { dialogueAct, dialogueView } from './dialogue-act.tsx'
import { decisionPage } from './paper-decision-fields.tsx'
import { orderActs } from './row-order-acts.tsx'

const flash = (lang: Lang) => conferenceWords[lang].saved
const page = { page: conclusionPage, back: '/ket-luan', flash }
const draft = { ...page, permission: 'conclusion:draft' as const }
const ofRow = (form: string) => (request: OfficeRequest) => `${form}-${request.params['row']}`
const texts = (lang: Lang) => {
  const { assessment, implementation } = conclusionWords[lang]
  return Object.entries({ assessment, implementation }).map(([name, label]) => ({ name, label }))
}
const itemTexts = (lang: Lang) => {
  const { content, conclusion, due } = conclusionWords[lang]
  return Object.entries({ content, conclusion, dueOn: due }).map(([name, label]) => ({ name, label }))
}

export const conclusionRoutes: OfficeRoute[] = [
  dialogueView('/ket-luan', 'dialogue:read', conclusionPage),
  dialogueAct({ ...draft, path: '/ket-luan', change: draftConclusion, form: 'texts', conflict: texts }),
  dialogueAct({
    ...{ ...draft, path: '/ket-luan/dua-kien-nghi', change: fillConclusion, form: 'fill' },
    flash: (lang, { added }) => conclusionWords[lang].filled(added),
  }),
  dialogueAct({ ...draft, path: '/ket-luan/dinh-chinh', change: correctConclusion, form: 'correct' }),
  dialogueAct({ ...draft, path: '/ket-luan/bo-ban-sua', change: dropCorrection, form: 'drop' }),
  dialogueAct({ ...draft, path: '/ket-luan/muc', change: addConclusionItem, form: 'add' }),
  dialogueAct({
    ...draft,
    path: '/ket-luan/muc/:row',
    change: editConclusionItem,
    form: ofRow('edit'),
    conflict: itemTexts,
  }),
  dialogueAct({ ...draft, path: '/ket-luan/muc/:row/kien-nghi', change: coverPetitions, form: ofRow('cover') }),
  dialogueAct({ ...draft, path: '/ket-luan/muc/:row/bo', change: removeConclusionItem, form: ofRow('remove') }),
  ...orderActs({ ...draft, path: '/ket-luan/muc', change: moveConclusionItem }),
  dialogueAct({
    ...{
      ...page,
      path: '/ket-luan/muc/:row/de-xuat',
      permission: 'conclusion:propose-settlement',
      change: proposeItemSettlement,
    },
    form: ofRow('propose'),
  }),
  dialogueAct({
    ...{
      ...page,
      path: '/ket-luan/muc/:row/ket-qua',
      permission: 'conclusion:propose-settlement',
      change: reportItemResult,
    },
    form: ofRow('result'),
  }),
  dialogueAct({
    ...{ ...page, path: '/ket-luan/muc/:row/xac-nhan', permission: 'conclusion:approve', change: confirmSettlement },
    form: ofRow('confirm'),
  }),
  dialogueAct({
    ...{ ...draft, path: '/ket-luan/muc/:row/xac-nhan-giay', change: confirmSettlementOnPaper },
    ...{ form: ofRow('confirm-paper'), input: decisionPage },
  }),
  dialogueAct({
    ...page,
    path: '/ket-luan/duyet',
    permission: 'conclusion:approve',
    change: approveConclusion,
    form: 'approve',
  }),
  dialogueAct({
    ...{ ...draft, path: '/ket-luan/duyet-giay', change: approveConclusionOnPaper, form: 'paper' },
    input: (request) => ({ signedPage: request.uploads.find((upload) => upload.field === 'signedPage') }),
  }),
  dialogueAct({ ...draft, path: '/ket-luan/rut-duyet', change: withdrawConclusionApproval, form: 'withdraw' }),
  dialogueAct({
    ...page,
    path: '/ket-luan/gia-han',
    permission: 'deadline:extend',
    change: extendConclusion,
    form: 'extend',
  }),
  dialogueAct({ ...draft, path: '/ket-luan/gia-han-giay', change: extendConclusionOnPaper, form: 'extend-paper' }),
]
