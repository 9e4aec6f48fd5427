import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../src/access/role.ts'
import { parseDay } from '../src/platform/day.ts'
import { noteKeyUse } from '../src/platform/db/key-use-store.ts'
import { temporaryKey } from '../src/platform/installation-key.ts'
import { loadRegulationFiles } from '../src/regulations/load-regulation-files.ts'
import { findRegulation } from '../src/regulations/regulation.ts'
import { insertAdoption, listRegulationVersions } from '../src/regulations/regulation-store.ts'
import { serializeRegulation } from '../src/regulations/serialize-regulation.ts'
import { accessGateRoutes } from '../src/web/office/access/access-gate-routes.ts'
import { agencyRoutes } from '../src/web/office/agencies/agency-routes.ts'
import { calendarRoutes } from '../src/web/office/calendar/calendar-routes.ts'
import { regulationRoutes } from '../src/web/office/regulations/regulation-routes.ts'
import { reportRoutes } from '../src/web/office/reports/report-routes.ts'
import { supervisionRoutes } from '../src/web/office/supervision/supervision-routes.ts'
import { surveyRoutes } from '../src/web/office/surveys/survey-routes.ts'
import { calendarRules } from '../src/web/words/calendar-words.ts'
import { regulationRules } from '../src/web/words/regulation-words.ts'
import { addRuleWords } from '../src/web/words/rule-sentence.ts'
import { supervisionRules } from '../src/web/words/supervision-words.ts'
import { surveyRules } from '../src/web/words/survey-words.ts'
import { addTestAccount } from './support/access-fixtures.ts'
import { FormVisitor } from './support/form-visitor.ts'
import { createPetitionWorld, type PetitionWorld } from './support/petition-world.ts'
import { addTestAuthority } from './support/test-authority.ts'
import { createTestOffice } from './support/test-office.ts'

const PASSWORD = 'mot-mat-khau-dai-du-2026'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
beforeAll(async () => {
  world = await createPetitionWorld({ regulation: 'thanh-hoa-2543' })
  addRuleWords(calendarRules, regulationRules, supervisionRules, surveyRules)
  office = await createTestOffice(world.db, world.clock, {
    office: [
      ...agencyRoutes,
      ...supervisionRoutes,
      ...surveyRoutes,
      ...calendarRoutes,
      ...regulationRoutes,
      ...reportRoutes,
    ],
    gate: accessGateRoutes,
  })
})
afterAll(async () => {
  await office.close()
  await world.close()
})

const agencyOf: Partial<Record<Role, 'office' | 'front' | 'economy'>> = {
  clerk: 'office',
  officeLeader: 'office',
  front: 'front',
  agencyLeader: 'economy',
}

/** Somebody signed in with one role here. */
async function signedIn(role: Role, login: string = role): Promise<FormVisitor> {
  const at = agencyOf[role]
  const agency = at ? { agencyId: world.agencies[at] } : {}
  await addTestAccount(world.db, { login, password: PASSWORD }, [{ authorityId: world.authorityId, role, ...agency }])
  const visitor = new FormVisitor(office.server)
  await visitor.open('/dang-nhap')
  await visitor.post('/dang-nhap', { login, password: PASSWORD })
  return visitor
}

describe('supervision on screen', () => {
  it('goes from the request for an account to the answer, what was typed kept', async () => {
    const front = await signedIn('front')
    const form = `/cat-hai/giam-sat/moi/giai-trinh`
    expect(await front.open(`${form}?hoi-nghi=${world.dialogueId}`)).toBe(200)
    const typed = { toAgencyId: String(world.agencies.economy), content: 'Vì sao chậm?', answerDueOn: '19/10/2025' }
    expect(await front.post(form, typed)).toBe(422)
    expect(front.page).toContain('Vì sao chậm?')
    expect(front.text()).toContain('Ngày này sớm hơn ngày bắt đầu.')
    await front.post(form, { ...typed, answerDueOn: '27/10/2025' })
    expect(await front.open('/cat-hai/giam-sat')).toBe(200)
    expect(front.text()).toContain('Chờ giải trình')
    const head = await signedIn('agencyLeader')
    await head.open('/cat-hai/giam-sat')
    const [, answer] = /href="([^"]*\/giai-trinh)"/.exec(head.page.slice(head.page.indexOf('Vì sao chậm?')))!
    await head.open(answer!)
    expect(await head.post(answer!, { answeredOn: '20/10/2025', answer: 'Chờ vốn.' })).toBe(200)
    expect(head.text()).toContain('Chờ vốn.')
    expect(head.text()).toContain('Đã giải trình')
  })

  it('shows the lead office no button of the overseers, and 403 at their address', async () => {
    const clerk = await signedIn('clerk')
    await clerk.open('/cat-hai/giam-sat')
    expect(clerk.text()).toContain('Đôn đốc')
    expect(clerk.text()).not.toContain('Ghi buổi giám sát')
    expect(await clerk.open('/cat-hai/giam-sat/moi/buoi-giam-sat')).toBe(403)
    expect(await clerk.open('/cat-hai/giam-sat/999999')).toBe(404)
  })
})

describe('the ballot on screen', () => {
  it('is opened, counted, tallied by two and settled', async () => {
    const at = `/cat-hai/hoi-nghi/${world.dialogueId}/phieu-danh-gia`
    const first = await signedIn('clerk', 'ballot-clerk')
    const second = await signedIn('officeLeader', 'ballot-leader')
    await first.open(at)
    await first.post(at, { title: 'Phiếu thử' })
    await first.open(`${at}/so-phieu`)
    expect(await first.post(`${at}/so-phieu`, { issued: '10', returned: '12', valid: '9', comments: '' })).toBe(422)
    expect(first.text()).toContain('Số phiếu thu về không thể nhiều hơn số phát ra.')
    await first.post(`${at}/so-phieu`, { issued: '10', returned: '10', valid: '9', comments: 'Tốt' })
    const cells = (good: string) =>
      Object.fromEntries(
        ['conduct', 'procedures', 'patrols', 'reports'].flatMap((group) => [
          [`n.${group}.verySatisfied`, good],
          [`n.${group}.satisfied`, '2'],
          [`n.${group}.neutral`, '0'],
          [`n.${group}.notSatisfied`, '0'],
        ]),
      )
    await first.open(`${at}/lan/1`)
    expect(await first.post(`${at}/lan/1`, cells('7'))).toBe(200)
    await second.open(`${at}/lan/2`)
    expect(second.page).not.toContain('value="7"')
    await second.post(`${at}/lan/2`, cells('6'))
    expect(second.text()).toContain('Những ô hai lần kiểm phiếu khác nhau (4)')
    await second.open(`${at}/chot`)
    expect(await second.post(`${at}/chot`, { settledPass: '1', reason: '' })).toBe(422)
    expect(await second.post(`${at}/chot`, { settledPass: '1', reason: 'Đếm lại' })).toBe(200)
    expect(second.text()).toContain('7 (77,8%)')
    expect(await second.open(`${at}/mau-phieu`)).toBe(200)
  })
})

describe('the calendar on screen', () => {
  it('shows every year, and a past one by the law alone', async () => {
    const clerk = await signedIn('clerk', 'calendar-clerk')
    for (const year of [2021, 2024, 2026, 2027]) expect(await clerk.open(`/cat-hai/quan-tri/lich/${year}`)).toBe(200)
    expect(clerk.text()).toContain('Tạm tính')
    expect(await clerk.open('/cat-hai/quan-tri/lich/2027/sua')).toBe(403)
    expect(await clerk.open('/cat-hai/quan-tri/lich/1700')).toBe(404)
  })

  it('reviews a change before it is saved, and keeps what was typed when it cannot be used', async () => {
    const admin = await signedIn('systemAdministrator')
    const at = '/cat-hai/quan-tri/lich/2027'
    await admin.open(`${at}/sua`)
    const review = `${at}/xem-lai`
    const day = { mode: 'days', provisional: 'yes', addDate1: '06/03/2027', addKind1: 'holiday', addName1: 'Nghỉ thêm' }
    expect(await admin.post(review, day)).toBe(422)
    expect(admin.text()).toContain('vốn là ngày nghỉ hằng tuần')
    expect(admin.page).toContain('Nghỉ thêm')
    expect(await admin.post(review, { ...day, addDate1: '5/3/2027' })).toBe(200)
    expect(admin.text()).toContain('thứ Sáu 05/03/2027 Thêm')
    const save = `${at}/luu`
    expect(await admin.post(save, { reason: '' })).toBe(422)
    expect(await admin.post(save, { reason: 'Theo thông báo' })).toBe(200)
    expect(admin.address).toBe(at)
    expect(admin.text()).toContain('Quản trị nhập, bản 1')
    expect(admin.text()).toContain('Nghỉ thêm')
    await admin.open(`${at}/sua`)
    expect(await admin.post(review, { mode: 'table', table: 'year: 2027\nprovisional: maybe' })).toBe(422)
    expect(admin.text()).toContain('phải là true hoặc false')
  })
})

describe('regulations on screen', () => {
  const at = '/cat-hai/quan-tri/quy-che'

  it('shows every shipped version, and compares two', async () => {
    const clerk = await signedIn('clerk', 'regulation-clerk')
    await clerk.open(at)
    const rows = await listRegulationVersions(world.db)
    for (const row of rows) {
      expect(await clerk.open(`${at}/${row.id}`)).toBe(200)
      expect(clerk.text()).toContain(row.name)
    }
    expect(await clerk.open(`${at}/so-sanh?a=${rows[0]!.id}&b=${rows[1]!.id}`)).toBe(200)
    expect(clerk.text()).toContain('Những chỗ khác nhau')
    expect(await clerk.open(`${at}/nhap`)).toBe(403)
  })

  it('imports nothing of a text with a problem, and says where it is', async () => {
    const admin = await signedIn('administrator')
    const base = findRegulation(await loadRegulationFiles(), 'thanh-hoa-2543')!
    const text = serializeRegulation({ ...base, version: 'man-hinh' })
    await admin.open(`${at}/nhap`)
    expect(await admin.post(`${at}/nhap`, { text: text.replace('unit: calendar', 'unit: tuần') })).toBe(422)
    expect(admin.text()).toMatch(/Dòng \d+ · deadlines\[0\]\.unit/)
    expect(admin.page).toContain('unit: tuần')
    expect(await admin.post(`${at}/nhap`, { text })).toBe(200)
    expect(admin.text()).toContain('thanh-hoa-2543@man-hinh')
    await admin.open(`${at}/nhap`)
    expect(await admin.post(`${at}/nhap`, { text })).toBe(409)
    expect(admin.text()).toContain('Phiên bản thanh-hoa-2543@man-hinh đã có')
  })

  it('edits by form as a new version, with the problem beside its field, and adopts it', async () => {
    const admin = await signedIn('administrator', 'regulation-editor')
    const { id } = (await listRegulationVersions(world.db)).find((row) => row.regulationId === 'thanh-hoa-2543')!
    const edit = `${at}/${id}/sua`
    await admin.open(edit)
    expect(await admin.post(edit, { version: '2026', 'deadlines.loudspeaker.amount': 'bảy' })).toBe(422)
    expect(admin.page).toContain('value="bảy"')
    expect(await admin.post(edit, { version: '2026', 'deadlines.loudspeaker.amount': '9' })).toBe(200)
    expect(admin.text()).toContain('thanh-hoa-2543@2026')
    expect(admin.text()).toContain('chậm nhất 9 ngày trước')
    // made for communes of another province: a special zone cannot adopt it
    const foreign = `${admin.address}/ap-dung`
    await admin.open(foreign)
    expect(await admin.post(foreign, { fromDay: '01/01/2026', reason: 'Sửa thời hạn' })).toBe(409)
    const own = (await listRegulationVersions(world.db)).find((row) => row.regulationId === 'hai-phong-13')!
    await admin.open(`${at}/${own.id}/sua`)
    const edited = { version: '2026', 'deadlines.invitation.amount': '9' }
    expect(await admin.post(`${at}/${own.id}/sua`, edited)).toBe(200)
    const adopt = `${admin.address}/ap-dung`
    await admin.open(adopt)
    expect(await admin.post(adopt, { fromDay: '01/01/2026', reason: 'Sửa thời hạn' })).toBe(200)
    expect(admin.text()).toContain('hai-phong-13@2026')
  })
})

describe('the key of the installation', () => {
  it('is told to who administers when the program starts with another one than before', async () => {
    const administrator = await signedIn('administrator', 'khoa')
    const [first, second] = [temporaryKey(), temporaryKey()]
    const at = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000)
    expect(await noteKeyUse(world.db, first, at(0))).toBe(false)
    expect(await noteKeyUse(world.db, first, at(1))).toBe(false)
    await administrator.open('/cat-hai/quan-tri')
    expect(administrator.text()).not.toContain('Khóa bí mật')
    expect(await noteKeyUse(world.db, second, at(2))).toBe(true)
    expect(await noteKeyUse(world.db, second, at(3))).toBe(false)
    await administrator.open('/cat-hai/quan-tri')
    expect(administrator.text()).toContain('Khóa bí mật của bản cài đặt đã đổi lúc')
  })
})

describe('authorities side by side', () => {
  const rowsOf = (page: string) => [...page.matchAll(/Xã thử \d\d/g)].map(([name]) => name)

  it('come fifty on a page, all on one when asked for, and those somebody should look after; the sum is of all', async () => {
    const { regulationVersionId } = await world.db
      .selectFrom('dialogue')
      .select('regulationVersionId')
      .where('id', '=', world.dialogueId)
      .executeTakeFirstOrThrow()
    for (let n = 1; n <= 60; n += 1) {
      const id = await addTestAuthority(world.db, { kind: 'commune' })
      const named = { parentAuthorityId: world.authorityId, shortName: `Xã thử ${String(n).padStart(2, '0')}` }
      await world.db.updateTable('authority').set(named).where('id', '=', id).execute()
      const adopted = { authorityId: id, regulationVersionId, fromDay: parseDay('2020-01-01'), toDay: null }
      await insertAdoption(world.db, adopted)
    }
    const chair = await signedIn('superior')
    expect(await chair.open('/cat-hai/bao-cao/so-sanh')).toBe(200)
    const first = new Set(rowsOf(chair.page))
    // fifty lines, the one of the zone itself among them where it has adopted a regulation
    expect([49, 50]).toContain(first.size)
    await chair.open('/cat-hai/bao-cao/so-sanh?page=2')
    const second = new Set(rowsOf(chair.page))
    expect(new Set([...first, ...second]).size).toBe(60)
    expect([...first].filter((name) => second.has(name))).toEqual([])
    await chair.open('/cat-hai/bao-cao/so-sanh?tat-ca=1')
    expect(new Set(rowsOf(chair.page)).size).toBe(60)
    await chair.open('/cat-hai/bao-cao/so-sanh?loc=overdue')
    expect(rowsOf(chair.page)).toEqual([])
    await chair.open('/cat-hai/bao-cao/so-sanh?loc=notHeld&tat-ca=1')
    expect(new Set(rowsOf(chair.page)).size).toBe(60)
  })
})
