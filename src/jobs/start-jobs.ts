import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { forgetOldTries } from '../access/sign-in-limit.ts'
import { listAuthorities } from '../agencies/authority-store.ts'
import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import { sealLog } from '../changes/verify-log.ts'
import { removeErasedFiles, sweepUnboundFiles } from '../documents/verify-files.ts'
import { forgetFollowers } from '../followers/forget-followers.ts'
import type { MailDrivers } from '../mail/open-drivers.ts'
import type { Clock } from '../platform/clock.ts'
import { dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { InstallationKey } from '../platform/installation-key.ts'
import { keepReportDeadlines } from '../procedures/open-report-deadlines.ts'
import { sendReminders } from '../procedures/send-reminders.ts'
import { forgetPortal } from '../reception/forget-portal.ts'
import { gatherFigures } from '../reports/rollup-store.ts'
import { type Outside, tellSystems } from '../webhooks/tell-systems.ts'
import { runMailPost } from './mail-post.ts'
import { askEverywhere, digestEverywhere, mailMessagesEverywhere } from './staff-mail.ts'
import { dropForgottenSheets, watchForSheets } from './take-queued-sheets.ts'
import { tellFollowersEverywhere } from './tell-followers-everywhere.ts'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** What the clock starts, and when (in Viet Nam). All can run again without doing anything twice. */
const SCHEDULE = {
  'seal-log': '10 0 * * *',
  'send-reminders': '*/30 6-18 * * *',
  'forget-tries': '20 0 * * *',
  'keep-report-deadlines': '30 0 * * *',
  'sweep-files': '40 0 * * *',
  'forget-drafts': '15 * * * *',
  'gather-figures': '*/10 * * * *',
  'mail-post': '* * * * *',
  'tell-followers': '*/10 6-20 * * *',
  'tell-systems': '* * * * *',
  'drop-forgotten-sheets': '50 0 * * *',
  'mail-digests': '0 7 * * *',
  'ask-satisfaction': '0 9 * * *',
} as const

export interface JobsRuntime {
  db: Db
  clock: Clock
  files: FileStore
  logger: Logger
  url: string
  /** what the post needs; the queue's minute is the longest a message waits for it */
  key: InstallationKey
  drivers: MailDrivers
  origin: string | undefined
  outside: Outside
}

/** How long what is at work may take to end when the program stops; it asks between two authorities. */
const LAST_WORK_MS = 30_000

/**
 * Starts the jobs; several programs on one database share them, each run happens once. `stop` takes nothing more from the
 * queue and waits for what is at work: the database is closed only afterwards.
 */
export async function startJobs(runtime: JobsRuntime): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: runtime.url,
    max: 2,
    migrate: false,
    createSchema: false,
    application_name: 'doi-thoai-jobs',
  })
  boss.on('error', (error) => runtime.logger.warn({ err: error }, 'job queue'))
  await boss.start()
  const ending = new AbortController()
  const { signal } = ending
  const work = {
    'seal-log': () => sealNight(runtime),
    'send-reminders': () => remindEverywhere(runtime, signal).then(() => mailMessagesEverywhere(runtime, signal)),
    'forget-tries': () => forgetOldTries(runtime.db, runtime.clock.now()),
    'keep-report-deadlines': () => keepReportsEverywhere(runtime, signal),
    'sweep-files': () => sweepFiles(runtime),
    'forget-drafts': async () => {
      await forgetPortal(runtime.db, runtime.clock.now())
      await forgetFollowers(runtime.db, runtime.clock.now())
    },
    'gather-figures': () => gatherFigures(runtime.db),
    'ask-satisfaction': () => askEverywhere(runtime, signal),
    'mail-digests': () => digestEverywhere(runtime, signal),
    'tell-followers': () => tellFollowersEverywhere(runtime, signal).then(() => {}),
    'mail-post': () => runMailPost(runtime, signal).then(() => {}),
    'tell-systems': async () => void (await tellSystems(runtime, runtime.outside)),
    'drop-forgotten-sheets': () => dropForgottenSheets(runtime),
  }
  for (const [name, run] of Object.entries(work) as [keyof typeof SCHEDULE, () => Promise<void>][]) {
    await boss.createQueue(name, { policy: 'short' })
    await boss.work(name, run)
    await boss.schedule(name, SCHEDULE[name], null, { tz: TIME_ZONE })
  }
  // a program that was off at night catches up when it starts
  await boss.send('keep-report-deadlines')
  // somebody waits for it at a page: no queue that is asked every few seconds
  const sheets = watchForSheets(runtime, (error) => runtime.logger.warn({ err: error }, 'taking a sheet failed'))
  const stop = async () => {
    ending.abort()
    await sheets.stop()
    await boss.stop({ graceful: true, timeout: LAST_WORK_MS })
  }
  return { stop }
}

/** A draft of the Portal lives two days; its files no shorter. */
const DRAFT_HOURS = 49

/** Received files that no record was made for, and the bytes of erased ones. */
async function sweepFiles({ db, clock, files }: JobsRuntime): Promise<void> {
  await sweepUnboundFiles(db, files, clock.now(), DRAFT_HOURS)
  await removeErasedFiles(db, files)
}

async function sealNight({ db, clock }: JobsRuntime): Promise<void> {
  await sealLog(db, clock.now())
}

/** The ladder of reminders for every authority; the key of the half hour keeps a repeated run from being logged twice. */
export async function remindEverywhere({ db, clock }: Pick<JobsRuntime, 'db' | 'clock'>, ending?: AbortSignal) {
  for (const authority of await listAuthorities(db)) {
    if (ending?.aborted) return
    const halfHour = Math.floor(clock.now().getTime() / 1_800_000)
    await performChange({ db, clock }, sendReminders, {
      actor: programActor(authority.id),
      authorityId: authority.id,
      input: {},
      key: `reminders ${dayOf(clock.now())} ${halfHour}`,
    })
  }
}

/**
 * The reports each authority owes stand among its deadlines, this year's and in December next year's. Once a day: a
 * program that starts again finds the key of the day.
 */
export async function keepReportsEverywhere({ db, clock }: Pick<JobsRuntime, 'db' | 'clock'>, ending?: AbortSignal) {
  for (const authority of await listAuthorities(db)) {
    if (ending?.aborted) return
    await performChange({ db, clock }, keepReportDeadlines, {
      actor: programActor(authority.id),
      authorityId: authority.id,
      input: {},
      key: `report deadlines ${dayOf(clock.now())}`,
    })
  }
}
