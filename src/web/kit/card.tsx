import type { ComponentChildren } from 'preact'
import { Heading, type HeadingLevel } from './heading.tsx'

interface CardProps {
  title?: string
  level?: HeadingLevel
  href?: string
  /** `quiet` for facts beside the main text, `marked` for the one thing that matters now. */
  look?: 'plain' | 'quiet' | 'marked'
  /** A badge or a link at the right of the title. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** A framed piece of a page. */
export function Card(props: CardProps) {
  return (
    <div class={`panel panel-${props.look ?? 'plain'}`}>
      {props.title ? (
        <div class="panel-head">
          <Heading level={props.level ?? 3}>
            {props.href ? <a href={props.href}>{props.title}</a> : props.title}
          </Heading>
          {props.aside}
        </div>
      ) : null}
      {props.children}
    </div>
  )
}
