import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { hashOfSetUpCode } from '../../src/access/set-up-code.ts'
import { HallHub } from '../../src/hall/hall-hub.ts'
import { listHallVersions } from '../../src/hall/hall-store.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Db } from '../../src/platform/db/connection.ts'
import { type FileStore, openFileStore } from '../../src/platform/files/file-store.ts'
import { type InstallationKey, temporaryKey } from '../../src/platform/installation-key.ts'
import { addApi } from '../../src/web/api/api-server.ts'
import type { AssetUrls } from '../../src/web/kit/asset-urls.ts'
import type { GateRoute, OfficeRoute } from '../../src/web/office/office-route.ts'
import { buildOfficeServer } from '../../src/web/office/office-server.ts'
import { addPortal, type PortalTable } from '../../src/web/portal/portal-server.ts'

/** As if the console had printed it. */
export const SET_UP_CODE = 'TEST-SET2-UPCQ-DE34'

/** The office's server over a test database with the routes handed in; without built assets the look is left out. */
export async function createTestOffice(
  db: Db,
  clock: Clock,
  routes: { office: readonly OfficeRoute[]; gate: readonly GateRoute[]; portal?: PortalTable },
  built?: { folder: string; urls: AssetUrls },
  files?: FileStore,
  logTo?: (line: string) => void,
): Promise<{ server: FastifyInstance; files: FileStore; key: InstallationKey; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-office-'))
  const hub = new HallHub((keys) => listHallVersions(db, keys))
  const runtime = {
    db,
    clock,
    files: files ?? openFileStore(join(folder, 'files')),
    key: temporaryKey(),
    hub,
    mail: { channels: ['email'], origin: 'https://dt.example' },
  }
  const assets = built?.urls ?? {
    css: '/assets/app.css',
    portalCss: '/assets/portal.css',
    script: '/assets/office.js',
    portalScript: '/assets/portal-form.js',
    hall: '/assets/hall.js',
    icon: '/assets/icon.svg',
    preload: [],
  }
  const logger = logTo ? pino({ level: 'trace' }, { write: logTo }) : pino({ level: process.env['LOG'] ?? 'fatal' })
  const setUpCodeHash = hashOfSetUpCode(SET_UP_CODE)
  const settings = {
    setUpCodeHash,
    runtime,
    assets,
    assetsFolder: built?.folder ?? folder,
    origin: undefined,
    demo: false,
    logger,
  }
  const server = await buildOfficeServer(settings, routes)
  await addApi(server, runtime, { trusted: ['127.0.0.1'] })
  if (routes.portal) await addPortal(server, settings, routes.portal)
  const close = async () => {
    hub.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { server, files: runtime.files, key: runtime.key, close }
}
