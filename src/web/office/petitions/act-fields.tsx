import type { PetitionAction } from '../../../petitions/petition-state.ts'
import type { ActFields } from './act-form.ts'
import {
  AnswerAtConferenceFields,
  AnswerFields,
  ContributeFields,
  ResolveBeforeFields,
  ReturnFields,
  VerifyFields,
} from './answer-fields.tsx'
import {
  AcknowledgeFields,
  AssignFields,
  ClassifyFields,
  DecideFields,
  EditFields,
  ExtendFields,
  ReasonFields,
  SplitFields,
} from './handling-fields.tsx'
import { OnPaperFields, PaperApprovalFields } from './on-paper-fields.tsx'
import { AskFields, PromiseFields, ProposeFields, SettleFields } from './outcome-fields.tsx'
import { AccusedFields, RestrictFields } from './protection-fields.tsx'
import {
  EscalateFields,
  FollowEscalationFields,
  FollowTransferFields,
  HandOverFields,
  LinkRepeatFields,
  MergeFields,
  TransferFields,
} from './referral-fields.tsx'
import { IssueReplyFields, SendReplyFields } from './reply-fields.tsx'

const NoFields: ActFields = () => null

const onPaper =
  (Inner: ActFields): ActFields =>
  ({ form }) => (
    <>
      <Inner form={form} />
      <OnPaperFields form={form} />
    </>
  )

/** The fields of each act's form. */
export const actFields: Record<PetitionAction, ActFields> = {
  edit: EditFields,
  classify: ClassifyFields,
  split: SplitFields,
  acknowledge: AcknowledgeFields,
  assign: AssignFields,
  draftAnswer: AnswerFields,
  submitAnswer: NoFields,
  approveAnswer: NoFields,
  approveAnswerOnPaper: PaperApprovalFields,
  returnAnswer: ReturnFields,
  sendBackAnswer: ReturnFields,
  contribute: ContributeFields,
  resolveBefore: ResolveBeforeFields,
  answerAtConference: AnswerAtConferenceFields,
  defer: ReasonFields,
  verify: VerifyFields,
  decide: DecideFields,
  decideOnPaper: onPaper(DecideFields),
  proposeSettlement: ProposeFields,
  promise: PromiseFields,
  transfer: TransferFields,
  followTransfer: FollowTransferFields,
  escalate: EscalateFields,
  followEscalation: FollowEscalationFields,
  handOver: HandOverFields,
  merge: MergeFields,
  withdraw: ReasonFields,
  markComplex: ReasonFields,
  markComplexOnPaper: onPaper(ReasonFields),
  extend: ExtendFields,
  extendOnPaper: onPaper(ExtendFields),
  draftReply: AnswerFields,
  submitReply: NoFields,
  approveReply: NoFields,
  approveReplyOnPaper: PaperApprovalFields,
  returnReply: ReturnFields,
  issueReply: IssueReplyFields,
  sendReply: SendReplyFields,
  settle: SettleFields,
  askPetitioner: AskFields,
  linkRepeat: LinkRepeatFields,
  restrict: RestrictFields,
  nameAccused: AccusedFields,
}
