import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import type { FormVisitor } from '../support/form-visitor.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
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
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
  clerk = await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD)
})
afterAll(async () => {
  await office?.close()
  await world?.close()
})

const pile = { channel: 'letter', receivedOn: '15/10/2025', raised: 'before', petitionerKind: 'person', split: 'yes' }

it('a letter with two contents and its scan is entered at once; the next one keeps channel and day', async () => {
  await clerk.open(QUICK)
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

it('the receipt names the codes, the person and who took it; a confidential one is printed by nobody', async () => {
  await clerk.open(QUICK)
  await clerk.post(QUICK, { ...pile, text: 'Nước yếu', petitionerName: '' })
  const link = new RegExp(`${QUICK}/bien-nhan/\\d+`).exec(clerk.page)![0]
  await clerk.open(link)
  expect(clerk.text()).toMatch(/CH-2025-0004[\s\S]*Không nêu tên[\s\S]*Thư, văn bản|CH-2025-0004/)
  expect(clerk.text()).toContain('clerk')
  await world.db.updateTable('petition').set({ confidential: true }).where('code', '=', 'CH-2025-0004').execute()
  expect(await clerk.open(link)).toBe(404)
})

it('what is refused keeps all that was typed', async () => {
  await clerk.open(QUICK)
  expect(await clerk.post(QUICK, { ...pile, receivedOn: '32/10/2025', text: 'Cầu yếu lắm' })).toBe(422)
  expect(clerk.page).toContain('Cầu yếu lắm')
})
