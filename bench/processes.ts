import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeEnvironment, nodeFlags } from '../scripts/node-flags.mjs'

export interface Running {
  address: string
  pid: number
  stop(): Promise<void>
}

function environment(varFolder: string, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ORIGIN: ___, ...rest } = nodeEnvironment()
  return { ...rest, DOI_THOAI_VAR: varFolder, PORT: String(port), NODE_ENV: 'production' }
}

const handle = (child: ChildProcess, address: string): Running => ({
  address,
  pid: child.pid!,
  stop: async () => {
    const ended = once(child, 'exit')
    if (child.exitCode === null) child.kill('SIGTERM')
    if (child.exitCode === null) await ended
  },
})

/** Reads the line in which a process tells its address. */
async function toldAddress(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('{')) return (JSON.parse(line) as { address: string }).address
  }
  throw new Error(`a process of the bench ended with ${child.exitCode}`)
}

/** The bundled program in a process of its own, started as `npm start` does. */
export async function startProgram(entry: string, varFolder: string, flags: readonly string[] = []): Promise<Running> {
  const child = spawn(process.execPath, [...nodeFlags('start'), ...flags, entry, 'start', '--json'], {
    env: environment(varFolder, 0),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await toldAddress(child)
  child.stdout!.resume()
  return handle(child, address)
}

/** Milliseconds from starting the program, its database included, to the first page answered. */
export async function timeToFirstPage(entry: string, varFolder: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeFlags('start'), entry, 'start', '--json'], {
    env: environment(varFolder, port),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const running = handle(child, `http://127.0.0.1:${port}`)
  for (;;) {
    const reply = await fetch(`${running.address}/dang-nhap`).catch(() => null)
    if (reply?.status === 200) break
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
    await wait(5)
  }
  const took = performance.now() - began
  // it is not asked to end before it has fully begun
  await wait(1500)
  await running.stop()
  return took
}

export async function startBare(entry: string, casesFile: string): Promise<Running> {
  const child = spawn(process.execPath, [entry, casesFile], { stdio: ['ignore', 'pipe', 'inherit'] })
  return handle(child, await toldAddress(child))
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

const megabytes = (file: string, field: string): number => {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))
    return found ? Number(found[1]) / 1024 : 0
  } catch {
    return 0
  }
}

export const residentMemory = (pid: number) => megabytes(`/proc/${pid}/status`, 'VmRSS')

function fieldsOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** The server and its processes. */
function databaseProcesses(dataFolder: string): number[] {
  const main = Number(readFileSync(`${dataFolder}/postmaster.pid`, 'utf8').split('\n')[0])
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.map(Number).filter((pid) => pid === main || Number(fieldsOf(pid)[1]) === main)
}

const TICK_MS = 10

/** Processor time a process has used, in milliseconds; other work on the machine does not count in it. */
export function processorTime(pid: number): number {
  const fields = fieldsOf(pid)
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS
}

export function databaseProcessorTime(dataFolder: string): number {
  return databaseProcesses(dataFolder).reduce((sum, pid) => sum + processorTime(pid), 0)
}

/** Shared memory counted once: the sum of the proportional shares of the server and its processes. */
export function databaseMemory(dataFolder: string): number {
  return databaseProcesses(dataFolder).reduce((sum, pid) => sum + megabytes(`/proc/${pid}/smaps_rollup`, 'Pss'), 0)
}
