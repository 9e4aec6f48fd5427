/**
 * The opening of a text in one line, at most `length` letters, cut at a word and marked `…`; a word of more than twenty
 * letters at the end is cut itself. Of a very long text only the opening is looked at: lists show twenty-five of them.
 */
export function shortened(text: string, length = 160): string {
  const long = text.length > 4 * length
  const line = (long ? text.slice(0, 4 * length) : text).replace(/\s\s+|[^\S ]/g, ' ').trim()
  if (line.length <= length) return long ? `${line}…` : line
  const cut = line.slice(0, Math.max(line.lastIndexOf(' ', length), length - 20)).trimEnd()
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
