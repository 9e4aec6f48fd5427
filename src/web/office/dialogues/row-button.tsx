import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { IconName } from '../../kit/icon.tsx'

/** One act on one row, done at once (up, down, confirm). `of` names the row for screen readers. */
export function RowButton(props: { action: string; label: string; of: string; icon?: IconName }) {
  return (
    <Form class="one-button" action={props.action} draft={false} label={`${props.label}: ${props.of}`}>
      <Button variant="quiet" small label={`${props.label}: ${props.of}`} {...(props.icon ? { icon: props.icon } : {})}>
        {props.label}
      </Button>
    </Form>
  )
}
