import { join } from 'node:path'
import type { Command } from 'commander'
import { verifyLog } from '../changes/verify-log.ts'
import { verifyFiles } from '../documents/verify-files.ts'
import { stopPress } from '../papers/write-paper.ts'
import { openDatabase } from '../platform/db/connection.ts'
import { accessDatabase } from '../platform/db/database-access.ts'
import { inspectSafety } from '../platform/db/safety-check.ts'
import { openFileStore } from '../platform/files/file-store.ts'
import { findWrongFigures, findWrongReports, type WrongFigure } from '../reports/rollup-store.ts'
import {
  type DatabaseCommandStreams,
  type DataPlace,
  databaseCommand,
  foundWrong,
  orRefuse,
  PROCESS_STREAMS,
} from './database-command.ts'
import { verifyRules } from './verify-rules.ts'

/** Received files wait this long for their form before the nightly sweep takes them: younger ones are no orphans. */
const GRACE_MINUTES = 48 * 60

/** What `verify` found; clean when `problems` is empty. */
export interface Verification {
  logLines: number
  files: number
  regulations: number
  calendarYears: number
  /** wordings of papers that authorities made their own */
  wordings: number
  database: string
  warnings: string[]
  problems: { part: 'log' | 'files' | 'settings' | 'regulations' | 'calendar' | 'papers' | 'figures'; what: string }[]
}

interface VerifyFlags {
  json?: boolean
  allOrphans?: boolean
}

/**
 * `verify`: walks the whole log chain, reads every stored file, looks at the server's settings and at the rules kept,
 * counts the rollups of the figures afresh.
 * Exit 0 clean, 1 something found, 2 wrong use. Runs beside the program; changes nothing.
 */
export function verifyCommand(place: () => DataPlace, streams: DatabaseCommandStreams = PROCESS_STREAMS): Command {
  const command = databaseCommand('verify', streams)
  return command
    .description(
      'Kiểm tra chuỗi nhật ký, tệp lưu trữ, cấu hình máy chủ, quy định và lịch. / Verify log chain, files and settings.',
    )
    .option('--all-orphans', 'kể cả tệp mới nhận chưa gắn với hồ sơ nào / also files received a moment ago')
    .option('--json', 'trả lời bằng JSON')
    .action(async (options: VerifyFlags) => {
      const found = await orRefuse(command, () => verifyPlace(place(), options, streams))
      streams.output.write(options.json ? `${JSON.stringify(found)}\n` : asText(found))
      if (found.problems.length === 0) return
      const lines = found.problems.map(({ part, what }) => `  ${part}: ${what}`)
      foundWrong(
        command,
        `Có ${found.problems.length} điểm không đúng: / Problems found:\n${lines.join('\n')}`,
        'verify/problems',
      )
    })
}

async function verifyPlace(
  place: DataPlace,
  flags: VerifyFlags,
  streams: DatabaseCommandStreams,
): Promise<Verification> {
  const access = await accessDatabase({
    url: place.databaseUrl,
    ownerUrl: place.databaseOwnerUrl,
    folder: join(place.varFolder, 'db'),
    purpose: 'visit',
    migrate: false,
    mustExist: true,
    report: (message) => streams.errors.write(`${message}\n`),
  })
  // the walk over a long chain may take longer than a page may
  const db = openDatabase(access.url, { poolSize: 1, statementTimeout: 0 })
  try {
    // one moment of the log: the program may be writing meanwhile
    const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    const log = await snapshot.execute((transaction) => verifyLog(transaction))
    const files = await verifyFiles(db, openFileStore(join(place.varFolder, 'files')), {
      now: new Date(),
      graceMinutes: flags.allOrphans ? 0 : GRACE_MINUTES,
    })
    const safety = await inspectSafety(db)
    const rules = await verifyRules(db)
    const figures = await findWrongFigures(db)
    const reports = await findWrongReports(db)
    return {
      logLines: log.lines,
      files: files.files,
      regulations: rules.regulations,
      calendarYears: rules.calendarYears,
      wordings: rules.wordings,
      database: safety.version,
      warnings: safety.warnings,
      problems: [
        ...log.problems.map(({ authorityId, seq, problem }) => ({
          part: 'log' as const,
          what: `${problem} (authority ${authorityId}, line ${seq ?? '-'})`,
        })),
        ...files.problems.map(({ sha256, problem }) => ({ part: 'files' as const, what: `${problem} ${sha256}` })),
        ...safety.dangers.map((what) => ({ part: 'settings' as const, what })),
        ...rules.problems,
        ...reports.map(({ authorityId, subjectId, below }) => ({
          part: 'figures' as const,
          what: `sum of reports differs: authority ${authorityId}, period ${subjectId}${below ? ', those under it' : ''}`,
        })),
        ...figures.map((wrong) => ({ part: 'figures' as const, what: sayWrongFigure(wrong) })),
      ],
    }
  } finally {
    await db.destroy()
    stopPress()
    await access.close()
  }
}

function sayWrongFigure({ authorityId, month, below, part, partKey }: WrongFigure): string {
  const of = `${below ? ', sum of those under it' : ''}${part === '' ? '' : `, ${part} ${partKey}`}`
  return `rollup differs from the records: authority ${authorityId}, month ${month.slice(0, 7)}${of}`
}

function asText(found: Verification): string {
  const lines = [
    `Nhật ký: ${found.logLines} dòng`,
    `Tệp: ${found.files}`,
    `Quy định: ${found.regulations} phiên bản · Lịch: ${found.calendarYears} năm · Mẫu văn bản riêng: ${found.wordings}`,
    `PostgreSQL ${found.database}`,
    ...found.warnings.map((warning) => `! ${warning}`),
    ...(found.problems.length === 0 ? ['Mọi thứ đều đúng. / Everything is in order.'] : []),
  ]
  return `${lines.join('\n')}\n`
}
