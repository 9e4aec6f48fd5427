import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { accessDatabase } from '../platform/db/database-access.ts'
import { openBackup } from '../platform/db/opened-backup.ts'
import { refuseUsedFolder, restoreBackup } from '../platform/db/restore.ts'
import { summaryOf } from './backup-command.ts'
import {
  type DatabaseCommandStreams,
  type DataPlace,
  databaseCommand,
  orRefuse,
  PROCESS_STREAMS,
} from './database-command.ts'
import { LINKS_SAID, restoreKey } from './restore-key.ts'

interface RestoreFlags {
  check?: boolean
  json?: boolean
}

/** `restore FILE`: fills an empty place from a backup, which is checked to the last byte first. */
export function restoreCommand(place: () => DataPlace, streams: DatabaseCommandStreams = PROCESS_STREAMS): Command {
  const command = databaseCommand('restore', streams)
  return command
    .description(
      'Khôi phục từ bản sao lưu vào nơi còn trống; bản sao lưu hỏng bị từ chối. / Restore into an empty place.',
    )
    .argument('<file>', 'FILE: bản sao lưu')
    .option('--check', 'chỉ kiểm tra bản sao lưu, không khôi phục')
    .option('--json', 'trả lời bằng JSON')
    .action(async (file: string, options: RestoreFlags) => {
      const summary = await orRefuse(command, async () => {
        const backup = await openBackup(file)
        try {
          if (!options.check) await fill(place(), backup, streams)
          const links = options.check ? null : await restoreKey(place(), backup)
          return { ...summaryOf(backup.manifest), ...(links ? { links } : {}) }
        } finally {
          await backup.close()
        }
      })
      const done = options.check ? 'Bản sao lưu còn nguyên vẹn' : 'Đã khôi phục'
      streams.output.write(
        options.json
          ? `${JSON.stringify({ file, restored: !options.check, ...summary })}\n`
          : `${done}: ${summary.tables} bảng, ${summary.rows} dòng, ${summary.files} tệp (sao lưu lúc ${summary.createdAt}).\n${summary.links ? `${LINKS_SAID[summary.links]}\n` : ''}`,
      )
    })
}

type Backup = Awaited<ReturnType<typeof openBackup>>

async function fill(place: DataPlace, backup: Backup, streams: DatabaseCommandStreams): Promise<void> {
  const folder = join(place.varFolder, 'db')
  const filesFolder = join(place.varFolder, 'files')
  await refuseUsedFolder(filesFolder)
  if (!place.databaseUrl) await refuseUsedFolder(folder)
  const access = await accessDatabase({
    url: place.databaseUrl,
    ownerUrl: place.databaseOwnerUrl,
    folder,
    purpose: 'serve',
    migrate: false,
    report: (message) => streams.errors.write(`${message}\n`),
  })
  const programUser = access.ownerUrl === access.url ? null : decodeURIComponent(new URL(access.url).username)
  try {
    await restoreBackup({ backup, ownerUrl: access.ownerUrl, programUser, filesFolder })
  } catch (error) {
    await access.close()
    // this very command made it, and nothing came to stand in it
    if (access.embedded) await rm(folder, { recursive: true, force: true })
    throw error
  }
  await access.close()
}
