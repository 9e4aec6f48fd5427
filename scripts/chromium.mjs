import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

// the shell without a window first: the same engine, a third less work for the same page
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

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
  if (process.getuid?.() === 0 && run('apt-get', ['update', '-q'])) {
    for (const name of ['chromium-headless-shell', 'chromium']) {
      const installed = run('apt-get', [...INSTALL, name]) ? findChromium() : null
      if (installed) return installed
    }
  }
  console.error(`Không tìm thấy Chromium, mà các phép thử trên trình duyệt cần nó. Hãy cài đặt, ví dụ:
  sudo apt-get update && sudo apt-get install -y chromium
hoặc đặt CHROMIUM=/đường/dẫn/tới/chromium rồi chạy lại.
Chromium is missing; install it (see above) or set CHROMIUM=/path/to/chromium, then run again.`)
  process.exit(1)
}

const INSTALL = ['install', '-y', '-q', '--no-install-recommends']

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
