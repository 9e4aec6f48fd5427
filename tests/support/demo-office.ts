import { DEMO_PASSWORD } from '../../samples/demo-authorities.ts'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { SettableClock } from '../../src/platform/clock.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { openDemoDatabase } from './demo-database.ts'
import type { FormVisitor } from './form-visitor.ts'
import { signedIn } from './signed-in.ts'
import { createTestOffice } from './test-office.ts'

/** The demo of 20/11/2026 on a database of its own, served with its look on a loopback port. */
export async function openDemoOffice() {
  const demo = await openDemoDatabase({ poolSize: 8 })
  const built = await buildAssets({})
  const clock = new SettableClock(new Date('2026-11-20T08:30:00+07:00'))
  const look = { folder: built.folder, urls: readAssetUrls(built.folder) }
  const office = await createTestOffice(demo.db, clock, { office: officeRoutes, gate: gateRoutes }, look, demo.files)
  const origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  const close = async () => {
    await office.close()
    await demo.close()
  }
  const visitor = (login: string): Promise<FormVisitor> => signedIn(office.server, login, DEMO_PASSWORD)
  return { db: demo.db, server: office.server, origin, visitor, close }
}

/**
 * One address for each kind of page somebody can reach by links from the first page, lists apart from records: digits
 * stand for a record, the query for a filter.
 */
export async function kindsOfPages(visitor: FormVisitor, first: string, limit: number): Promise<string[]> {
  const kinds = new Map<string, string>()
  const seen = new Set<string>()
  const waiting = [first]
  while (waiting.length > 0 && seen.size < limit) {
    const address = waiting.shift()!
    if (seen.has(address)) continue
    seen.add(address)
    const { status, body } = await visitor.send('GET', address)
    if (status !== 200 || !/^<!doctype html>/i.test(body)) continue
    const kind = address.replace(/\?.*/, '?').replace(/\d+/g, ':id')
    if (!kinds.has(kind)) kinds.set(kind, address)
    for (const [, href] of body.matchAll(/<a[^>]* href="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      const known = kinds.has(next.replace(/\?.*/, '?').replace(/\d+/g, ':id'))
      if (!seen.has(next) && !known && !/\/(tep|zip)/.test(next)) waiting.push(next)
    }
  }
  return [...kinds.values()]
}
