import type { Layout } from './layout-profile.ts'
import type { Sheet } from './sheet.ts'

// The process that writes papers (started by write-paper.ts). The libraries of Word and PDF live here: the serving
// process stays small and quick to start, and a paper that breaks a library breaks only this process.

export type PaperFormat = 'docx' | 'pdf'

export interface PressJob {
  id: number
  format: PaperFormat
  sheet: Sheet
  layout: Layout
}

export type PressReply = { id: number; bytes: Uint8Array } | { id: number; error: string }

async function write({ format, sheet, layout }: PressJob): Promise<Buffer> {
  if (format === 'docx') return (await import('./build-docx.ts')).buildDocx(sheet, layout)
  return (await import('./build-pdf.ts')).buildPdf(sheet, layout)
}

process.on('message', async (job: PressJob) => {
  let reply: PressReply
  try {
    reply = { id: job.id, bytes: await write(job) }
  } catch (error) {
    reply = { id: job.id, error: error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error) }
  }
  process.send?.(reply)
})
process.on('disconnect', () => process.exit(0))
