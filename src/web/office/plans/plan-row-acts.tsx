import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { planWords } from '../../words/plan-words.ts'
import type { OfficeRequest } from '../office-route.ts'

interface RowActsProps {
  request: OfficeRequest
  edit: string
  remove: string
  version: number
  /** what the row is, for screen readers */
  of: string
}

/** Edit and remove, on one row of a draft. */
export function RowActs({ request, edit, remove, version, of }: RowActsProps) {
  const words = planWords[request.lang]
  return (
    <span class="flex flex-wrap gap-2">
      <LinkButton small href={request.link(edit)} label={`${words.edit}: ${of}`}>
        {words.edit}
      </LinkButton>
      <Form class="one-button" action={request.link(remove)} version={version} draft={false}>
        <Button small variant="quiet" label={`${words.remove}: ${of}`}>
          {words.remove}
        </Button>
      </Form>
    </span>
  )
}
