import { type SpawnOptions, spawnSync } from 'node:child_process'
import { chown, readdir, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseRefusal } from './database-refusal.ts'

/** The number of `nobody` on Linux: PostgreSQL refuses to run as root, so root runs it as this one. */
const NOBODY = 65534

/** As whom the server runs. `owner` is who must own the data folder, as seen from outside. */
export type ServerAccount =
  | { kind: 'self' }
  | { kind: 'nobody'; owner: typeof NOBODY }
  | { kind: 'namespace'; owner: number; unshare: string[] }

/**
 * Decides as whom PostgreSQL runs. An ordinary user runs it as themselves. Root runs it as nobody where nobody can
 * reach the programs and the data folder, else (a checkout under /root, mode 0700) inside a user namespace in which
 * root bears the number of nobody. So does a user without a name (a container run by number): initdb asks for one.
 */
export async function chooseServerAccount(postgres: string, parentOfData: string): Promise<ServerAccount> {
  const own = process.getuid?.() ?? 0
  if (own !== 0 && hasName()) return { kind: 'self' }
  if (own === 0 && (await nobodyCanRun(postgres, parentOfData))) return { kind: 'nobody', owner: NOBODY }
  const unshare = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
  const [command = '', ...args] = [...unshare, postgres, '--version']
  if (spawnSync(command, args, { cwd: '/', stdio: 'ignore' }).status === 0) {
    return { kind: 'namespace', owner: own, unshare }
  }
  throw new DatabaseRefusal(
    'database/no-access',
    `PostgreSQL không chạy bằng tài khoản root hoặc tài khoản không tên, và máy này không cho tạo user namespace. Hãy chạy chương trình bằng tài khoản thường, hoặc đặt chương trình ở thư mục mà tài khoản khác đọc được (hiện: ${parentOfData}), hoặc đặt DATABASE_URL.`,
    `PostgreSQL does not run as root or as a user without a name, and this machine allows no user namespace. Run as an ordinary user, or move the program to a folder others can enter (now: ${parentOfData}), or set DATABASE_URL.`,
  )
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

async function nobodyCanRun(postgres: string, parentOfData: string): Promise<boolean> {
  const runs = spawnSync(postgres, ['--version'], { uid: NOBODY, gid: NOBODY, cwd: '/', stdio: 'ignore' })
  return runs.status === 0 && (await passable(parentOfData))
}

/** True when every folder down to `folder` may be entered by anybody. */
async function passable(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(at).catch(() => null)
    if (!found || (found.mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** The command that runs `program` as that account. */
export function commandFor(account: ServerAccount, program: string, args: string[]): [string, string[], SpawnOptions] {
  if (account.kind === 'namespace') {
    return [account.unshare[0]!, [...account.unshare.slice(1), program, ...args], { cwd: '/' }]
  }
  return [program, args, account.kind === 'nobody' ? { cwd: '/', uid: NOBODY, gid: NOBODY } : { cwd: '/' }]
}

/** Gives `path` and all inside to the account. The folder itself comes last: it is the mark that all is done. */
export async function giveTo(account: ServerAccount, path: string): Promise<void> {
  if (account.kind === 'self') return
  const found = await stat(path)
  if (found.uid === account.owner) return
  if (found.isDirectory()) await giveInside(account.owner, path)
  await chown(path, account.owner, account.owner)
}

async function giveInside(owner: number, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await giveInside(owner, path)
    await chown(path, owner, owner)
  }
}
