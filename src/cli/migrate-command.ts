import { join } from 'node:path'
import type { Command } from 'commander'
import { accessDatabase } from '../platform/db/database-access.ts'
import { migrate } from '../platform/db/migrate.ts'
import {
  type DatabaseCommandStreams,
  type DataPlace,
  databaseCommand,
  orRefuse,
  PROCESS_STREAMS,
} from './database-command.ts'

/** `migrate`: brings the schema up to date (the program does the same when it starts). */
export function migrateCommand(place: () => DataPlace, streams: DatabaseCommandStreams = PROCESS_STREAMS): Command {
  const command = databaseCommand('migrate', streams)
  return command
    .description('Đưa cơ sở dữ liệu lên cấu trúc mới nhất. / Bring the database to the newest schema.')
    .option('--json', 'trả lời bằng JSON')
    .action(async (options: { json?: boolean }) => {
      const applied = await orRefuse(command, () => bringUpToDate(place(), streams))
      if (options.json) streams.output.write(`${JSON.stringify({ applied })}\n`)
      else if (applied.length === 0) streams.output.write('Cơ sở dữ liệu đã ở cấu trúc mới nhất.\n')
      for (const { number, name } of options.json ? [] : applied) {
        streams.output.write(`Đã áp dụng ${String(number).padStart(4, '0')} ${name}\n`)
      }
    })
}

async function bringUpToDate(place: DataPlace, streams: DatabaseCommandStreams) {
  const access = await accessDatabase({
    url: place.databaseUrl,
    ownerUrl: place.databaseOwnerUrl,
    folder: join(place.varFolder, 'db'),
    purpose: 'visit',
    migrate: false,
    report: (message) => streams.errors.write(`${message}\n`),
  })
  const programUser = access.ownerUrl === access.url ? null : decodeURIComponent(new URL(access.url).username)
  return migrate(access.ownerUrl, { programUser }).finally(access.close)
}
