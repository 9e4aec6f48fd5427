import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node-24.mjs'

const marker = join(root, 'node_modules', '.doi-thoai-lock')

/** True when every package of the lock file that this machine needs is there in its pinned version. */
function isInstalled(lock) {
  return Object.entries(lock.packages).every(([path, { version, optional }]) => {
    if (path === '' || optional) return true
    const manifest = join(root, path, 'package.json')
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version
  })
}

/** Installs the pinned packages when they are missing or the lock file changed since. */
export function installPackages() {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(text).digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return
  if (!isInstalled(JSON.parse(text))) runNpm()
  writeFileSync(marker, hash)
}

function runNpm() {
  console.error('Đang cài các gói cần thiết (npm ci)… / Installing packages…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  if (spawnSync(npm, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0) return
  console.error('Không cài được các gói; xem thông báo ở trên. / Packages could not be installed; see above.')
  process.exit(1)
}
