import type { ComponentChildren } from 'preact'
import { kitWords } from '../words/kit-words.ts'
import { Button, type ButtonVariant } from './button.tsx'
import { Form } from './form.tsx'
import type { IconName } from './icon.tsx'
import { LinkButton } from './link-button.tsx'
import { usePage } from './page-context.ts'

/** `href` opens a page with a form; `post` does it at once (needs no words). */
export type Action = { label: string; variant?: ButtonVariant; icon?: IconName } & (
  | { href: string }
  | { post: string; version?: number; hidden?: Readonly<Record<string, string | readonly string[]>> }
)

function OneAction({ action }: { action: Action }) {
  const look = {
    ...(action.variant ? { variant: action.variant } : { variant: 'secondary' as const }),
    ...(action.icon ? { icon: action.icon } : {}),
  }
  if ('href' in action) {
    return (
      <LinkButton href={action.href} {...look}>
        {action.label}
      </LinkButton>
    )
  }
  return (
    <Form class="one-button" action={action.post} version={action.version} hidden={action.hidden ?? {}} draft={false}>
      <Button {...look}>{action.label}</Button>
    </Form>
  )
}

interface ActionBarProps {
  /** The permitted next actions; those not permitted are not handed in. */
  actions: readonly Action[]
  children?: ComponentChildren
}

/** Buttons with verbs. Below a form put its buttons in as children. */
export function ActionBar({ actions, children }: ActionBarProps) {
  const words = kitWords[usePage().lang]
  if (actions.length === 0 && !children) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say "form", this groups buttons and links
    <div class="action-bar" role="group" aria-label={words.actions}>
      {children}
      {actions.map((action) => (
        <OneAction key={action.label} action={action} />
      ))}
    </div>
  )
}
