import { join } from 'node:path'
import { root } from './node-24.mjs'

/**
 * How Node runs the program. The serving one keeps a small heap: it lives beside its database on a small machine.
 * It goes without source maps (60 MB); the bundle is readable, and its maps lie beside it.
 */
export function nodeFlags(command) {
  const serves = command === 'start'
  const memory = serves
    ? ['--min-semi-space-size=8', '--max-semi-space-size=8', '--max-old-space-size=256']
    : ['--enable-source-maps']
  return [...memory, '--disable-warning=ExperimentalWarning']
}

/** Compiled code is kept between starts. */
export function nodeEnvironment() {
  return { NODE_COMPILE_CACHE: join(root, 'build', 'compile-cache'), ...process.env }
}
