import type { ComponentChildren } from 'preact'
import { Heading, type HeadingLevel } from './heading.tsx'

interface SectionProps {
  title: string
  level?: HeadingLevel
  /** For links to this part of the page. */
  id?: string
  /** How many things are in it. */
  count?: number
  /** Links or buttons at the right of the heading. */
  actions?: ComponentChildren
  help?: string
  children: ComponentChildren
}

/** A part of a page under its heading, without a frame. */
export function Section(props: SectionProps) {
  return (
    <section class="section" id={props.id}>
      <div class="section-head">
        <Heading level={props.level ?? 2}>
          {props.title}
          {props.count === undefined ? null : <span class="section-count"> ({props.count})</span>}
        </Heading>
        {props.actions ? <div class="section-actions">{props.actions}</div> : null}
      </div>
      {props.help ? <p class="field-help">{props.help}</p> : null}
      {props.children}
    </section>
  )
}
