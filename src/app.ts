import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino, { type Logger } from 'pino'
import { hasAccounts } from './access/account-store.ts'
import { newSetUpCode } from './access/set-up-code.ts'
import { HallHub } from './hall/hall-hub.ts'
import { HALL_CHANNEL, listHallVersions } from './hall/hall-store.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { openDrivers } from './mail/open-drivers.ts'
import { requirePaperData } from './papers/paper-data.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { type Db, openDatabase } from './platform/db/connection.ts'
import { accessDatabase, type DatabaseAccess } from './platform/db/database-access.ts'
import { prepareJobSchema } from './platform/db/job-schema.ts'
import { noteKeyUse } from './platform/db/key-use-store.ts'
import { listenChannel } from './platform/db/listen-channel.ts'
import { refuseUnsafeServer } from './platform/db/safety-check.ts'
import { type FileStore, openFileStore } from './platform/files/file-store.ts'
import { openInstallationKey } from './platform/installation-key.ts'
import { loadRegulationFiles } from './regulations/load-regulation-files.ts'
import { syncShippedRegulations } from './regulations/regulation-store.ts'
import { shippedReportForms } from './reporting/load-report-forms.ts'
import { addApi } from './web/api/api-server.ts'
import { readAssetUrls } from './web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from './web/office/office-routes.ts'
import { buildOfficeServer } from './web/office/office-server.ts'
import { portalTable } from './web/portal/portal-routes.ts'
import { addPortal } from './web/portal/portal-server.ts'

/** The running program: what tests, the command line and `main.ts` hold in hand. */
export interface Program {
  db: Db
  /** as the program's own role; the demo loads through a pool of its own */
  url: string
  ownerUrl: string
  files: FileStore
  clock: Clock
  logger: Logger
  server: FastifyInstance
  /** opens the first set-up of an empty installation, to be shown once to who starts it; null when there are accounts */
  setUpCode: string | null
  /** Starts what the clock starts; journeys with a moved clock leave it out and call the work themselves. */
  runJobs(): Promise<void>
  close(): Promise<void>
}

export interface ProgramOptions {
  config: Config
  clock: Clock
  demo: boolean
  report: (message: string) => void
  logLevel?: string
}

const KEY_CHANGED =
  'Khóa bí mật khác với lần chạy trước: địa chỉ lịch thời hạn, trang chọn thư, liên kết thôi nhận tin đã gửi trước đây không mở được nữa. Nếu còn khóa cũ (secret.key, SECRET_KEY) hãy đặt lại rồi khởi động lại. / The key of the installation changed: links sent out before are dead.'

/** Puts the parts together: database, files, regulations, pages. Nothing listens yet. */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { config, clock } = options
  const access = await accessDatabase({
    url: config.databaseUrl,
    ownerUrl: config.databaseOwnerUrl,
    folder: join(config.varFolder, 'db'),
    purpose: 'serve',
    report: options.report,
  })
  try {
    return await openOn(access, options)
  } catch (error) {
    await access.close()
    throw error
  }
  async function openOn(found: DatabaseAccess, { demo, report }: ProgramOptions): Promise<Program> {
    const logger = pino({ level: options.logLevel ?? 'warn' }, pino.destination({ dest: 2, sync: false }))
    const db = openDatabase(found.url, {
      onIdleError: (error) => logger.warn({ err: error }, 'database connection lost'),
    })
    for (const warning of await refuseUnsafeServer(db)) report(`! ${warning}`)
    const { differing } = await syncShippedRegulations(db, await loadRegulationFiles())
    for (const ref of differing) report(`! ${ref}: tệp đã đổi nhưng phiên bản giữ nguyên; bản đang lưu vẫn được dùng.`)
    // a broken wording or layout is said now, not when somebody issues a paper
    await requirePaperData()
    await shippedReportForms()
    const files = openFileStore(join(config.varFolder, 'files'))
    const key = await openInstallationKey(config.varFolder, config.secretKey)
    if (await noteKeyUse(db, key, clock.now())) report(`! ${KEY_CHANGED}`)
    const drivers = openDrivers(config.mail)
    const linkOrigin = config.mail.linkOrigin ?? config.origin
    const setUp = (await hasAccounts(db)) ? null : newSetUpCode()
    const hub = new HallHub((keys) => listHallVersions(db, keys))
    const listener = listenChannel(found.url, HALL_CHANNEL, {
      onText: (text) => hub.announce(...(JSON.parse(text) as [string, number])),
      onLine: (isUp) => hub.setLive(isUp),
    })
    const assetsFolder = join(config.root, 'build', 'assets')
    const settings = {
      runtime: { db, clock, files, key, hub, mail: { channels: Object.keys(drivers), origin: linkOrigin } },
      assets: readAssetUrls(assetsFolder),
      assetsFolder,
      origin: config.origin,
      trustProxy: config.trustProxy,
      demo,
      logger,
      setUpCodeHash: setUp?.hash ?? null,
    }
    const server = await buildOfficeServer(settings, { office: officeRoutes, gate: gateRoutes })
    await addPortal(server, settings, portalTable)
    await addApi(server, settings.runtime, { trusted: config.webhookHosts })
    let jobs: Promise<{ stop(): Promise<void> }> | null = null
    const runJobs = async () => {
      jobs = prepareJobSchema(found.ownerUrl).then(() =>
        startJobs({
          ...{ db, clock, files, logger, url: found.url, key, drivers, origin: linkOrigin },
          outside: { trusted: config.webhookHosts },
        }),
      )
      await jobs
    }
    const close = async () => {
      hub.close()
      await listener.close()
      await server.close()
      // jobs that are still being started are stopped too; had they failed to start, that was said already
      await (await jobs?.catch(() => null))?.stop()
      await db.destroy()
      await found.close()
    }
    const { url, ownerUrl } = found
    return { db, url, ownerUrl, files, clock, logger, server, setUpCode: setUp?.code ?? null, runJobs, close }
  }
}
