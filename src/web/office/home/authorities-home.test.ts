import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTestAccount } from '../../../../tests/support/access-fixtures.ts'
import { FormVisitor } from '../../../../tests/support/form-visitor.ts'
import { createTestOffice } from '../../../../tests/support/test-office.ts'
import { createWorkWorld, type WorkWorld } from '../../../../tests/support/work-world.ts'
import { listAgencies } from '../../../agencies/agency-store.ts'
import { findAuthorityBySlug, insertAuthority } from '../../../agencies/authority-store.ts'
import type { Day } from '../../../platform/day.ts'
import { findIntakeSetting } from '../../../reception/intake-setting-store.ts'
import { loadRegulationFiles } from '../../../regulations/load-regulation-files.ts'
import {
  listRegulationVersions,
  regulationOfAuthority,
  syncShippedRegulations,
} from '../../../regulations/regulation-store.ts'
import { overviewOfAuthorities } from '../../../reports/authority-overview-store.ts'
import { findWrongFigures, findWrongReports } from '../../../reports/rollup-store.ts'
import { gateRoutes, officeRoutes } from '../office-routes.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
let world: WorkWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let city: number

beforeAll(async () => {
  world = await createWorkWorld()
  await syncShippedRegulations(world.db, await loadRegulationFiles())
  const place = { placeName: 'Hải Phòng', fromDay: '2020-01-01' as Day, toDay: null, voters: null }
  const plain = { ...place, totpRequired: false, demo: false }
  city = await insertAuthority(world.db, {
    ...{ slug: 'hai-phong', name: 'Thành phố Hải Phòng', shortName: 'Hải Phòng', kind: 'city', casePrefix: 'HP' },
    ...{ ...plain, parentAuthorityId: null },
  })
  await insertAuthority(world.db, {
    ...{ slug: 'kien-an', name: 'Phường Kiến An', shortName: 'Kiến An', kind: 'ward', casePrefix: 'KA' },
    ...{ ...plain, parentAuthorityId: city },
  })
  const under = { parentAuthorityId: city, totpRequired: false }
  await world.db.updateTable('authority').set(under).where('id', '=', world.authorityId).execute()
  await insertAuthority(world.db, {
    ...{ slug: 'noi-khac', name: 'Xã Nơi Khác', shortName: 'Nơi Khác', kind: 'commune', casePrefix: 'NK' },
    ...{ ...plain, parentAuthorityId: null },
  })
  world.clock.set(new Date('2025-11-10T08:00:00+07:00'))
  const open = await world.petition({ state: 'assigned' })
  const secret = await world.petition({ state: 'assigned', confidential: true })
  await world.deadline({ subjectKind: 'petition', subjectId: open, dueOn: '2025-11-03' })
  await world.deadline({ subjectKind: 'petition', subjectId: open, dueOn: '2025-11-10', key: 'promise' })
  await world.deadline({ subjectKind: 'petition', subjectId: secret, dueOn: '2025-11-03' })
  await world.db.updateTable('petition').set({ continued: true }).execute()
  const at = (role: 'superior' | 'systemAdministrator') => [{ authorityId: city, role }]
  await addTestAccount(world.db, { login: 'tp.theodoi', password: PASSWORD }, at('superior'))
  await addTestAccount(world.db, { login: 'tp.hethong', password: PASSWORD }, at('systemAdministrator'))
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
})
afterAll(async () => {
  await office.close()
  await world.close()
})

async function signedIn(login: string): Promise<FormVisitor> {
  const visitor = new FormVisitor(office.server)
  await visitor.open('/dang-nhap')
  await visitor.post('/dang-nhap', { login, password: PASSWORD })
  return visitor
}

describe('the home of who looks on from above', () => {
  it('counts late deadlines and continued petitions of an authority, nothing of what is confidential', async () => {
    const rows = await overviewOfAuthorities(world.db, [world.authorityId], null, '2025-11-10' as Day)
    expect(rows).toEqual([
      { id: world.authorityId, planId: null, planState: null, planned: 0, held: 0, overdue: 1, continued: 1 },
    ])
  })

  it('lists the authorities under a superior, and none that is not, with the way to their pages', async () => {
    const superior = await signedIn('tp.theodoi')
    expect(await superior.open('/hai-phong')).toBe(200)
    expect(superior.text()).toContain('Các đơn vị theo dõi')
    expect(superior.text()).toContain('Phường Kiến An')
    expect(superior.page).toContain('href="/cat-hai/han?when=overdue&amp;whose=authority"')
    expect(superior.page).toContain('href="/kien-an/hoi-nghi"')
    expect(superior.page).not.toContain('/kien-an/quan-tri')
    expect(superior.text()).not.toContain('Xã Nơi Khác')
    expect(await superior.open('/kien-an')).toBe(200)
    expect(superior.text()).not.toContain('Các đơn vị theo dõi')
  })

  it('lists every authority to the system administrator, without the figures of their dialogues', async () => {
    const system = await signedIn('tp.hethong')
    expect(await system.open('/hai-phong')).toBe(200)
    expect(system.text()).toContain('Các đơn vị trên hệ thống')
    expect(system.text()).toContain('Xã Nơi Khác')
    expect(system.page).toContain('href="/noi-khac/quan-tri"')
    expect(system.text()).not.toContain('Kiến nghị tiếp tục')
  })

  it('lets the system administrator add an authority and leads on to its accounts', async () => {
    const system = await signedIn('tp.hethong')
    await system.open('/hai-phong/quan-tri')
    expect(system.page).toContain('href="/hai-phong/quan-tri/don-vi"')
    const form = '/hai-phong/quan-tri/don-vi/moi'
    expect(await system.open(form)).toBe(200)
    const typed = { name: 'Phường Đồ Sơn, thành phố Hải Phòng', shortName: 'Đồ Sơn', kind: 'ward', voters: '' }
    const where = { placeName: 'Hải Phòng', parentAuthorityId: String(city), fromDay: '01/07/2025', casePrefix: 'ds' }
    const regulations = await listRegulationVersions(world.db)
    const idOf = (id: string) => String(regulations.find((one) => one.regulationId === id)!.id)
    const sent = { ...typed, ...where, slug: '', standardAgencies: 'yes', regulationVersionId: idOf('son-la-12') }
    expect(await system.post(form, sent)).toBe(422)
    expect(system.text()).toContain('Quy chế này dành cho loại đơn vị khác')
    expect(await system.post(form, { ...sent, regulationVersionId: idOf('hai-phong-13') })).toBe(200)
    expect(system.address).toBe('/do-son/quan-tri/tai-khoan/moi')
    const added = await findAuthorityBySlug(world.db, 'do-son')
    expect(added).toMatchObject({ kind: 'ward', parentAuthorityId: city, casePrefix: 'DS', fromDay: '2025-07-01' })
    expect((await regulationOfAuthority(world.db, added!.id, '2025-11-10' as Day))?.regulation.id).toBe('hai-phong-13')
    expect((await listAgencies(world.db, added!.id)).length).toBeGreaterThan(3)
    expect(await system.open(form)).toBe(200)
    expect(await system.post(form, { ...typed, ...where, slug: 'do-son' })).toBe(422)
  })

  it('lets the system administrator put an authority under another superior, once that is in force', async () => {
    const [wardId, elsewhere] = await Promise.all(
      ['kien-an', 'noi-khac'].map(async (slug) => (await findAuthorityBySlug(world.db, slug))!.id),
    )
    const counted = async (authorityId: number) => {
      const months = await world.db.selectFrom('figureBelowMonth').selectAll().execute()
      const own = months.filter((one) => one.authorityId === authorityId && one.month === '2025-10-01')
      return own.reduce((sum, one) => sum + one.received, 0)
    }
    const received = await counted(city)
    expect(received).toBeGreaterThan(0)
    const [system, superior] = [await signedIn('tp.hethong'), await signedIn('tp.theodoi')]
    await system.open('/hai-phong/quan-tri/don-vi')
    expect(system.page).toContain('href="/kien-an/quan-tri/cap-tren"')
    await system.open('/hai-phong/quan-tri/cap-tren/doi')
    const typed = { superiorId: String(wardId), fromDay: '01/11/2025', basis: 'Nghị quyết 12/NQ' }
    expect(await system.post('/hai-phong/quan-tri/cap-tren/doi', typed)).toBe(409)
    expect(system.text()).toContain('Phường Kiến An đang ở dưới đơn vị này')
    const form = '/cat-hai/quan-tri/cap-tren/doi'
    await system.open(form)
    const moved = { ...typed, superiorId: String(elsewhere) }
    for (const wrong of [{ fromDay: '11/11/2025' }, { superiorId: String(city) }, { basis: '' }]) {
      expect(await system.post(form, { ...moved, ...wrong })).toBe(422)
      await system.open(form)
    }
    expect(await system.post(form, moved)).toBe(200)
    expect(system.text()).toContain('Xã Nơi Khác')
    expect(system.text()).toContain('Nghị quyết 12/NQ')
    expect(await superior.open('/cat-hai')).toBe(404)
    expect([await counted(city), await counted(elsewhere!)]).toEqual([0, received])
    expect(await findWrongFigures(world.db)).toEqual([])
    expect(await superior.open('/hai-phong/quan-tri/cap-tren')).toBe(403)
  })

  it('lets it end an authority, with its successor; its Portal and its reports end with it, by mistake too', async () => {
    const { id } = (await findAuthorityBySlug(world.db, 'kien-an'))!
    const due = (dueOn: string, subjectId: number) => ({
      ...{ authorityId: id, subjectKind: 'report', subjectId, key: 'quarterReport', label: 'x', state: 'open' },
      ...{ instrumentId: 'x', instrument: 'x', clause: 'x', anchorEvent: 'x', anchorOn: dueOn as Day },
      ...{ dueOn: dueOn as Day, firstDueOn: dueOn as Day, direction: 'before', counting: '{}' },
    })
    const both = [due('2025-09-12', 20253), due('2025-12-12', 20254)]
    await world.db.insertInto('deadline').values(both).execute()
    const states = async () => {
      const of = world.db.selectFrom('deadline').select('state').where('authorityId', '=', id)
      return (await of.where('subjectKind', '=', 'report').orderBy('dueOn').execute()).map((one) => one.state)
    }
    const system = await signedIn('tp.hethong')
    const form = '/kien-an/quan-tri/cap-tren/ket-thuc'
    const { id: successor } = (await findAuthorityBySlug(world.db, 'do-son'))!
    const typed = { toDay: '31/10/2025', successorId: String(successor), basis: 'Nghị quyết 13/NQ' }
    await system.open('/hai-phong/quan-tri/cap-tren/ket-thuc')
    expect(await system.post('/hai-phong/quan-tri/cap-tren/ket-thuc', typed)).toBe(409)
    expect(system.text()).toContain('còn ở dưới đơn vị này')
    await system.open(form)
    expect(await system.post(form, { ...typed, toDay: '11/11/2025' })).toBe(422)
    await system.open(form)
    expect(await system.post(form, { toDay: '', successorId: '', basis: '' })).toBe(422)
    expect(system.text()).toContain('Có 2 chỗ cần sửa')
    await system.open(form)
    expect(await system.post(form, { toDay: '', successorId: '', basis: 'Nghị quyết 13/NQ' })).toBe(422)
    await system.open(form)
    expect(await system.post(form, typed)).toBe(200)
    expect(system.text()).toContain('Phường Đồ Sơn')
    expect(await states()).toEqual(['open', 'void'])
    expect(await findIntakeSetting(world.db, id)).toMatchObject({
      ...{ open: false, elsewhere: 'Xin gửi đến Phường Đồ Sơn, thành phố Hải Phòng.' },
    })
    await system.open(form)
    expect(await system.post(form, { ...typed, successorId: '' })).toBe(200)
    expect(await findIntakeSetting(world.db, id)).toMatchObject({ open: false, elsewhere: '' })
    expect(await findWrongReports(world.db)).toEqual([])
    // what was handed in all the same is not owed once more
    await world.db
      .insertInto('report')
      .values({
        ...{ authorityId: id, subjectId: 20254, ruleKey: 'quarterReport', label: 'x', forms: '[]', state: 'submitted' },
        ...{ fromDay: '2025-09-13' as Day, toDay: '2025-12-12' as Day, dueOn: '2025-12-12' as Day },
        ...{ submittedOn: '2025-11-05' as Day, countedAt: new Date() },
      })
      .execute()
    await system.open(form)
    expect(await system.post(form, { toDay: '', successorId: '', basis: 'Ghi nhầm' })).toBe(200)
    expect(await states()).toEqual(['open', 'met'])
    expect((await findAuthorityBySlug(world.db, 'kien-an'))!.toDay).toBeNull()
    const intake = await findIntakeSetting(world.db, id)
    expect([intake.open, intake.elsewhere, intake.closedReason.includes('chỉ hoạt động đến')]).toEqual([
      false,
      '',
      false,
    ])
  })

  it('puts no authority at work under one that has ended, whichever of both is entered last', async () => {
    const fromDay = '2020-01-01' as Day
    const plain = { placeName: 'Hải Phòng', kind: 'ward', fromDay, voters: null, totpRequired: false, demo: false }
    const parentAuthorityId = await insertAuthority(world.db, {
      ...{ ...plain, slug: 'da-het', name: 'Quận Đã Hết', shortName: 'Đã Hết', casePrefix: 'DH' },
      ...{ toDay: '2025-10-31' as Day, parentAuthorityId: null },
    })
    await insertAuthority(world.db, {
      ...{ ...plain, slug: 'het-truoc', name: 'Phường Hết Trước', shortName: 'Hết Trước', casePrefix: 'HT' },
      ...{ toDay: '2025-09-30' as Day, parentAuthorityId },
    })
    const system = await signedIn('tp.hethong')
    const move = '/kien-an/quan-tri/cap-tren/doi'
    await system.open(move)
    const typed = { superiorId: String(parentAuthorityId), fromDay: '01/10/2025', basis: 'Nghị quyết 14/NQ' }
    expect(await system.post(move, typed)).toBe(409)
    expect(system.text()).toContain('Quận Đã Hết không hoạt động vào ngày 10/11/2025')
    const add = '/hai-phong/quan-tri/don-vi/moi'
    await system.open(add)
    const names = {
      name: 'Phường Mới',
      shortName: 'Mới',
      slug: 'phuong-moi',
      casePrefix: 'PM',
      kind: 'ward',
      voters: '',
    }
    const place = { placeName: 'Hải Phòng', parentAuthorityId: String(parentAuthorityId), fromDay: '01/10/2025' }
    expect(await system.post(add, { ...names, ...place })).toBe(409)
    const end = '/het-truoc/quan-tri/cap-tren/ket-thuc'
    for (const toDay of ['', '01/11/2025']) {
      await system.open(end)
      expect(await system.post(end, { toDay, successorId: '', basis: 'Ghi nhầm' })).toBe(409)
    }
    await system.open(end)
    expect(await system.post(end, { toDay: '31/10/2025', successorId: '', basis: 'Ghi nhầm' })).toBe(200)
  })

  it('lets nobody come under an authority that is ended at the same time', async () => {
    const [one, other] = [await signedIn('tp.hethong'), await signedIn('tp.hethong')]
    const { id } = (await findAuthorityBySlug(world.db, 'do-son'))!
    const [move, end] = ['/kien-an/quan-tri/cap-tren/doi', '/do-son/quan-tri/cap-tren/ket-thuc']
    await one.open(move)
    await other.open(end)
    const both = [
      one.post(move, { superiorId: String(id), fromDay: '01/11/2025', basis: 'Nghị quyết 15/NQ' }),
      other.post(end, { toDay: '09/11/2025', successorId: '', basis: 'Nghị quyết 15/NQ' }),
    ]
    expect((await Promise.all(both)).sort()).toEqual([200, 409])
  })
})
