import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../src/platform/day.ts'
import { readPublicFigures } from '../src/public-record/public-figure-store.ts'
import { gateRoutes, officeRoutes } from '../src/web/office/office-routes.ts'
import { portalTable } from '../src/web/portal/portal-routes.ts'
import { createPetitionWorld, type PetitionWorld } from './support/petition-world.ts'
import { portalSteps } from './support/portal-world.ts'
import { createTestOffice } from './support/test-office.ts'

let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let cityId = 0

beforeAll(async () => {
  world = await createPetitionWorld({ slug: 'cat-hai' })
  const { db, authorityId } = world
  const city = {
    slug: 'hai-phong',
    name: 'Thành phố Hải Phòng',
    shortName: 'Hải Phòng',
    kind: 'city',
    placeName: 'Hải Phòng',
  }
  const row = await db
    .insertInto('authority')
    .values({ ...city, fromDay: '2020-01-01' as Day, casePrefix: 'HP', totpRequired: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  cityId = row.id
  await db.updateTable('authority').set({ parentAuthorityId: cityId }).where('id', '=', authorityId).execute()
  const steps = portalSteps(world)
  for (const text of ['Điện yếu', 'Nước yếu', 'Đường hỏng']) await steps.receive({ text, contents: text })
  await steps.receive({ text: 'Kín', contents: 'Kín', confidential: 'on', confidentialReason: 'x' })
  office = await createTestOffice(db, world.clock, { office: officeRoutes, gate: gateRoutes, portal: portalTable })
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

const get = (url: string) => office.server.inject({ method: 'GET', url })

describe('the numbers at the portal', () => {
  it('count everything of the year, confidential petitions too, and name nobody', async () => {
    const figures = (await readPublicFigures(world.db, [world.authorityId], 2025)).get(world.authorityId)!
    expect(figures).toMatchObject({ held: 0, planned: null, received: 4, open: 4 })
    await world.held('held')
    expect((await readPublicFigures(world.db, [world.authorityId], 2025)).get(world.authorityId)!.held).toBe(1)
    expect((await readPublicFigures(world.db, [world.authorityId], 2024)).get(world.authorityId)).toMatchObject({
      ...{ held: 0, received: 0, open: 4 },
    })
    const { body } = await get('/cong/cat-hai')
    expect(body).toContain('kiến nghị đã nhận')
    await world.held('preparing')
  })

  it('stand side by side at the superior’s, by name and without a rank; without anybody below there is no such page', async () => {
    const page = await get('/cong/hai-phong/cap-duoi?nam=2025')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('href="/cong/cat-hai"')
    expect(page.body).not.toMatch(/hạng (nhất|\d)/i)
    expect((await get('/cong/cat-hai/cap-duoi')).statusCode).toBe(404)
    for (const year of ['abc', '-1', '99999', '1e3']) {
      expect((await get(`/cong/hai-phong/cap-duoi?nam=${year}`)).statusCode, year).toBe(200)
      expect((await get(`/cong/cat-hai/ke-hoach?nam=${year}`)).statusCode, year).toBe(200)
    }
  })
})
