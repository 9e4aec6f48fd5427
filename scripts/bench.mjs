#!/usr/bin/env node
// `npm run bench`: fills a throw-away database and measures the program against a bare page. `-- --quick`: a small one.
// Papers and suggestions are measured at the end, alone with `-- --only papers` or `-- --only suggestions`.
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
  entryPoints: {
    'run-bench': join(root, 'bench', 'run-bench.ts'),
    'bare-server': join(root, 'bench', 'bare-server.ts'),
    papers: join(root, 'bench', 'papers.ts'),
    suggestions: join(root, 'bench', 'suggestions.ts'),
    'paper-press': join(root, 'src', 'papers', 'paper-press.ts'),
  },
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'warning',
})
const asked = process.argv.slice(2)
const only = /--only[= ](\S+)/.exec(asked.join(' '))?.[1]?.split(',') ?? []
const pages = [join(outdir, 'run-bench.js'), '--program', program, '--bare', join(outdir, 'bare-server.js'), ...asked]
// papers and suggestions need nothing of what was filled: measured after the pages, each in a process of its own
const alone = ['papers', 'suggestions']
const runs = [
  ...(only.length > 0 && only.every((one) => alone.includes(one)) ? [] : [pages]),
  ...alone.filter((one) => only.length === 0 || only.includes(one)).map((one) => [join(outdir, `${one}.js`)]),
]
for (const args of runs) {
  const status = await run(args)
  if (status !== 0) process.exit(status)
}

function run(args) {
  const child = spawn(node24, args, { stdio: 'inherit', env: nodeEnvironment() })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
