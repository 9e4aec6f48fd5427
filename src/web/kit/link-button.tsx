import type { ComponentChildren } from 'preact'
import { type ButtonVariant, buttonLook } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

interface LinkButtonProps {
  href: string
  variant?: ButtonVariant
  small?: boolean
  icon?: IconName
  label?: string
  children: ComponentChildren
}

/** A link that looks like a button: it opens the page on which something is done. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a class={buttonLook(props.variant, props.small)} href={props.href} aria-label={props.label}>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </a>
  )
}
