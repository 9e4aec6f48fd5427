import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { writeBackup } from '../platform/db/backup.ts'
import type { BackupManifest } from '../platform/db/backup-manifest.ts'
import { accessDatabase } from '../platform/db/database-access.ts'
import { findInstallationKey } from '../platform/installation-key.ts'
import {
  type DatabaseCommandStreams,
  type DataPlace,
  databaseCommand,
  foundWrong,
  orRefuse,
  PROCESS_STREAMS,
} from './database-command.ts'

/** `backup FILE`: everything into one file, also while the program runs. Exit 1 when a stored file was damaged. */
export function backupCommand(place: () => DataPlace, streams: DatabaseCommandStreams = PROCESS_STREAMS): Command {
  const command = databaseCommand('backup', streams)
  return command
    .description(
      'Sao lưu toàn bộ cơ sở dữ liệu và tệp vào một tệp, kể cả khi chương trình đang chạy. / Back up everything.',
    )
    .argument('<file>', 'FILE: tệp sẽ được tạo, ví dụ sao-luu-2026-11-21.zip')
    .option('--json', 'trả lời bằng JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const manifest = await orRefuse(command, () => backUp(place(), file, streams))
      const summary = { file: resolve(file), ...summaryOf(manifest) }
      streams.output.write(options.json ? `${JSON.stringify(summary)}\n` : asText(summary))
      if (manifest.damagedFiles.length === 0) return
      const lines = manifest.damagedFiles.map(
        ({ sha256, why }) => `  ${sha256}: ${why === 'missing' ? 'bị mất' : 'bị thay đổi'}`,
      )
      foundWrong(
        command,
        `Đã sao lưu, nhưng có tệp bị hỏng trong kho: / Backed up, but stored files are damaged:\n${lines.join('\n')}`,
        'backup/damaged-files',
      )
    })
}

async function backUp(place: DataPlace, file: string, streams: DatabaseCommandStreams): Promise<BackupManifest> {
  const access = await accessDatabase({
    url: place.databaseUrl,
    ownerUrl: place.databaseOwnerUrl,
    folder: join(place.varFolder, 'db'),
    purpose: 'visit',
    migrate: false,
    mustExist: true,
    report: (message) => streams.errors.write(`${message}\n`),
  })
  const filesFolder = join(place.varFolder, 'files')
  const key = await findInstallationKey(place.varFolder, place.secretKey)
  return writeBackup({ ownerUrl: access.ownerUrl, filesFolder, target: file, now: new Date(), key }).finally(
    access.close,
  )
}

/** What is told about a backup. */
export function summaryOf(manifest: BackupManifest) {
  return {
    createdAt: manifest.createdAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: manifest.files.length,
    damagedFiles: manifest.damagedFiles.map((damage) => damage.sha256),
    /** whether the key of the links that were sent out lies in it; `elsewhere`: it is `SECRET_KEY` */
    key: keyOf(manifest),
  }
}

function keyOf({ installationKey }: BackupManifest): 'inBackup' | 'elsewhere' | 'none' {
  if (!installationKey) return 'none'
  return installationKey.sha256 ? 'inBackup' : 'elsewhere'
}

const KEY_SAID = {
  inBackup: 'Khóa của các liên kết đã gửi (secret.key) nằm trong bản sao lưu: cất nơi chỉ người quản trị mở được.',
  elsewhere: 'Khóa của các liên kết đã gửi đặt bằng SECRET_KEY, không nằm trong bản sao lưu: hãy cất riêng.',
  none: '',
} as const

function asText({ file, tables, rows, files, key }: ReturnType<typeof summaryOf> & { file: string }): string {
  const said = KEY_SAID[key] === '' ? '' : `${KEY_SAID[key]}\n`
  return `Đã sao lưu vào ${file}: ${tables} bảng, ${rows} dòng, ${files} tệp.\n${said}`
}
