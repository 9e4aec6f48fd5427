import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseRefusal, reasonOf } from './database-refusal.ts'
import { prepareEmbeddedDatabase } from './database-roles.ts'
import { type EmbeddedBinaries, prepareEmbeddedBinaries } from './embedded-binaries.ts'
import { type EmbeddedCluster, openCluster } from './embedded-cluster.ts'
import { ownerUrl, programUrl, startOrAdoptServer, stopServer } from './embedded-server.ts'
import { type OwnershipLock, takeOwnership } from './ownership-lock.ts'
import { findRunningServer } from './server-processes.ts'

/** A program that is ending holds its lock for a moment longer. */
const LOCK_WAIT_MS = 1_500

export interface OwnServerOptions {
  /** The folder of the database, e.g. `var/db`; made when missing. */
  folder: string
  /** `serve`: refuse when another program works on the folder. `visit`: then use its server and leave it running. */
  purpose: 'serve' | 'visit'
  /** Other programs than the embedded ones (tests on the machine's own PostgreSQL). */
  binaries?: EmbeddedBinaries
  /** Told what happens to the server meanwhile, e.g. that it was killed and started anew. */
  report?: (message: string) => void
}

/** The program's own server, up and ours (or, on a visit, somebody's). */
export interface OwnServer {
  ownerUrl: string
  programUrl: string
  close(): Promise<void>
}

interface Held {
  port: number
  /** Null on a visit to a server that another program holds. */
  lock: OwnershipLock | null
}

/**
 * Brings up the program's own server and takes ownership of the data folder. While the program runs, a server that
 * dies is started again on the same port, so that the pool finds it back without a restart.
 */
export async function openOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const cluster = await openCluster(options.folder, options.binaries ?? (await prepareEmbeddedBinaries()))
  const held = await holdServer(cluster, options.purpose)
  if (held.lock) await prepareEmbeddedDatabase(cluster, held.port)
  const urls = { ownerUrl: ownerUrl(cluster, held.port), programUrl: programUrl(cluster, held.port) }
  const { lock, port } = held
  if (!lock) return { ...urls, close: async () => {} }
  return { ...urls, close: keepServer(cluster, { lock, port }, options.report ?? (() => {})) }
}

async function holdServer(cluster: EmbeddedCluster, purpose: 'serve' | 'visit'): Promise<Held> {
  for (const until = Date.now() + LOCK_WAIT_MS; ; await wait(100)) {
    const { port } = await startOrAdoptServer(cluster)
    try {
      const lock = await takeOwnership(ownerUrl(cluster, port, 'postgres'))
      if (lock || purpose === 'visit') return { port, lock }
    } catch (error) {
      if (Date.now() > until) throw error
      continue
    }
    if (Date.now() > until) throw await folderInUse(cluster)
  }
}

/** Watches over the server until `end`: whenever the lock is lost, brings the server back and takes the lock again. */
function keepServer(cluster: EmbeddedCluster, held: Held & { lock: OwnershipLock }, report: (message: string) => void) {
  let lock: OwnershipLock | null = held.lock
  let ending = false
  const watching = (async () => {
    while (lock && !ending) {
      await lock.lost
      if (ending) return
      report('PostgreSQL connection lost; bringing the server back')
      lock = await bringBack(cluster, held.port, () => ending, report)
    }
  })()
  return async function end() {
    ending = true
    // Stopping ends the lock's connection too; nobody can take the folder before the server is down.
    await stopServer(cluster)
    await watching
    await stopServer(cluster)
  }
}

async function bringBack(
  cluster: EmbeddedCluster,
  port: number,
  ending: () => boolean,
  report: (message: string) => void,
): Promise<OwnershipLock | null> {
  for (; !ending(); await wait(100)) {
    try {
      await startOrAdoptServer(cluster, port)
      const lock = await takeOwnership(ownerUrl(cluster, port, 'postgres'))
      if (lock) report('PostgreSQL is back')
      if (lock) return lock
    } catch (error) {
      report(reasonOf(error))
    }
  }
  return null
}

async function folderInUse(cluster: EmbeddedCluster): Promise<DatabaseRefusal> {
  const pid = (await findRunningServer(cluster))?.pid
  return new DatabaseRefusal(
    'database/folder-in-use',
    `Một chương trình khác đang dùng thư mục dữ liệu này (${cluster.folder}, máy chủ số ${pid}); hãy dừng chương trình đó trước.`,
    'Another program is using this data folder; stop it first.',
  )
}
