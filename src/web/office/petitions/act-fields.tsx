import type { ComponentChildren } from 'preact'
import { SENDING_CHANNELS } from '../../../documents/paper.ts'
import { dispositions } from '../../../petitions/petition.ts'
import type { PetitionAction } from '../../../petitions/petition-state.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { channelWords } from '../../words/petition-act-words.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import type { ActForm } from './act-form.ts'
import { ContentRows } from './content-rows.tsx'
import { OnPaperFields, PaperApprovalFields } from './on-paper-fields.tsx'
import { choicesFrom, choicesOf } from './petition-choices.ts'
import { shortened } from './petition-signs.tsx'
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

type Fields = (props: { form: ActForm }) => ComponentChildren

const AnswerFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="text" label={words.answerText} help={words.classifiedConfirm} rows={12} required autofocus />
      <TextAreaField name="proposedSettlement" label={words.proposed} rows={3} />
    </>
  )
}
const NoFields: Fields = () => null
const ReturnFields: Fields = ({ form }) => (
  <TextAreaField name="reason" label={petitionFieldWords[form.lang].returnReason} rows={4} required autofocus />
)
const ReasonFields: Fields = ({ form }) => (
  <TextAreaField name="reason" label={petitionFieldWords[form.lang].reason} rows={4} required autofocus />
)
const DecideFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <RadioGroupField
        name="competence"
        label={words.competence}
        choices={choicesFrom(petitionWords[form.lang].competences)}
        required
      />
      <TextAreaField name="direction" label={words.direction} rows={5} required />
    </>
  )
}
const ClassifyFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  const all = petitionWords[form.lang]
  const { fields } = form.choices
  return (
    <>
      <RadioGroupField name="kind" label={words.kind} choices={choicesFrom(all.kinds)} required inline />
      <SelectField
        name="subjectArea"
        label={words.field}
        choices={choicesOf(fields?.subjectAreas, form.lang)}
        autofocus
      />
      <RadioGroupField name="disposition" label={words.group} choices={choicesFrom(all.groups, [...dispositions])} />
      <SelectField name="urgency" label={words.urgency} choices={choicesOf(fields?.urgencies, form.lang)} />
      <SelectField name="audience" label={words.audience} choices={choicesOf(fields?.audiences, form.lang)} />
      <SelectField name="sphere" label={words.sphere} choices={choicesFrom(all.spheres)} />
      <CheckboxField name="sensitive" label={words.sensitive} />
      <CheckboxField name="offTopic" label={words.offTopic} />
    </>
  )
}
const AssignFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <SelectField name="leadAgencyId" label={words.lead} choices={form.choices.agencies} required autofocus />
      <CheckboxGroupField
        name="supportingAgencyIds"
        label={words.supporting}
        choices={form.choices.ownAgencies}
        columns
      />
      {form.view.petition.leadAgencyId === null ? null : <TextField name="reason" label={words.reassignReason} />}
    </>
  )
}
const ExtendFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <SelectField name="reasonKey" label={words.extendReason} choices={form.extensionReasons} required />
      <TextAreaField name="reason" label={words.extendWords} rows={4} required />
    </>
  )
}
const onPaper =
  (Inner: Fields): Fields =>
  ({ form }) => (
    <>
      <Inner form={form} />
      <OnPaperFields form={form} />
    </>
  )
const AcknowledgeFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <DayField name="acknowledgedOn" label={words.acknowledgedOn} required autofocus />
      <RadioGroupField
        name="acknowledgedChannel"
        label={words.channel}
        choices={choicesFrom(channelWords[form.lang], [...SENDING_CHANNELS])}
        required
      />
      <TextField name="acknowledgementNote" label={words.acknowledgementNote} />
      <FileField name="acknowledgement" label={words.acknowledgement} kinds="PDF, JPG, PNG, DOCX" maxSize="20 MB" />
    </>
  )
}
const EditFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="content" label={words.content} rows={8} required autofocus />
      <TextField name="reason" label={words.reason} required />
    </>
  )
}
const ContributeFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  const supports = form.view.supports.map((one) => ({ value: String(one.agencyId), label: one.agencyName }))
  return (
    <>
      {form.choosesAgency ? (
        <SelectField name="agencyId" label={words.forAgency} choices={supports} required empty={null} />
      ) : null}
      <TextAreaField name="contribution" label={words.contribution} rows={8} required autofocus />
    </>
  )
}
const ResolveBeforeFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="text" label={words.whatWasDone} rows={6} required autofocus />
      <DayField name="settledOn" label={words.resolvedOn} required />
      <TextField name="answeredByName" label={words.answeredBy} />
    </>
  )
}
const AnswerAtConferenceFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextField name="answeredByName" label={words.answeredBy} required autofocus />
      <TextAreaField name="text" label={words.answerText} help={words.classifiedConfirm} rows={8} required />
      <DayField name="answeredOn" label={words.answeredOn} help={words.answeredOnHelp} />
    </>
  )
}
const VerifyFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="report" label={words.report} rows={8} required autofocus />
      <DayField name="verifiedOn" label={words.verifiedOn} required />
    </>
  )
}
const ProposeFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="proposedSettlement" label={words.proposed} rows={6} required autofocus />
      <DayField name="proposedDueOn" label={words.proposedDueOn} />
    </>
  )
}
const PromiseFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="promise" label={words.promise} rows={4} required autofocus />
      <DayField name="promisedOn" label={words.promisedOn} required />
    </>
  )
}
const SettleFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <TextAreaField name="settlement" label={words.settlement} rows={6} required autofocus />
      <DayField name="settledOn" label={words.settledOn} required />
    </>
  )
}
const AskFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  const choices = choicesFrom({ yes: words.agreesYes, no: words.agreesNo })
  return (
    <>
      <RadioGroupField name="petitionerAgrees" label={words.agrees} choices={choices} required />
      <DayField name="petitionerAskedOn" label={words.askedOn} required />
      <TextAreaField name="petitionerSaid" label={words.said} rows={4} />
    </>
  )
}
const RestrictFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  return (
    <>
      <CheckboxField name="confidential" label={words.confidential} />
      <CheckboxGroupField name="readerIds" label={words.readers} choices={form.choices.accounts} columns />
      <TextField name="reason" label={words.reason} required />
    </>
  )
}
const AccusedFields: Fields = ({ form }) => {
  const words = petitionFieldWords[form.lang]
  const siblings = form.view.siblings.map((one) => ({
    value: String(one.id),
    label: one.confidential ? one.code : `${one.code} · ${shortened(one.content, 80)}`,
  }))
  return (
    <>
      <SelectField
        name="accusedAgencyId"
        label={words.accusedAgency}
        choices={form.choices.agencies}
        empty={words.none}
      />
      <SelectField
        name="accusedAccountId"
        label={words.accusedAccount}
        choices={form.choices.accounts}
        empty={words.none}
      />
      {siblings.length > 0 ? (
        <CheckboxGroupField
          name="freeIds"
          label={words.notAboutThem}
          help={words.notAboutThemHelp}
          choices={siblings}
        />
      ) : null}
      <TextField name="reason" label={words.reason} required />
    </>
  )
}
const SplitFields: Fields = ({ form }) => (
  <ContentRows lang={form.lang} fields={form.choices.fields} rows={4} values={form.values} />
)

/** The fields of each act's form. */
export const actFields: Record<PetitionAction, Fields> = {
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
