#!/usr/bin/env node
// Adds to package-lock.json the optional packages of other platforms that the registry at hand did not offer when the
// lock was made. `npm ci` refuses a lock that does not name them, though it never installs them on this platform.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node-24.mjs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32']
const CPUS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64', 'mips64el']

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
let added = 0

for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  if (parent === '') continue
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (`node_modules/${name}` in lock.packages || `${parent}/node_modules/${name}` in lock.packages) continue
    lock.packages[`node_modules/${name}`] = platformEntry(name, version, dev)
    added += 1
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} packages of other platforms added to package-lock.json`)

// what this registry never offered has no hash: npm would install it there unchecked, so it is said aloud
const unproved = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.link && !entry.integrity)
if (unproved.length > 0)
  console.log(
    `${unproved.length} of them have no integrity hash, since the registry at hand does not hold them; ` +
      '`npm install --package-lock-only` at the public registry fills them before a release:\n  ' +
      unproved.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`).join('\n  '),
  )

function platformEntry(name, version, dev) {
  const parts = name.split(/[/-]/)
  const systems = SYSTEMS.filter((system) => parts.includes(system))
  // a package for WebAssembly names no system; `none` keeps it away from every machine
  const os = systems.length > 0 ? systems : ['none']
  const cpu = CPUS.filter((one) => parts.includes(one))
  const entry = { version: version.replace(/^[~^]/, ''), ...(dev ? { dev: true } : {}), optional: true, os }
  return cpu.length > 0 ? { ...entry, cpu } : entry
}
