import type { ComponentChildren } from 'preact'

export type HeadingLevel = 2 | 3 | 4

/** A heading of the level the page needs; the look follows the level. */
export function Heading(props: { level: HeadingLevel; id?: string | undefined; children: ComponentChildren }) {
  const Tag = `h${props.level}` as 'h2' | 'h3' | 'h4'
  return (
    <Tag id={props.id} class={`heading-${props.level}`}>
      {props.children}
    </Tag>
  )
}
