import type { ComponentChildren } from 'preact'
import { FormStateProvider, type FormValues } from './form-state.ts'

/** The fields of a form as they stand, for who may look and not send. */
export function ReadOnlyFields({ values, children }: { values: FormValues; children: ComponentChildren }) {
  return (
    <FormStateProvider value={{ values, errors: {} }}>
      <fieldset disabled>{children}</fieldset>
    </FormStateProvider>
  )
}
