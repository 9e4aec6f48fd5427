import { expect, it } from 'vitest'
import { RunningProgram } from '../support/running-program.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

it(
  'ends without a word while the jobs it started with are still at work',
  () =>
    inTemporaryFolder(async (folder) => {
      for (const wait of [0, 600]) {
        const program = await RunningProgram.start(folder)
        await new Promise((done) => setTimeout(done, wait))
        expect(await program.stop()).toBe(0)
        expect(program.errors).toBe('')
      }
    }),
  120_000,
)
