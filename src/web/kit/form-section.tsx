import type { ComponentChildren } from 'preact'

/** Fields that belong together, under a heading of their own. */
export function FormSection(props: { title: string; help?: string; children: ComponentChildren }) {
  return (
    <fieldset class="form-section">
      <legend class="form-section-title">{props.title}</legend>
      {props.help ? <p class="field-help">{props.help}</p> : null}
      {props.children}
    </fieldset>
  )
}
