import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own that goes when the work is done. 0711: the server of a root's program runs as nobody. */
export async function inTemporaryFolder(work: (folder: string) => Promise<void>, mode = 0o711): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-durable-'))
  await chmod(folder, mode)
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
