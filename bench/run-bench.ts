// `npm run bench`: see docs/bench.md.
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { accessDatabase } from '../src/platform/db/database-access.ts'
import { openOwnServer } from '../src/platform/db/owned-server.ts'
import type { BenchCase } from './bench-case.ts'
import { benchCases } from './bench-cases.ts'
import { type BenchPlan, FULL, NATION, QUICK } from './bench-plan.ts'
import { type CaseResult, type Measured, reportText } from './bench-report.ts'
import { fillDatabase } from './fill-database.ts'
import { loadRound, readPage, type Target } from './load.ts'
import { databaseMemory, processorTime, residentMemory, startBare, startProgram, timeToFirstPage } from './processes.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    program: { type: 'string' },
    bare: { type: 'string' },
    keep: { type: 'string' },
    only: { type: 'string' },
    profile: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    nation: { type: 'boolean', default: false },
  },
})
const plan: BenchPlan = options.nation ? NATION : options.quick ? QUICK : FULL
const rounds = Number(options.rounds ?? (options.quick ? 3 : 7))
const roundMs = 1000 * Number(options.seconds ?? (options.quick ? 1 : 3))
const say = (text: string) => console.error(text)

async function fill(folder: string): Promise<void> {
  if (existsSync(join(folder, 'filled'))) return say(`Using the data in ${folder}`)
  const began = performance.now()
  const access = await accessDatabase({ folder: join(folder, 'db'), purpose: 'serve' })
  try {
    await fillDatabase(access.ownerUrl, plan)
  } finally {
    await access.close()
  }
  await writeFile(join(folder, 'filled'), '')
  say(
    `Filled ${plan.petitions} petitions in ${plan.authorities} authorities in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
}

/** The form token stands on the session's own pages; posts without it are refused. */
async function giveFormTokens(address: string, cases: readonly BenchCase[]): Promise<void> {
  for (const variant of cases.flatMap((one) => one.variants).filter((one) => one.body)) {
    const token = /name="_csrf" value="([^"]+)"/.exec(await readPage(address, variant.path, variant.cookie))?.[1]
    if (!token) throw new Error(`no form token on ${variant.path}`)
    variant.body += `&_csrf=${token}`
  }
}

/** What the clock starts has its first round right after the start; it is not to stand in the way. */
async function untilQuiet(pid: number): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const before = processorTime(pid)
    await wait(1000)
    if (processorTime(pid) - before < 50) return
  }
}

/** A program that just started is still being compiled for some hundreds of answers; it runs for weeks. */
const WARM_MS = 5000

async function measureCase(of: BenchCase, targets: { program: Target; bare: Target }): Promise<CaseResult> {
  const result: CaseResult = { program: [], bare: [] }
  await loadRound(targets.program, of, Math.max(roundMs, WARM_MS))
  await loadRound(targets.bare, of, roundMs)
  for (let round = 0; round < rounds; round += 1) {
    result.program.push(await loadRound(targets.program, of, roundMs))
    result.bare.push(await loadRound(targets.bare, of, roundMs))
  }
  return result
}

async function measure(folder: string): Promise<Measured> {
  const startMs: number[] = []
  if (!options.only) for (let at = 0; at < 3; at += 1) startMs.push(await timeToFirstPage(options.program!, folder))
  const flags = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  const program = await startProgram(options.program!, folder, flags)
  const urls = await openOwnServer({ folder: join(folder, 'db'), purpose: 'visit' })
  const all = await benchCases(urls, plan)
  const cases = options.only ? all.filter((one) => options.only!.split(',').includes(one.name)) : all
  await untilQuiet(program.pid)
  await giveFormTokens(program.address, cases)
  const casesFile = join(folder, 'cases.json')
  await writeFile(casesFile, JSON.stringify({ url: urls.programUrl, cases }))
  const bare = await startBare(options.bare!, casesFile)
  const measured: Measured = { cases: [], startMs, programMb: 0, databaseMb: 0 }
  const sampling = setInterval(() => {
    measured.programMb = Math.max(measured.programMb, residentMemory(program.pid))
  }, 250)
  try {
    const dataFolder = join(folder, 'db', 'data')
    const targets = {
      program: { ...program, dataFolder, kind: 'program' as const },
      bare: { ...bare, dataFolder, kind: 'bare' as const },
    }
    for (const of of cases) {
      say(`${of.title} …`)
      measured.cases.push({ of, result: await measureCase(of, targets) })
    }
    measured.databaseMb = databaseMemory(dataFolder)
  } finally {
    clearInterval(sampling)
    await bare.stop()
    await program.stop()
  }
  return measured
}

// a nation takes long to fill: it stays for the next run
const kept = options.keep ?? (options.nation ? join('var', 'bench-nation') : null)
const folder = kept ? resolve(kept) : await mkdtemp(join(tmpdir(), 'doi-thoai-bench-'))
await mkdir(folder, { recursive: true })
await chmod(folder, 0o711)
try {
  await fill(folder)
  console.log(reportText(await measure(folder)))
} finally {
  if (!kept) await rm(folder, { recursive: true, force: true })
}
