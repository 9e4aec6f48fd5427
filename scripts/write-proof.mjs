import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, relative } from 'node:path'
import { root } from './node-24.mjs'

/** The tests that show promises; everything else in the run is only counted. */
const PROMISES =
  /^tests\/(trust|durability|journeys|access|browser)\/|property\.test|perform-change|verify-|take-number/

/**
 * Writes `docs/proof/DATE.md` from vitest's JSON result: each promise shown, with its figure and time; gives back the
 * file. A run of some tests only (`partial`) changes nothing but their parts in the file of the day.
 */
export function writeProof(resultFile, { partial = false, now = new Date() } = {}) {
  const result = JSON.parse(readFileSync(resultFile, 'utf8'))
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now)
  const files = result.testResults
    .map(({ name, assertionResults, message }) => ({
      name: relative(root, name),
      tests: assertionResults.length > 0 ? assertionResults : [{ status: 'failed', fullName: message ?? 'not run' }],
    }))
    .filter(({ name }) => PROMISES.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const head = [
    `# Proof of ${day}`,
    '',
    `\`npm run proof\`, ${cpus().length} cores, commit ${commit()}.`,
    '',
    `All tests: ${result.numPassedTests} passed, ${result.numFailedTests} failed, ${result.numPendingTests} skipped.`,
  ]
  const folder = join(root, 'docs', 'proof')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${day}.md`)
  const before =
    partial && existsSync(file) ? partsOf(readFileSync(file, 'utf8')) : { head: head.join('\n'), parts: [] }
  const parts = new Map(before.parts)
  const again = before.parts.length > 0 ? `Run by itself at commit ${commit()}.\n\n` : ''
  for (const { name, tests } of files) parts.set(name, `${again}${tests.map(line).join('\n')}`)
  const written = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => `## ${name}\n\n${text}`)
  writeFileSync(file, `${[before.head, ...written].join('\n\n')}\n`)
  return file
}

/** What stands above the parts, and each part by the file it tells of. */
function partsOf(text) {
  const [head, ...rest] = text.trimEnd().split(/\n\n## /)
  return { head, parts: rest.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 2)]) }
}

const SIGNS = { passed: '✓', failed: '✗ FAILED', pending: '– skipped', skipped: '– skipped', todo: '– todo' }

function line({ status, fullName, duration }) {
  const seconds = duration === undefined || duration === null ? '' : ` (${(duration / 1000).toFixed(1)} s)`
  return `- ${SIGNS[status] ?? status} ${fullName.trim()}${seconds}`
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
