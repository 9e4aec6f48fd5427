import { readFile } from 'node:fs/promises'
import { type RegulationProblem, readRegulation, writeProblem } from '../regulations/read-regulation.ts'
import { type Regulation, regulationRef } from '../regulations/regulation.ts'
import { WRONG_DATA, WRONG_USE } from './prepare-command.ts'

export interface CheckedFiles {
  regulations: Regulation[]
  answers: { file: string; id: string | null; version: string | null; problems: RegulationProblem[] }[]
  accepted: string[]
  problems: string[]
  /** 0 all usable, 1 something is wrong in a file, 2 a file cannot be read. */
  exitCode: number
}

/** Reads each file as a regulation and says of each whether it can be used, or which field is wrong and why. */
export async function checkRegulationFiles(files: readonly string[]): Promise<CheckedFiles> {
  const checked: CheckedFiles = { regulations: [], answers: [], accepted: [], problems: [], exitCode: 0 }
  for (const file of files) {
    const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error)
    const unreadable = typeof source !== 'string'
    const reading = unreadable
      ? { regulation: null, problems: [{ file, path: '', problem: `không đọc được tệp (${source.code})` }] }
      : readRegulation(source, file)
    const { regulation, problems } = reading
    if (regulation) {
      checked.regulations.push(regulation)
      checked.accepted.push(`${file}: ${regulationRef(regulation)}, dùng được`)
    } else checked.exitCode = Math.max(checked.exitCode, unreadable ? WRONG_USE : WRONG_DATA)
    checked.answers.push({ file, id: regulation?.id ?? null, version: regulation?.version ?? null, problems })
    checked.problems.push(...problems.map(writeProblem))
  }
  return checked
}
