import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FormVisitor } from '../../../tests/support/form-visitor.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { createTestOffice } from '../../../tests/support/test-office.ts'
import { systemClock } from '../../platform/clock.ts'
import { accessGateRoutes } from './access/access-gate-routes.ts'
import { languageRoute, ownPath } from './language-route.ts'

describe('the way back', () => {
  it('is a path of this site and nothing else', () => {
    expect(ownPath('/cat-hai/han?nhom=qua-han')).toBe('/cat-hai/han?nhom=qua-han')
    for (const bad of ['//evil.vn', '/\\evil.vn', 'https://evil.vn', 'evil', '', undefined, '/a\nb', ['/a']])
      expect(ownPath(bad)).toBe('/')
  })
})

describe('the language switch', () => {
  let database: TestDatabase
  let office: Awaited<ReturnType<typeof createTestOffice>>
  beforeAll(async () => {
    database = await createTestDatabase()
    office = await createTestOffice(database.db, systemClock, {
      office: [],
      gate: [...accessGateRoutes, languageRoute],
    })
  })
  afterAll(async () => {
    await office.close()
    await database.close()
  })

  it('turns the pages to English and back, and leads back to the page', async () => {
    const visitor = new FormVisitor(office.server)
    await visitor.open('/thiet-lap')
    expect(visitor.page).toContain('<html lang="vi"')
    await visitor.post('/ngon-ngu', { lang: 'en' })
    expect(visitor.address).toBe('/thiet-lap')
    expect(visitor.page).toContain('<html lang="en"')
    await visitor.post('/ngon-ngu', { lang: 'vi' })
    expect(visitor.page).toContain('<html lang="vi"')
  })

  it('is refused without the token of the form', async () => {
    const visitor = new FormVisitor(office.server)
    await visitor.open('/thiet-lap')
    const reply = await visitor.send('POST', '/ngon-ngu', { lang: 'en', returnTo: '/' })
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(visitor.cookies.has('doi_thoai_lang')).toBe(false)
  })
})
