import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layoutFolder } from './layout-folder.ts'

let kept: string | null = null

/**
 * The template in which every PDF is set (`layouts/sheet.typ`), read once: a program that runs goes on as it was started
 * when the files under it are replaced. Throws an Error when the file cannot be read.
 */
export function sheetSource(): string {
  kept ??= readFileSync(join(layoutFolder(), 'sheet.typ'), 'utf8')
  return kept
}

/** What the process that serves read at its start, for the one that writes papers. */
export function keepSheetSource(source: string): void {
  kept = source
}
