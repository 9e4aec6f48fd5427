#!/usr/bin/env node
// `npm test`: everything, from a clean clone. `-- --server`: on the machine's own PostgreSQL or DATABASE_URL.
// `-- --proof` (npm run proof): the full figures. Anything else goes to vitest, e.g. a folder; then only vitest runs.
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { installPackages } from './install.mjs'
import { node24, root, runOnNode24 } from './node-24.mjs'

process.chdir(root)
installPackages()
runOnNode24()

const args = process.argv.slice(2)
const own = new Set(['--server', '--proof'])
const rest = args.filter((arg) => !own.has(arg))
const proof = args.includes('--proof')
if (proof) process.env.PROOF = '1'

const failed = rest.length === 0 ? await runChecks() : []
process.env.CHROMIUM = ensureChromium()
const { buildAssets } = await import('./build-assets.mjs')
await buildAssets({})
const server = args.includes('--server') ? await useServer() : null
const resultFile = join(tmpdir(), `doi-thoai-proof-${process.pid}.json`)
const reporters = proof ? ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`] : []
const status = await run('vitest', 'node_modules/vitest/vitest.mjs', ['run', ...reporters, ...rest])
await server?.close()
if (proof) {
  const { writeProof } = await import('./write-proof.mjs')
  console.log(`Kết quả / result: ${writeProof(resultFile, { partial: rest.length > 0 })}`)
}
if (failed.length > 0) console.error(`Không đạt / failed before the tests: ${failed.join(', ')} (see above)`)
process.exit(status || failed.length)

/** Types and style, side by side; gives back the names of those that found something. */
async function runChecks() {
  const checks = [
    ['tsc', 'node_modules/typescript/bin/tsc', ['--noEmit']],
    ['biome', 'node_modules/@biomejs/biome/bin/biome', ['check', '--diagnostic-level=error', '.']],
  ]
  const results = await Promise.all(checks.map(async ([name, ...command]) => [name, await run(name, ...command)]))
  return results.filter(([, result]) => result !== 0).map(([name]) => name)
}

async function useServer() {
  if (process.env.DATABASE_URL) {
    process.env.TEST_DATABASE_SERVER_URL = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL
    return null
  }
  const { startSystemPostgres } = await import('./system-postgres.mjs')
  const started = await startSystemPostgres()
  if (!started) {
    console.error('Máy này không có PostgreSQL; hãy cài đặt (apt-get install postgresql) hoặc đặt DATABASE_URL.')
    console.error('This machine has no PostgreSQL; install it or set DATABASE_URL.')
    process.exit(2)
  }
  console.log(`PostgreSQL: ${started.bin}`)
  process.env.TEST_DATABASE_SERVER_URL = started.url
  return started
}

function run(name, script, args) {
  return new Promise((resolve) => {
    const child = spawn(node24, [script, ...args], { stdio: 'inherit' })
    child.on('error', (error) => {
      console.error(`${name}: ${error.message}`)
      resolve(1)
    })
    child.on('close', (status) => resolve(status ?? 1))
  })
}
