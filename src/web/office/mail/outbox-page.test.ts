import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormVisitor } from '../../../../tests/support/form-visitor.ts'
import { petitionSteps } from '../../../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../../../tests/support/petition-world.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { signedIn } from '../../../../tests/support/signed-in.ts'
import { createTestOffice } from '../../../../tests/support/test-office.ts'
import { runMailPost } from '../../../jobs/mail-post.ts'
import { DeliveryFailed, type OutgoingMail } from '../../../mail/mail-driver.ts'
import { temporaryKey } from '../../../platform/installation-key.ts'
import { gateRoutes, officeRoutes } from '../office-routes.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let clerk: FormVisitor
const { receive, read } = petitionSteps(() => world)
beforeAll(async () => {
  world = await createPetitionWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
  clerk = await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD)
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

let refused = true
const taken: OutgoingMail[] = []
async function post(): Promise<void> {
  world.clock.set(new Date(world.clock.now().getTime() + 10 * 60_000))
  const send = async (mail: OutgoingMail) => {
    if (refused) throw new DeliveryFailed('EENVELOPE: 550 No such mailbox', true)
    taken.push(mail)
  }
  const { db, clock } = world
  await runMailPost({ db, clock, key: temporaryKey(), drivers: { email: { send } }, origin: 'https://dt.example' })
}

describe('the list of what goes out', () => {
  it('shows what could not be sent with what the server said, and sends it to the address as it is corrected', async () => {
    const id = await receive({ email: 'bnh@example.vn', address: 'Thôn 2' })
    await post()
    await clerk.open('/cat-hai/thu-gui-di')
    expect(clerk.text()).toContain('Cần xem (1)')
    expect(clerk.text()).toContain('Không gửi được')
    const [mail] = await world.db.selectFrom('outboxMessage').selectAll().execute()
    await clerk.open(`/cat-hai/thu-gui-di/${mail!.id}`)
    expect(clerk.text()).toContain('550 No such mailbox')
    expect(clerk.text()).toContain('Kiến nghị CH-2025-0001')
    expect(clerk.page).not.toMatch(/theo-doi\/[\w-]{27}/)
    const { petitionerId } = await read(id)
    await world.db.updateTable('petitioner').set({ email: 'binh@example.vn' }).where('id', '=', petitionerId).execute()
    refused = false
    await receive({ petitionerName: 'Trần Thị Sau', email: 'sau@example.vn' })
    await post()
    await clerk.open(`/cat-hai/thu-gui-di/${mail!.id}`)
    await clerk.post(`/cat-hai/thu-gui-di/${mail!.id}/gui-lai`, {})
    expect(clerk.text()).toContain('Thư sẽ được gửi lại')
    await post()
    expect(taken.map((one) => one.toAddress)).toEqual(['sau@example.vn', 'binh@example.vn'])
    await clerk.open('/cat-hai/thu-gui-di?xem=done')
    expect(clerk.text(), 'what was sent last stands first').toMatch(/binh@example\.vn[\s\S]*sau@example\.vn/)
    await clerk.open(`/cat-hai/kien-nghi/${id}`)
    expect(clerk.page, 'who lost the receipt is helped from here').toMatch(
      /href="\/cat-hai\/nhap-nhanh\/bien-nhan\/\d+"/,
    )
    expect(clerk.text()).toMatch(/Đã báo cho người kiến nghị \(1\)[\s\S]*Đã tiếp nhận thư điện tử Đã gửi/)
  })

  it('prints the letters of those without e-mail in one file, each on its page, and takes them off the list', async () => {
    const id = await receive({ petitionerName: 'Lê Văn Tám', email: '', address: 'Thôn 2, Trân Châu' })
    await receive({ petitionerName: 'Đỗ Thị Na', email: '', address: 'Tổ dân phố 5' })
    await post()
    await clerk.open('/cat-hai/thu-gui-di/in-thu')
    expect(clerk.text()).toContain('Tải tệp in (2 thư)')
    await clerk.open(`/cat-hai/kien-nghi/${id}`)
    expect(clerk.text()).toMatch(/Đã tiếp nhận Thư giấy \(không có thư điện tử\) Chờ gửi/)
    await clerk.open('/cat-hai/thu-gui-di/in-thu')
    const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const file = await office.server.inject({ url: '/cat-hai/thu-gui-di/in-thu.pdf', headers: { cookie } })
    const { pages } = await readPdf(file.rawPayload)
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('Lê Văn Tám')
    expect(pages[1]).toContain('Địa chỉ: Tổ dân phố 5')
    for (const left of [1, 0]) {
      // this visitor's browser sends the last of several hidden fields of one name
      await clerk.post('/cat-hai/thu-gui-di/in-thu', {})
      expect(clerk.text()).toContain('Thư gửi đi')
      await clerk.open('/cat-hai/thu-gui-di/in-thu')
      expect(clerk.page.match(/name="ids"/g) ?? []).toHaveLength(left)
    }
    await clerk.open('/cat-hai/thu-gui-di/in-thu')
    expect(clerk.text()).toContain('Không có thư nào cần in')
  })

  it('shows nothing of a confidential petition to those who are not on its list', async () => {
    await receive({
      email: 'kin@example.vn',
      petitionerName: 'Người Kín',
      confidential: 'on',
      confidentialReason: 'sợ',
    })
    await post()
    const records = await signedIn(office.server, `records-${world.authorityId}`, PASSWORD)
    const hidden = await world.db.selectFrom('outboxMessage').select('id').where('toName', '=', 'Người Kín').execute()
    for (const view of ['done', 'attention', 'onTheWay', 'letters', 'notSent']) {
      await records.open(`/cat-hai/thu-gui-di?xem=${view}`)
      expect(records.page).not.toContain('Người Kín')
    }
    expect(await records.open(`/cat-hai/thu-gui-di/${hidden[0]!.id}`)).toBe(404)
    await records.open('/tai-khoan')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(records.page)![1]!
    const sent = await records.send('POST', `/cat-hai/thu-gui-di/${hidden[0]!.id}/gui-lai`, { _csrf })
    expect(sent.status).toBe(404)
  })
})
