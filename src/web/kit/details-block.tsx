import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

interface DetailsBlockProps {
  summary: ComponentChildren
  open?: boolean
  id?: string
  children: ComponentChildren
}

/** Details that unfold, without script. */
export function DetailsBlock(props: DetailsBlockProps) {
  return (
    <details class="details-block" open={props.open} id={props.id}>
      <summary>
        <Icon name="chevron" />
        <span>{props.summary}</span>
      </summary>
      <div class="details-block-in">{props.children}</div>
    </details>
  )
}
