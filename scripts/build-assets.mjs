// Builds the look (Tailwind + daisyUI, fonts) and the small browser scripts into build/assets, with hashed names and a
// manifest. Does nothing when no input has changed since the last build. Runs under Node 20 and newer.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const WEB = join(ROOT, 'src/web')
const STYLES = join(WEB, 'styles')
const TARGET = join(ROOT, 'build/assets')
const KEPT_MS = 60 * 60 * 1000
/** the office's look, the portal's and that of telephones in the hall: small, for a slow line */
const LOOKS = ['app', 'portal', 'hall-public']
const SOURCES = /\.(tsx?|css|svg)$/

function inputFiles() {
  const files = readdirSync(WEB, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCES.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  // the hall's script carries pure rules of rooms below
  for (const name of ['hall/hall-act.ts', 'hall/hall-state.ts', 'dialogues/invitation-code.ts'])
    files.push(join(ROOT, 'src', name))
  return [...files.sort(), join(ROOT, 'package-lock.json'), fileURLToPath(import.meta.url)]
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.slice(ROOT.length)}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

function isBuilt(inputs) {
  const manifest = join(TARGET, 'manifest.json')
  if (!existsSync(manifest)) return false
  const names = JSON.parse(readFileSync(manifest, 'utf8'))
  return (
    names.inputs === inputs && Object.values(names).every((name) => name === inputs || existsSync(join(TARGET, name)))
  )
}

async function compileCss(name) {
  const { compile } = await import('@tailwindcss/node')
  const { Scanner } = await import('@tailwindcss/oxide')
  const compiler = await compile(readFileSync(join(STYLES, `${name}.css`), 'utf8'), {
    base: STYLES,
    onDependency: () => {},
  })
  const scanner = new Scanner({ sources: compiler.sources })
  return compiler.build(scanner.scan())
}

async function bundleStyle(name, folder) {
  const { build } = await import('esbuild')
  const result = await build({
    stdin: { contents: await compileCss(name), loader: 'css', resolveDir: STYLES, sourcefile: `${name}.css` },
    bundle: true,
    minify: true,
    write: true,
    metafile: true,
    outdir: folder,
    entryNames: `${name}.[hash]`,
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file' },
    logLevel: 'error',
    legalComments: 'none',
  })
  return Object.keys(result.metafile.outputs)
}

async function bundle(folder) {
  const { build } = await import('esbuild')
  const styles = (await Promise.all(LOOKS.map((name) => bundleStyle(name, folder)))).flat()
  const scripts = await build({
    entryPoints: [
      ...['office', 'portal-form', 'hall-desk-page', 'hall-public-page'].map((name) => join(WEB, `browser/${name}.ts`)),
      join(STYLES, 'icon.svg'),
    ],
    bundle: true,
    minify: true,
    metafile: true,
    outdir: folder,
    entryNames: '[name].[hash]',
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'copy' },
    logLevel: 'error',
  })
  return [...styles, ...Object.keys(scripts.metafile.outputs)].map((path) => basename(path))
}

/** The same files compressed once, at their densest, for everybody who takes them so. */
function compressBeside(folder) {
  for (const name of readdirSync(folder).filter((one) => /\.(css|js|svg)$/.test(one))) {
    const content = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
  }
}

/**
 * Names are made of their content, so a new build only adds files and then exchanges the manifest: a program that still
 * serves the build before it, and a second builder at work, are not disturbed. What nobody names any more goes later.
 */
function putInPlace(work) {
  mkdirSync(TARGET, { recursive: true })
  const made = readdirSync(work)
  for (const name of made.filter((one) => one !== 'manifest.json')) renameSync(join(work, name), join(TARGET, name))
  renameSync(join(work, 'manifest.json'), join(TARGET, 'manifest.json'))
  for (const name of readdirSync(TARGET)) {
    const path = join(TARGET, name)
    if (!made.includes(name) && Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true })
  }
}

/**
 * Builds `build/assets` and its `manifest.json` (plain name → hashed name).
 * @param {{ force?: boolean }} options `force` builds although nothing has changed.
 * @returns {Promise<{ folder: string, built: boolean }>}
 */
export async function buildAssets({ force = false } = {}) {
  const inputs = hashOf(inputFiles())
  if (!force && isBuilt(inputs)) return { folder: TARGET, built: false }
  const work = `${TARGET}.${process.pid}`
  mkdirSync(work, { recursive: true })
  try {
    const files = await bundle(work)
    compressBeside(work)
    const names = Object.fromEntries(files.map((file) => [file.replace(/\.[A-Z0-9]{8}\./, '.'), file]))
    writeFileSync(join(work, 'manifest.json'), JSON.stringify({ ...names, inputs }, null, 2))
    putInPlace(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return { folder: TARGET, built: true }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now()
  const { built } = await buildAssets({ force: process.argv.includes('--force') })
  console.log(built ? `assets built in ${Math.round(performance.now() - start)} ms` : 'assets are up to date')
}
