import { addAgendaStep } from '../../../dialogues/add-agenda-step.ts'
import { type AgendaStep, listAgendaSteps } from '../../../dialogues/conference-store.ts'
import { type Dialogue, isOpen } from '../../../dialogues/dialogue.ts'
import { editAgendaStep } from '../../../dialogues/edit-agenda-step.ts'
import { editMeetingRules } from '../../../dialogues/edit-meeting-rules.ts'
import { moveAgendaStep } from '../../../dialogues/move-agenda-step.ts'
import { removeAgendaStep } from '../../../dialogues/remove-agenda-step.ts'
import { listOpenItems, openItemPath } from '../../../hall/open-item-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { capitalized } from '../../../platform/capitalized.ts'
import { formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import { hallWords } from '../../words/hall-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { formState, mayDo, openedRow, type Refusal } from './dialogue-request.ts'
import { RowButton } from './row-button.tsx'
import { OrderButtons, orderActs } from './row-order-acts.tsx'
import { subpage } from './subpage.tsx'

interface Props {
  lang: Lang
  base: string
  refusal: Refusal | null
}

function stepColumns(lang: Lang, base: string, steps: readonly AgendaStep[], editable: boolean): Column<AgendaStep>[] {
  const all = conferenceWords[lang]
  const words = all.agenda
  const order: Column<AgendaStep> = {
    key: 'order',
    label: '',
    cell: (step) => <OrderButtons {...{ lang, base }} rows={steps} row={step} of={step.label} />,
  }
  return [
    { key: 'number', label: words.number, numeric: true, cell: (step) => step.position },
    { key: 'time', label: words.plannedAt, cell: (step) => step.plannedAt ?? '' },
    { key: 'label', label: words.label, main: true, wide: true, cell: (step) => step.label },
    { key: 'who', label: words.performer, cell: (step) => capitalized(step.performer) },
    {
      key: 'minutes',
      label: words.minutes,
      numeric: true,
      cell: (step) => (step.minutes ? `${step.minutes} ${all.minutesUnit}` : ''),
    },
    ...(editable ? [order] : []),
  ]
}

function StepFields({ lang, prefix }: { lang: Lang; prefix: string }) {
  const words = conferenceWords[lang].agenda
  return (
    <>
      <TextField id={`${prefix}-label`} name="label" label={words.label} required />
      <TextField id={`${prefix}-performer`} name="performer" label={words.performer} />
      <TimeField id={`${prefix}-plannedAt`} name="plannedAt" label={words.plannedAt} />
      <NumberField
        id={`${prefix}-minutes`}
        name="minutes"
        label={words.minutes}
        unit={conferenceWords[lang].minutesUnit}
        min={1}
      />
    </>
  )
}

function EditStepForm({ lang, base, refusal, step }: Props & { step: AgendaStep }) {
  const all = conferenceWords[lang]
  const stored = { ...step, plannedAt: step.plannedAt ?? '', minutes: step.minutes ?? '' }
  return (
    <Card title={all.agenda.editTitle} level={2} look="marked">
      <Form
        action={`${base}/${step.id}`}
        version={step.version}
        label={all.agenda.editTitle}
        {...formState(refusal, `edit-${step.id}`, stored)}
      >
        <StepFields lang={lang} prefix="edit" />
        <TextAreaField name="happened" label={all.agenda.happened} rows={4} />
        <FormButtons verb={all.save} cancelHref={base} />
      </Form>
      <RowButton action={`${base}/${step.id}/bo`} label={all.remove} of={step.label} />
    </Card>
  )
}

/** What earlier dialogues left open stands on this one's agenda, with its state; it is reported on in the hall. */
async function openItemsSection(request: OfficeRequest, dialogue: Dialogue) {
  const words = hallWords[request.lang].openItems
  const visibility = visibilityOf(request.actor, request.authority.id)
  if (!visibility || dialogue.state !== 'preparing') return null
  const { id: dialogueId, heldOn } = dialogue
  const open = await listOpenItems(request.db, visibility, { authorityId: request.authority.id, dialogueId, heldOn })
  if (open.length === 0) return null
  return (
    <Section title={words.title} count={open.length} help={words.agendaHelp}>
      <ul class="list-disc pl-5">
        {open.map((one) => (
          <li key={`${one.subjectKind}-${one.subjectId}`}>
            <a href={request.link(openItemPath(one))}>{shortened(one.content, 160)}</a>{' '}
            <span class="field-help">
              {[
                words.from(formatDay(one.heldOn)),
                one.codes,
                one.agency,
                one.dueOn ? words.due(formatDay(one.dueOn)) : words.noDay,
                one.dueOn && one.dueOn < request.today ? words.late : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const agendaPage: DialoguePage = async (request, dialogue, refusal) => {
  const { lang } = request
  const words = conferenceWords[lang].agenda
  const base = request.link(`/hoi-nghi/${dialogue.id}/chuong-trinh`)
  const steps = await listAgendaSteps(request.db, request.authority.id, dialogue.id)
  const editable = isOpen(dialogue) && mayDo(request, 'dialogue:prepare')
  const opened = editable ? steps.find((step) => step.id === openedRow(request, refusal)) : undefined
  const props = { lang, base, refusal }
  const rulesOpen = editable && dialogue.state === 'preparing'
  return subpage(
    request,
    dialogue,
    { key: 'agenda', refusal, help: words.help },
    <>
      {opened ? <EditStepForm {...props} step={opened} /> : null}
      <Section title={words.steps} count={steps.length}>
        {refusal && !refusal.form.startsWith('edit') && refusal.form === 'order' ? (
          <p role="alert">{refusal.errors['']}</p>
        ) : null}
        {steps.length === 0 ? (
          <EmptyState icon="today" title={words.emptyTitle} help={words.emptyHelp} />
        ) : (
          <DataTable
            caption={words.steps}
            columns={stepColumns(lang, base, steps, editable)}
            rows={steps}
            rowKey={(step) => String(step.id)}
            rowHref={(step) => (editable ? `${base}?sua=${step.id}` : null)}
          />
        )}
      </Section>
      {await openItemsSection(request, dialogue)}
      {editable ? (
        <Card title={words.addTitle} level={2}>
          <Form action={base} label={words.addTitle} {...formState(refusal, 'add')}>
            <StepFields lang={lang} prefix="add" />
            <FormButtons verb={words.addTitle} />
          </Form>
        </Card>
      ) : null}
      <Section title={words.rules} help={rulesOpen ? words.rulesHelp : ''}>
        {rulesOpen ? (
          <Form
            action={`${base}/noi-quy`}
            version={dialogue.version}
            label={words.rules}
            {...formState(refusal, 'rules', { meetingRules: dialogue.meetingRules })}
          >
            <TextAreaField name="meetingRules" label={words.rules} rows={8} required />
            <FormButtons />
          </Form>
        ) : (
          <ProseText text={dialogue.meetingRules} />
        )}
      </Section>
    </>,
  )
}

const page = { page: agendaPage, back: '/chuong-trinh' }
const saved = (lang: Lang) => conferenceWords[lang].saved
const prepare = { ...page, permission: 'dialogue:prepare' as const, flash: saved }

export const agendaRoutes: OfficeRoute[] = [
  dialogueView('/chuong-trinh', 'dialogue:read', agendaPage),
  dialogueAct({
    ...prepare,
    path: '/chuong-trinh',
    change: addAgendaStep,
    form: 'add',
    flash: (lang) => conferenceWords[lang].agenda.added,
  }),
  dialogueAct({
    ...{ ...prepare, path: '/chuong-trinh/noi-quy', change: editMeetingRules, form: 'rules' },
    conflict: (lang) => [{ name: 'meetingRules', label: conferenceWords[lang].agenda.rules }],
  }),
  dialogueAct({
    ...{
      ...prepare,
      path: '/chuong-trinh/:row',
      change: editAgendaStep,
      form: (request) => `edit-${request.params['row']}`,
    },
    conflict: (lang) => {
      const { label, performer, plannedAt, minutes, happened } = conferenceWords[lang].agenda
      return Object.entries({ label, performer, plannedAt, minutes, happened }).map(([name, said]) => ({
        name,
        label: said,
      }))
    },
  }),
  dialogueAct({ ...prepare, path: '/chuong-trinh/:row/bo', change: removeAgendaStep, form: 'order' }),
  ...orderActs({ ...prepare, path: '/chuong-trinh', change: moveAgendaStep }),
]
