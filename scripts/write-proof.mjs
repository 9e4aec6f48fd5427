import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, relative } from 'node:path'
import { root } from './node-24.mjs'

/** The tests that show promises; everything else in the run is only counted. */
const PROMISES =
  /^tests\/(trust|durability|journeys|access|browser)\/|property\.test|perform-change|verify-|take-number/

/** Writes `docs/proof/DATE.md` from vitest's JSON result: each promise shown, with its figure and time; gives back the file. */
export function writeProof(resultFile, now = new Date()) {
  const result = JSON.parse(readFileSync(resultFile, 'utf8'))
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now)
  const files = result.testResults
    .map(({ name, assertionResults, message }) => ({
      name: relative(root, name),
      tests: assertionResults.length > 0 ? assertionResults : [{ status: 'failed', fullName: message ?? 'not run' }],
    }))
    .filter(({ name }) => PROMISES.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const lines = [
    `# Proof of ${day}`,
    '',
    `\`npm run proof\`, ${cpus().length} cores, commit ${commit()}.`,
    '',
    `All tests: ${result.numPassedTests} passed, ${result.numFailedTests} failed, ${result.numPendingTests} skipped.`,
    ...files.flatMap(({ name, tests }) => ['', `## ${name}`, '', ...tests.map(line)]),
    '',
  ]
  const folder = join(root, 'docs', 'proof')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${day}.md`)
  writeFileSync(file, lines.join('\n'))
  return file
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
