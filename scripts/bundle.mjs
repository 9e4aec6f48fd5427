// Bundles the program (Node runs .ts by itself but not .tsx). Named by what went in, so that an unchanged program is not built again.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node-24.mjs'

const KEPT_MS = 60 * 60 * 1000

function sourcesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesUnder(path)
    return /\.(ts|tsx|json)$/.test(entry.name) ? [path] : []
  })
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const path of [...sourcesUnder(join(root, 'src')), ...sourcesUnder(join(root, 'samples'))]) {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** Builds the program when its sources changed; returns the file to start. */
export async function bundle() {
  const build = join(root, 'build')
  const folder = join(build, `program-${fingerprint()}`)
  const entry = join(folder, 'main.js')
  if (existsSync(entry)) return entry
  mkdirSync(build, { recursive: true })
  const { build: run } = await import('esbuild')
  const draft = mkdtempSync(join(build, 'draft-'))
  await run({
    // the press writes papers in a process of its own, sheets are read in a thread of their own
    entryPoints: {
      main: join(root, 'src', 'main.ts'),
      'paper-press': join(root, 'src', 'papers', 'paper-press.ts'),
      'sheet-reader': join(root, 'src', 'lists', 'sheet-reader.ts'),
    },
    outdir: draft,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  try {
    renameSync(draft, folder)
  } catch (error) {
    // somebody else finished the same build meanwhile
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(entry)) throw error
  }
  forgetOldBuilds(build, folder)
  return entry
}

function forgetOldBuilds(build, current) {
  for (const name of readdirSync(build)) {
    const path = join(build, name)
    if (!/^(program|draft)-/.test(name) || path === current) continue
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true })
  }
}
