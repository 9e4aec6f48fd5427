import { assignTask } from '../../../dialogues/assign-task.ts'
import { isOpen } from '../../../dialogues/dialogue.ts'
import { type DialogueTask, listTasks } from '../../../dialogues/dialogue-people-store.ts'
import { reportTask } from '../../../dialogues/report-task.ts'
import { type Day, formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { Section } from '../../kit/section.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { agencyChoices, formState, mayDo, openedRow, type Refusal, wordChoices } from './dialogue-request.ts'
import { subpage } from './subpage.tsx'

type TaskKind = keyof (typeof conferenceWords)['vi']['tasks']['kinds']
const KINDS = Object.keys(conferenceWords.vi.tasks.kinds) as TaskKind[]

function TaskState({ task, lang, today }: { task: DialogueTask; lang: Lang; today: Day }) {
  const words = conferenceWords[lang].tasks
  if (task.doneOn) return <StateBadge tone="good" label={words.done(formatDay(task.doneOn))} />
  if (task.dueOn && task.dueOn < today) return <StateBadge tone="bad" label={words.overdue} />
  return <StateBadge tone="info" label={words.open} />
}

function taskColumns(lang: Lang, today: Day): Column<DialogueTask>[] {
  const all = conferenceWords[lang]
  const words = all.tasks
  return [
    { key: 'content', label: words.content, main: true, wide: true, cell: (task) => task.content },
    { key: 'kind', label: words.kind, cell: (task) => words.kinds[task.kind as TaskKind] ?? task.kind },
    { key: 'agency', label: all.agency, cell: (task) => task.agencyName },
    { key: 'due', label: all.due, cell: (task) => (task.dueOn ? formatDay(task.dueOn) : '') },
    { key: 'state', label: all.state, cell: (task) => <TaskState task={task} lang={lang} today={today} /> },
    { key: 'result', label: all.result, deskOnly: true, cell: (task) => task.result ?? '' },
  ]
}

function TaskFields({ lang, agencies, prefix }: { lang: Lang; agencies: readonly Choice[]; prefix: string }) {
  const all = conferenceWords[lang]
  return (
    <>
      <SelectField id={`${prefix}-agency`} name="agencyId" label={all.agency} choices={agencies} required />
      <SelectField
        id={`${prefix}-kind`}
        name="kind"
        label={all.tasks.kind}
        choices={wordChoices(KINDS, all.tasks.kinds)}
        empty={null}
        required
      />
      <TextAreaField id={`${prefix}-content`} name="content" label={all.tasks.content} rows={3} required />
      <DayField id={`${prefix}-due`} name="dueOn" label={all.due} />
    </>
  )
}

/** An agency reports its own tasks; the lead office may record it for any. */
function mayReport(request: OfficeRequest, task: DialogueTask): boolean {
  return request.actor.may('plan:report-task', { authorityId: request.authority.id, agencyIds: [task.agencyId] })
}

function OpenedTask(props: {
  request: OfficeRequest
  base: string
  refusal: Refusal | null
  task: DialogueTask
  agencies: Choice[]
  edits: boolean
}) {
  const { request, base, refusal, task } = props
  const all = conferenceWords[request.lang]
  const report = { doneOn: formatDay(task.doneOn ?? request.today), result: task.result ?? '' }
  const stored = { ...task, dueOn: task.dueOn ? formatDay(task.dueOn) : '', rowId: task.id }
  return (
    <Card title={shortened(task.content, 120)} level={2} look="marked">
      {mayReport(request, task) ? (
        <Form
          action={`${base}/${task.id}/bao-ket-qua`}
          label={all.tasks.report}
          {...formState(refusal, `report-${task.id}`, report)}
        >
          <DayField name="doneOn" label={all.doneOn} required />
          <TextAreaField name="result" label={all.result} rows={3} />
          <FormButtons verb={all.tasks.report} cancelHref={base} />
        </Form>
      ) : null}
      {props.edits ? (
        <Form
          action={`${base}/${task.id}`}
          version={task.version}
          label={all.tasks.editTitle}
          {...formState(refusal, `edit-${task.id}`, stored)}
        >
          <TaskFields lang={request.lang} agencies={props.agencies} prefix="edit" />
          <FormButtons verb={all.save} cancelHref={base} />
        </Form>
      ) : null}
    </Card>
  )
}

const tasksPage: DialoguePage = async (request, dialogue, refusal) => {
  const { lang } = request
  const words = conferenceWords[lang].tasks
  const base = request.link(`/hoi-nghi/${dialogue.id}/phan-cong`)
  const tasks = await listTasks(request.db, request.authority.id, dialogue.id)
  const agencies = await agencyChoices(request)
  const open = isOpen(dialogue)
  const edits = open && mayDo(request, 'dialogue:prepare')
  const rowId = openedRow(request, refusal) || Number(/-(\d+)$/.exec(refusal?.form ?? '')?.[1] ?? 0)
  const opened = open ? tasks.find((task) => task.id === rowId && (edits || mayReport(request, task))) : undefined
  return subpage(
    request,
    dialogue,
    { key: 'tasks', refusal, help: words.help },
    <>
      {opened ? (
        <OpenedTask request={request} base={base} refusal={refusal} task={opened} agencies={agencies} edits={edits} />
      ) : null}
      <Section title={words.list} count={tasks.length}>
        {tasks.length === 0 ? (
          <EmptyState icon="today" title={words.emptyTitle} help={words.emptyHelp} />
        ) : (
          <DataTable
            caption={words.list}
            columns={taskColumns(lang, request.today)}
            rows={tasks}
            rowKey={(task) => String(task.id)}
            rowHref={(task) => (open && (edits || mayReport(request, task)) ? `${base}?sua=${task.id}` : null)}
          />
        )}
      </Section>
      {edits ? (
        <Card title={words.addTitle} level={2}>
          <Form action={base} label={words.addTitle} {...formState(refusal, 'add')}>
            <TaskFields lang={lang} agencies={agencies} prefix="add" />
            <FormButtons verb={words.assign} />
          </Form>
        </Card>
      ) : null}
    </>,
  )
}

const act = { page: tasksPage, back: '/phan-cong' }

export const taskRoutes: OfficeRoute[] = [
  dialogueView('/phan-cong', 'dialogue:read', tasksPage),
  dialogueAct({
    ...{ ...act, path: '/phan-cong', permission: 'dialogue:prepare', change: assignTask, form: 'add' },
    flash: (lang) => conferenceWords[lang].tasks.assigned,
  }),
  dialogueAct({
    ...{ ...act, path: '/phan-cong/:row', permission: 'dialogue:prepare', change: assignTask },
    form: (request) => `edit-${request.params['row']}`,
    flash: (lang) => conferenceWords[lang].saved,
    conflict: (lang) => [{ name: 'content', label: conferenceWords[lang].tasks.content }],
  }),
  dialogueAct({
    ...{ ...act, path: '/phan-cong/:row/bao-ket-qua', permission: 'plan:report-task', change: reportTask },
    form: (request) => `report-${request.params['row']}`,
    flash: (lang) => conferenceWords[lang].tasks.reported,
  }),
]
