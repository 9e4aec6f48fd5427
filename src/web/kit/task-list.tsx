import type { ComponentChildren } from 'preact'
import type { Tone } from './badge.tsx'
import { Heading } from './heading.tsx'
import { Icon, type IconName } from './icon.tsx'
import { LinkButton } from './link-button.tsx'

export interface Task {
  key: string
  title: string
  href: string
  /** For which dialogue, from whom. */
  context?: string
  /** A `DueDate`. */
  due?: ComponentChildren
  /** The next thing to do, as a verb. */
  action?: { label: string; href: string }
}

interface TaskListProps {
  /** `Quá hạn`, `Hôm nay`, `Tuần này`, `Đang chờ người khác`. */
  title: string
  tone: Tone
  tasks: readonly Task[]
  /** How many there are when only the first are shown; the heading counts them all. */
  total?: number
  /** Said when there is nothing. Without it an empty group is left out. */
  empty?: string
}

const SIGNS: Record<Tone, IconName> = { bad: 'alert', warn: 'clock', info: 'plan', good: 'check', quiet: 'circle' }

/** One group of what must be done: each line what, for which dialogue, by when, and one button. */
export function TaskList({ title, tone, tasks, total, empty }: TaskListProps) {
  if (tasks.length === 0 && empty === undefined) return null
  return (
    <section class={`tasks tone-${tone}`}>
      <div class="tasks-head">
        <Icon name={SIGNS[tone]} />
        <Heading level={2}>
          {title} <span class="section-count">({total ?? tasks.length})</span>
        </Heading>
      </div>
      {tasks.length === 0 ? <p class="tasks-empty">{empty}</p> : null}
      <ul>
        {tasks.map((task) => (
          <li key={task.key} class="task">
            <div class="task-words">
              <a class="task-title row-link" href={task.href}>
                {task.title}
              </a>
              {task.context ? <p class="task-context">{task.context}</p> : null}
            </div>
            {task.due ? <div class="task-due">{task.due}</div> : null}
            {task.action ? (
              <div class="task-action">
                <LinkButton href={task.action.href} small label={`${task.action.label}: ${task.title}`}>
                  {task.action.label}
                </LinkButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
