import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { printedFormWords } from '../../words/printed-form-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { FORM_GATE } from './form-copies.ts'

/** The field for the serial; also above the quick entry. */
export function SerialForm(props: { request: OfficeRequest; typed?: string; said?: string; aside?: boolean }) {
  const { request, typed = '', said = '', aside = false } = props
  const words = printedFormWords[request.lang].look
  return (
    <Form
      method="get"
      action={request.link(FORM_GATE)}
      class={aside ? 'serial-form' : 'form'}
      label={words.title}
      values={{ ma: typed }}
      errors={said === '' ? {} : { ma: said }}
    >
      <TextField
        name="ma"
        label={aside ? words.quick : words.field}
        autocomplete="off"
        spellcheck={false}
        narrow
        accessKey="p"
        autofocus={!aside}
      />
      <p class={aside ? '' : 'form-buttons'}>
        <Button variant={aside ? 'secondary' : 'primary'}>{words.verb}</Button>
      </p>
    </Form>
  )
}
