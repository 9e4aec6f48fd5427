import { listAgencies } from '../../../agencies/agency-store.ts'
import { type Paper, RECIPIENT_PURPOSES, SENDING_CHANNELS, SIGN_CAPACITIES } from '../../../documents/paper.ts'
import { listRecipients } from '../../../documents/paper-store.ts'
import { readLikelySigner } from '../../../papers/read-frame.ts'
import {
  approveOnPaperChange,
  attachPaperFileChange,
  discardDraftChange,
  issuePaperChange,
  voidPaperChange,
  withdrawApprovalChange,
} from '../../../procedures/paper-changes.ts'
import { addRecipientsChange, sendPaperChange } from '../../../procedures/send-paper-changes.ts'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'
import type { PaperAct } from './paper-act-routes.tsx'
import { type Numbering, PaperNumberField, readNumbering, UNKNOWN_NUMBERING } from './paper-numbering.tsx'
import { SignedPageField } from './signed-page-field.tsx'

/** The fields by which a paper is issued; also part of entering one that was issued on paper. */
export function IssueFields({ lang, numbering = UNKNOWN_NUMBERING }: { lang: Lang; numbering?: Numbering }) {
  const words = documentWords[lang]
  return (
    <>
      <DayField name="datedOn" label={words.datedOn} required />
      <PaperNumberField lang={lang} numbering={numbering} />
      <SelectField
        name="signCapacity"
        label={words.signCapacity}
        required
        choices={choicesOf(SIGN_CAPACITIES, words.capacities)}
      />
      <TextField name="signerTitle" label={words.signerTitle} required />
      <TextField name="signerName" label={words.signerName} required />
      <TextAreaField name="lateEntryReason" label={words.lateEntryReason} help={words.lateEntryHelp} rows={2} />
    </>
  )
}

/** Who signed the approval on paper and when, with the page. */
export function ApprovalOnPaperFields({ lang, pageRequired }: { lang: Lang; pageRequired: boolean }) {
  const words = documentWords[lang]
  return (
    <>
      <TextField name="approver" label={words.approver} required />
      <DayField name="approvedOn" label={words.approvedOn} required />
      <SignedPageField lang={lang} required={pageRequired} />
    </>
  )
}

/** A file field that says what is taken. */
export function UploadField(props: { name: string; label: string; lang: Lang; required?: boolean }) {
  const words = documentWords[props.lang]
  return (
    <FileField
      name={props.name}
      label={props.label}
      required={props.required}
      accept=".pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png,.webp,.mp3,.txt"
      kinds={words.fileKinds}
      maxSize={words.maxSize}
    />
  )
}

/** The acts that ask for nothing but a reason. */
const reason: Pick<PaperAct, 'fields'> = {
  fields: ({ lang }) => <TextAreaField name="reason" label={documentWords[lang].reason} required rows={3} />,
}

function choicesOf<K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) {
  return keys.map((key) => ({ value: key, label: words[key] }))
}

/** Addressees to whom the paper was not sent yet. */
async function waitingFor(request: OfficeRequest, paper: Paper) {
  return (await listRecipients(request.db, request.authority.id, paper.id)).filter((one) => one.sentOn === null)
}

async function agencyChoices(request: OfficeRequest) {
  const agencies = await listAgencies(request.db, request.authority.id, { on: request.today })
  return agencies.map((agency) => ({ value: String(agency.id), label: agency.name }))
}

const approveOnPaper: PaperAct = {
  act: 'duyet-tren-giay',
  permission: 'paper:draft',
  change: approveOnPaperChange,
  verb: (words) => words.approveOnPaper,
  help: (words) => words.approveOnPaperHelp,
  done: (words) => words.done.approved,
  uploads: ['signedPage'],
  fields: ({ lang }) => <ApprovalOnPaperFields lang={lang} pageRequired={false} />,
}

const withdrawApproval: PaperAct = {
  act: 'rut-duyet',
  permission: 'paper:draft',
  change: withdrawApprovalChange,
  verb: (words) => words.withdrawApproval,
  done: (words) => words.done.approvalWithdrawn,
  ...reason,
}

const issue: PaperAct = {
  act: 'ban-hanh',
  permission: 'paper:issue',
  change: issuePaperChange,
  verb: (words) => words.issue,
  help: (words) => words.issueHelp,
  done: (words) => words.done.issued,
  async values({ db, authority, today }, { issuerAgencyId }) {
    const signer = await readLikelySigner(db, authority.id, { issuerAgencyId, on: today })
    const { capacity = '', title = '', name = '' } = signer ?? {}
    return { datedOn: today, signCapacity: capacity, signerTitle: title, signerName: name }
  },
  async fields(request, paper) {
    const numbering = await readNumbering(request, paper.issuerAgencyId, paper.kind)
    return IssueFields({ lang: request.lang, numbering })
  },
}

const recipients: PaperAct = {
  act: 'noi-nhan',
  permission: 'paper:send',
  change: addRecipientsChange,
  verb: (words) => words.addRecipients,
  done: (words) => words.done.recipients,
  async fields(request) {
    const words = documentWords[request.lang]
    return (
      <>
        <SelectField
          name="purpose"
          label={words.purpose}
          required
          choices={choicesOf(RECIPIENT_PURPOSES, words.purposes)}
        />
        <CheckboxGroupField
          name="agencyIds"
          label={words.recipientAgencies}
          choices={await agencyChoices(request)}
          columns
        />
        <TextField name="name" label={words.recipientName} help={words.recipientNameHelp} />
        <TextField name="remark" label={words.recipientRemark} help={words.recipientRemarkHelp} />
      </>
    )
  },
}

const send: PaperAct = {
  act: 'gui',
  permission: 'paper:send',
  change: sendPaperChange,
  verb: (words) => words.recordSending,
  done: (words) => words.done.sent,
  async values(request, paper) {
    const waiting = await waitingFor(request, paper)
    return { sentOn: request.today, recipientIds: waiting.map((one) => String(one.id)) }
  },
  async fields(request, paper) {
    const words = documentWords[request.lang]
    const waiting = await waitingFor(request, paper)
    return (
      <>
        <CheckboxGroupField
          name="recipientIds"
          label={words.sendTo}
          required
          choices={waiting.map((one) => ({ value: String(one.id), label: one.name }))}
        />
        <DayField name="sentOn" label={words.sentOn} required />
        <SelectField
          name="channel"
          label={words.channel}
          required
          choices={choicesOf(SENDING_CHANNELS, words.channels)}
        />
      </>
    )
  },
}

const FILE_LABELS = ['content', 'signedPage', 'annex'] as const

const addFile: PaperAct = {
  act: 'tep',
  permission: 'paper:draft',
  change: attachPaperFileChange,
  verb: (words) => words.addFile,
  done: (words) => words.done.file,
  uploads: ['file'],
  // what comes after the approval is the signed copy; before it, the text
  values: (_request, { state }) => ({ label: state === 'draft' ? 'content' : 'signedPage' }),
  fields({ lang }, { state }) {
    const words = documentWords[lang]
    const labels = state === 'draft' ? FILE_LABELS : FILE_LABELS.filter((label) => label !== 'content')
    return (
      <>
        <UploadField name="file" label={words.files} lang={lang} required />
        <SelectField name="label" label={words.fileLabel} empty={null} choices={choicesOf(labels, words.fileLabels)} />
      </>
    )
  },
}

const discard: PaperAct = {
  act: 'bo-du-thao',
  permission: 'paper:draft',
  change: discardDraftChange,
  verb: (words) => words.discard,
  help: (words) => words.discardHelp,
  done: (words) => words.done.voided,
  danger: true,
  ...reason,
}

const makeVoid: PaperAct = {
  act: 'huy',
  permission: 'paper:issue',
  change: voidPaperChange,
  verb: (words) => words.void,
  help: (words) => words.voidHelp,
  done: (words) => words.done.voided,
  danger: true,
  ...reason,
}

/** Acts with a form of their own; approving and striking a recipient out are one button. */
export const paperActs: readonly PaperAct[] = [
  approveOnPaper,
  withdrawApproval,
  issue,
  recipients,
  send,
  addFile,
  discard,
  makeVoid,
]
