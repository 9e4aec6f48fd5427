import {
  type ConclusionNotice,
  findConclusionNotice,
  listNoticeRecipients,
  type NoticeRecipient,
} from '../../../dialogues/conclusion-store.ts'
import { type Dialogue, isOpen } from '../../../dialogues/dialogue.ts'
import { listPresiding } from '../../../dialogues/dialogue-people-store.ts'
import { SENDING_CHANNELS, SIGN_CAPACITIES } from '../../../documents/paper.ts'
import { getPaper } from '../../../documents/paper-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { issueConclusion } from '../../../procedures/issue-conclusion.ts'
import { recordConclusionReceipt } from '../../../procedures/record-conclusion-receipt.ts'
import { sendConclusion } from '../../../procedures/send-conclusion.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { conclusionWords } from '../../words/conclusion-words.ts'
import { documentWords } from '../../words/document-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import type { Lang } from '../../words/words.ts'
import { PaperNumberField, readNumbering } from '../documents/paper-numbering.tsx'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { ConclusionCopies, petitionerCopy } from '../papers/conclusion-copies.tsx'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { formState, mayDo, openedRow, type Refusal, wordChoices } from './dialogue-request.ts'
import { subpage } from './subpage.tsx'

interface Props {
  request: OfficeRequest
  refusal: Refusal | null
  base: string
}

async function issueCard({ request, refusal, base }: Props, dialogue: Dialogue, paperId: number | null) {
  const words = conclusionWords[request.lang]
  const [chair] = await listPresiding(request.db, request.authority.id, dialogue.id)
  const paper = paperId === null ? null : await getPaper(request.db, request.authority.id, paperId)
  const numbering = await readNumbering(request, paper?.issuerAgencyId ?? null, 'conclusionNotice')
  const stored = {
    datedOn: formatDay(request.today),
    signerName: chair?.personName ?? '',
    signerTitle: chair?.postTitle ?? '',
    signCapacity: chair?.postKind === 'partySecretary' ? 'T/M' : 'TM.',
  }
  return (
    <Card title={words.issueTitle} level={2} look="marked">
      <p class="field-help">{words.issueHelp}</p>
      <Form action={`${base}/ban-hanh`} label={words.issueTitle} {...formState(refusal, 'issue', stored)}>
        <DayField name="datedOn" label={words.datedOn} required />
        <PaperNumberField lang={request.lang} numbering={numbering} />
        <SelectField
          name="signCapacity"
          label={words.signCapacity}
          choices={wordChoices(SIGN_CAPACITIES, documentWords[request.lang].capacities)}
          required
        />
        <TextField name="signerName" label={words.signerName} required />
        <TextField name="signerTitle" label={words.signerTitle} required />
        <TextField name="lateEntryReason" label={words.lateEntryReason} />
        <FormButtons verb={words.issue} />
      </Form>
    </Card>
  )
}

function purposeOf(recipient: NoticeRecipient, lang: Lang): string {
  const words = conclusionWords[lang]
  return words.purposes[recipient.purpose as 'other'] ?? recipient.purpose
}

function recipientColumns(lang: Lang): Column<NoticeRecipient>[] {
  const words = conclusionWords[lang]
  return [
    { key: 'name', label: words.recipient, main: true, wide: true, cell: (one) => one.name },
    { key: 'purpose', label: words.purpose, cell: (one) => purposeOf(one, lang) },
    { key: 'sent', label: words.sentOn, cell: (one) => (one.sentOn ? formatDay(one.sentOn) : words.notSent) },
    {
      key: 'channel',
      label: words.channel,
      deskOnly: true,
      cell: (one) => words.channels[one.channel as 'other'] ?? one.channel ?? '',
    },
    { key: 'received', label: words.receivedOn, cell: (one) => receivedOf(one, lang) },
  ]
}

/** A petitioner gets a copy with his own items, never others' names. */
function copyColumn(request: OfficeRequest, dialogueId: number): Column<NoticeRecipient> {
  const words = sheetWords[request.lang]
  return {
    key: 'copy',
    label: words.copy,
    cell: (one) =>
      one.petitionerId === null ? null : (
        <LinkButton
          small
          variant="quiet"
          href={petitionerCopy(request, dialogueId, one.petitionerId)}
          label={words.petitionerCopyOf(one.name)}
        >
          {words.copy}
        </LinkButton>
      ),
  }
}

function receivedOf(recipient: NoticeRecipient, lang: Lang): string {
  if (recipient.receivedOn) return formatDay(recipient.receivedOn)
  return recipient.purpose === 'competentAgency' && recipient.sentOn ? conclusionWords[lang].notReceived : ''
}

function SendCard({ request, refusal, base, unsent }: Props & { unsent: readonly NoticeRecipient[] }) {
  const words = conclusionWords[request.lang]
  const choices = unsent.map((one) => ({
    value: String(one.id),
    label: `${one.name} (${purposeOf(one, request.lang)})`,
  }))
  return (
    <Card title={words.sendTitle} level={2}>
      <Form
        action={`${base}/gui`}
        label={words.sendTitle}
        {...formState(refusal, 'send', { sentOn: formatDay(request.today) })}
      >
        <CheckboxGroupField name="recipientIds" label={words.sendTo} help={words.sendHelp} choices={choices} columns />
        <DayField name="sentOn" label={words.sentOn} required />
        <SelectField
          name="channel"
          label={words.channel}
          choices={wordChoices(SENDING_CHANNELS, words.channels)}
          required
        />
        <FormButtons verb={words.send} />
      </Form>
    </Card>
  )
}

function ReceiptCard({ request, refusal, base, recipient }: Props & { recipient: NoticeRecipient }) {
  const words = conclusionWords[request.lang]
  const stored = { receivedOn: formatDay(recipient.receivedOn ?? request.today), note: recipient.receivedNote ?? '' }
  return (
    <Card title={`${words.receiptTitle}: ${recipient.name}`} level={2} look="marked">
      <p class="field-help">{words.receiptHelp}</p>
      <Form
        action={`${base}/nhan/${recipient.id}`}
        label={words.receiptTitle}
        {...formState(refusal, `edit-${recipient.id}`, stored)}
      >
        <DayField name="receivedOn" label={words.receivedOn} required />
        <TextField name="note" label={words.receiptNote} />
        <FormButtons verb={words.receiptTitle} cancelHref={base} />
      </Form>
    </Card>
  )
}

/** The lead office records receipt for anybody, an agency for itself. */
function mayRecordReceipt(request: OfficeRequest, recipient: NoticeRecipient): boolean {
  const agencyIds = recipient.agencyId === null ? [] : [recipient.agencyId]
  return (
    recipient.sentOn !== null &&
    request.actor.may('conclusion:record-receipt', { authorityId: request.authority.id, agencyIds })
  )
}

function issuedFact(notice: ConclusionNotice, lang: Lang): string {
  const words = conclusionWords[lang]
  return words.issuedFact(notice.paperNumber ?? words.withoutNumber, notice.issuedOn ? formatDay(notice.issuedOn) : '')
}

const sendingPage: DialoguePage = async (request, dialogue, refusal) => {
  const { db, lang, authority } = request
  const words = conclusionWords[lang]
  const props = { request, refusal, base: request.link(`/hoi-nghi/${dialogue.id}/noi-nhan`) }
  const notice = await findConclusionNotice(db, authority.id, dialogue.id)
  const all = notice && notice.issuedOn !== null ? await listNoticeRecipients(db, authority.id, notice.paperId) : []
  // who put a petition is known to those who keep the record, not to every agency
  const recipients = mayDo(request, 'dossier:read') ? all : all.filter((one) => one.petitionerId === null)
  const unsent = recipients.filter((one) => one.sentOn === null)
  const open = isOpen(dialogue)
  const opened = recipients.find((one) => one.id === openedRow(request, refusal))
  return subpage(
    request,
    dialogue,
    {
      ...{ key: 'sending' as const, refusal },
      actions:
        notice?.paperId && mayDo(request, 'paper:read') ? (
          <>
            <LinkButton href={request.link(`/van-ban/${notice.paperId}`)} icon="file">
              {words.openPaper}
            </LinkButton>
            <ConclusionCopies request={request} dialogueId={dialogue.id} issued={notice.state === 'issued'} />
          </>
        ) : null,
    },
    <>
      {notice?.state === 'approved' && open && mayDo(request, 'conclusion:issue')
        ? await issueCard(props, dialogue, notice.paperId)
        : null}
      {notice?.state === 'issued' ? <p class="mb-3 font-semibold">{issuedFact(notice, lang)}</p> : null}
      {opened && open && mayRecordReceipt(request, opened) ? <ReceiptCard {...props} recipient={opened} /> : null}
      <Section title={words.recipients} count={recipients.length}>
        {recipients.length === 0 ? (
          <EmptyState icon="petition" title={words.noRecipients} />
        ) : (
          <DataTable
            caption={words.recipients}
            columns={[...recipientColumns(lang), copyColumn(request, dialogue.id)]}
            rows={recipients}
            rowKey={(one) => String(one.id)}
            rowHref={(one) => (open && mayRecordReceipt(request, one) ? `${props.base}?sua=${one.id}` : null)}
          />
        )}
      </Section>
      {open && unsent.length > 0 && mayDo(request, 'paper:send') ? <SendCard {...props} unsent={unsent} /> : null}
    </>,
  )
}

const act = { page: sendingPage, back: '/noi-nhan' }

export const sendingRoutes: OfficeRoute[] = [
  dialogueView('/noi-nhan', 'dialogue:read', sendingPage),
  dialogueAct({
    ...{ ...act, path: '/noi-nhan/ban-hanh', permission: 'conclusion:issue', change: issueConclusion, form: 'issue' },
    flash: (lang, { number }) => conclusionWords[lang].issued(number ?? ''),
  }),
  dialogueAct({
    ...{ ...act, path: '/noi-nhan/gui', permission: 'paper:send', change: sendConclusion, form: 'send' },
    flash: (lang, { sent }) => conclusionWords[lang].sent(sent),
  }),
  dialogueAct({
    ...{
      ...act,
      path: '/noi-nhan/nhan/:row',
      permission: 'conclusion:record-receipt',
      change: recordConclusionReceipt,
    },
    form: (request) => `edit-${request.params['row']}`,
    input: (request) => ({ recipientId: request.params['row'] }),
    flash: (lang) => conclusionWords[lang].receiptSaved,
  }),
]
