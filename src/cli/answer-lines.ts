import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** Cuts what is read into the complete lines of each chunk; the last line needs no line end. */
async function* linesByChunk(input: Readable): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
  rest += decoder.end()
  if (rest !== '') yield [rest]
}

/**
 * Answers every line of `input` by one line on `output`, as the lines come, at the reader's pace. `answer` gets the
 * line without its line end and its number from 1.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: string, number: number) => string,
): Promise<void> {
  let number = 0
  for await (const lines of linesByChunk(input)) {
    let text = ''
    for (const line of lines) {
      number += 1
      text += `${answer(line.replace(/\r$/, ''), number)}\n`
    }
    if (!output.write(text)) await once(output, 'drain')
  }
}
