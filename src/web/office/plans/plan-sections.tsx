import { citeBasis } from '../../../plans/plan-paper-text.ts'
import type { PlannedRow, PlanTaskRow } from '../../../plans/plan-part-store.ts'
import type { PlannedProgress } from '../../../plans/plan-progress.ts'
import { formatDay } from '../../../platform/day.ts'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { planWords } from '../../words/plan-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { RowActs } from './plan-row-acts.tsx'
import { daysText, PlannedBadge } from './plan-signs.tsx'
import { choiceWords, type PlanView } from './plan-view.ts'
import { plannedNames } from './planned-names.ts'

export interface SectionProps {
  request: OfficeRequest
  view: PlanView
  /** a draft that this reader may change */
  mayEdit: boolean
}

function addLink(request: OfficeRequest, view: PlanView, path: string, label: string) {
  return (
    <LinkButton small href={request.link(`/ke-hoach/${view.plan.id}/${path}`)} icon="plus">
      {label}
    </LinkButton>
  )
}

/** What the plan rests on, in the order of citation. */
export function BasesSection({ request, view, mayEdit }: SectionProps) {
  const words = planWords[request.lang]
  const actions = mayEdit ? (
    <LinkButton small href={request.link(`/ke-hoach/${view.plan.id}/can-cu`)} icon="pen">
      {words.chooseBases}
    </LinkButton>
  ) : null
  return (
    <Section title={words.bases} count={view.bases.length} actions={actions}>
      {view.bases.length === 0 ? <p>{words.noBases}</p> : null}
      <ol class="list-decimal ps-6 flex flex-col gap-1">
        {view.bases.map((basis) => (
          <li key={basis.id}>{citeBasis(basis)}</li>
        ))}
      </ol>
    </Section>
  )
}

/** Each dialogue promised, how it stands, and the button that opens it. */
export function PlannedSection({ request, view, mayEdit }: SectionProps) {
  const words = planWords[request.lang]
  const rows = view.progress.planned
  const names = plannedNames(
    rows.map((row) => row.planned),
    request.lang,
  )
  return (
    <Section
      id="doi-thoai"
      title={words.planned}
      count={rows.length}
      actions={mayEdit ? addLink(request, view, 'doi-thoai/moi', words.addPlanned) : null}
    >
      {rows.length === 0 ? <p>{words.noPlanned}</p> : null}
      <div class="flex flex-col gap-3">
        {rows.map((row) => (
          <PlannedCard
            key={row.planned.id}
            {...{ request, view, mayEdit, row }}
            name={names.get(row.planned.id) ?? row.planned.title}
          />
        ))}
      </div>
    </Section>
  )
}

interface PlannedProps extends SectionProps {
  row: PlannedProgress<PlannedRow>
  /** tells it from the others of the plan */
  name: string
}

function PlannedCard({ request, view, mayEdit, row, name }: PlannedProps) {
  const { lang } = request
  const words = planWords[lang]
  const say = choiceWords(view.regulation, lang)
  const { planned, dialogue, state } = row
  return (
    <Card
      title={planned.title}
      {...(dialogue ? { href: request.link(`/hoi-nghi/${dialogue.id}`) } : {})}
      aside={<PlannedBadge state={state} lang={lang} />}
    >
      <DefinitionList
        facts={[
          { label: words.kind, value: `${say.kind(planned.kind)}, ${say.form(planned.form)}` },
          { label: words.session, value: planned.sessionKind && say.session(planned.sessionKind) },
          { label: words.chair, value: say.chair(planned.chairModel) },
          { label: words.when, value: daysText(planned.expectedFrom, planned.expectedTo) },
          { label: words.venue, value: planned.venue },
          { label: words.topic, value: planned.topic },
          { label: words.audience, value: planned.audience.map(say.audience).join('; ') },
          { label: words.leadOffice, value: planned.leadAgencyName ?? words.noLeadOffice },
          { label: words.dropped, value: planned.droppedReason },
        ]}
      />
      <PlannedActs {...{ request, view, mayEdit, row, name }} />
    </Card>
  )
}

function PlannedActs({ request, view, mayEdit, row, name }: PlannedProps) {
  const words = planWords[request.lang]
  const { planned, dialogue } = row
  const base = `/ke-hoach/${view.plan.id}/doi-thoai/${planned.id}`
  if (mayEdit) {
    return <RowActs request={request} edit={`${base}/sua`} remove={`${base}/bo`} version={planned.version} of={name} />
  }
  const inForce = view.plan.state === 'issued' || view.plan.state === 'published'
  if (!inForce || planned.droppedReason !== null || dialogue?.held) return null
  const scope = { authorityId: request.authority.id }
  const mayOpen = dialogue === null && request.actor.may('dialogue:open', scope)
  return (
    <div class="action-bar">
      {mayOpen ? (
        <LinkButton
          variant="primary"
          href={request.link(`/hoi-nghi/moi?ke-hoach-dong=${planned.id}`)}
          label={`${words.open}: ${name}`}
        >
          {words.open}
        </LinkButton>
      ) : null}
      {dialogue === null && request.actor.may('plan:approve', scope) ? (
        <LinkButton href={request.link(`${base}/khong-to-chuc`)} label={`${words.drop}: ${name}`}>
          {words.drop}
        </LinkButton>
      ) : null}
    </div>
  )
}

/** Tasks by agency, with what was reported. */
export function TasksSection({ request, view, mayEdit }: SectionProps) {
  const words = planWords[request.lang]
  return (
    <Section
      title={words.tasks}
      count={view.tasks.length}
      actions={mayEdit ? addLink(request, view, 'nhiem-vu/moi', words.addTask) : null}
    >
      {view.tasks.length === 0 ? (
        <p>{words.noTasks}</p>
      ) : (
        <DataTable
          caption={words.tasks}
          columns={taskColumns(request, view, mayEdit)}
          rows={view.tasks}
          rowKey={(task) => String(task.id)}
          rowTone={(task) => (isOverdue(request, task) ? 'bad' : null)}
        />
      )}
    </Section>
  )
}

function isOverdue({ today }: OfficeRequest, task: PlanTaskRow): boolean {
  return task.doneOn === null && task.dueOn !== null && task.dueOn < today
}

function taskColumns(request: OfficeRequest, view: PlanView, mayEdit: boolean): Column<PlanTaskRow>[] {
  const words = planWords[request.lang]
  return [
    { key: 'agency', label: words.agency, main: true, cell: (task) => task.agencyName },
    { key: 'role', label: words.role, cell: (task) => <Badge>{words.roles[task.role as 'lead']}</Badge> },
    {
      key: 'content',
      label: words.taskContent,
      wide: true,
      cell: (task) => (
        <div>
          {task.content}
          {task.result ? <p class="field-help">{`${words.result}: ${task.result}`}</p> : null}
        </div>
      ),
    },
    { key: 'dueOn', label: words.dueOn, cell: (task) => (task.dueOn ? formatDay(task.dueOn) : '') },
    { key: 'state', label: words.state, cell: (task) => <TaskState request={request} task={task} /> },
    {
      key: 'acts',
      label: '',
      cell: (task) => <TaskActs request={request} view={view} mayEdit={mayEdit} task={task} />,
    },
  ]
}

function TaskState({ request, task }: { request: OfficeRequest; task: PlanTaskRow }) {
  const words = planWords[request.lang]
  if (task.doneOn !== null) {
    const late = task.dueOn !== null && task.doneOn > task.dueOn
    return <StateBadge tone={late ? 'warn' : 'good'} label={words.taskDone(formatDay(task.doneOn))} />
  }
  return isOverdue(request, task) ? (
    <StateBadge tone="bad" label={words.taskLate} />
  ) : (
    <StateBadge tone="quiet" label={words.taskOpen} />
  )
}

function TaskActs({ request, view, mayEdit, task }: SectionProps & { task: PlanTaskRow }) {
  const words = planWords[request.lang]
  const base = `/ke-hoach/${view.plan.id}/nhiem-vu/${task.id}`
  if (mayEdit) {
    const of = `${task.agencyName}: ${task.content}`
    return <RowActs request={request} edit={`${base}/sua`} remove={`${base}/bo`} version={task.version} of={of} />
  }
  const inForce = view.plan.state === 'issued' || view.plan.state === 'published'
  const scope = { authorityId: request.authority.id, agencyIds: [task.agencyId] }
  if (!inForce || !request.actor.may('plan:report-task', scope)) return null
  return (
    <LinkButton small href={request.link(`${base}/bao-cao`)} label={`${words.reportTask}: ${task.content}`}>
      {words.reportTask}
    </LinkButton>
  )
}

/** How the plan was made known. */
export function DisseminationSection({ request, view }: Pick<SectionProps, 'request' | 'view'>) {
  const words = planWords[request.lang]
  const channels: Readonly<Record<string, string>> = words.channels
  const said = (key: string) =>
    channels[key] ?? view.regulation.noticeChannels.find((one) => one.key === key)?.label ?? key
  const inForce = view.plan.state === 'issued' || view.plan.state === 'published'
  const may = inForce && request.actor.may('plan:report-task', { authorityId: request.authority.id })
  return (
    <Section
      title={words.disseminations}
      count={view.disseminations.length}
      actions={may ? addLink(request, view, 'pho-bien', words.disseminate) : null}
    >
      {view.disseminations.length === 0 ? <p>{words.noDisseminations}</p> : null}
      <ul class="flex flex-col gap-1">
        {view.disseminations.map((one) => (
          <li key={one.id}>
            {formatDay(one.doneOn)}: {said(one.channel)}
            {one.agencyName ? `, ${one.agencyName}` : ''}
            {one.note ? ` (${one.note})` : ''}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was opened beside the plan, and the counts by kind and session, zero too. */
export function OutsideSection({ request, view }: Pick<SectionProps, 'request' | 'view'>) {
  const { lang } = request
  const words = planWords[lang]
  const say = choiceWords(view.regulation, lang)
  const { outside, heldByKind, heldBySession } = view.progress
  return (
    <>
      <Section title={words.outside} count={outside.length} help={words.outsideHelp}>
        {outside.length === 0 ? <p>{words.noOutside}</p> : null}
        <ul class="flex flex-col gap-1">
          {outside.map((one) => (
            <li key={one.id}>
              <a href={request.link(`/hoi-nghi/${one.id}`)}>{one.title}</a> <Badge>{say.kind(one.kind)}</Badge>{' '}
              {one.day ? formatDay(one.day) : ''}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.counts}>
        <DefinitionList
          facts={[
            ...heldByKind.map((one) => ({ label: say.kind(one.kind), value: formatNumber(one.count, lang) })),
            ...heldBySession.map((one) => ({ label: say.session(one.session), value: formatNumber(one.count, lang) })),
          ]}
        />
      </Section>
    </>
  )
}
