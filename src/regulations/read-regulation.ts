import { isNode, LineCounter, parseDocument, type YAMLError } from 'yaml'
import { checkRegulation } from './check-regulation.ts'
import { fieldLabel, writePath } from './field-labels.ts'
import { problemSentence } from './problem-sentence.ts'
import type { Regulation } from './regulation.ts'
import { regulationSchema } from './regulation-schema.ts'

/** One thing that is wrong in a regulation file, and where. `path` is empty when the text itself cannot be read. */
export interface RegulationProblem {
  file: string
  path: string
  line?: number
  problem: string
}

export type RegulationReading =
  | { regulation: Regulation; problems: [] }
  | { regulation: null; problems: RegulationProblem[] }

/** A regulation is a few dozen KB; what is a hundred times that is none. */
const MAX_CHARACTERS = 1_000_000

/** Reads a regulation from YAML (or JSON, which is YAML): the value, or every problem with its field and line. */
export function readRegulation(source: string, file: string): RegulationReading {
  if (source.length > MAX_CHARACTERS)
    return refused([{ file, path: '', problem: 'tệp quá lớn, không phải tệp quy định' }])
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, strict: true, uniqueKeys: true, prettyErrors: false })
  if (document.errors.length > 0) return refused(document.errors.map((error) => syntaxProblem(error, file, lines)))
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 50 })
  } catch {
    return refused([{ file, path: '', problem: 'tệp dùng quá nhiều tham chiếu lặp (alias), không đọc được' }])
  }
  const reading = readRegulationValue(value, file)
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return undefined
  }
  if (reading.regulation) return reading
  return refused(reading.found.map((one) => ({ ...one.problem, line: lineOf(one.path) })))
}

interface Found {
  path: PropertyKey[]
  problem: RegulationProblem
}

/** The same for a value already parsed (from the database or a form). */
export function readRegulationValue(
  value: unknown,
  file: string,
): { regulation: Regulation; problems: [] } | { regulation: null; problems: RegulationProblem[]; found: Found[] } {
  const parsed = regulationSchema.safeParse(value, { reportInput: true })
  const findings = parsed.success
    ? checkRegulation(parsed.data)
    : parsed.error.issues.map((issue) => ({ path: [...issue.path], problem: problemSentence(issue) }))
  if (parsed.success && findings.length === 0) return { regulation: parsed.data, problems: [] }
  const found = findings.map(({ path, problem }) => ({
    path,
    problem: { file, path: writePath(path), problem: nameField(path, problem) },
  }))
  return { regulation: null, problems: found.map((one) => one.problem), found }
}

function nameField(path: readonly PropertyKey[], problem: string): string {
  const names = path.filter((step) => typeof step === 'string').map(fieldLabel)
  return names.length === 0 ? problem : `${names.join(' › ')}: ${problem}`
}

function syntaxProblem(error: YAMLError, file: string, lines: LineCounter): RegulationProblem {
  const at = lines.linePos(error.pos[0])
  const why =
    error.code === 'DUPLICATE_KEY' ? 'một mục được ghi hai lần' : `không đúng cú pháp YAML/JSON (${error.message})`
  return { file, path: '', line: at.line, problem: `dòng ${at.line}, cột ${at.col}: ${why}` }
}

function refused(problems: RegulationProblem[]): RegulationReading {
  return { regulation: null, problems }
}

/** `hai-phong-13.yaml:120 deadlines[2].amount — Thời hạn › số ngày: phải từ 1 trở lên`. */
export function writeProblem(problem: RegulationProblem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`
  return [place, problem.path, '—', problem.problem].filter((part) => part !== '').join(' ')
}
