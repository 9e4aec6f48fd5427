import type { Invitee } from '../../../dialogues/dialogue-people-store.ts'
import { INVITATION_CHANNELS, INVITEE_KINDS, REPLIES } from '../../../dialogues/invitee-forms.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import type { Lang } from '../../words/words.ts'
import { formState, type Refusal, wordChoices } from './dialogue-request.ts'

interface Props {
  lang: Lang
  /** `/cat-hai/hoi-nghi/3/thanh-phan` */
  base: string
  refusal: Refusal | null
}

function InviteeFields({ lang, agencies }: { lang: Lang; agencies: readonly Choice[] }) {
  const words = conferenceWords[lang].people
  return (
    <>
      <SelectField name="kind" label={words.kind} choices={wordChoices(INVITEE_KINDS, words.kinds)} required />
      <TextField name="name" label={words.name} required />
      <TextField name="title" label={words.title} />
      <SelectField name="agencyId" label={conferenceWords[lang].agency} choices={agencies} />
      <NumberField name="headcount" label={words.headcount} min={1} required />
    </>
  )
}

export function AddInviteeForm(props: Props & { agencies: readonly Choice[]; nominates: boolean }) {
  const words = conferenceWords[props.lang].people
  const title = props.nominates ? words.nominateTitle : words.addTitle
  return (
    <Card title={title} level={2}>
      <Form action={props.base} label={title} {...formState(props.refusal, 'add', { headcount: '1', kind: 'people' })}>
        <InviteeFields lang={props.lang} agencies={props.agencies} />
        <FormButtons verb={title} />
      </Form>
    </Card>
  )
}

/** Edits one of the list, records the reply, or takes it off. */
export function EditInviteeForms(
  props: Props & { invitee: Invitee; agencies: readonly Choice[]; mayEdit: boolean; mayReply: boolean },
) {
  const { invitee, lang, base, refusal } = props
  const all = conferenceWords[lang]
  const words = all.people
  const stored = { ...invitee, headcount: String(invitee.headcount), agencyId: invitee.agencyId ?? '' }
  const replied = { reply: invitee.reply, replyNote: invitee.replyNote ?? '' }
  return (
    <Card title={invitee.name} level={2} look="marked">
      {props.mayReply && invitee.sentOn ? (
        <Form
          action={`${base}/${invitee.id}/tra-loi`}
          label={words.replyTitle}
          {...formState(refusal, `reply-${invitee.id}`, replied)}
        >
          <SelectField
            name="reply"
            label={words.reply}
            choices={wordChoices(REPLIES, words.replies)}
            empty={null}
            required
          />
          <TextField name="replyNote" label={words.replyNote} />
          <FormButtons verb={words.replyTitle} cancelHref={base} />
        </Form>
      ) : null}
      {props.mayEdit ? (
        <Form
          action={`${base}/${invitee.id}`}
          version={invitee.version}
          label={all.edit}
          {...formState(refusal, `edit-${invitee.id}`, stored)}
        >
          <InviteeFields lang={lang} agencies={props.agencies} />
          <FormButtons verb={all.save} cancelHref={base} />
        </Form>
      ) : null}
      {props.mayEdit && !invitee.sentOn ? (
        <Form
          action={`${base}/${invitee.id}/bo`}
          label={words.removeTitle}
          {...formState(refusal, `remove-${invitee.id}`)}
        >
          <TextField name="reason" id={`remove-${invitee.id}`} label={all.reason} required />
          <FormButtons verb={words.removeTitle} danger />
        </Form>
      ) : null}
    </Card>
  )
}

export function SendInvitationsForm(props: Props & { unsent: readonly Invitee[]; today: string }) {
  const words = conferenceWords[props.lang].people
  const choices = props.unsent.map((one) => ({
    value: String(one.id),
    label: one.title ? `${one.name}, ${one.title}` : one.name,
  }))
  return (
    <Card title={words.sendTitle} level={2}>
      <Form
        action={`${props.base}/gui`}
        label={words.sendTitle}
        {...formState(props.refusal, 'send', { sentOn: props.today, channel: 'villageHead' })}
      >
        <CheckboxGroupField name="inviteeIds" label={words.who} help={words.sendHelp} choices={choices} columns />
        <DayField name="sentOn" label={words.sentOn} required />
        <SelectField
          name="channel"
          label={words.channel}
          choices={wordChoices(INVITATION_CHANNELS, words.channels)}
          required
        />
        <FormButtons verb={words.send} />
      </Form>
    </Card>
  )
}

export function RollCallForm(props: Props & { invitees: readonly Invitee[] }) {
  const words = conferenceWords[props.lang].people
  const choices = props.invitees.map((one) => ({
    value: String(one.id),
    label: one.name,
    help: one.title || undefined,
  }))
  const attendedIds = props.invitees.filter((one) => one.attended === true).map((one) => String(one.id))
  return (
    <Form
      action={`${props.base}/diem-danh`}
      label={words.rollTitle}
      {...formState(props.refusal, 'roll', { attendedIds })}
    >
      <CheckboxGroupField name="attendedIds" label={words.roll} choices={choices} columns />
      <FormButtons verb={words.saveRoll} />
    </Form>
  )
}
