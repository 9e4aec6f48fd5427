import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormVisitor } from '../../../../tests/support/form-visitor.ts'
import { openTrustOffice, type TrustOffice } from '../../../../tests/support/trust-office.ts'
import { temporaryKey } from '../../../platform/installation-key.ts'
import { receiveSubmission } from '../../../procedures/receive-submission.ts'
import { portalTable } from '../../portal/portal-routes.ts'
import { addPortal } from '../../portal/portal-server.ts'

let office: TrustOffice
let leader: FormVisitor
let page = ''
let petitionId = 0
let key = ''
const SAYS = 'Điện yếu, xin gọi 0912345678 để hẹn.'

beforeAll(async () => {
  office = await openTrustOffice()
  const { here } = office
  const assets = { css: '', portalCss: '', script: '', portalScript: '', icon: '', preload: [] }
  await addPortal(
    office.server,
    {
      runtime: {
        ...{ db: office.db, clock: here.clock, files: office.files, key: temporaryKey() },
        mail: { channels: ['email'], origin: undefined },
      },
      assets,
      origin: undefined,
      demo: false,
    },
    portalTable,
  )
  const received = await here.done(here.people.clerk, receiveSubmission, {
    ...{ dialogueId: here.dialogueId, receivedOn: '2025-10-10', channel: 'letter', raised: 'before' },
    ...{ petitionerKind: 'person', petitionerName: 'Đoàn Văn Sếu', text: SAYS },
  })
  petitionId = received.petitionIds[0]!
  key = `petition-${petitionId}`
  leader = await office.visitor('officeLeader')
  page = `/cat-hai/cong-khai/ket-qua/${here.dialogueId}`
}, 60_000)
afterAll(() => office?.close())

const reader = (path: string) => office.server.inject({ method: 'GET', url: `/cong/cat-hai${path}` })
const findName = () => new RegExp(`name="(find-${key}-content-\\d+)"`).exec(leader.page)![1]!

describe('the leader publishes', () => {
  it('sees what was found marked in its place, and nothing decided beforehand', async () => {
    await leader.open('/cat-hai/cong-khai')
    expect(leader.text()).toContain('Công khai trên Cổng')
    await leader.open(page)
    expect(leader.page).toContain('<mark>0912345678<sup>1</sup></mark>')
    const radios = leader.page.match(new RegExp(`<input[^>]*name="${findName()}"[^>]*>`, 'g'))!
    expect(radios).toHaveLength(2)
    expect(radios.join()).not.toContain('checked')
  })

  it('is asked for every decision beside its place; nothing typed is lost and nothing is published', async () => {
    const status = await leader.post(page, { chosen: key, [`also-${key}`]: 'để hẹn' })
    expect(status).toBe(422)
    expect(leader.text()).toContain('Hãy chọn che hay giữ lại.')
    expect(leader.page).toMatch(new RegExp(`<input[^>]*value="${key}"[^>]*checked`))
    expect(leader.page).toContain('>để hẹn</textarea>')
    expect((await reader('/ket-qua')).body).not.toContain('Điện yếu')
  })

  it('can hide everything found at once, sees what will be read, and then publishes', async () => {
    await leader.open(page)
    expect(await leader.post(page, { chosen: key, _act: 'hideAll', [`also-${key}`]: 'để hẹn' })).toBe(200)
    expect(leader.page).toContain('Điện yếu, xin gọi [đã che số điện thoại] [đã che].')
    expect(leader.page).toMatch(new RegExp(`<input[^>]*name="${findName()}"[^>]*value="hide"[^>]*checked`))
    expect(await leader.post(page, { chosen: key, [findName()]: 'hide', [`also-${key}`]: 'để hẹn' })).toBe(200)
    expect(leader.page).toContain('Đã công khai 1 nội dung')
    const { body } = await reader('/ket-qua')
    expect(body).toContain('Điện yếu, xin gọi [đã che số điện thoại] [đã che].')
    expect(body).not.toContain('0912345678')
    expect(body).not.toContain('Sếu')
  })

  it('takes it back with a reason, and the people’s page is gone', async () => {
    await leader.open(page)
    const address = /href="(\/cong\/cat-hai\/ket-qua\/\d+)"/.exec(leader.page)![1]!
    expect((await office.server.inject({ method: 'GET', url: address })).statusCode).toBe(200)
    const back = /href="(\/cat-hai\/cong-khai\/ban\/\d+\/rut)"/.exec(leader.page)![1]!
    await leader.open(back)
    expect(await leader.post(back, { reason: '' })).toBe(422)
    expect(await leader.post(back, { reason: 'Công khai nhầm' })).toBe(200)
    const gone = await office.server.inject({ method: 'GET', url: address })
    expect([gone.statusCode, gone.headers['cache-control']]).toEqual([404, 'no-store'])
  })

  it('announces the dialogue with how to take part, once the office has set its day', async () => {
    const announce = `/cat-hai/cong-khai/hoi-nghi/${office.here.dialogueId}`
    await leader.open(announce)
    const takingPart = 'Đăng ký ở Văn phòng, điện thoại 0225 3888 000.'
    expect(await leader.post(announce, { takingPart })).toBe(422)
    const find = /name="(find-dialogue-\d+-takingPart-\d+)"/.exec(leader.page)![1]!
    const kept = { takingPart, [find]: 'keep', [`${find}-reason`]: 'Số của cơ quan' }
    expect(await leader.post(announce, kept)).toBe(200)
    const shown = await reader(`/hoi-nghi/${office.here.dialogueId}`)
    expect([shown.statusCode, shown.body.includes('Hội nghị đối thoại năm 2025')]).toEqual([200, true])
    const copy = await office.db.selectFrom('publicDialogue').select('takingPart').executeTakeFirstOrThrow()
    expect(copy.takingPart).toBe(takingPart)
  })
})

describe('others', () => {
  it('see the state and cannot decide', async () => {
    const clerk = await office.visitor('clerk')
    expect(await clerk.open(page)).toBe(200)
    expect(clerk.page).not.toContain('Công khai các nội dung đã chọn')
    expect(clerk.text()).toContain('Lãnh đạo cơ quan chủ trì tham mưu quyết định công khai.')
  })

  it('find no confidential petition among what could be published', async () => {
    await leader.open(page)
    expect(leader.page).not.toContain('thu tiền không đúng quy định')
  })
})
