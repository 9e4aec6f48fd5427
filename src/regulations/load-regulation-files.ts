import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../platform/project-root.ts'
import { type RegulationProblem, readRegulation, writeProblem } from './read-regulation.ts'
import { type Regulation, regulationRef } from './regulation.ts'

/** The folder of the regulations that come with the program. */
export function regulationFolder(): string {
  return join(projectRoot(), 'regulations')
}

/** The regulations of a folder with everything that is wrong in its files; wrong files are left out of the first list. */
export async function readRegulationFolder(
  folder: string = regulationFolder(),
): Promise<{ regulations: Regulation[]; problems: RegulationProblem[] }> {
  const regulations: Regulation[] = []
  const problems: RegulationProblem[] = []
  const files = (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/.test(name)).sort()
  for (const file of files) {
    const reading = readRegulation(await readFile(join(folder, file), 'utf8'), file)
    if (!reading.regulation) problems.push(...reading.problems)
    else {
      problems.push(...clashes(regulations, reading.regulation, file))
      regulations.push(reading.regulation)
    }
  }
  return { regulations, problems }
}

/** The regulations that come with the program. Throws with every problem named: a broken file must not be run on. */
export async function loadRegulationFiles(folder: string = regulationFolder()): Promise<Regulation[]> {
  const { regulations, problems } = await readRegulationFolder(folder)
  if (problems.length > 0) throw new Error(`Tệp quy định có lỗi:\n${problems.map(writeProblem).join('\n')}`)
  return regulations
}

/** Two versions of one regulation may not share a version name or a day on which both are in force. */
function clashes(known: readonly Regulation[], added: Regulation, file: string): RegulationProblem[] {
  return known
    .filter((other) => other.id === added.id)
    .flatMap((other) => {
      if (other.version === added.version)
        return [{ file, path: 'version', problem: `phiên bản ${regulationRef(added)} đã có ở tệp khác` }]
      const apart =
        (other.effectiveTo !== null && other.effectiveTo < added.effectiveFrom) ||
        (added.effectiveTo !== null && added.effectiveTo < other.effectiveFrom)
      return apart
        ? []
        : [{ file, path: 'effectiveFrom', problem: `thời gian hiệu lực chồng lên phiên bản ${regulationRef(other)}` }]
    })
}
