import { Icon } from './icon.tsx'

/** What is wrong with a field: sign and sentence, tied to the control by its id. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="alert" />
      <span>{error}</span>
    </p>
  )
}
