import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { EmbeddedCluster } from './embedded-cluster.ts'

/** A server found running on the data folder. */
export interface RunningServer {
  pid: number
  port: number
  /** False while it is starting or recovering after a crash. */
  ready: boolean
}

/** How long processes that outlive their killed server may take to notice. */
const LEFT_OVER_MS = 5_000

/** The server running on this data folder, read from `postmaster.pid`; null when none is. */
export async function findRunningServer(cluster: EmbeddedCluster): Promise<RunningServer | null> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!pid || !(await isServerOf(cluster, pid))) return null
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' }
}

/** The command line of a process; empty when it is gone or only waits to be reaped. */
async function commandLine(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return text.replaceAll('\0', ' ')
}

/** True while `pid` is the server of this data folder (a process that only waits to be reaped is not). */
export async function isServerOf(cluster: EmbeddedCluster, pid: number): Promise<boolean> {
  return (await commandLine(pid)).includes(`cluster_name=${cluster.mark}`)
}

/**
 * Clears what a killed server left: waits for its processes to notice that it is gone (they hold the shared memory and
 * could still write) and ends those that do not. PostgreSQL itself clears a `postmaster.pid` whose process is gone;
 * one whose number now belongs to something else, or to a process nobody reaped, it takes for a living server.
 */
export async function clearLeftOvers(cluster: EmbeddedCluster): Promise<void> {
  const until = Date.now() + LEFT_OVER_MS
  for (let pids = await leftOvers(cluster); pids.length > 0; pids = await leftOvers(cluster)) {
    if (await findRunningServer(cluster)) return
    if (Date.now() > until) {
      for (const pid of pids) kill(pid, 'SIGKILL')
    }
    await wait(20)
  }
  const file = join(cluster.data, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid || !existsSync(`/proc/${pid}`) || (await isServerOf(cluster, pid))) return
  await rm(file, { force: true })
}

async function leftOvers(cluster: EmbeddedCluster): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    if ((await commandLine(Number(name))).startsWith(`postgres: ${cluster.mark}: `)) found.push(Number(name))
  }
  return found
}

/** Sends a signal; false when the process is not there any more. */
export function kill(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
