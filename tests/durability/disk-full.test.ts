import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { RunningProgram, runCommand } from '../support/running-program.ts'
import { countStored, OfficeWriters, prepareOffice } from './office-writers.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

vi.setConfig({ testTimeout: 300_000 })

/** A disk of its own needs the right to mount; without it this cannot be shown here. */
function canMount(): boolean {
  if (process.getuid?.() !== 0) return false
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
}

function mounted(folder: string, megabytes: number): () => void {
  mkdirSync(folder)
  const options = `size=${megabytes}m,mode=0711`
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder])
  if (status !== 0) throw new Error(String(stderr))
  return () => void spawnSync('umount', ['-l', folder])
}

/** Leaves no room on the disk. */
async function fill(folder: string): Promise<string> {
  const file = join(folder, 'filler')
  const { bavail, bsize } = await statfs(folder)
  await writeFile(file, Buffer.alloc(bavail * bsize)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOSPC') throw error
  })
  return file
}

test.skipIf(!canMount())(
  'a full disk: nothing acknowledged is lost, and the program goes on when there is room again',
  () =>
    inTemporaryFolder(async (folder) => {
      const disk = join(folder, 'disk')
      const unmount = mounted(disk, 400)
      try {
        const varFolder = join(disk, 'var')
        const writers = new OfficeWriters(await prepareOffice(varFolder))
        const program = await RunningProgram.start(varFolder)
        try {
          await writers.begin(program)
          await writers.more(9)
          const filler = await fill(disk)
          const refusedBefore = writers.refusedNow
          for (let waited = 0; writers.refusedNow < refusedBefore + 6 && waited < 60_000; waited += 50) {
            await fill(disk)
            await wait(50)
          }
          expect(writers.refusedNow, 'said “not now” while the disk was full').toBeGreaterThan(refusedBefore)
          await rm(filler)
          await writers.more(9)
          expect(program.process.exitCode).toBe(null)
        } finally {
          await rm(join(disk, 'filler'), { force: true })
          await writers.end()
          await program.stop()
        }
        expect(writers.unexpected).toEqual([])
        const stored = await countStored(varFolder)
        expect(writers.acknowledged.filter(({ kind, text }) => stored[kind]!.get(text) !== 1)).toEqual([])
        const verified = await runCommand(varFolder, ['verify', '--json'])
        expect(verified, verified.errors).toMatchObject({ status: 0 })
      } finally {
        unmount()
      }
    }),
)
