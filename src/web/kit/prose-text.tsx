interface ProseTextProps {
  text: string
  /** The words of a person, as they were said. */
  quoted?: boolean
  /** Who said it, below a quotation. */
  by?: string
}

/** Plain text for reading: lines of 70 characters, paragraphs and line breaks kept. */
export function ProseText({ text, quoted, by }: ProseTextProps) {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  const body = paragraphs.map((paragraph, at) => <p key={`${at}-${paragraph.slice(0, 20)}`}>{paragraph}</p>)
  if (!quoted) return <div class="prose-text">{body}</div>
  return (
    <figure class="quoted">
      <blockquote class="prose-text">{body}</blockquote>
      {by ? <figcaption>{by}</figcaption> : null}
    </figure>
  )
}
