import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listPublications } from '../../src/publications/publication-store.ts'
import { takeBack } from '../../src/publications/take-back.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { portalTable } from '../../src/web/portal/portal-routes.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { portalSteps } from '../support/portal-world.ts'
import { createTestOffice } from '../support/test-office.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

/** Each hidden thing has words of its own, so that a leak says which. */
const CANARIES = {
  confidential: 'Chim yến bí mật',
  unpublished: 'Chào mào chưa công khai',
  takenBack: 'Sáo sậu đã rút',
  name: 'Khổng Thị Vàng Anh',
  phone: '0912999888',
  otherAuthority: 'Bồ câu xã khác',
}

let world: PetitionWorld
let close: () => Promise<void>
let server: FastifyInstance
let published = 0

beforeAll(async () => {
  world = await createPetitionWorld({ slug: 'cat-hai' })
  const steps = portalSteps(world)
  const says = (text: string) => ({ text, contents: text })
  const open = await steps.receive({
    ...says(`Nước sạch yếu, gọi ${CANARIES.phone} hoặc ${CANARIES.name}`),
    ...{ petitionerName: CANARIES.name, phone: CANARIES.phone, address: 'Ngõ 7 Vàng Anh' },
  })
  await steps.receive({ ...says(CANARIES.confidential), confidential: 'on', confidentialReason: 'x' })
  await steps.receive(says(CANARIES.unpublished))
  const back = await steps.receive(says(CANARIES.takenBack))
  ;[published] = (await steps.publish([open, back])) as [number, number]
  const decision = (await listPublications(world.db, world.authorityId, 'petition', [back])).get(back)!
  await world.done(world.people.leader, takeBack, { id: decision.id, reason: 'Nhầm' })
  await steps.announce()
  const other = await createPetitionWorld({ slug: 'hoang-phu', database: world })
  const there = portalSteps(other)
  await there.publish([await there.receive(says(CANARIES.otherAuthority))])
  const office = await createTestOffice(world.db, world.clock, {
    office: officeRoutes,
    gate: gateRoutes,
    portal: portalTable,
  })
  server = office.server
  close = async () => {
    await office.close()
    await world.close()
  }
})
afterAll(() => close?.())

/** What was asked for stands in the search box again: the reader's own word, not an answer. */
function withoutOwnWords(body: string): string {
  return body.replace(/<input[^>]*name="q"[^>]*>/g, '').replace(/(href|action)="[^"]*"/g, '')
}

/** Everything anybody can read of Cát Hải: every route, everything linked from there, searches for the very words. */
async function everything(): Promise<Map<string, string>> {
  const outputs = new Map<string, string>()
  const own = (path: string) => `/cong/cat-hai${path}`
  const searches = [...Object.values(CANARIES), 'chim yen', 'chao mao', 'sao sau', 'vang anh', '0912999888', 'bo cau']
  const waiting = [
    ...portalTable.routes
      .filter((route) => route.method === 'GET')
      .flatMap(({ url }) => [
        own(url.replace(/:\w+/g, String(published))),
        own(url.replace(/:\w+/g, String(world.dialogueId))),
      ]),
    ...searches.map((words) => own(`/ket-qua?q=${encodeURIComponent(words)}`)),
    ...Array.from({ length: 12 }, (_, id) => own(`/ket-qua/${id + 1}`)),
  ]
  while (waiting.length > 0 && outputs.size < 400) {
    const address = waiting.shift()!
    if (outputs.has(address)) continue
    const { body } = await server.inject({ method: 'GET', url: address })
    outputs.set(address, withoutOwnWords(body))
    for (const [, href] of body.matchAll(/href="(\/cong\/cat-hai[^"#]*)/g)) waiting.push(href!.replaceAll('&amp;', '&'))
  }
  return outputs
}

describe('what the people can read', () => {
  it('shows what is published, and nothing of what is not, in no page, feed, file or search', async () => {
    const outputs = await everything()
    const all = [...outputs.values()]
    expect(outputs.size).toBeGreaterThan(40)
    // the published one is there: as page, in the list, the feed and both files
    expect(all.filter((body) => body.includes('Nước sạch yếu')).length).toBeGreaterThanOrEqual(5)
    const leaks = Object.entries(CANARIES).flatMap(([name, words]) =>
      [...outputs].filter(([, body]) => body.includes(words)).map(([address]) => `${name}: ${address}`),
    )
    expect(leaks).toEqual([])
    const more = ['0912 999 888', 'Vàng Anh', 'Ngõ 7'].filter((words) => all.some((body) => body.includes(words)))
    expect(more).toEqual([])
  })

  it('keeps nothing for longer than a minute', async () => {
    for (const address of (await everything()).keys()) {
      const { headers } = await server.inject({ method: 'GET', url: address })
      const kept = /max-age=(\d+)/.exec(String(headers['cache-control']))?.[1] ?? '0'
      expect(Number(kept), address).toBeLessThanOrEqual(60)
      expect(headers['set-cookie'], address).toBeUndefined()
    }
  })
})
