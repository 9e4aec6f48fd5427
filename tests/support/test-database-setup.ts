import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureProgramRole, withClient } from '../../src/platform/db/database-roles.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { openOwnServer } from '../../src/platform/db/owned-server.ts'

/** What the test files need to know of the one server of this run. */
export interface TestServer {
  /** Any database of the server, as a role that may create databases. */
  adminUrl: string
  programUser: string
  programPassword: string
  template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

/**
 * Starts one server for the whole run (or uses TEST_DATABASE_SERVER_URL) and migrates once into a template, of which
 * each test file gets a copy.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `dt_test_${randomBytes(4).toString('hex')}`
  const given = process.env['TEST_DATABASE_SERVER_URL']
  const server = given ? { adminUrl: given, close: async () => {} } : await startTemporaryServer()
  const programUser = `${run}_program`
  const programPassword = randomBytes(18).toString('base64url')
  const template = `${run}_template`
  await withClient(server.adminUrl, async (client) => {
    await ensureProgramRole(client, null)
    await client.query(`CREATE ROLE ${programUser} LOGIN PASSWORD '${programPassword}' IN ROLE doi_thoai`)
    await client.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`)
  })
  await migrate(databaseUrl(server.adminUrl, template))
  project.provide('testServer', { adminUrl: server.adminUrl, programUser, programPassword, template })
  return async () => {
    if (given) await dropEverything(given, run)
    await server.close()
    await rm(join(tmpdir(), `${run}-demo-files`), { recursive: true, force: true })
  }
}

const FOLDER = 'doi-thoai-test-'

async function startTemporaryServer() {
  await sweepAbandoned()
  const folder = await mkdtemp(join(tmpdir(), FOLDER))
  await chmod(folder, 0o711)
  await writeFile(join(folder, 'run.pid'), String(process.pid))
  const server = await openOwnServer({ folder: join(folder, 'db'), purpose: 'serve' })
  const close = async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { adminUrl: server.ownerUrl, close }
}

/** A run that was killed could not stop its server: it is adopted here, ended, and its folder goes. */
async function sweepAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name)
    const pid = name.startsWith(FOLDER) && Number(await readFile(join(folder, 'run.pid'), 'utf8').catch(() => ''))
    if (!pid || existsSync(`/proc/${pid}`)) continue
    if (existsSync(join(folder, 'db', 'data', 'postmaster.pid'))) {
      const server = await openOwnServer({ folder: join(folder, 'db'), purpose: 'serve' }).catch(() => null)
      await server?.close()
    }
    await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

async function dropEverything(adminUrl: string, run: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [run])
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
    await client.query(`DROP ROLE IF EXISTS ${run}_program`)
  })
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
