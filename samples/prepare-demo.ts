import { existsSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { roleNames } from '../src/access/role.ts'
import { listAuthorities } from '../src/agencies/authority-store.ts'
import type { Program } from '../src/app.ts'
import { sealLog } from '../src/changes/verify-log.ts'
import { textTable } from '../src/cli/text-table.ts'
import { today } from '../src/platform/clock.ts'
import type { Config } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/db/connection.ts'
import { accessDatabase } from '../src/platform/db/database-access.ts'
import { openInstallationKey } from '../src/platform/installation-key.ts'
import { DEMO_PASSWORD, demoAuthorities, loadDemo } from './demo-authorities.ts'

/** Written when everything is loaded: a demo that was stopped in the middle of loading starts over. */
const markerOf = (config: Config) => join(config.varFolder, 'demo-loaded')

/** Mails of the demo are written into a file, with links that lead back to it, unless a mail server is named. */
export function withDemoMail(config: Config): Config {
  const { mail, varFolder, host, port } = config
  if (mail.smtpUrl !== undefined) return config
  const smtpUrl = pathToFileURL(resolve(mailFileOf(varFolder))).href
  const linkOrigin = config.origin ?? (port === 0 ? undefined : `http://${host}:${port}`)
  return { ...config, mail: { ...mail, smtpUrl, ...(linkOrigin === undefined ? {} : { linkOrigin }) } }
}

const mailFileOf = (varFolder: string) => join(varFolder, 'thu-gui-di.jsonl')

/** Throws away the demo's own data when asked for, or when an earlier loading did not come to its end. */
export async function prepareDemo(config: Config, fresh: boolean): Promise<void> {
  if (config.databaseUrl !== undefined) {
    if (fresh)
      throw new RangeError(
        '--fresh: chỉ xóa dữ liệu do chương trình tự giữ; với DATABASE_URL hãy tạo một cơ sở dữ liệu trống.',
      )
    return
  }
  const started = existsSync(config.varFolder) && (await readdir(config.varFolder)).length > 0
  if (!started || (!fresh && existsSync(markerOf(config)))) return
  await stopServerLeftBehind(config)
  await rm(config.varFolder, { recursive: true, force: true })
}

/** Takes the data folder first, so that one in use is refused, and stops a server that a killed program left. */
async function stopServerLeftBehind(config: Config): Promise<void> {
  const folder = join(config.varFolder, 'db')
  const files = existsSync(folder) ? await readdir(folder, { recursive: true }) : []
  if (!files.some((file) => file.endsWith('postmaster.pid'))) return
  const access = await accessDatabase({
    url: undefined,
    ownerUrl: undefined,
    folder,
    purpose: 'serve',
    report: () => {},
  })
  await access.close()
}

/** Fills an empty demo and prints its accounts. */
export async function fillDemo(program: Program, config: Config, say: (line: string) => void): Promise<void> {
  if (!existsSync(markerOf(config))) {
    if ((await listAuthorities(program.db)).length > 0) {
      throw new RangeError('Cơ sở dữ liệu đã có dữ liệu; bản minh họa cần một cơ sở dữ liệu trống.')
    }
    say('Nạp dữ liệu minh họa (chỉ lần đầu):')
    const started = performance.now()
    await loadQuickly(program, config, say)
    say(`  Xong sau ${((performance.now() - started) / 1000).toFixed(1)} giây.`)
    await writeFile(markerOf(config), new Date().toISOString())
  }
  say(`\n${accountTable()}`)
  say(`Các xã, phường nhỏ của Hải Phòng: ${minorLogins()}`)
  say(`Mật khẩu chung của mọi tài khoản minh họa: ${DEMO_PASSWORD}`)
  if (config.mail.smtpUrl?.startsWith('file:')) say(`Thư gửi đi được ghi vào tệp: ${mailFileOf(config.varFolder)}`)
}

/**
 * Loads without waiting for the disk at every commit: what is lost in a crash is loaded again. The seal at the end is
 * an ordinary commit, with which everything before it is on disk.
 */
async function loadQuickly(program: Program, config: Config, say: (line: string) => void): Promise<void> {
  const db = openDatabase(withoutWaiting(program.url))
  try {
    const key = await openInstallationKey(config.varFolder, config.secretKey)
    await loadDemo({ db, files: program.files, today: today(program.clock), key, say })
  } finally {
    await db.destroy()
  }
  await sealLog(program.db, program.clock.now())
}

export function withoutWaiting(address: string): string {
  const url = new URL(address)
  const settings = [url.searchParams.get('options') ?? '', '-c synchronous_commit=off'].join(' ').trim()
  url.searchParams.set('options', settings)
  return url.href
}

/** How the clerks of the small units sign in; the others of a unit by the same pattern. */
export function minorLogins(): string {
  const minor = demoAuthorities.filter(({ house }) => house.minor)
  return minor.map(({ house }) => house.accounts[0]!.login).join(', ')
}

/** Role, agency, name, login and password of every account of the authorities that the demo is about. */
export function accountTable(): string {
  const shown = demoAuthorities.filter(({ house }) => !house.minor)
  const rows = shown.flatMap(({ house }) =>
    house.accounts.map((account) => {
      const agency = house.agencies.find((one) => one.key === account.agency)
      return [
        house.shortName,
        roleNames[account.role].vi,
        agency?.short ?? '',
        account.name,
        account.login,
        DEMO_PASSWORD,
      ]
    }),
  )
  return textTable(['Đơn vị', 'Vai trò', 'Cơ quan', 'Họ và tên', 'Tên đăng nhập', 'Mật khẩu'], rows)
}
