import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node-24.mjs'

/** Installs the pinned packages when they are missing or the lock file changed since. */
export function installPackages() {
  const marker = join(root, 'node_modules', '.doi-thoai-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return
  console.error('Đang cài các gói cần thiết (npm ci)… / Installing packages…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) {
    console.error('Không cài được các gói; xem thông báo ở trên. / Packages could not be installed; see above.')
    process.exit(1)
  }
  writeFileSync(marker, lock)
}
