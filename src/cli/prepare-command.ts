import type { Writable } from 'node:stream'
import { type Command, CommanderError } from 'commander'

/** Where a command writes; the process's own streams unless a test hands in others. */
export interface OutputStreams {
  output: Writable
  errors: Writable
}

/** Exit status: the data or the answer is wrong. */
export const WRONG_DATA = 1
/** Exit status: the command was used wrongly. */
export const WRONG_USE = 2

/** Ends by throwing `CommanderError` (0 help, 1 wrong data, 2 wrong use), so that whoever mounts it sets the status. */
export function prepareCommand(command: Command, { output, errors }: OutputStreams): Command {
  return command
    .configureOutput({ writeOut: (text) => output.write(text), writeErr: (text) => errors.write(text) })
    .exitOverride((error) => {
      const ownError = !error.code.startsWith('commander.') || error.exitCode === 0
      throw ownError ? error : new CommanderError(WRONG_USE, error.code, error.message)
    })
}

/** Collects a repeatable option. */
export function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value]
}
