const SHORTEST_PART = 8
const MOST_PARTS = 40

/** What opens a content at the beginning of a line: “1.”, “2)”, “a)”, “-”, “+”, “•”, “Thứ nhất,”. */
const LINE_MARK =
  /^\s*(?:\d{1,2}\s*[.)/-]\s*(?!\d)|[a-zđ]\s*[).]\s+|[-–—+•*]\s*|(?:Thứ|Câu|Nội dung|Kiến nghị|Ý kiến)\s+(?:nhất|hai|ba|tư|năm|sáu|\d{1,2})\s*[:,.]\s*)/iu
/** “1. … 2. …” within one line; “15.000” and “điều 2.1” are none. */
const INLINE_NUMBER = /(?<=^|[\s;.,:])(\d{1,2})\s*[.)]\s+(?=\p{L})/gu

/**
 * The contents in what one person said, when it looks like several: numbered or marked lines, numbers within a line,
 * semicolons. Nothing is lost: what stands before the first mark is kept with the first part. One alone: itself.
 */
export function splitContents(text: string): string[] {
  const whole = text.replace(/\r\n?/g, '\n').trim()
  for (const parts of [byLines(whole), byNumbers(whole), bySemicolons(whole)]) {
    if (parts.length > 1 && parts.length <= MOST_PARTS && parts.every((part) => part.length >= SHORTEST_PART))
      return parts
  }
  return whole === '' ? [] : [whole]
}

function byLines(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const marked = lines.filter((line) => LINE_MARK.test(line)).length
  if (marked < 2) return []
  const parts: string[] = []
  let opening = ''
  for (const line of lines) {
    const bare = line.replace(LINE_MARK, '').trim()
    if (LINE_MARK.test(line)) parts.push(bare)
    else if (parts.length === 0) opening = [opening, bare].filter(Boolean).join('\n')
    else parts[parts.length - 1] += `\n${bare}`
  }
  return withOpening(opening, parts)
}

function byNumbers(text: string): string[] {
  const marks = [...text.matchAll(INLINE_NUMBER)]
  // the numbers count on from 1, else they are no list
  const inOrder: RegExpExecArray[] = []
  for (const mark of marks) if (Number(mark[1]) === inOrder.length + 1) inOrder.push(mark)
  if (inOrder.length < 2) return []
  const parts = inOrder.map((mark, at) =>
    text
      .slice(mark.index + mark[0].length, inOrder[at + 1]?.index ?? text.length)
      .replace(/[;,\s]+$/u, '')
      .trim(),
  )
  return withOpening(text.slice(0, inOrder[0]!.index).trim(), parts)
}

function bySemicolons(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** “Đề nghị UBND:” alone says nothing; it goes on in front of the first content. */
function withOpening(opening: string, parts: string[]): string[] {
  if (opening === '' || parts.length === 0) return parts
  return [`${opening} ${parts[0]}`.trim(), ...parts.slice(1)]
}
