import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Layout } from './layout-profile.ts'
import type { PaperFormat, PressJob, PressReply, PressStart, PressWork } from './paper-press.ts'
import type { Corner, Sheet } from './sheet.ts'
import { sheetSource } from './sheet-source.ts'

export type { PaperFormat }

/** After this long without work the press ends and gives its memory back. */
const IDLE_MS = 60_000
/** The typesetter keeps some memory of every paper; a new press takes over after so many. */
const PAPERS_EACH = 250
/** A paper that takes longer is given up, with the press. */
const JOB_MS = 60_000

interface Waiting {
  resolve(bytes: Buffer): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

interface Press {
  child: ChildProcess
  waiting: Map<number, Waiting>
  /** papers given to it so far */
  given: number
  idle: NodeJS.Timeout | null
}

let press: Press | null = null
let lastId = 0

/** The paper as a Word document (.docx). Rejects with an Error when it could not be written. */
export function writeDocx(sheet: Sheet, layout: Layout): Promise<Buffer> {
  return writePaper('docx', sheet, layout)
}

/** The paper as a tagged PDF with its font inside. Rejects with an Error when it could not be written. */
export function writePdf(sheet: Sheet, layout: Layout): Promise<Buffer> {
  return writePaper('pdf', sheet, layout)
}

/**
 * The paper as a Word document or a PDF; a Word document carries `mark`, by which it is known when it comes back. Rejects
 * with an Error when it could not be written.
 */
export function writePaper(format: PaperFormat, sheet: Sheet, layout: Layout, mark?: string): Promise<Buffer> {
  return giveToPress({ format, sheet, layout, ...(mark ? { mark } : {}) })
}

/** One PDF with a copy for each corner. Rejects with an Error when it could not be written. */
export function writeCopies(sheet: Sheet, layout: Layout, corners: readonly Corner[]): Promise<Buffer> {
  return giveToPress({ format: 'copies', sheet, layout, corners })
}

/** Several papers (at least one) as one PDF. Rejects with an Error when it could not be written. */
export function writeSheets(sheets: readonly Sheet[], layout: Layout): Promise<Buffer> {
  return giveToPress({ format: 'sheets', sheets, layout })
}

/** The paper on an authority's own Word file, marked as in `writePaper`. Rejects with an Error when it could not be written. */
export function writeOnForm(work: {
  form: Uint8Array
  texts: Readonly<Record<string, string>>
  sheet: Sheet
  layout: Layout
  mark?: string
}): Promise<Buffer> {
  return giveToPress({ format: 'form', ...work })
}

/** The names of the `{{places}}` of a Word file; null for what cannot be read as one. */
export async function readFormPlaces(form: Uint8Array): Promise<string[] | null> {
  const names = await giveToPress({ format: 'places', form }).catch(() => null)
  return names === null ? null : (JSON.parse(names.toString()) as string[])
}

/** Papers are written one after the other in a process of their own, started with the first of them. */
function giveToPress(work: PressWork): Promise<Buffer> {
  if (press && press.given >= PAPERS_EACH) retire(press)
  press ??= startPress()
  const at = press
  at.given += 1
  if (at.idle) clearTimeout(at.idle)
  at.idle = null
  at.child.ref()
  at.child.channel?.ref()
  return new Promise((resolve, reject) => {
    lastId += 1
    const job: PressJob = { ...work, id: lastId }
    const timer = setTimeout(() => giveUp(at, new Error(`paper not written within ${JOB_MS} ms`)), JOB_MS)
    at.waiting.set(job.id, { resolve, reject, timer })
    at.child.send(job, (error) => {
      if (error) giveUp(at, error)
    })
  })
}

/** Ends the process that writes papers, if one runs; what it was writing is rejected. */
export function stopPress(): void {
  if (press) giveUp(press, new Error('the press was stopped'))
}

/** The process that writes at the moment, for measuring; null when none runs. */
export function pressProcess(): number | null {
  return press?.child.pid ?? null
}

/** Gets no more work; ends when its last paper is written. */
function retire(at: Press): void {
  press = null
  if (at.waiting.size === 0) giveUp(at, new Error('the press was replaced'))
}

function startPress(): Press {
  const bundled = join(import.meta.dirname, 'paper-press.js')
  const child = fork(existsSync(bundled) ? bundled : join(import.meta.dirname, 'paper-press.ts'), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const first: PressStart = { sheetSource: sheetSource() }
  child.send(first)
  const started: Press = { child, waiting: new Map(), given: 0, idle: null }
  child.on('message', (reply: PressReply) => settle(started, reply))
  child.on('error', (error) => giveUp(started, error))
  child.on('exit', (code, signal) => giveUp(started, new Error(`the press ended (${signal ?? code})`)))
  return started
}

function settle(at: Press, reply: PressReply): void {
  const job = at.waiting.get(reply.id)
  if (!job) return
  at.waiting.delete(reply.id)
  clearTimeout(job.timer)
  if ('bytes' in reply) job.resolve(Buffer.from(reply.bytes.buffer, reply.bytes.byteOffset, reply.bytes.byteLength))
  else job.reject(new Error(reply.error))
  if (at.waiting.size > 0) return
  if (at !== press) {
    giveUp(at, new Error('the press was replaced'))
    return
  }
  // an idle press holds nobody's exit up
  at.child.unref()
  at.child.channel?.unref()
  at.idle = setTimeout(() => giveUp(at, new Error('the press was idle')), IDLE_MS).unref()
}

function giveUp(at: Press, error: Error): void {
  if (press === at) press = null
  if (at.idle) clearTimeout(at.idle)
  at.child.kill('SIGKILL')
  for (const job of at.waiting.values()) {
    clearTimeout(job.timer)
    job.reject(error)
  }
  at.waiting.clear()
}
