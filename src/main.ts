import { CommanderError } from 'commander'
import { commandLine } from './cli/command-line.ts'
import { DatabaseRefusal } from './platform/db/database-refusal.ts'

/** Exit status: 0 done, 1 the answer is no or something is wrong with the data, 2 the call itself is wrong. */
async function main(): Promise<number> {
  try {
    await commandLine().parseAsync(process.argv)
    return 0
  } catch (error) {
    // what commander itself refuses (an unknown command, none at all) is a wrong call
    if (error instanceof CommanderError)
      return error.exitCode !== 0 && error.code.startsWith('commander.') ? 2 : error.exitCode
    if (error instanceof DatabaseRefusal || error instanceof RangeError) console.error(error.message)
    else console.error(error)
    return 1
  }
}

process.exitCode = await main()
