import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where this machine's Chromium lies (CHROMIUM goes first), or null. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [process.env.CHROMIUM, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))]
  return candidates.find((file) => file && isExecutable(file)) ?? null
}

/** Finds Chromium, as root installs it from the system's packages when missing; otherwise says what to do and ends. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && run('apt-get', ['update', '-q']) && run('apt-get', INSTALL)) {
    const installed = findChromium()
    if (installed) return installed
  }
  console.error(`Không tìm thấy Chromium, mà các phép thử trên trình duyệt cần nó. Hãy cài đặt, ví dụ:
  sudo apt-get update && sudo apt-get install -y chromium
hoặc đặt CHROMIUM=/đường/dẫn/tới/chromium rồi chạy lại.
Chromium is missing; install it (see above) or set CHROMIUM=/path/to/chromium, then run again.`)
  process.exit(1)
}

const INSTALL = ['install', '-y', '-q', '--no-install-recommends', 'chromium']

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
