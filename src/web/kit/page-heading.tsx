import type { ComponentChildren } from 'preact'
import { kitWords } from '../words/kit-words.ts'
import { Icon } from './icon.tsx'
import { usePage } from './page-context.ts'

interface PageHeadingProps {
  title: string
  /** The pages above this one. */
  trail?: readonly { href: string; label: string }[]
  /** A short line above the title: what kind of thing this is, its number. */
  kicker?: ComponentChildren
  /** A line below: date, place, chair, state. */
  meta?: ComponentChildren
  /** Buttons at the right. */
  actions?: ComponentChildren
}

/** The head of a page: where it is, what it is, what can be done. Holds the only `h1`. */
export function PageHeading(props: PageHeadingProps) {
  const words = kitWords[usePage().lang]
  return (
    <div class="page-heading">
      {props.trail && props.trail.length > 0 ? (
        <nav class="trail" aria-label={words.breadcrumbs}>
          <ol>
            {props.trail.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
                <Icon name="chevron" />
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div class="page-heading-row">
        <div class="page-heading-words">
          {props.kicker ? <p class="kicker">{props.kicker}</p> : null}
          <h1>{props.title}</h1>
          {props.meta ? <div class="page-heading-meta">{props.meta}</div> : null}
        </div>
        {props.actions ? <div class="page-heading-actions">{props.actions}</div> : null}
      </div>
    </div>
  )
}
