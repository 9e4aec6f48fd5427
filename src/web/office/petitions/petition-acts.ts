import type { z } from 'zod'
import type { Change } from '../../../changes/define-change.ts'
import {
  approveAnswer,
  approveAnswerOnPaper,
  approveReply,
  approveReplyOnPaper,
  returnAnswer,
  returnReply,
  sendBackAnswer,
  submitAnswer,
  submitReply,
} from '../../../petitions/approve-answer.ts'
import { askPetitioner } from '../../../petitions/ask-petitioner.ts'
import { classifyPetition } from '../../../petitions/classify-petition.ts'
import { contributeToAnswer } from '../../../petitions/contribute-to-answer.ts'
import { decidePetition, decidePetitionOnPaper } from '../../../petitions/decide-petition.ts'
import { deferPetition, proposeSettlement, verifyPetition } from '../../../petitions/defer-petition.ts'
import { draftAnswer, draftReply } from '../../../petitions/draft-answer.ts'
import { editPetition } from '../../../petitions/edit-petition.ts'
import { linkRepeat } from '../../../petitions/link-repeat.ts'
import { nameAccused } from '../../../petitions/name-accused.ts'
import type { PetitionAction } from '../../../petitions/petition-state.ts'
import { restrictPetition } from '../../../petitions/restrict-petition.ts'
import { splitPetition } from '../../../petitions/split-petition.ts'
import { acknowledgePetition } from '../../../procedures/acknowledge-petition.ts'
import { assignPetition } from '../../../procedures/assign-petition.ts'
import { recordPromise, settlePetition } from '../../../procedures/commit-to-petition.ts'
import { extendReply, extendReplyOnPaper } from '../../../procedures/extend-reply.ts'
import { followEscalation, followTransfer } from '../../../procedures/follow-referral.ts'
import { issueReply } from '../../../procedures/issue-reply.ts'
import { markComplex, markComplexOnPaper } from '../../../procedures/mark-complex.ts'
import { recordAnswerAtConference, recordResolvedBefore } from '../../../procedures/record-answer-at-conference.ts'
import {
  escalatePetition,
  handOverPetition,
  mergePetitions,
  transferPetition,
  withdrawPetition,
} from '../../../procedures/refer-petition.ts'
import { sendReply } from '../../../procedures/send-reply.ts'
import { petitionActWords } from '../../words/petition-act-words.ts'
import type { Lang } from '../../words/words.ts'

interface Act {
  /** last part of the address */
  slug: string
  change: Change<z.ZodType, unknown>
  danger?: boolean
}

/** An act joins an address with its change; the fields of its form stand in `act-fields.tsx`. */
function act<S extends z.ZodType, R>(slug: string, change: Change<S, R>, danger = false): Act {
  return { slug, change: change as unknown as Change<z.ZodType, unknown>, danger }
}

export const petitionActs: Record<PetitionAction, Act> = {
  edit: act('sua-noi-dung', editPetition),
  classify: act('phan-loai', classifyPetition),
  split: act('tach', splitPetition),
  acknowledge: act('bao-tiep-nhan', acknowledgePetition),
  assign: act('giao', assignPetition),
  draftAnswer: act('soan-tra-loi', draftAnswer),
  submitAnswer: act('trinh-tra-loi', submitAnswer),
  approveAnswer: act('duyet-tra-loi', approveAnswer),
  approveAnswerOnPaper: act('duyet-tra-loi-tren-giay', approveAnswerOnPaper),
  returnAnswer: act('tra-lai-du-thao', returnAnswer),
  sendBackAnswer: act('yeu-cau-lam-lai', sendBackAnswer),
  contribute: act('gop-y', contributeToAnswer),
  resolveBefore: act('giai-quyet-truoc', recordResolvedBefore),
  answerAtConference: act('tra-loi-tai-hoi-nghi', recordAnswerAtConference),
  defer: act('tra-loi-sau', deferPetition),
  verify: act('xac-minh', verifyPetition),
  decide: act('quyet-dinh', decidePetition),
  decideOnPaper: act('quyet-dinh-tren-giay', decidePetitionOnPaper),
  proposeSettlement: act('de-xuat', proposeSettlement),
  promise: act('loi-hen', recordPromise),
  transfer: act('chuyen', transferPetition),
  followTransfer: act('theo-doi-chuyen', followTransfer),
  escalate: act('bao-cao-cap-tren', escalatePetition),
  followEscalation: act('cap-tren-tra-loi', followEscalation),
  handOver: act('ban-giao', handOverPetition),
  merge: act('gop', mergePetitions),
  withdraw: act('rut', withdrawPetition, true),
  markComplex: act('phuc-tap', markComplex),
  markComplexOnPaper: act('phuc-tap-tren-giay', markComplexOnPaper),
  extend: act('gia-han', extendReply),
  extendOnPaper: act('gia-han-tren-giay', extendReplyOnPaper),
  draftReply: act('soan-van-ban', draftReply),
  submitReply: act('trinh-van-ban', submitReply),
  approveReply: act('duyet-van-ban', approveReply),
  approveReplyOnPaper: act('duyet-van-ban-tren-giay', approveReplyOnPaper),
  returnReply: act('tra-lai-van-ban', returnReply),
  issueReply: act('phat-hanh', issueReply),
  sendReply: act('gui', sendReply),
  settle: act('ket-qua', settlePetition),
  askPetitioner: act('hoi-lai', askPetitioner),
  linkRepeat: act('neu-lai', linkRepeat),
  restrict: act('che-do-kin', restrictPetition),
  nameAccused: act('bi-phan-anh', nameAccused),
}

export function actAddress(petitionId: number, action: PetitionAction): string {
  return `/kien-nghi/${petitionId}/${petitionActs[action].slug}`
}

export function actVerb(action: PetitionAction, lang: Lang): string {
  return petitionActWords[lang][action].verb
}
