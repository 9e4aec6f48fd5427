#!/usr/bin/env node
// `npm run bench`: fills a throw-away database and measures the program against a bare page. `-- --quick`: a small one.
// `-- --keep FOLDER` keeps the data there for the next run; `--only list,page`, `--profile FOLDER` for a CPU profile.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installPackages } from './install.mjs'
import { node24, root, runOnNode24 } from './node-24.mjs'
import { nodeEnvironment } from './node-flags.mjs'

process.chdir(root)
installPackages()
runOnNode24()

const { buildAssets } = await import('./build-assets.mjs')
const { bundle } = await import('./bundle.mjs')
const { build } = await import('esbuild')
await buildAssets({})
const program = await bundle()
const outdir = join(root, 'build', 'bench')
await build({
  entryPoints: ['run-bench.ts', 'bare-server.ts'].map((name) => join(root, 'bench', name)),
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'warning',
})
const args = [join(outdir, 'run-bench.js'), '--program', program, '--bare', join(outdir, 'bare-server.js')]
const child = spawn(node24, [...args, ...process.argv.slice(2)], { stdio: 'inherit', env: nodeEnvironment() })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
