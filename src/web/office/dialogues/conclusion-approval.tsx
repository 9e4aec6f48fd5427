import { listExtensions } from '../../../deadlines/deadline-store.ts'
import type { ConclusionNotice } from '../../../dialogues/conclusion-store.ts'
import { type Dialogue, isOpen } from '../../../dialogues/dialogue.ts'
import { mayApprove, type Paper } from '../../../documents/paper.ts'
import { formatDay } from '../../../platform/day.ts'
import { findDeadlineRule, type Regulation } from '../../../regulations/regulation.ts'
import { Card } from '../../kit/card.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { conclusionWords } from '../../words/conclusion-words.ts'
import { documentWords } from '../../words/document-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { SignedPageField } from '../documents/signed-page-field.tsx'
import type { OfficeRequest } from '../office-route.ts'
import { choiceLabel, formState, mayDo, type Refusal } from './dialogue-request.ts'

interface Props {
  request: OfficeRequest
  dialogue: Dialogue
  refusal: Refusal | null
  base: string
}

/** The chair approves in the program, or the drafter records approval on paper; before issue it can be taken back. */
export function ApprovalCard({
  request,
  dialogue,
  refusal,
  base,
  notice,
  paper,
  behind,
  seen,
}: Props & { notice: ConclusionNotice; paper: Paper; behind: boolean; seen: string }) {
  const words = conclusionWords[request.lang]
  const drafts = mayDo(request, 'conclusion:draft')
  const wroteNothing = mayApprove(paper, request.actor.accountId)
  if (!isOpen(dialogue) || notice.state === 'issued') return <ApprovedBy request={request} notice={notice} />
  if (notice.state === 'approved') {
    return (
      <Card title={words.approval} level={2}>
        <ApprovedBy request={request} notice={notice} />
        {mayDo(request, 'conclusion:issue') ? (
          <LinkButton href={request.link(`/hoi-nghi/${dialogue.id}/noi-nhan`)} variant="primary">
            {words.issueTitle}
          </LinkButton>
        ) : null}
        {drafts ? (
          <DetailsBlock summary={words.withdraw} open={refusal?.form === 'withdraw'}>
            <Form action={`${base}/rut-duyet`} label={words.withdraw} {...formState(refusal, 'withdraw')}>
              <TextField id="withdraw-reason" name="reason" label={words.reason} required />
              <FormButtons verb={words.withdraw} />
            </Form>
          </DetailsBlock>
        ) : null}
      </Card>
    )
  }
  return (
    <Card title={words.approval} level={2}>
      <p class="field-help">{words.approveHelp}</p>
      {mayDo(request, 'conclusion:approve') && !wroteNothing ? (
        <p class="mb-3">{documentWords[request.lang].ownWords}</p>
      ) : null}
      {behind ? <p class="mb-3">{sheetWords[request.lang].keptNotYet}</p> : null}
      {mayDo(request, 'conclusion:approve') && wroteNothing && !behind ? (
        <Form
          action={`${base}/duyet`}
          draft={false}
          label={words.approve}
          hidden={{ seen }}
          {...formState(refusal, 'approve')}
        >
          <FormButtons verb={words.approve} />
        </Form>
      ) : null}
      {drafts ? (
        <DetailsBlock summary={words.approveOnPaper} open={refusal?.form === 'paper'}>
          <Form
            action={`${base}/duyet-giay`}
            multipart
            label={words.approveOnPaper}
            {...formState(refusal, 'paper', { paperApprovedOn: formatDay(request.today) })}
          >
            <TextField name="paperApprover" label={words.approver} required />
            <DayField name="paperApprovedOn" label={words.approvedOn} required />
            <SignedPageField label={words.signedPage} lang={request.lang} required />
            <FormButtons verb={words.approveOnPaper} />
          </Form>
        </DetailsBlock>
      ) : null}
    </Card>
  )
}

function ApprovedBy({ request, notice }: { request: OfficeRequest; notice: ConclusionNotice }) {
  const words = conclusionWords[request.lang]
  if (notice.paperApprover && notice.paperApprovedOn) {
    return <p>{words.approvedOnPaperBy(notice.paperApprover, formatDay(notice.paperApprovedOn))}</p>
  }
  return notice.approvedByName ? <p>{words.approvedBy(notice.approvedByName)}</p> : null
}

/** A notice that is out is corrected by a new version in its place; while that is made, the old one stays in force. */
export function CorrectionCard({ request, dialogue, refusal, base, notice }: Props & { notice: ConclusionNotice }) {
  const words = conclusionWords[request.lang]
  if (notice.correctingPaperId !== null)
    return (
      <>
        <p class="mb-3">{words.correcting(notice.paperNumber ?? words.withoutNumber)}</p>
        {isOpen(dialogue) && mayDo(request, 'conclusion:draft') ? (
          <DetailsBlock summary={words.dropCorrection} open={refusal?.form === 'drop'}>
            <p class="field-help">{words.dropCorrectionHelp}</p>
            <Form action={`${base}/bo-ban-sua`} label={words.dropCorrection} {...formState(refusal, 'drop')}>
              <TextField id="drop-reason" name="reason" label={words.reason} required />
              <FormButtons verb={words.dropCorrection} danger />
            </Form>
          </DetailsBlock>
        ) : null}
      </>
    )
  if (notice.state !== 'issued' || !isOpen(dialogue) || !mayDo(request, 'conclusion:draft')) return null
  return (
    <DetailsBlock summary={words.correct} open={refusal?.form === 'correct'}>
      <p class="field-help">{words.correctHelp}</p>
      <Form action={`${base}/dinh-chinh`} label={words.correct} {...formState(refusal, 'correct')}>
        <TextField id="correct-reason" name="reason" label={words.reason} required />
        <FormButtons verb={words.correct} />
      </Form>
    </DetailsBlock>
  )
}

/** The longer term with its reasons, where the regulation knows one (004 V.3.a). */
export async function extensionCard(props: Props & { regulation: Regulation }) {
  const { request, dialogue, regulation, refusal, base } = props
  const words = conclusionWords[request.lang]
  const extension = findDeadlineRule(regulation, 'conclusionNotice')?.extension
  if (!extension) return null
  const subject = { subjectKind: 'dialogue', subjectId: dialogue.id }
  const granted = (await listExtensions(request.db, request.authority.id, subject)).find(
    (one) => one.key === 'conclusionNotice',
  )
  if (granted) {
    return (
      <Card title={words.extension} level={2} look="quiet">
        <p>{words.extendedBy(granted.grantedByName, formatDay(granted.grantedOn))}</p>
        <p>
          {choiceLabel(extension.reasons, granted.reasonKey, request.lang)}. {granted.reason}
        </p>
      </Card>
    )
  }
  const chair = mayDo(request, 'deadline:extend')
  const open = isOpen(dialogue) && dialogue.state !== 'concluded'
  if (!open || (!chair && !mayDo(request, 'conclusion:draft'))) return null
  const form = chair ? 'extend' : 'extend-paper'
  return (
    <DetailsBlock summary={words.extension} open={refusal?.form === form}>
      <p class="field-help">{words.extensionHelp(extension.amount)}</p>
      <Form
        action={`${base}/${chair ? 'gia-han' : 'gia-han-giay'}`}
        label={words.extension}
        {...formState(refusal, form)}
      >
        <SelectField
          name="reasonKey"
          label={words.extensionReason}
          choices={extension.reasons.map((one) => ({
            value: one.key,
            label: choiceLabel(extension.reasons, one.key, request.lang),
          }))}
          required
        />
        <TextAreaField id="extension-reason" name="reason" label={words.extensionWhy} rows={3} required />
        {chair ? null : <TextField name="grantedByName" label={words.grantedBy} required />}
        {chair ? null : <DayField name="grantedOn" label={words.grantedOn} required />}
        <FormButtons verb={chair ? words.extend : words.extendOnPaper} />
      </Form>
    </DetailsBlock>
  )
}
