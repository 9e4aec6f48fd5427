import jsQR from 'jsqr'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stopPress } from '../../src/papers/write-paper.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { portalTable } from '../../src/web/portal/portal-routes.ts'
import { FormVisitor } from '../support/form-visitor.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { readPdf } from '../support/read-pdf.ts'
import { sendFile } from '../support/send-file.ts'
import { signedIn } from '../support/signed-in.ts'
import { createTestOffice } from '../support/test-office.ts'

const PASSWORD = 'nhập nhanh tại quầy'
const QUICK = '/cat-hai/nhap-nhanh'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let clerk: FormVisitor

beforeAll(async () => {
  world = await createPetitionWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, {
    ...{ office: officeRoutes, gate: gateRoutes, portal: portalTable },
  })
  clerk = await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD)
})
afterAll(async () => {
  stopPress()
  await office?.close()
  await world?.close()
})

const pile = { channel: 'letter', receivedOn: '15/10/2025', raised: 'before', petitionerKind: 'person', split: 'yes' }

it('a letter with two contents and its scan is entered at once; the next one keeps channel and day', async () => {
  await clerk.open(QUICK)
  expect(clerk.page, 'the keyboard begins at the first field').toMatch(/<select [^>]*id="f-channel"[^>]*autofocus/)
  const scan = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  await sendFile(
    office.server,
    clerk,
    QUICK,
    { field: 'scan', name: 'thu.png', content: scan },
    { ...pile, text: '1. Sửa đường thôn\n2. Lắp đèn chiếu sáng', petitionerName: 'Đỗ Thị Thắm', phone: '0912 345 678' },
  )
  expect(clerk.text()).toContain('Vừa ghi CH-2025-0001 CH-2025-0002')
  expect(clerk.page).toMatch(/<option value="letter" selected/)
  expect(clerk.page).toContain('value="15/10/2025"')
  const rows = await world.db.selectFrom('petition').select(['id', 'content', 'enteredBy']).orderBy('id').execute()
  expect(rows.map((row) => row.content)).toEqual(['Sửa đường thôn', 'Lắp đèn chiếu sáng'])
  expect(rows[0]!.enteredBy).toBe(world.people.clerk.accountId)
  const files = await world.db.selectFrom('attachment').select(['subjectId', 'label']).orderBy('id').execute()
  expect(files).toEqual(rows.map(({ id }) => ({ subjectId: id, label: 'letter' })))
})

it('a known person is found by name without diacritics and by telephone, and not entered twice', async () => {
  for (const petitionerName of ['do thi tham', '345678']) {
    await clerk.open(QUICK)
    const form = clerk.hiddenFields(QUICK)
    const reply = await clerk.send('POST', `${QUICK}/tim-nguoi`, {
      ...form,
      ...pile,
      text: 'Chợ cần mái che',
      petitionerName,
    })
    expect(reply.status).toBe(200)
    expect(reply.body).toContain('0912 345 678')
    expect(reply.body).toContain('Chợ cần mái che')
  }
  const { id } = await world.db
    .selectFrom('petitioner')
    .select('id')
    .where('name', '=', 'Đỗ Thị Thắm')
    .executeTakeFirstOrThrow()
  await clerk.open(QUICK)
  await clerk.post(QUICK, { ...pile, text: 'Chợ cần mái che', petitionerName: 'do thi tham', petitionerId: String(id) })
  expect(clerk.text()).toContain('CH-2025-0003')
  expect(await world.db.selectFrom('petitioner').select('name').execute()).toEqual([{ name: 'Đỗ Thị Thắm' }])
})

/** What the receipt that is shown now leads to: its address by camera, its code by hand. */
async function shownSecrets() {
  const [address] = await codesOnPage()
  return {
    address: address!.replace(/^https?:\/\/[^/]+/, ''),
    code: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(clerk.text())![0],
  }
}

it('a receipt from the counter opens what the Portal’s opens, is shown once, and another takes its place', async () => {
  await clerk.open(QUICK)
  await clerk.post(QUICK, { ...pile, text: 'Nước yếu', petitionerName: 'Bà Năm' })
  const receipt = new RegExp(`${QUICK}/bien-nhan/\\d+`).exec(clerk.page)![0]
  const sent = clerk.hiddenFields(receipt)
  await clerk.post(receipt, { way: 'paper' })
  expect(clerk.text()).toMatch(/GIẤY BIÊN NHẬN[\s\S]*CH-2025-0004[\s\S]*Bà Năm[\s\S]*clerk/)
  const first = await shownSecrets()
  const citizen = new FormVisitor(office.server)
  expect(await citizen.open(first.address)).toBe(200)
  expect(citizen.text()).toContain('Nước yếu')
  await citizen.open('/cong/cat-hai/theo-doi')
  await citizen.post('/cong/cat-hai/theo-doi', { code: first.code })
  expect(citizen.text()).toContain('CH-2025-0004')
  // the clerk finds it nowhere: not on the page, not in the database, not by sending the form once more
  const stored = await tablesHolding([first.address.split('/').at(-1)!, first.code])
  expect(stored).toEqual([])
  const repeated = await clerk.send('POST', receipt, { ...sent, way: 'paper' })
  expect([repeated.status, repeated.body]).toEqual([409, expect.stringContaining('đã hiện một lần')])
  await clerk.open(receipt)
  expect(clerk.text()).toContain('Đã cấp biên nhận lúc')
  expect(await clerk.post(receipt, { way: 'phone', reason: '' })).toBe(422)
  await clerk.post(receipt, { way: 'phone', reason: 'Mất giấy' })
  expect(clerk.text()).toMatch(/Đọc cho người dân ghi lại[\s\S]*Đọc là:/)
  expect(await citizen.open(first.address)).toBe(404)
  const log = await world.db
    .selectFrom('changeLog')
    .select(['action', 'reason'])
    .where('subjectKind', '=', 'submission')
    .execute()
  expect(log).toContainEqual({ action: 'submission/replace-receipt', reason: 'Mất giấy' })
  await world.db.updateTable('petition').set({ confidential: true }).where('code', '=', 'CH-2025-0004').execute()
  expect(await clerk.open(receipt)).toBe(404)
})

/** The tables in which one of these words stands anywhere. */
async function tablesHolding(words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(world.db)
  const holding: string[] = []
  for (const { name } of rows)
    for (const word of words) {
      const found = await sql`select 1 from ${sql.table(name)} t where t::text like ${`%${word}%`} limit 1`.execute(
        world.db,
      )
      if (found.rows.length > 0) holding.push(name)
    }
  return holding
}

it('what is refused keeps all that was typed', async () => {
  await clerk.open(QUICK)
  expect(await clerk.post(QUICK, { ...pile, receivedOn: '32/10/2025', text: 'Cầu yếu lắm' })).toBe(422)
  expect(clerk.page).toContain('Cầu yếu lắm')
})

// ——— forms on paper ———

const forms = () => `/cat-hai/hoi-nghi/${world.dialogueId}/phieu-in`
const printing = { copies: '3', forAgencyId: '', forWhom: '', handInAt: 'Văn phòng Đảng ủy', handInUntil: '25/10/2025' }

/** The serials of the batch whose page is open, in the order of its sheets. */
const serialsShown = () => [...new Set(clerk.text().match(/[0-9A-Z]{4}-[0-9A-Z]{3}(?![0-9A-Z-])/g) ?? [])]

async function print(kind: string, more: Record<string, string> = {}): Promise<string[]> {
  await clerk.open(forms())
  expect(await clerk.post(forms(), { ...printing, kind, ...more })).toBe(200)
  return serialsShown()
}

/** What a camera reads from the pictures of the page that is open. */
async function codesOnPage(): Promise<string[]> {
  const pictures = clerk.page.match(/data:image\/svg\+xml;base64,[^"]+/g) ?? []
  return Promise.all(
    pictures.map(async (one) => {
      const svg = Buffer.from(one.split(',')[1]!, 'base64')
      const { data, info } = await sharp(svg).resize(300).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
    }),
  )
}

it('forms are printed in batches numbered through the dialogue, each sheet with its own code and the notice', async () => {
  const first = await print('petitionForm', { forAgencyId: String(world.agencies.village) })
  expect(clerk.text()).toMatch(
    /Đợt 1 Phiếu ý kiến, kiến nghị[\s\S]*Thôn Trân Châu[\s\S]*Đã in 3 Đã nhập lại 0 Chưa về 3/,
  )
  expect(first).toHaveLength(3)
  const page = clerk.address
  await clerk.open(`${page}/in`)
  expect(await codesOnPage()).toEqual(first.map((serial) => expect.stringMatching(`/phieu-giay/${serial}$`)))
  for (const words of [
    'PHIẾU Ý KIẾN, KIẾN NGHỊ',
    'Văn phòng Đảng ủy',
    '☐ Tôi đồng ý để tên tôi khi kiến nghị được công khai',
    'thông báo bản 2026-1',
    'Nộp tại Văn phòng Đảng ủy, chậm nhất ngày 25/10/2025',
    `Mã phiếu: ${first[2]} · Phiếu số 3 · đợt 1 · Thôn Trân Châu`,
  ])
    expect(clerk.text(), words).toMatch(new RegExp(words.replace(/[.·]/g, '.'), 'i'))
  expect(clerk.page).not.toContain('☒')
  const pdf = await office.server.inject({
    url: `${page}/phieu.pdf`,
    headers: { cookie: [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  const { pages } = await readPdf(pdf.rawPayload)
  expect(pages).toHaveLength(3)
  for (const [at, serial] of first.entries()) expect(pages[at]).toContain(`Mã phiếu: ${serial}`)
  await print('speechRegistration')
  expect(clerk.text()).toContain('Đợt 2')
  const batches = await world.db
    .selectFrom('formBatch')
    .select(['number', 'copies', 'printedBy'])
    .orderBy('id')
    .execute()
  expect(batches.map((one) => one.number)).toEqual([1, 2])
  const sheets = await world.db.selectFrom('printedForm').select('sheet').orderBy('id').execute()
  expect(sheets.map((one) => one.sheet)).toEqual([1, 2, 3, 4, 5, 6])
})

it('a sheet that comes back opens the entry filled in, and is entered once', async () => {
  const [serial] = await print('petitionForm', { forAgencyId: String(world.agencies.village) })
  await clerk.open(`/cat-hai/phieu-giay?ma=${encodeURIComponent(`http://doi-thoai.vn/phieu-giay/${serial}`)}`)
  expect(clerk.address).toContain(`${QUICK}?phieu=${serial}`)
  expect(clerk.page).toMatch(new RegExp(`<option value="${world.dialogueId}" selected`))
  expect(clerk.page).toMatch(new RegExp(`<option value="${world.agencies.village}" selected`))
  const sheet = {
    ...{ channel: 'village', receivedOn: '15/10/2025', raised: 'before', petitionerKind: 'person', split: 'yes' },
    ...{ petitionerName: 'Vũ Thị Lan', villageAgencyId: String(world.agencies.village), formAgreed: 'yes' },
    ...{ text: '1. Đèn đường tắt\n2. Cống tắc', consentToPublishName: 'yes', dialogueId: String(world.dialogueId) },
  }
  const fields = { ...clerk.hiddenFields(QUICK), ...sheet }
  await clerk.post(QUICK, sheet)
  expect(clerk.text()).toMatch(/Vừa ghi CH-2025-\d+ CH-2025-\d+/)
  // another desk had the same sheet open
  const again = await clerk.send('POST', QUICK, { ...fields, _key: 'another-desk' })
  expect([again.status, again.body]).toEqual([
    409,
    expect.stringContaining(`Phiếu ${serial} đã được clerk nhập ngày 20/10/2025`),
  ])
  expect(again.body).toContain('Cống tắc')
  await clerk.open(`/cat-hai/phieu-giay/${serial!.toLowerCase()}`)
  expect(clerk.text()).toMatch(/đã được nhập[\s\S]*clerk đã nhập[\s\S]*CH-2025-\d+ , CH-2025-\d+/)
  const { subjectId, batchId } = await world.db
    .selectFrom('printedForm')
    .select(['subjectId', 'batchId'])
    .where('enteredAt', 'is not', null)
    .executeTakeFirstOrThrow()
  const consent = await world.db.selectFrom('dataConsent').selectAll().executeTakeFirstOrThrow()
  expect(consent).toMatchObject({ subjectKind: 'submission', subjectId, noticeVersion: '2026-1', publishName: true })
  await clerk.open(`${forms()}/${batchId}`)
  expect(clerk.text()).toContain('Đã in 3 Đã nhập lại 1 Chưa về 2')
})

it('a registration to speak comes back on the list; a petition form is no such thing', async () => {
  const [serial] = await print('speechRegistration')
  await clerk.open(`/cat-hai/phieu-giay/${serial}`)
  const speech = { speakerName: 'Đỗ Văn Hải', village: 'Thôn Trân Châu', content: 'Bến đò xuống cấp', minutes: '5' }
  await clerk.post(`/cat-hai/phieu-giay/${serial}`, { ...speech, formAgreed: 'yes' })
  expect(clerk.page).toContain('Đã ghi đăng ký của Đỗ Văn Hải, thứ tự 1.')
  await clerk.open(`/cat-hai/phieu-giay/${serial}`)
  expect(clerk.text()).toContain('Phiếu này đã được nhập')
  const fields = { ...pile, text: 'Đường xấu', dialogueId: String(world.dialogueId) }
  await clerk.open(QUICK)
  expect(await clerk.post(QUICK, { ...fields, formSerial: serial! })).toBe(422)
  expect(await world.db.selectFrom('speechRegistration').select('speakerName').execute()).toHaveLength(1)
})

it('a miskeyed serial is told which letter looks wrong, and led to the sheet that was meant', async () => {
  const [serial] = await print('petitionForm')
  const wrong = serial!.slice(0, 2) + (serial![2] === '7' ? '8' : '7') + serial!.slice(3)
  expect(await clerk.open(`/cat-hai/phieu-giay?ma=${wrong}`)).toBe(422)
  expect(clerk.text()).toContain('Ký tự thứ 3 có vẻ sai.')
  expect(clerk.page).toContain(`href="/cat-hai/phieu-giay/${serial}"`)
  await clerk.open('/cat-hai/phieu-giay?ma=K7Q')
  expect(clerk.text()).toContain('Mã phiếu có 7 ký tự; ông/bà gõ 3.')
})

it('whoever scans a sheet with a telephone comes to the own form of the Portal, not to a sign-in', async () => {
  const [serial] = await print('petitionForm')
  const citizen = new FormVisitor(office.server)
  const scanned = await citizen.send('GET', `/phieu-giay/${serial}`)
  expect(scanned.location).toBe(`/cong/cat-hai/gui-kien-nghi?hoi-nghi=${world.dialogueId}`)
  expect(await citizen.open(scanned.location!)).toBe(200)
  const [speech] = await print('speechRegistration')
  expect(await citizen.open(`/phieu-giay/${speech}`)).toBe(200)
  expect(citizen.address).toMatch(/\/cong\/cat-hai\//)
  expect(await citizen.open('/phieu-giay/0000-001')).toBe(404)
  // the clerk's own telephone leads to the entry
  expect((await clerk.send('GET', `/phieu-giay/${serial}`)).location).toBe(`/cat-hai/phieu-giay/${serial}`)
})

it('who calls is entered as calling, though the regulation names no telephone', async () => {
  await clerk.open(QUICK)
  expect(clerk.page).toContain('<option value="telephone">Điện thoại</option>')
  const call = { ...pile, channel: 'telephone', text: 'Cột điện nghiêng', petitionerName: 'Bà Sáu' }
  await clerk.send('POST', QUICK, { ...clerk.hiddenFields(QUICK), ...call })
  const row = await world.db
    .selectFrom('submission')
    .innerJoin('petition', 'petition.submissionId', 'submission.id')
    .select(['submission.channel', 'petition.id'])
    .where('petition.content', '=', 'Cột điện nghiêng')
    .executeTakeFirstOrThrow()
  expect(row.channel).toBe('telephone')
  await clerk.open(`/cat-hai/kien-nghi/${row.id}`)
  expect(clerk.text()).toContain('Điện thoại')
})
