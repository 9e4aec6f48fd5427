import type { ComponentChildren } from 'preact'
import { kitWords } from '../words/kit-words.ts'
import { Button } from './button.tsx'
import { LinkButton } from './link-button.tsx'
import { usePage } from './page-context.ts'

interface FormButtonsProps {
  /** The verb of the form: `Ban hành`, `Giao chuẩn bị trả lời`. Default: Lưu. */
  verb?: string
  danger?: boolean
  accessKey?: string
  cancelHref?: string
  children?: ComponentChildren
}

/** The foot of a form: its verb, further buttons, and the way out. */
export function FormButtons(props: FormButtonsProps) {
  const words = kitWords[usePage().lang]
  return (
    <div class="form-buttons">
      <Button
        variant={props.danger ? 'danger' : 'primary'}
        {...(props.accessKey ? { accessKey: props.accessKey } : {})}
      >
        {props.verb ?? words.save}
      </Button>
      {props.children}
      {props.cancelHref ? (
        <LinkButton variant="quiet" href={props.cancelHref}>
          {words.cancel}
        </LinkButton>
      ) : null}
    </div>
  )
}
