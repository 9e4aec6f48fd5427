#!/usr/bin/env node
// Starts the program from a checkout: installs what is missing, builds what changed, runs it on the carried Node 24.
import { spawn } from 'node:child_process'
import { installPackages } from './install.mjs'
import { node24, runOnNode24 } from './node-24.mjs'
import { nodeEnvironment, nodeFlags } from './node-flags.mjs'

installPackages()
runOnNode24()

const args = process.argv.slice(2)
const { bundle } = await import('./bundle.mjs')
const entry = await bundle()
if (args[0] === 'start' || args[0] === 'demo') {
  const { buildAssets } = await import('./build-assets.mjs')
  await buildAssets({})
}
const program = spawn(node24, [...nodeFlags(args[0]), entry, ...args], { stdio: 'inherit', env: nodeEnvironment() })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal))
program.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
