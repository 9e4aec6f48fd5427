import { readFile } from 'node:fs/promises'
import { readRegulation, writeProblem } from '../regulations/read-regulation.ts'
import { findRegulation, type Regulation, regulationRef } from '../regulations/regulation.ts'
import { WRONG_DATA, WRONG_USE } from './prepare-command.ts'

export type Picked = { regulation: Regulation } | { problem: string; exitCode: number; notFound?: true }

/** Finds what was typed: `ID`, `ID@VERSION`, or a file (its name ends in .yaml, .yml, .json or holds a slash). */
export async function pickRegulation(typed: string, known: readonly Regulation[]): Promise<Picked> {
  if (/[/\\]|\.(ya?ml|json)$/i.test(typed)) return pickFile(typed)
  const [id = '', version] = typed.split('@')
  const regulation = findRegulation(known, id, version)
  if (regulation) return { regulation }
  const refs = known.map(regulationRef).join(', ')
  return { problem: `không có quy định “${typed}”; các quy định có sẵn: ${refs}`, exitCode: WRONG_USE, notFound: true }
}

async function pickFile(file: string): Promise<Picked> {
  let source: string
  try {
    source = await readFile(file, 'utf8')
  } catch (error) {
    return { problem: `không đọc được tệp ${file} (${(error as NodeJS.ErrnoException).code})`, exitCode: WRONG_USE }
  }
  const reading = readRegulation(source, file)
  if (reading.regulation) return { regulation: reading.regulation }
  return { problem: reading.problems.map(writeProblem).join('\n'), exitCode: WRONG_DATA }
}
