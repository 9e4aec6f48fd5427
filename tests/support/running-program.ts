import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { bundle } from '../../scripts/bundle.mjs'

/** The bundled program in a process of its own, on a data folder. */
export class RunningProgram {
  address = ''
  /** what the console printed for an empty installation */
  setUpCode: string | null = null
  errors = ''
  private constructor(
    readonly process: ChildProcess,
    readonly ended: Promise<unknown>,
  ) {}

  /**
   * Starts it and waits until it serves; `on` names a database that is not its own. Throws with what it said when it ends
   * instead.
   */
  static async start(varFolder: string, on?: { url: string; ownerUrl: string }): Promise<RunningProgram> {
    const database = on ? { DATABASE_URL: on.url, DATABASE_OWNER_URL: on.ownerUrl } : {}
    const child = spawn(process.execPath, [await bundled(), 'start', '--json'], {
      env: { ...environment(), ...database, DOI_THOAI_VAR: varFolder, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const program = new RunningProgram(child, once(child, 'exit'))
    child.stderr!.on('data', (text) => {
      program.errors += text
    })
    for await (const line of createInterface({ input: child.stdout! })) {
      if (!line.startsWith('{')) continue
      const said = JSON.parse(line) as { address: string; setUpCode?: string }
      program.address = said.address
      program.setUpCode = said.setUpCode ?? null
      child.stdout!.resume()
      return program
    }
    await program.ended
    throw new Error(`the program did not start (exit ${child.exitCode}):\n${program.errors}`)
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.ended
  }

  /** Asks it to end and waits; its database ends with it. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill('SIGTERM')
    await this.ended
    return this.process.exitCode
  }
}

let built: Promise<string> | null = null

async function bundled(): Promise<string> {
  built ??= buildAssets({}).then(() => bundle())
  return built
}

/** Without what would lead the program to another database. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, VITEST: ___, ...rest } = process.env
  return { ...rest, NODE_ENV: 'production' }
}

export interface CommandResult {
  status: number | null
  output: string
  errors: string
}

/** Runs one command of the command line on a data folder, as a person at the keyboard would. */
export async function runCommand(varFolder: string, args: readonly string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, [await bundled(), ...args], {
    env: { ...environment(), DOI_THOAI_VAR: varFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const result: CommandResult = { status: null, output: '', errors: '' }
  child.stdout.on('data', (text) => {
    result.output += text
  })
  child.stderr.on('data', (text) => {
    result.errors += text
  })
  const [status] = (await once(child, 'close')) as [number | null]
  return { ...result, status }
}

export const databaseFolder = (varFolder: string) => join(varFolder, 'db')
