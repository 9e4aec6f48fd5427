import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseRefusal, reasonOf } from './database-refusal.ts'
import {
  DATABASE_NAME,
  type EmbeddedCluster,
  OWNER_ROLE,
  PROGRAM_ROLE,
  saveAccess,
  serverEnv,
} from './embedded-cluster.ts'
import { commandFor, giveTo } from './server-account.ts'
import { clearLeftOvers, findRunningServer, isServerOf, kill, type RunningServer } from './server-processes.ts'

const START_TRIES = 5
const READY_MS = 60_000
const STOP_MS = 30_000
const MAX_LOG_BYTES = 5_000_000

/** Durability is not a matter of taste here: given on the command line, these stand above every settings file. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  log_timezone: 'Asia/Ho_Chi_Minh',
  timezone: 'Asia/Ho_Chi_Minh',
}

/**
 * Brings the server of this data folder up: adopts one that is running (a killed program leaves it behind), else
 * starts it (on `fixedPort` where a running program's pool must find it back). Comes back when it answers.
 */
export async function startOrAdoptServer(cluster: EmbeddedCluster, fixedPort?: number): Promise<RunningServer> {
  for (let tries = 1; ; tries++) {
    const running = await findRunningServer(cluster)
    if (running) {
      const ready = await waitUntilReady(cluster, running.pid)
      if (ready) return ready
    }
    await clearLeftOvers(cluster)
    await giveTo(cluster.account, cluster.data)
    const started = await startServer(cluster, fixedPort ?? (await freePort(cluster.access.port)))
    if (started) return started
    if (tries === START_TRIES) throw await startFailed(cluster)
    cluster.access.port = null
    await wait(200 * tries)
  }
}

async function startServer(cluster: EmbeddedCluster, port: number): Promise<RunningServer | null> {
  const settings = { ...SETTINGS, port: String(port), cluster_name: cluster.mark }
  const args = ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const [command, commandArgs, options] = commandFor(cluster.account, cluster.binaries.postgres, args)
  await shortenLog(cluster.log)
  const log = openSync(cluster.log, 'a', 0o600)
  const env = serverEnv(cluster.binaries)
  const child = spawn(command, commandArgs, { ...options, env, stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  let ended = false
  child.once('error', () => (ended = true))
  child.once('exit', () => (ended = true))
  child.unref()
  const running = child.pid ? await waitUntilReady(cluster, child.pid, () => ended) : null
  if (running && cluster.access.port !== running.port) {
    cluster.access.port = running.port
    await saveAccess(cluster.folder, cluster.access)
  }
  return running
}

/** Waits until the server with that number accepts connections; null when it ended instead. */
async function waitUntilReady(
  cluster: EmbeddedCluster,
  pid: number,
  ended: () => boolean = () => false,
): Promise<RunningServer | null> {
  const started = Date.now()
  while (Date.now() - started < READY_MS) {
    const running = await findRunningServer(cluster)
    if (running?.ready && (await answers(cluster, running.port))) return running
    const young = Date.now() - started < 1_000
    if (ended() || (!young && !running && !(await isServerOf(cluster, pid)))) return null
    await wait(10)
  }
  throw await startFailed(cluster)
}

/** True when the server there opens its door to our password and serves our data folder. */
async function answers(cluster: EmbeddedCluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: ownerUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('SELECT current_setting($1) AS data', ['data_directory'])
    return rows[0].data === cluster.data
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw await startFailed(cluster, reasonOf(error))
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Stops the server; a transaction not yet committed is rolled back, everything committed is on disk. */
export async function stopServer(cluster: EmbeddedCluster): Promise<void> {
  const running = await findRunningServer(cluster)
  if (!running) return
  kill(running.pid, 'SIGINT')
  const until = Date.now() + STOP_MS
  while (await isServerOf(cluster, running.pid)) {
    if (Date.now() > until) {
      kill(running.pid, 'SIGQUIT')
      return
    }
    await wait(10)
  }
}

/** The address with the role that owns the tables and migrates. */
export function ownerUrl(cluster: EmbeddedCluster, port: number, database = DATABASE_NAME): string {
  return `postgres://${OWNER_ROLE}:${cluster.access.ownerPassword}@127.0.0.1:${port}/${database}`
}

/** The address with the role that the running program uses; it may not change the log. */
export function programUrl(cluster: EmbeddedCluster, port: number): string {
  return `postgres://${PROGRAM_ROLE}:${cluster.access.programPassword}@127.0.0.1:${port}/${DATABASE_NAME}`
}

/** The wanted port when nobody listens on it, else any free one. */
async function freePort(wanted: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted ? resolve(freePort(null)) : reject(error)))
    probe.listen(wanted ?? 0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

async function shortenLog(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (found && found.size > MAX_LOG_BYTES) await truncate(file, 0)
}

async function startFailed(cluster: EmbeddedCluster, why?: string): Promise<DatabaseRefusal> {
  const log = (await readFile(cluster.log, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n')
  return new DatabaseRefusal(
    'database/start-failed',
    `Không khởi động được PostgreSQL trên ${cluster.data}; nhật ký: ${cluster.log}`,
    `PostgreSQL did not start. ${why ?? log}`,
  )
}
