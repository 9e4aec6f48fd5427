// The places of a template's words: `{name}`. `{{` and `}}` are the signs themselves. Data never pass through here
// twice: a value that holds `{x}` stays those three signs.

export type WordPart = { text: string } | { name: string }

/** The parts of a template's words, or what is wrong with the braces (Vietnamese). */
export function readWords(words: string): { parts: WordPart[] } | { problem: string } {
  const parts: WordPart[] = []
  let text = ''
  let at = 0
  while (at < words.length) {
    const two = words.slice(at, at + 2)
    if (two === '{{' || two === '}}') {
      text += two[0]
      at += 2
    } else if (words[at] === '{') {
      const end = words.indexOf('}', at)
      if (end < 0) return { problem: `dấu “{” không có dấu “}” đóng: “${words.slice(at, at + 30)}”` }
      const name = words.slice(at + 1, end)
      if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return { problem: `“{${name.slice(0, 30)}}” không phải là một tên` }
      if (text !== '') parts.push({ text })
      parts.push({ name })
      text = ''
      at = end + 1
    } else if (words[at] === '}') {
      return { problem: `dấu “}” không có dấu “{” mở: “${words.slice(Math.max(0, at - 30), at + 1)}”` }
    } else {
      text += words[at]
      at += 1
    }
  }
  if (text !== '') parts.push({ text })
  return { parts }
}
