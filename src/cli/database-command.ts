import type { Writable } from 'node:stream'
import { Command, CommanderError } from 'commander'
import { DatabaseRefusal } from '../platform/db/database-refusal.ts'

/** Where the data of the program lie; the configuration has all of it. */
export interface DataPlace {
  /** The folder with `db` (the own server's data) and `files`. */
  varFolder: string
  databaseUrl?: string | undefined
  databaseOwnerUrl?: string | undefined
  /** `SECRET_KEY`, where the installation's key is given by the environment */
  secretKey?: string | undefined
}

/** Where a command writes; the process's own streams unless a test hands in others. */
export interface DatabaseCommandStreams {
  output: Writable
  errors: Writable
}

export const PROCESS_STREAMS: DatabaseCommandStreams = { output: process.stdout, errors: process.stderr }

const WRONG_ANSWER = 1
const WRONG_USE = 2

/** A command that ends by throwing `CommanderError` (0 help, 1 wrong data, 2 wrong use) and never ends the process. */
export function databaseCommand(name: string, { output, errors }: DatabaseCommandStreams): Command {
  return new Command(name)
    .configureOutput({ writeOut: (text) => output.write(text), writeErr: (text) => errors.write(text) })
    .exitOverride((error) => {
      const ownError = !error.code.startsWith('commander.') || error.exitCode === 0
      throw ownError ? error : new CommanderError(WRONG_USE, error.code, error.message)
    })
}

/** Runs the work of a command; a refusal becomes a message in Vietnamese and English and exit status 1. */
export async function orRefuse<T>(command: Command, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DatabaseRefusal)) throw error
    return command.error(`${error.vi}\n${error.en}`, { exitCode: WRONG_ANSWER, code: error.code })
  }
}

/** Ends the command with status 1: it did its work, but what it found is not in order. */
export function foundWrong(command: Command, message: string, code: string): never {
  return command.error(message, { exitCode: WRONG_ANSWER, code })
}
