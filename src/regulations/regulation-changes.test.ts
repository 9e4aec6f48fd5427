import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTestAuthority, done, testOffice } from '../../tests/support/test-authority.ts'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { type Day, parseDay } from '../platform/day.ts'
import { BrokenRule, NotPermitted } from '../platform/errors.ts'
import { adoptRegulation } from '../procedures/adopt-regulation.ts'
import { editRegulation } from './edit-regulation.ts'
import { importRegulation } from './import-regulation.ts'
import { loadRegulationFiles } from './load-regulation-files.ts'
import { findRegulation, type Regulation } from './regulation.ts'
import {
  getRegulationVersion,
  listAdoptions,
  listRegulationVersions,
  overlaysOf,
  regulationOfAuthority,
  syncShippedRegulations,
} from './regulation-store.ts'
import { retireRegulation } from './retire-regulation.ts'
import { serializeRegulation } from './serialize-regulation.ts'

let database: TestDatabase
let authorityId: number
let haiPhong: Regulation
let law: Regulation
let office: ReturnType<typeof testOffice>
beforeAll(async () => {
  database = await createTestDatabase()
  const shipped = await loadRegulationFiles()
  await syncShippedRegulations(database.db, shipped)
  haiPhong = findRegulation(shipped, 'hai-phong-13')!
  law = findRegulation(shipped, 'law-72')!
  authorityId = await addTestAuthority(database.db)
  office = testOffice(database.db, authorityId)
})
afterAll(() => database.close())

const idOf = async (id: string, version?: string) =>
  (await listRegulationVersions(database.db)).find(
    (row) => row.regulationId === id && (!version || row.version === version),
  )!.id

/** The regulation of Hải Phòng with 12 working days for the conclusion notice. */
function longer(version: string): string {
  const deadlines = haiPhong.deadlines.map((rule) => (rule.key === 'conclusionNotice' ? { ...rule, amount: 12 } : rule))
  return serializeRegulation({ ...haiPhong, version, deadlines })
}

describe('importing a regulation', () => {
  it('stores a version from its text, as the authority’s own', async () => {
    const imported = done(await office.do('administrator', importRegulation, { text: longer('2026-nhap') }))
    expect(imported.ref).toBe('hai-phong-13@2026-nhap')
    const rows = await listRegulationVersions(database.db)
    expect(rows.find((row) => row.id === imported.id)).toMatchObject({
      origin: 'imported',
      ownerAuthorityId: authorityId,
    })
    const { regulation } = await getRegulationVersion(database.db, imported.id)
    expect(regulation.deadlines.find((rule) => rule.key === 'conclusionNotice')!.amount).toBe(12)
  })

  it('stores nothing of a text with a problem', async () => {
    const before = (await listRegulationVersions(database.db)).length
    const broken = serializeRegulation({ ...haiPhong, version: 'hong' }).replace('unit: working', 'unit: weeks')
    expect(await office.do('administrator', importRegulation, { text: broken })).toEqual({
      ok: false,
      errors: { text: 'notValid' },
    })
    expect((await listRegulationVersions(database.db)).length).toBe(before)
  })

  it('never writes over a stored version', async () => {
    await expect(office.do('administrator', importRegulation, { text: serializeRegulation(haiPhong) })).rejects.toThrow(
      'regulation/version-exists',
    )
  })

  it('is for administrators, and an overlay for whoever looks after the installation', async () => {
    await expect(office.do('clerk', importRegulation, { text: longer('x1') })).rejects.toThrow(NotPermitted)
    const overlay = serializeRegulation({ ...law, id: 'luat-khac' })
    await expect(office.do('administrator', importRegulation, { text: overlay })).rejects.toThrow(NotPermitted)
    done(await office.do('systemAdministrator', importRegulation, { text: overlay }))
    const bound = await overlaysOf(database.db, 'specialZone', '2025-10-29' as Day)
    expect(bound.map(({ regulation }) => regulation.id).sort()).toEqual(['law-72', 'luat-khac'])
    await expect(
      office.do('systemAdministrator', importRegulation, { text: serializeRegulation({ ...law, version: '2' }) }),
    ).rejects.toThrow('regulation/overlay-overlaps')
  })
})

describe('editing a regulation', () => {
  it('is always a new version; the old one stays as it was', async () => {
    const basedOnId = await idOf('hai-phong-13', '2025')
    const edited = done(await office.do('administrator', editRegulation, { basedOnId, text: longer('2026') }))
    const base = await getRegulationVersion(database.db, basedOnId)
    expect(base.regulation).toEqual(haiPhong)
    expect((await listRegulationVersions(database.db)).find((row) => row.id === edited.id)).toMatchObject({
      origin: 'edited',
      basedOnId,
    })
    const log = await listLogOf(database.db, authorityId, 'regulationVersion', edited.id)
    expect(log.map((line) => line.action)).toContain('regulation/edit-differences')
    expect(log.find((line) => line.action === 'regulation/edit-differences')!.after).toMatchObject({
      paths: ['deadlines[conclusionNotice].amount'],
    })
  })

  it('gives the text back in the order of its fields', async () => {
    const { regulation } = await getRegulationVersion(database.db, await idOf('hai-phong-13', '2025'))
    expect(serializeRegulation(regulation)).toBe(serializeRegulation(haiPhong))
  })

  it('wants a difference beyond the name of the version', async () => {
    const basedOnId = await idOf('hai-phong-13', '2025')
    const text = serializeRegulation({ ...haiPhong, version: '2025b' })
    await expect(office.do('administrator', editRegulation, { basedOnId, text })).rejects.toThrow(
      'regulation/no-difference',
    )
  })
})

describe('adopting a regulation', () => {
  it('ends the one before on the day before', async () => {
    const first = await idOf('hai-phong-13', '2025')
    const second = await idOf('hai-phong-13', '2026')
    done(
      await office.do('administrator', adoptRegulation, {
        regulationVersionId: first,
        fromDay: '01/09/2025',
        reason: 'Bắt đầu',
      }),
    )
    done(
      await office.do('administrator', adoptRegulation, {
        regulationVersionId: second,
        fromDay: '01/01/2026',
        reason: 'Sửa thời hạn',
      }),
    )
    expect(await listAdoptions(database.db, authorityId)).toMatchObject([
      { regulationVersionId: first, fromDay: '2025-09-01', toDay: '2025-12-31' },
      { regulationVersionId: second, fromDay: '2026-01-01', toDay: null },
    ])
    const on = async (day: string) => (await regulationOfAuthority(database.db, authorityId, parseDay(day)))?.id
    expect(await on('2025-12-31')).toBe(first)
    expect(await on('2026-01-01')).toBe(second)
    expect(await on('2025-08-31')).toBeUndefined()
  })

  it('refuses the same again, an earlier day, a day outside its effect, an overlay, and one for other kinds of authority', async () => {
    const adopt = (regulationVersionId: number, fromDay: string) =>
      office.do('administrator', adoptRegulation, { regulationVersionId, fromDay, reason: 'x' })
    const second = await idOf('hai-phong-13', '2026')
    await expect(adopt(second, '01/02/2026')).rejects.toThrow('regulation/already-adopted')
    await expect(adopt(await idOf('thanh-hoa-2543'), '01/12/2025')).rejects.toThrow('regulation/later-adoption')
    await expect(adopt(await idOf('son-la-12', '2021'), '01/06/2026')).rejects.toThrow('regulation/not-in-force')
    await expect(adopt(await idOf('law-72'), '01/06/2026')).rejects.toThrow('regulation/overlay-not-adopted')
    await expect(adopt(await idOf('thanh-hoa-2543'), '01/06/2026')).rejects.toThrow('regulation/not-for-kind')
    expect(await adopt(999_999, '01/06/2026')).toEqual({ ok: false, errors: { regulationVersionId: 'notFound' } })
  })

  it('no longer offers what was retired, and a retired overlay binds until that day', async () => {
    const own = await idOf('hai-phong-13', '2026-nhap')
    done(
      await office.do('administrator', retireRegulation, {
        regulationVersionId: own,
        onDay: '01/03/2026',
        reason: 'Nhập nhầm',
      }),
    )
    await expect(
      office.do('administrator', adoptRegulation, { regulationVersionId: own, fromDay: '01/04/2026', reason: 'x' }),
    ).rejects.toThrow(BrokenRule)
    const shipped = await idOf('hai-phong-13', '2025')
    await expect(
      office.do('administrator', retireRegulation, { regulationVersionId: shipped, onDay: '01/03/2026', reason: 'x' }),
    ).rejects.toThrow(NotPermitted)
    const overlay = await idOf('luat-khac')
    done(
      await office.do('systemAdministrator', retireRegulation, {
        regulationVersionId: overlay,
        onDay: '01/03/2026',
        reason: 'Hết hiệu lực',
      }),
    )
    const bound = async (day: string) =>
      (await overlaysOf(database.db, 'specialZone', parseDay(day))).map(({ regulation }) => regulation.id)
    expect(await bound('2026-02-28')).toContain('luat-khac')
    expect(await bound('2026-03-01')).not.toContain('luat-khac')
  })
})
