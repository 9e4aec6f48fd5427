import { countExclusions, listExclusions } from '../../../dialogues/conference-store.ts'
import { confirmNotClassified } from '../../../dialogues/confirm-not-classified.ts'
import { type Dialogue, isOpen } from '../../../dialogues/dialogue.ts'
import { listDialogueHistory } from '../../../dialogues/dialogue-store.ts'
import { recordExclusion } from '../../../dialogues/record-exclusion.ts'
import { endsNextDay } from '../../../dialogues/sitting-hours.ts'
import { formatDay } from '../../../platform/day.ts'
import { closeCollection, holdConference } from '../../../procedures/hold-conference.ts'
import type { Regulation } from '../../../regulations/regulation.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { formatMoment, formatNumber } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { choiceLabel, formState, mayDo, type Refusal } from './dialogue-request.ts'
import { subpage } from './subpage.tsx'

interface Props {
  request: OfficeRequest
  dialogue: Dialogue
  regulation: Regulation
  refusal: Refusal | null
  base: string
}

/** Somebody answers for it that nothing classified is told (003 I.2); who and when is shown for good. */
async function classifiedCard({ request, dialogue, regulation, refusal, base }: Props) {
  const words = conferenceWords[request.lang].conduct
  if (dialogue.notClassifiedConfirmedAt) {
    const history = await listDialogueHistory(request.db, request.authority.id, dialogue.id, 400)
    const who = history.find((line) => line.action === 'dialogue/confirm-not-classified')?.accountName ?? ''
    return (
      <Card title={words.confirmTitle} level={2}>
        <p>{words.confirmed(who, formatMoment(dialogue.notClassifiedConfirmedAt, request.lang))}</p>
      </Card>
    )
  }
  if (dialogue.state !== 'preparing' || !mayDo(request, 'dialogue:prepare')) return null
  return (
    <Card title={words.confirmTitle} level={2} look="marked">
      <Form action={`${base}/xac-nhan`} label={words.confirmTitle} {...formState(refusal, 'confirm')}>
        <CheckboxField name="confirmed" label={regulation.reading.classifiedConfirmation} required />
        <FormButtons verb={words.confirm} />
      </Form>
    </Card>
  )
}

function HoldCard({ request, dialogue, refusal, base }: Props) {
  const words = conferenceWords[request.lang].conduct
  if (dialogue.heldOn === null) {
    return (
      <EmptyState icon="plan" title={words.noDay}>
        {mayDo(request, 'dialogue:decide') ? (
          <LinkButton href={request.link(`/hoi-nghi/${dialogue.id}/thoi-gian`)}>{words.setDay}</LinkButton>
        ) : null}
      </EmptyState>
    )
  }
  const stored = {
    heldOn: formatDay(dialogue.heldOn),
    openedAt: dialogue.startsAt ?? '',
    endedAt: dialogue.endsAt ?? '',
  }
  return (
    <Card title={words.holdTitle} level={2}>
      <p class="field-help">{words.holdHelp}</p>
      <Form action={`${base}/da-to-chuc`} label={words.holdTitle} {...formState(refusal, 'hold', stored)}>
        <HeldFields lang={request.lang} />
      </Form>
    </Card>
  )
}

/** When a conference was held and who came; of its own page and of the hall's last one. */
export function HeldFields({ lang }: { lang: Lang }) {
  const words = conferenceWords[lang].conduct
  return (
    <>
      <DayField name="heldOn" label={words.heldOn} required />
      <TimeField name="openedAt" label={words.openedAt} />
      <TimeField name="endedAt" label={words.endedAt} />
      <NumberField name="attendanceDelegates" label={words.delegates} min={0} required />
      <NumberField name="attendancePeople" label={words.people} min={0} required />
      <NumberField name="attendanceWomen" label={words.women} min={0} />
      <FormButtons verb={words.hold} />
    </>
  )
}

function CollectionCard({ request, dialogue, refusal, base }: Props) {
  const words = conferenceWords[request.lang].conduct
  return (
    <Card title={words.collectionTitle} level={2}>
      <p class="field-help">{words.collectionHelp}</p>
      <Form
        action={`${base}/ket-thuc-tiep-nhan`}
        label={words.collectionTitle}
        {...formState(refusal, 'collection', { note: dialogue.note })}
      >
        <NumberField name="attendancePeople" label={words.taken} min={0} required />
        <TextAreaField name="note" label={words.report} rows={5} />
        <FormButtons verb={words.closeCollection} />
      </Form>
    </Card>
  )
}

/** The hour at which it ended; said to be of the next day where the sitting went on past midnight. */
export function endOf({ openedAt, endedAt }: Dialogue, words: { nextDay: (clock: string) => string }): string {
  if (endedAt === null) return ''
  return endsNextDay(openedAt, endedAt) ? words.nextDay(endedAt) : endedAt
}

function HeldFacts({ request, dialogue }: Props) {
  const words = conferenceWords[request.lang].conduct
  const number = (value: number | null) => formatNumber(value ?? 0, request.lang)
  const women = dialogue.attendanceWomen === null ? '' : number(dialogue.attendanceWomen)
  const facts = [
    { label: words.heldOn, value: dialogue.heldOn ? formatDay(dialogue.heldOn) : '' },
    { label: words.openedAt, value: dialogue.openedAt ?? '' },
    { label: words.endedAt, value: endOf(dialogue, words) },
    {
      label: dialogueWords[request.lang].attendance,
      value: dialogueWords[request.lang].attendanceOf(
        number(dialogue.attendanceDelegates),
        number(dialogue.attendancePeople),
        women,
      ),
    },
  ]
  return (
    <Card title={words.already} level={2}>
      <DefinitionList facts={facts.filter((fact) => fact.value !== '')} />
    </Card>
  )
}

/** Grounds only for those who conduct; everybody else learns how many. The name stays restricted (002 I.3). */
async function exclusionSection({ request, dialogue, regulation, refusal, base }: Props) {
  const words = conferenceWords[request.lang].conduct
  const grounds = regulation.meetingRules.exclusionGrounds
  if (grounds.length === 0) return null
  const { db, authority } = request
  if (!mayDo(request, 'dialogue:see-exclusions')) {
    const count = await countExclusions(db, authority.id, dialogue.id)
    return count === 0 ? null : <p>{words.exclusionCount(count)}</p>
  }
  const rows = await listExclusions(db, authority.id, dialogue.id)
  return (
    <Section title={words.exclusions} count={rows.length} help={words.exclusionsHelp}>
      {rows.length === 0 ? <p>{words.noExclusions}</p> : null}
      <ul class="list-disc pl-5">
        {rows.map((row) => (
          <li key={row.id}>
            {choiceLabel(grounds, row.groundKey, request.lang)}
            {row.restrictedName ? ` – ${row.restrictedName}` : ''} ({row.decidedBy},{' '}
            {formatMoment(row.at, request.lang)}){row.note ? `: ${row.note}` : ''}
          </li>
        ))}
      </ul>
      {isOpen(dialogue) ? (
        <Form action={`${base}/loai-tru`} label={words.exclusions} {...formState(refusal, 'exclusion')}>
          <SelectField
            name="groundKey"
            label={words.ground}
            choices={grounds.map((ground) => ({
              value: ground.key,
              label: choiceLabel(grounds, ground.key, request.lang),
            }))}
            required
          />
          <TextField name="restrictedName" label={words.name} />
          <TextField name="decidedBy" label={words.decidedBy} required />
          <TextField name="note" label={conferenceWords[request.lang].note} />
          <FormButtons verb={words.record} />
        </Form>
      ) : null}
    </Section>
  )
}

const conductPage: DialoguePage = async (request, dialogue, refusal) => {
  const { regulation } = await getRegulationVersion(request.db, dialogue.regulationVersionId)
  const words = conferenceWords[request.lang].conduct
  const props = { request, dialogue, regulation, refusal, base: request.link(`/hoi-nghi/${dialogue.id}/dieu-hanh`) }
  const preparing = dialogue.state === 'preparing'
  const rules = regulation.meetingRules
  const facts = [
    { label: words.offTopicPolicy, value: rules.offTopicPolicy.text },
    ...(rules.minutesPerSpeaker
      ? [
          {
            label: words.minutesPerSpeaker,
            value: `${rules.minutesPerSpeaker} ${conferenceWords[request.lang].minutesUnit}`,
          },
        ]
      : []),
  ]
  return subpage(
    request,
    dialogue,
    { key: 'conduct', refusal },
    <>
      {await classifiedCard(props)}
      {!preparing && dialogue.state !== 'cancelled' ? <HeldFacts {...props} /> : null}
      {preparing && mayDo(request, 'dialogue:conduct') ? (
        dialogue.form === 'indirect' ? (
          <CollectionCard {...props} />
        ) : (
          <HoldCard {...props} />
        )
      ) : null}
      {dialogue.form === 'indirect' ? null : (
        <div class="my-6">
          <DefinitionList facts={facts} stacked />
        </div>
      )}
      {dialogue.form === 'indirect' ? null : await exclusionSection(props)}
    </>,
  )
}

const act = { page: conductPage, back: '/dieu-hanh' }

export const conductRoutes: OfficeRoute[] = [
  dialogueView('/dieu-hanh', 'dialogue:read', conductPage),
  dialogueAct({
    ...{
      ...act,
      path: '/dieu-hanh/xac-nhan',
      permission: 'dialogue:prepare',
      change: confirmNotClassified,
      form: 'confirm',
    },
    flash: (lang) => conferenceWords[lang].saved,
  }),
  dialogueAct({
    ...{ ...act, path: '/dieu-hanh/da-to-chuc', permission: 'dialogue:conduct', change: holdConference, form: 'hold' },
    flash: (lang) => conferenceWords[lang].conduct.heldFlash,
  }),
  dialogueAct({
    ...{
      ...act,
      path: '/dieu-hanh/ket-thuc-tiep-nhan',
      permission: 'dialogue:conduct',
      change: closeCollection,
      form: 'collection',
    },
    flash: (lang) => conferenceWords[lang].saved,
  }),
  dialogueAct({
    ...{
      ...act,
      path: '/dieu-hanh/loai-tru',
      permission: 'dialogue:see-exclusions',
      change: recordExclusion,
      form: 'exclusion',
    },
    flash: (lang) => conferenceWords[lang].conduct.recorded,
  }),
]
