import { join } from 'node:path'
import { root } from './node-24.mjs'

/**
 * How Node runs the program. The serving one keeps a small heap: it lives beside its database on a small machine. By the
 * largest heap it may have the engine decides how much old garbage it lets lie: at 256 MB it cleared all up twice a
 * second under load, and one answer in twenty waited for it. Young objects keep their room while nothing is asked.
 * It goes without source maps (60 MB); the bundle is readable, and its maps lie beside it.
 */
export function nodeFlags(command) {
  const serves = command === 'start'
  const memory = serves
    ? ['--min-semi-space-size=8', '--max-semi-space-size=8', '--max-old-space-size=512']
    : ['--enable-source-maps']
  return [...memory, '--disable-warning=ExperimentalWarning']
}

/** Compiled code is kept between starts. */
export function nodeEnvironment() {
  return { NODE_COMPILE_CACHE: join(root, 'build', 'compile-cache'), ...process.env }
}
