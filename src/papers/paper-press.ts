import type { Layout } from './layout-profile.ts'
import type { Corner, Sheet } from './sheet.ts'
import { keepSheetSource } from './sheet-source.ts'

// The process that writes papers (started by write-paper.ts). The libraries of Word and PDF live here: the serving
// process stays small and quick to start, and a paper that breaks a library breaks only this process.

export type PaperFormat = 'docx' | 'pdf'

/** A paper to write, on an authority's own Word file where there is one; or a file whose places are to be named. */
export type PressWork =
  | { format: PaperFormat; sheet: Sheet; layout: Layout; mark?: string }
  | { format: 'sheets'; sheets: readonly Sheet[]; layout: Layout }
  | { format: 'copies'; sheet: Sheet; layout: Layout; corners: readonly Corner[] }
  | {
      format: 'form'
      sheet: Sheet
      layout: Layout
      form: Uint8Array
      texts: Readonly<Record<string, string>>
      mark?: string
    }
  | { format: 'places'; form: Uint8Array }
export type PressJob = PressWork & { id: number }

/** Said to a press before its first paper: what the serving process read at its own start. */
export interface PressStart {
  sheetSource: string
}

export type PressReply = { id: number; bytes: Uint8Array } | { id: number; error: string }

async function write(job: PressJob): Promise<Buffer> {
  switch (job.format) {
    case 'docx':
      return (await import('./build-docx.ts')).buildDocx(job.sheet, job.layout, job.mark)
    case 'pdf':
      return (await import('./build-pdf.ts')).buildPdf(job.sheet, job.layout)
    case 'sheets':
      return (await import('./build-pdf.ts')).buildSheets(job.sheets, job.layout)
    case 'copies':
      return (await import('./build-pdf.ts')).buildCopies(job.sheet, job.layout, job.corners)
    case 'form':
      return (await import('./build-word-form.ts')).fillWordForm(job.form, job.texts, job.sheet, job.layout, job.mark)
    case 'places':
      return Buffer.from(JSON.stringify(await (await import('./build-word-form.ts')).placesOfForm(job.form)))
  }
}

process.on('message', async (job: PressJob | PressStart) => {
  if ('sheetSource' in job) {
    keepSheetSource(job.sheetSource)
    return
  }
  let reply: PressReply
  try {
    reply = { id: job.id, bytes: await write(job) }
  } catch (error) {
    reply = { id: job.id, error: error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error) }
  }
  process.send?.(reply)
})
process.on('disconnect', () => process.exit(0))
