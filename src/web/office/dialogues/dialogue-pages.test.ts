import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../../../tests/support/dialogue-world.ts'
import type { FormVisitor } from '../../../../tests/support/form-visitor.ts'
import { signedIn } from '../../../../tests/support/signed-in.ts'
import { createTestOffice } from '../../../../tests/support/test-office.ts'
import type { Role } from '../../../access/role.ts'
import { findConclusionNotice } from '../../../dialogues/conclusion-store.ts'
import { getDialogue, listDialogues } from '../../../dialogues/dialogue-store.ts'
import { gateRoutes, officeRoutes } from '../office-routes.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
let world: DialogueWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
const visitors = new Map<Role, FormVisitor>()

beforeAll(async () => {
  world = await createDialogueWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
  await world.db
    .insertInto('numberBook')
    .values({
      ...{ authorityId: world.authorityId, name: 'Thông báo', issuerAgencyId: world.agencies.party, mode: 'ours' },
      ...{ paperKinds: ['conclusionNotice'], period: 'year', pattern: '{n}-TB/ĐU', fromDay: '2025-01-01' as never },
    })
    .execute()
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

async function as(role: Role): Promise<FormVisitor> {
  const known = visitors.get(role) ?? (await signedIn(office.server, `${role}-${world.authorityId}`, PASSWORD))
  visitors.set(role, known)
  return known
}

/** Sessions end with the days: everybody signs in again. */
function moveTo(day: string): void {
  world.at(day)
  visitors.clear()
}

const at = (path: string) => `/${world.slug}${path}`

/** Opens the page of a form and posts it; returns where it ended. */
async function fill(
  role: Role,
  page: string,
  action: string,
  fields: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const visitor = await as(role)
  await visitor.open(at(page))
  const status = await visitor.post(at(action), fields)
  return { status, text: visitor.text() }
}

/** The clerk ticks, on the form of the item, which petition it concludes. */
async function concludesPetition(dialogueId: number): Promise<void> {
  const { db, authorityId } = world
  const person = { authorityId, kind: 'person', name: 'Bà Phạm Thị Thử' }
  const who = await db.insertInto('petitioner').values(person).returning('id').executeTakeFirstOrThrow()
  const about = { authorityId, dialogueId, petitionerId: who.id, receivedOn: '2025-10-10' as never }
  const letter = { ...about, channel: 'letter', text: 'Cống bị tắc' }
  const submission = await db.insertInto('submission').values(letter).returning('id').executeTakeFirstOrThrow()
  const petition = {
    ...about,
    submissionId: submission.id,
    code: 'CH-2025-0099',
    raised: 'before',
    content: 'Cống bị tắc',
  }
  const { id } = await db.insertInto('petition').values(petition).returning('id').executeTakeFirstOrThrow()
  const item = await db
    .selectFrom('conclusionItem')
    .select('id')
    .where('dialogueId', '=', dialogueId)
    .executeTakeFirstOrThrow()
  const path = `/hoi-nghi/${dialogueId}/ket-luan`
  const form = `${path}?sua=${item.id}`
  expect((await fill('clerk', form, `${path}/muc/${item.id}/kien-nghi`, {})).status).toBe(422)
  const covered = await fill('clerk', form, `${path}/muc/${item.id}/kien-nghi`, { petitionIds: String(id) })
  expect(covered.text).toContain('CH-2025-0099')
  const read = db.selectFrom('petition').select('conclusionItemId').where('id', '=', id)
  expect(await read.executeTakeFirst()).toEqual({ conclusionItemId: item.id })
}

describe('the pages of a dialogue, without script', () => {
  let id = 0
  const below = (path: string) => `/hoi-nghi/${id}${path}`

  it('say what to do while there is nothing', async () => {
    const clerk = await as('clerk')
    expect(await clerk.open(at('/hoi-nghi'))).toBe(200)
    expect(clerk.text()).toContain('Chưa có cuộc đối thoại nào')
    await clerk.open(at('/yeu-cau-doi-thoai'))
    expect(clerk.text()).toContain('Chưa có yêu cầu nào')
    await clerk.open(at('/chu-de'))
    expect(clerk.text()).toContain('Chưa có đề xuất nào')
  })

  it('keep everything typed when a form is refused', async () => {
    const typed = {
      title: 'Đối thoại đột xuất ở bến Bèo',
      kind: 'adHoc',
      form: 'inPerson',
      chairModel: 'partySecretary',
      topic: 'Bến cá <b>&',
    }
    const { status, text } = await fill('clerk', '/hoi-nghi/moi', '/hoi-nghi/moi', typed)
    expect(status).toBe(422)
    expect(text).toContain('Cần điền mục này')
    const page = (await as('clerk')).page
    expect(page).toContain('value="Đối thoại đột xuất ở bến Bèo"')
    expect(page).toContain('Bến cá &lt;b>&amp;')
    expect(page).toMatch(/value="adHoc"[^>]*checked/)
  })

  it('open a dialogue and show the first thing to do', async () => {
    const typed = { title: 'Đối thoại năm 2025', kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' }
    const { status, text } = await fill('clerk', '/hoi-nghi/moi', '/hoi-nghi/moi', typed)
    expect(status).toBe(200)
    expect(text).toContain('Việc tiếp theo: Quyết định thời gian, địa điểm, thành phần')
    expect(text).toContain('Văn phòng Đảng ủy')
    id = (await listDialogues(world.db, world.authorityId))[0]!.id
  })

  it('show an act only to those who may do it, and refuse it to the others', async () => {
    const clerk = await as('clerk')
    await clerk.open(at(below('')))
    expect(clerk.page).not.toContain(at(below('/thoi-gian')))
    expect(await clerk.open(at(below('/thoi-gian')))).toBe(403)
    const chair = await as('chair')
    await chair.open(at(below('')))
    expect(chair.page).toContain(at(below('/thoi-gian')))
    const specialist = await as('agencySpecialist')
    await specialist.open(at(below('')))
    expect(specialist.text()).toContain('Việc tiếp theo: Quyết định thời gian, địa điểm, thành phần')
  })

  it('count the deadlines from the day the chair decides', async () => {
    const decided = { heldOn: '29/10/2025', startsAt: '08:00', venue: 'Hội trường đặc khu' }
    const { text } = await fill('chair', below('/thoi-gian'), below('/thoi-gian'), decided)
    expect(text).toContain('Chậm nhất 20/10/2025')
    expect(text).toContain('Chậm nhất 12/11/2025')
  })

  it('show both texts when somebody else saved in between', async () => {
    const clerk = await as('clerk')
    await clerk.open(at(below('/thong-tin')))
    const form = clerk.hiddenFields(at(below('/thong-tin')))
    await fill('officeLeader', below('/thong-tin'), below('/thong-tin'), { title: 'Đối thoại của lãnh đạo', topic: '' })
    const reply = await clerk.send('POST', at(below('/thong-tin')), {
      ...form,
      title: 'Đối thoại của chuyên viên',
      topic: 'Nước sạch',
    })
    expect(reply.status).toBe(409)
    expect(reply.body).toContain('Đối thoại của lãnh đạo')
    expect(reply.body).toContain('value="Đối thoại của chuyên viên"')
    expect((await getDialogue(world.db, world.authorityId, id)).title).toBe('Đối thoại của lãnh đạo')
  })

  it('carry tasks, invitations, notices, agenda and speakers', async () => {
    const { agencies } = world
    const task = { agencyId: String(agencies.economy), kind: 'logistics', content: 'Chuẩn bị hội trường' }
    expect((await fill('clerk', below('/phan-cong'), below('/phan-cong'), task)).text).toContain('Chuẩn bị hội trường')
    const guest = { kind: 'people', name: 'Bà Trần Thị Thử', headcount: '1' }
    expect((await fill('front', below('/thanh-phan'), below('/thanh-phan'), guest)).text).toContain('Bà Trần Thị Thử')
    const sent = { sentOn: '01/10/2025', channel: 'villageHead' }
    expect((await fill('recordsClerk', below('/thanh-phan'), below('/thanh-phan/gui'), sent)).text).toContain(
      '01/10/2025',
    )
    const notice = { channel: 'media', doneOn: '01/10/2025', times: '2' }
    expect((await fill('clerk', below('/thong-bao'), below('/thong-bao'), notice)).text).toContain(
      'xong ngày 01/10/2025',
    )
    expect((await fill('clerk', below('/chuong-trinh'), below('/chuong-trinh'), { label: 'Văn nghệ' })).text).toContain(
      'Văn nghệ',
    )
    const speech = { registered: 'before', speakerName: 'Ông Lê Văn Thử', content: 'Bến cá' }
    expect((await fill('secretary', below('/phat-bieu'), below('/phat-bieu'), speech)).text).toContain('Ông Lê Văn Thử')
    const specialist = await as('agencySpecialist')
    expect(await specialist.open(at(below('/phat-bieu')))).toBe(403)
  })

  it('move a row only where there is a place to move to, and come back to that row', async () => {
    const page = below('/chuong-trinh')
    await fill('clerk', page, page, { label: 'Nhân dân phát biểu' })
    const clerk = await as('clerk')
    const movable = (verb: string) =>
      [...clerk.page.matchAll(new RegExp(`/chuong-trinh/(\\d+)/${verb}"`, 'g'))].map((match) => Number(match[1]))
    const [up, down] = [movable('len'), movable('xuong')]
    const rows = [down[0], ...up]
    expect(rows.length).toBeGreaterThan(1)
    expect(down).toEqual(rows.slice(0, -1))
    const last = at(`${page}/${rows.at(-1)}/len`)
    const { location } = await clerk.send('POST', last, clerk.hiddenFields(last))
    expect(location).toBe(at(`${page}#thu-tu-${rows.at(-1)}`))
    await clerk.open(at(page))
    expect(clerk.page).toContain(`id="thu-tu-${rows.at(-1)}"`)
    expect(movable('xuong').at(-1)).toBe(rows.at(-1))
  })

  it('hold the conference only after the confirmation, and lead on to minutes and conclusion', async () => {
    moveTo('2025-10-29')
    const held = { heldOn: '29/10/2025', attendanceDelegates: '40', attendancePeople: '160' }
    const early = await fill('secretary', below('/dieu-hanh'), below('/dieu-hanh/da-to-chuc'), held)
    expect(early.status).toBe(409)
    expect(early.text).toContain('không thuộc danh mục bí mật nhà nước')
    await fill('clerk', below('/dieu-hanh'), below('/dieu-hanh/xac-nhan'), { confirmed: 'on' })
    expect((await fill('secretary', below('/dieu-hanh'), below('/dieu-hanh/da-to-chuc'), held)).text).toContain(
      '160 người dân',
    )
    const minutes = { secretaryName: 'Thư ký Thử', proceedings: 'Ông A hỏi, ông B trả lời.', conclusion: '' }
    await fill('secretary', below('/bien-ban'), below('/bien-ban'), minutes)
    await fill('secretary', below('/bien-ban'), below('/bien-ban/thu-ky-ky'), {})
    expect((await fill('chair', below('/bien-ban'), below('/bien-ban/chu-tri-ky'), {})).text).toContain(
      'Biên bản đã khóa',
    )
  })

  it('draft, approve, issue, send and receive the conclusion', async () => {
    const item = {
      ...{ content: 'Cống thoát nước', conclusion: 'Giao khảo sát', disposition: 'verifyAndReplyLater' },
      ...{ leadAgencyId: String(world.agencies.economy), dueOn: '28/11/2025' },
    }
    await fill('clerk', below('/ket-luan'), below('/ket-luan/muc'), item)
    const agency = await as('agencySpecialist')
    await agency.open(at(below('/ket-luan')))
    expect(agency.text()).not.toContain('Cống thoát nước')
    await concludesPetition(id)
    const clerk = await as('clerk')
    await clerk.open(at(below('/ket-luan')))
    expect(clerk.page).not.toContain(`${at(below('/ket-luan/duyet'))}"`)
    expect((await fill('chair', below('/ket-luan'), below('/ket-luan/duyet'), {})).text).toContain('Đã duyệt')
    const issue = { datedOn: '29/10/2025', signCapacity: 'T/M', signerName: 'Người ký Thử', signerTitle: 'Bí thư' }
    const issued = await fill('recordsClerk', below('/noi-nhan'), below('/noi-nhan/ban-hanh'), issue)
    expect(issued.text).toContain('Số 01-TB/ĐU, ngày 29/10/2025')
    expect(issued.text).toContain('Thôn Trân Châu')
    await fill('recordsClerk', below('/noi-nhan'), below('/noi-nhan/gui'), {
      sentOn: '29/10/2025',
      channel: 'documentAxis',
    })
    const notice = (await findConclusionNotice(world.db, world.authorityId, id))!
    const recipient = await world.db
      .selectFrom('paperRecipient')
      .select('id')
      .where('paperId', '=', notice.paperId!)
      .where('agencyId', '=', world.agencies.economy)
      .executeTakeFirstOrThrow()
    moveTo('2025-10-31')
    const receipt = { receivedOn: '31/10/2025', note: 'Văn thư' }
    const page = below(`/noi-nhan?sua=${recipient.id}`)
    expect((await fill('agencySpecialist', page, below(`/noi-nhan/nhan/${recipient.id}`), receipt)).text).toContain(
      '31/10/2025',
    )
    const later = await as('agencySpecialist')
    await later.open(at(below('/ket-luan')))
    expect(later.text()).toContain('Cống thoát nước')
  })

  it('answer 404 for a dialogue that is not there, whatever is typed', async () => {
    const clerk = await as('clerk')
    expect(await clerk.open(at('/hoi-nghi/999999'))).toBe(404)
    expect(await clerk.open(at('/hoi-nghi/abc/ket-luan'))).toBe(404)
  })
})

describe('what the chair decided on paper', () => {
  it('is recorded by the clerk for a request and a topic, with who and when, and says so', async () => {
    moveTo('2025-10-01')
    const request = { requesterKind: 'citizen', requesterName: 'Bà Thử', content: 'Xin đối thoại về bến cá' }
    await fill('clerk', '/yeu-cau-doi-thoai', '/yeu-cau-doi-thoai', { ...request, receivedOn: '25/09/2025' })
    const { id } = await world.db.selectFrom('dialogueRequest').select('id').executeTakeFirstOrThrow()
    const page = `/yeu-cau-doi-thoai?sua=${id}`
    const act = `/yeu-cau-doi-thoai/${id}/quyet-dinh-tren-giay`
    const decision = { decision: 'accepted', decidedOn: '30/09/2025', paperApprover: '' }
    expect((await fill('clerk', page, act, decision)).status).toBe(422)
    await fill('clerk', page, act, { ...decision, paperApprover: 'Bí thư Đảng ủy', paperNumber: '7-CV/ĐU' })
    const clerk = await as('clerk')
    await clerk.open(at(page))
    expect(clerk.text()).toContain('trên giấy')
    expect(clerk.text()).toContain('Trên giấy: Bí thư Đảng ủy, văn bản số 7-CV/ĐU, ngày 30/09/2025')

    const topic = { year: '2025', topic: 'Bến cá', reason: 'Bức xúc', proposedOn: '20/09/2025' }
    await fill('clerk', '/chu-de', '/chu-de', { ...topic, proposerAgencyId: String(world.agencies.economy) })
    const proposal = await world.db.selectFrom('topicProposal').select('id').executeTakeFirstOrThrow()
    const path = `/chu-de/${proposal.id}`
    const decided = { ...decision, paperApprover: 'Bí thư Đảng ủy' }
    expect((await fill('clerk', path, `${path}/quyet-dinh-tren-giay`, decided)).text).toContain(
      'Trên giấy: Bí thư Đảng ủy, ngày 30/09/2025',
    )
    const chair = await as('chair')
    await chair.open(at(path))
    expect(chair.text()).not.toContain('Ghi quyết định trên giấy')
  })
})
