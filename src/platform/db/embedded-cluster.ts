import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseRefusal, reasonOf } from './database-refusal.ts'
import type { EmbeddedBinaries } from './embedded-binaries.ts'
import { chooseServerAccount, commandFor, giveTo, type ServerAccount } from './server-account.ts'

/** The two roles of the program's own server: one migrates, the other is what the running program uses. */
export const OWNER_ROLE = 'doi_thoai_owner'
export const PROGRAM_ROLE = 'doi_thoai'
export const DATABASE_NAME = 'doi_thoai'

/** Passwords and the port last used; kept in `access.json` (0600) beside the data. */
export interface ClusterAccess {
  ownerPassword: string
  programPassword: string
  port: number | null
}

/** One data folder of the program's own PostgreSQL. */
export interface EmbeddedCluster {
  /** e.g. `var/db`: holds `data/`, `access.json`, `server.log`. */
  folder: string
  data: string
  log: string
  /** Marks the server's processes in the process list, so that left-over ones are recognised. */
  mark: string
  account: ServerAccount
  binaries: EmbeddedBinaries
  access: ClusterAccess
}

/**
 * Opens the data folder, making it when it is not there. It is made under another name and renamed when complete, so
 * a half-made folder never bears the real name, and of two programs starting together one folder wins.
 */
export async function openCluster(folder: string, binaries: EmbeddedBinaries): Promise<EmbeddedCluster> {
  const parent = dirname(folder)
  await mkdir(parent, { recursive: true, mode: 0o755 })
  const account = await chooseServerAccount(binaries.postgres, parent)
  if (!existsSync(join(folder, 'data'))) await createCluster(folder, binaries, account)
  const real = await realpath(folder)
  const data = join(real, 'data')
  const access = await readAccess(real)
  const mark = `doi-thoai-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
  return { folder: real, data, log: join(real, 'server.log'), mark, account, binaries, access }
}

async function readAccess(folder: string): Promise<ClusterAccess> {
  try {
    return JSON.parse(await readFile(join(folder, 'access.json'), 'utf8')) as ClusterAccess
  } catch (error) {
    throw new DatabaseRefusal(
      'database/no-access',
      `Không đọc được ${join(folder, 'access.json')} (${reasonOf(error)}); thư mục dữ liệu thuộc về tài khoản khác hoặc bị hỏng.`,
      `Cannot read ${join(folder, 'access.json')} (${reasonOf(error)}); the data folder is another user's or damaged.`,
      { cause: error },
    )
  }
}

/** Writes `access.json` so that it is either the old or the new one, whatever happens. */
export async function saveAccess(folder: string, access: ClusterAccess): Promise<void> {
  const file = join(folder, 'access.json')
  const building = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(building, 'wx', 0o600)
  try {
    await handle.writeFile(JSON.stringify(access, null, 2))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(building, file)
}

async function createCluster(folder: string, binaries: EmbeddedBinaries, account: ServerAccount): Promise<void> {
  const parent = dirname(folder)
  const building = await mkdtemp(`${folder}.new-`)
  try {
    await chmod(building, 0o711)
    const access = { ownerPassword: secret(), programPassword: secret(), port: null }
    await mkdir(join(building, 'data'), { mode: 0o700 })
    await giveTo(account, join(building, 'data'))
    const passwordFile = join(building, 'password')
    await writeFile(passwordFile, access.ownerPassword, { mode: 0o600 })
    await giveTo(account, passwordFile)
    await runInitdb(binaries, account, join(building, 'data'), passwordFile)
    await rm(passwordFile)
    await saveAccess(building, access)
    await rename(building, folder).catch((error) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
    await syncFolder(parent)
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function runInitdb(binaries: EmbeddedBinaries, account: ServerAccount, data: string, passwordFile: string) {
  const args = ['-D', data, '-U', OWNER_ROLE, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8']
  args.push(...binaries.locale, '--data-checksums', '--no-instructions')
  const [command, commandArgs, options] = commandFor(account, binaries.initdb, args)
  const child = spawn(command, commandArgs, { ...options, env: serverEnv(binaries), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  const status = await new Promise<number | string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', resolve)
  })
  if (status === 0) return
  throw new DatabaseRefusal(
    'database/start-failed',
    `Không tạo được thư mục dữ liệu ${data}: ${output.trim() || status}`,
    `Cannot create the data folder ${data}`,
  )
}

/** What the server's processes get to see of the environment: nothing of the program's own. */
export function serverEnv(binaries: EmbeddedBinaries): NodeJS.ProcessEnv {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' }
  return binaries.libraries ? { ...env, LD_LIBRARY_PATH: binaries.libraries } : env
}

/** True when the folder holds nothing (or is not there), so that a restore may fill it. */
export async function isUnusedFolder(folder: string): Promise<boolean> {
  return readdir(folder).then(
    (names) => names.length === 0,
    (error) => error.code === 'ENOENT',
  )
}
