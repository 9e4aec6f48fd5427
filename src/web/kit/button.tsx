import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** One primary per page or form; danger for what cannot be taken back easily. */
export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'

const LOOKS: Record<ButtonVariant, string> = {
  primary: 'btn btn-primary',
  secondary: 'btn btn-outline',
  danger: 'btn btn-danger',
  quiet: 'btn btn-ghost',
}

export function buttonLook(variant: ButtonVariant = 'secondary', small = false): string {
  return small ? `${LOOKS[variant]} btn-sm` : LOOKS[variant]
}

interface ButtonProps {
  variant?: ButtonVariant
  small?: boolean
  name?: string
  value?: string
  icon?: IconName
  disabled?: boolean
  /** Sends the form elsewhere (a second verb of the same form). */
  formAction?: string
  formNoValidate?: boolean
  accessKey?: string
  /** For screen readers, where the same verb stands on many rows. */
  label?: string
  children: ComponentChildren
}

/** A button that sends its form. Its text is a verb. */
export function Button(props: ButtonProps) {
  return (
    <button
      type="submit"
      class={buttonLook(props.variant ?? 'primary', props.small)}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      formAction={props.formAction}
      formNoValidate={props.formNoValidate}
      // biome-ignore lint/a11y/noAccessKey: entry by keyboard alone; the keys are named on the page
      accessKey={props.accessKey}
      aria-label={props.label}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </button>
  )
}
