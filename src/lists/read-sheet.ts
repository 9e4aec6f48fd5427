import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type ReadOutcome, SHEET_LIMITS } from './sheet-grid.ts'

/**
 * Reads an XLSX or CSV in a thread of its own, within a time and a memory: cells as text in NFC, hidden sheets left
 * out, formulas as the value that the spreadsheet last computed (never evaluated). Refusals are codes.
 */
export function readSheet(content: Uint8Array, mediaType: string): Promise<ReadOutcome> {
  const bundled = join(import.meta.dirname, 'sheet-reader.js')
  const entry = existsSync(bundled) ? bundled : join(import.meta.dirname, 'sheet-reader.ts')
  return new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: { content, mediaType },
      resourceLimits: { maxOldGenerationSizeMb: SHEET_LIMITS.memoryMb },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    })
    let settled = false
    const end = (outcome: ReadOutcome) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      resolve(outcome)
      void worker.terminate()
    }
    // too much for the time or the memory is the same to whoever sent it: too large
    const timer = setTimeout(() => end({ ok: false, refusal: 'sheetTooLarge' }), SHEET_LIMITS.readMs)
    worker.on('message', (outcome: ReadOutcome) => end(outcome))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      end({ ok: false, refusal: full ? 'sheetTooLarge' : 'sheetUnreadable' })
    })
    worker.on('exit', () => end({ ok: false, refusal: 'sheetUnreadable' }))
  })
}
