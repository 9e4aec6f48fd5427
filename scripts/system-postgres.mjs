import { existsSync, readdirSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'

/**
 * Starts the machine's own PostgreSQL (Debian's package, or what stands in PATH) on a throw-away folder; needs Node 24.
 * Gives back its address and how to end it, or null when the machine has none.
 */
export async function startSystemPostgres() {
  const bin = findBinaries()
  if (!bin) return null
  const { openOwnServer } = await import('../src/platform/db/owned-server.ts')
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-server-'))
  await chmod(folder, 0o711)
  const binaries = {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    libraries: '',
    locale: ['--locale=C.UTF-8'],
  }
  const server = await openOwnServer({ folder: join(folder, 'db'), purpose: 'serve', binaries })
  const close = async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.ownerUrl, bin, close }
}

function findBinaries() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one)) : []
  const folders = versions.map((version) => join(DEBIAN, version, 'bin'))
  folders.push(...(process.env.PATH ?? '').split(delimiter))
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}
