import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

interface EmptyStateProps {
  title: string
  /** What to do, in one sentence. */
  help?: string
  icon?: IconName
  /** A button or a link that does it. */
  children?: ComponentChildren
}

/** Nothing here, and what to do about it. */
export function EmptyState({ title, help, icon = 'dossier', children }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <Icon name={icon} large />
      <p class="empty-state-title">{title}</p>
      {help ? <p class="empty-state-help">{help}</p> : null}
      {children}
    </div>
  )
}
