import { DISPOSITIONS } from '../../../dialogues/conclusion-forms.ts'
import type { ConclusionItem } from '../../../dialogues/conclusion-store.ts'
import type { Attachment } from '../../../documents/attachment-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { conclusionWords } from '../../words/conclusion-words.ts'
import { conferenceWords } from '../../words/conference-words.ts'
import type { Lang } from '../../words/words.ts'
import { FileList } from '../documents/file-list.tsx'
import type { OfficeRequest } from '../office-route.ts'
import { formState, type Refusal, wordChoices } from './dialogue-request.ts'
import { PaperDecisionFields, paperDecisionFact } from './paper-decision-fields.tsx'

interface Props {
  lang: Lang
  base: string
  refusal: Refusal | null
  agencies: readonly Choice[]
}

function ItemFields({
  lang,
  agencies,
  prefix,
  open,
}: {
  lang: Lang
  agencies: readonly Choice[]
  prefix: string
  open: boolean
}) {
  const words = conclusionWords[lang]
  return (
    <>
      <TextAreaField id={`${prefix}-content`} name="content" label={words.content} rows={3} required />
      <TextAreaField id={`${prefix}-conclusion`} name="conclusion" label={words.conclusion} rows={3} required />
      <RadioGroupField
        id={`${prefix}-disposition`}
        name="disposition"
        label={words.disposition}
        choices={wordChoices(DISPOSITIONS, words.dispositions)}
        required
      />
      <SelectField id={`${prefix}-lead`} name="leadAgencyId" label={words.lead} choices={agencies} />
      <DetailsBlock summary={words.supporting}>
        <CheckboxGroupField
          id={`${prefix}-supporting`}
          name="supportingAgencyIds"
          label={words.supporting}
          choices={agencies}
          columns
        />
      </DetailsBlock>
      <DayField id={`${prefix}-due`} name="dueOn" label={words.due} />
      <CheckboxField id={`${prefix}-open`} name="openProposal" label={words.openProposal} checked={open} />
    </>
  )
}

export function AddItemForm(props: Props) {
  const words = conclusionWords[props.lang]
  const state = formState(props.refusal, 'add', { disposition: 'verifyAndReplyLater' })
  return (
    <DetailsBlock summary={words.addTitle} open={props.refusal?.form === 'add'}>
      <Form action={`${props.base}/muc`} label={words.addTitle} {...state}>
        <ItemFields
          lang={props.lang}
          agencies={props.agencies}
          prefix="add"
          open={state.values['openProposal'] === 'on'}
        />
        <FormButtons verb={words.addTitle} />
      </Form>
    </DetailsBlock>
  )
}

/** While the notice is a draft: change or take out one item. */
export function EditItemForms(props: Props & { item: ConclusionItem }) {
  const { item, lang, base, refusal } = props
  const words = conclusionWords[lang]
  const state = formState(refusal, `edit-${item.id}`, {
    ...item,
    dueOn: item.dueOn ? formatDay(item.dueOn) : '',
    leadAgencyId: item.leadAgencyId ?? '',
    supportingAgencyIds: item.supportingAgencyIds.map(String),
    openProposal: item.openProposal ? 'on' : '',
  })
  return (
    <Card title={words.editTitle(item.position)} level={2} look="marked">
      <Form action={`${base}/muc/${item.id}`} version={item.version} label={words.editTitle(item.position)} {...state}>
        <ItemFields lang={lang} agencies={props.agencies} prefix="edit" open={state.values['openProposal'] === 'on'} />
        <FormButtons verb={conferenceWords[lang].save} cancelHref={base} />
      </Form>
      <Form action={`${base}/muc/${item.id}/bo`} label={words.removeTitle} {...formState(refusal, `remove-${item.id}`)}>
        <TextField id="remove-reason" name="reason" label={words.reason} required />
        <FormButtons verb={words.removeTitle} danger />
      </Form>
    </Card>
  )
}

interface CoverProps extends Omit<Props, 'agencies'> {
  item: ConclusionItem
  /** of this dialogue, which no item concludes yet */
  petitions: readonly { id: number; code: string; content: string }[]
}

/** Which petitions an item concludes: what several people raised is concluded once (V.2(6)). */
export function CoverForm({ item, lang, base, refusal, petitions }: CoverProps) {
  const words = conclusionWords[lang]
  if (petitions.length === 0) return null
  const title = words.coverTitle(item.position)
  const choices = petitions.map((one) => ({
    value: String(one.id),
    label: `${one.code}: ${shortened(one.content, 140)}`,
  }))
  return (
    <Card title={title} level={2}>
      <Form action={`${base}/muc/${item.id}/kien-nghi`} label={title} {...formState(refusal, `cover-${item.id}`)}>
        <CheckboxGroupField name="petitionIds" label={words.cover} help={words.coverHelp} choices={choices} />
        <FormButtons verb={words.coverVerb} cancelHref={base} />
      </Form>
    </Card>
  )
}

interface OnPaperProps extends Omit<Props, 'agencies'> {
  item: ConclusionItem
  today: string
  dueOn: string
}

function ConfirmOnPaper({ item, lang, base, refusal, today, dueOn }: OnPaperProps) {
  const words = conclusionWords[lang]
  const form = `confirm-paper-${item.id}`
  return (
    <DetailsBlock summary={words.confirmOnPaper} open={refusal?.form === form}>
      <Form
        action={`${base}/muc/${item.id}/xac-nhan-giay`}
        multipart
        label={words.confirmOnPaper}
        {...formState(refusal, form, { dueOn, confirmedOn: today })}
      >
        <DayField id={`${form}-due`} name="dueOn" label={words.due} required />
        <DayField id={`${form}-on`} name="confirmedOn" label={words.confirmedOn} required />
        <PaperDecisionFields lang={lang} prefix={form} />
        <FormButtons verb={words.confirmOnPaper} cancelHref={base} />
      </Form>
    </DetailsBlock>
  )
}

interface SettleProps extends Omit<Props, 'agencies'> {
  item: ConclusionItem
  request: OfficeRequest
  /** pages of what was confirmed on paper */
  files: readonly Attachment[]
  today: string
  mayPropose: boolean
  mayConfirm: boolean
  mayConfirmOnPaper: boolean
  /** the dossier is closed: only the result can still be reported */
  isClosed: boolean
}

/** Once the notice is out: the agency proposes and reports, the chair confirms (004 V.2(6), I4). */
export function SettleItemForms(props: SettleProps) {
  const { item, lang, base, refusal } = props
  const words = conclusionWords[lang]
  const open = item.openProposal && item.confirmedOn === null && !props.isClosed
  const dueOn = item.proposedDueOn ? formatDay(item.proposedDueOn) : ''
  return (
    <Card title={words.editTitle(item.position)} level={2} look="marked">
      <p>{item.content}</p>
      {item.proposedSettlement ? <p>{words.proposed(item.proposedSettlement, dueOn)}</p> : null}
      {item.paperApprover ? <p>{paperDecisionFact(item, item.confirmedOn, lang)}</p> : null}
      {props.files.length > 0 ? <FileList request={props.request} files={props.files} /> : null}
      {open && props.mayPropose ? (
        <Form
          action={`${base}/muc/${item.id}/de-xuat`}
          label={words.propose}
          {...formState(refusal, `propose-${item.id}`, {
            proposedSettlement: item.proposedSettlement ?? '',
            proposedDueOn: dueOn,
          })}
        >
          <TextAreaField name="proposedSettlement" label={words.proposedSettlement} rows={3} required />
          <DayField name="proposedDueOn" label={words.proposedDueOn} required />
          <FormButtons verb={words.propose} cancelHref={base} />
        </Form>
      ) : null}
      {open && props.mayConfirm && item.proposedSettlement ? (
        <Form
          action={`${base}/muc/${item.id}/xac-nhan`}
          label={words.confirmTitle}
          {...formState(refusal, `confirm-${item.id}`, { dueOn })}
        >
          <DayField name="dueOn" label={words.due} required />
          <FormButtons verb={words.confirmTitle} cancelHref={base} />
        </Form>
      ) : null}
      {open && props.mayConfirmOnPaper && item.proposedSettlement ? (
        <ConfirmOnPaper item={item} lang={lang} base={base} refusal={refusal} today={props.today} dueOn={dueOn} />
      ) : null}
      {props.mayPropose ? (
        <Form
          action={`${base}/muc/${item.id}/ket-qua`}
          label={words.resultTitle}
          {...formState(refusal, `result-${item.id}`, { doneOn: props.today, result: item.result ?? '' })}
        >
          <DayField name="doneOn" label={words.resultOn} required />
          <TextAreaField name="result" label={words.result} rows={3} required />
          <FormButtons verb={words.resultTitle} cancelHref={base} />
        </Form>
      ) : null}
    </Card>
  )
}
