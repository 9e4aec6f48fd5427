import { createHash, randomBytes } from 'node:crypto'
import jsQR from 'jsqr'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../../tests/support/dialogue-world.ts'
import { FormVisitor } from '../../../tests/support/form-visitor.ts'
import { readPdf } from '../../../tests/support/read-pdf.ts'
import { signedIn } from '../../../tests/support/signed-in.ts'
import { createTestOffice } from '../../../tests/support/test-office.ts'
import { unpackedZip } from '../../../tests/support/unpacked-zip.ts'
import { addInvitee } from '../../dialogues/add-invitee.ts'
import { listAgendaSteps } from '../../dialogues/conference-store.ts'
import { confirmNotClassified } from '../../dialogues/confirm-not-classified.ts'
import { listInvitees } from '../../dialogues/dialogue-people-store.ts'
import { getDialogue } from '../../dialogues/dialogue-store.ts'
import { registerSpeech } from '../../dialogues/register-speech.ts'
import { arrangeHall } from '../../hall/arrange-hall.ts'
import { listArrivals } from '../../hall/door-store.ts'
import { findHall, growHall } from '../../hall/hall-store.ts'
import { openHall } from '../../hall/open-hall.ts'
import { stopPress } from '../../papers/write-paper.ts'
import { openDialogue } from '../../procedures/open-dialogue.ts'
import { dialogueSource, publishDialogue } from '../../procedures/publish-dialogue.ts'
import { findsOf, hashOfTexts } from '../../publications/publication.ts'
import { countPhoneBallots, insertBallot } from '../../surveys/ballot-store.ts'
import { ballotCodeHash, handOutCodes } from '../../surveys/cast-ballot.ts'
import { countBallots } from '../../surveys/count-ballots.ts'
import { enterTally } from '../../surveys/enter-tally.ts'
import { openSurvey } from '../../surveys/open-survey.ts'
import { settleSurvey } from '../../surveys/settle-survey.ts'
import { keptSpeech } from '../browser/hall-conflicts.ts'
import { gateRoutes, officeRoutes } from '../office/office-routes.ts'
import { soughtPetitions } from './find-on-desk.ts'
import type { DeskPetition } from './hall-view.ts'

// The hall as browsers without script see it: telephones, ballots, the door.

const PASSWORD = 'cá thu kho riềng ba lửa'
const DAY = '2025-10-29'

let world: DialogueWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let id = 0
let phone = ''
let surveyId = 0
const codes = Array.from({ length: 4 }, () => randomBytes(16).toString('base64url'))

beforeAll(async () => {
  world = await createDialogueWorld({
    ...{ password: PASSWORD, regulation: 'thanh-hoa-2543', kind: 'commune', today: DAY },
    agencies: { communeOffice: 'Văn phòng UBND xã', communePolice: 'Công an xã' },
    posts: { policeChief: 'Trưởng Công an xã' },
  })
  const { people, done, db, authorityId } = world
  const opening = { title: 'Hội nghị đối thoại', kind: 'periodic', form: 'inPerson', chairModel: 'threeChairs' }
  id = (await done(people.clerk, openDialogue, { ...opening, heldOn: DAY })).id
  await done(people.clerk, confirmNotClassified, { id, confirmed: 'on' })
  const invited = { id, kind: 'people', headcount: '1', title: 'Thôn 1' }
  await done(people.clerk, addInvitee, { ...invited, name: 'Nguyễn Thị Nhài' })
  await done(people.clerk, addInvitee, {
    ...invited,
    name: 'Đại diện Nhân dân thôn 2',
    headcount: '40',
    title: 'Thôn 2',
  })
  await done(people.secretary, openHall, { id })
  phone = `/dt/${(await findHall(db, authorityId, id))!.phoneToken}`
  surveyId = (await done(people.clerk, openSurvey, { dialogueId: id, title: 'Phiếu đánh giá sự hài lòng' })).id
  await done(people.leader, handOutCodes, { id: surveyId, hashes: codes.map(ballotCodeHash) })
  office = await createTestOffice(db, world.clock, { office: officeRoutes, gate: gateRoutes })
})
afterAll(async () => {
  stopPress()
  await office?.close()
  await world?.close()
})

describe('a telephone in the hall, without script', () => {
  it('looks again by itself, and asks on a page of its own that is left alone while somebody types', async () => {
    const reader = new FormVisitor(office.server)
    await reader.open(phone)
    expect(reader.page).toContain('http-equiv="refresh" content="30"')
    expect(reader.page).toContain(`href="${phone}?hoi#hoi"`)
    await reader.open(`${phone}?hoi`)
    expect(reader.page).not.toContain('http-equiv="refresh"')
    await reader.post(`${phone}/cau-hoi`, { text: 'Bao giờ có nước sạch?', name: 'Bà Tám', village: '' })
    expect(reader.text()).toContain('Đã nhận câu hỏi')
    // nobody sees it, nor the name, before the desk has read it
    expect(reader.page).not.toContain('Bà Tám')
  })

  it('keeps what was typed when questions are not taken any more, and says why', async () => {
    const reader = new FormVisitor(office.server)
    await reader.open(`${phone}?hoi`)
    const arranged = { id, screenLook: 'speaker', speakingMinutes: '' }
    await world.done(world.people.secretary, arrangeHall, { ...arranged, questionsOpen: '' })
    await reader.post(`${phone}/cau-hoi`, { text: 'Đường bao giờ làm xong?', name: 'Ông Chín', village: '' })
    expect(reader.text()).toContain('Hội nghị không nhận câu hỏi lúc này.')
    expect(reader.text()).toContain('Đường bao giờ làm xong?')
    await world.done(world.people.secretary, arrangeHall, { ...arranged, questionsOpen: 'on' })
  })

  it('is told nothing at an address that is none', async () => {
    const reader = new FormVisitor(office.server)
    expect(await reader.open('/dt/khong-co')).toBe(404)
    // what to do, in a page without the office's ways
    expect(reader.text()).toContain('Xin quét lại mã')
    expect(reader.text()).not.toContain('Việc hôm nay')
    expect((await reader.send('GET', '/dt/khong-co/du-lieu')).status).toBe(404)
  })
})

describe('those at home', () => {
  it('are led from the portal to the open hall of an announced conference, and told when it is not open', async () => {
    const { db, authorityId, people, done, slug } = world
    const at = `/truc-tiep/${slug}/${id}`
    const reader = new FormVisitor(office.server)
    // not announced: nobody learns that there is a hall
    expect(await reader.open(at)).toBe(404)
    const dialogue = await getDialogue(db, authorityId, id)
    const agenda = await listAgendaSteps(db, authorityId, id)
    const source = dialogueSource(dialogue, { agenda, takingPart: '', names: [] })
    const decisions = findsOf(source).map(({ field, start }) => ({ field, start, keep: '', reason: '' }))
    const published = { id, hash: hashOfTexts(source), takingPart: '', alsoHide: '', decisions }
    await done(people.leader, publishDialogue, published)
    expect((await reader.send('GET', at)).location).toBe(phone)
    await done(people.secretary, arrangeHall, { id, screenLook: 'speaker', speakingMinutes: '', questionsOpen: '' })
    await reader.open(at)
    expect(reader.text()).toContain('Trang này tự xem lại sau mỗi phút')
    await done(people.secretary, arrangeHall, { id, screenLook: 'speaker', speakingMinutes: '', questionsOpen: 'on' })
    expect(await reader.open(`/truc-tiep/${slug}/999999`)).toBe(404)
    expect(await reader.open('/truc-tiep/khong-co/1')).toBe(404)
  })
})

it('takes a question pressed twice without script once', async () => {
  const reader = new FormVisitor(office.server)
  await reader.open(`${phone}?hoi`)
  const asked = { ...reader.hiddenFields(`${phone}/cau-hoi`), text: 'Bấm hai lần', name: '', village: '' }
  for (const _ of [1, 2]) expect((await reader.send('POST', `${phone}/cau-hoi`, asked)).status).toBe(303)
  const rows = await world.db.selectFrom('hallQuestion').select('id').where('text', '=', 'Bấm hai lần').execute()
  expect(rows).toHaveLength(1)
})

describe('ballots by telephone', () => {
  const answers = { 'n.conduct': 'verySatisfied', 'n.procedures': 'satisfied' }

  it('are good for one, hold neither code nor time, and say so', async () => {
    const reader = new FormVisitor(office.server)
    const at = `/phieu/${codes[0]}`
    await reader.open(at)
    expect(reader.text()).toContain('không ai biết phiếu này của ai')
    await reader.post(at, { ...answers, comment: 'Công an xã nhiệt tình.' })
    expect(reader.text()).toContain('Đã nhận phiếu')
    const again = new FormVisitor(office.server)
    await again.open(at)
    expect(again.text()).toContain('Mã này đã được dùng')
    const [ballot] = await world.db.selectFrom('surveyBallot').selectAll().execute()
    expect(Object.keys(ballot!).sort()).toEqual(['answers', 'authorityId', 'comment', 'id', 'surveyId'])
    expect(JSON.stringify(ballot)).not.toContain(codes[0])
    const log = await world.db.selectFrom('changeLog').selectAll().where('action', '=', 'survey/cast-ballot').execute()
    expect(log).toHaveLength(1)
    expect(JSON.stringify(log)).not.toMatch(/verySatisfied|nhiệt tình/)
    // nor a hash that whoever has the code could try every ballot against
    const keys = await world.db
      .selectFrom('idempotencyKey')
      .select('inputHash')
      .where('change', '=', 'survey/cast-ballot')
      .execute()
    expect(keys.map((one) => one.inputHash)).toEqual([createHash('sha256').update('{}').digest('hex')])
  })

  it('are cast once though two windows send at the same moment', async () => {
    const readers = [new FormVisitor(office.server), new FormVisitor(office.server)]
    const at = `/phieu/${codes[1]}`
    for (const reader of readers) await reader.open(at)
    await Promise.all(readers.map((reader) => reader.post(at, answers)))
    expect((await countPhoneBallots(world.db, world.authorityId, surveyId)).cast).toBe(2)
  })

  it('are refused empty or with an answer of their own, and the code stays good', async () => {
    const reader = new FormVisitor(office.server)
    const at = `/phieu/${codes[2]}`
    await reader.open(at)
    await reader.post(at, { comment: 'Chỉ có lời' })
    expect(reader.page).toContain('data-failed')
    expect(reader.text()).toContain('Chỉ có lời')
    await reader.post(at, { 'n.conduct': 'tuyệt vời' })
    expect(reader.page).toContain('data-failed')
    await reader.post(at, { 'n.conduct': 'notSatisfied' })
    expect(reader.text()).toContain('Đã nhận phiếu')
    expect(await reader.open('/phieu/khong-co-ma-nay')).toBe(404)
  })

  it('do not tell by their rows which code cast which, even while ballots still come in', async () => {
    const { rows } = await sql<{ writers: number; used: number }>`select count(distinct xmin::text)::int as writers,
      count(*) filter (where used)::int as used from survey_code where survey_id = ${surveyId}`.execute(world.db)
    // three were cast and one was not: all four were written by the same transaction
    expect(rows).toEqual([{ writers: 1, used: 3 }])
  })

  it('lie in no order: neither their places nor who wrote them tell a turn', async () => {
    const { db, authorityId } = world
    const lying = async () => {
      const { rows } = await sql<{ comment: string; writers: number }>`
        select comment, count(*) over (partition by xmin::text)::int as writers from survey_ballot
        where survey_id = ${surveyId} order by ctid`.execute(db)
      return rows
    }
    const before = await lying()
    // undone at the end: nobody cast these
    const undone = new Error('undone')
    const turns = Array.from({ length: 20 }, (_, n) => `lượt ${n}`)
    const cast = db.transaction().execute(async (trx) => {
      for (const comment of turns) await insertBallot(trx, { authorityId, surveyId, answers: {}, comment })
      const { rows } = await sql<{ comment: string }>`
        select comment from survey_ballot where survey_id = ${surveyId} order by ctid`.execute(trx)
      const order = rows.map((row) => row.comment).filter((comment) => comment.startsWith('lượt'))
      expect([...order].sort()).toEqual([...turns].sort())
      expect(order).not.toEqual(turns)
      expect(order.toReversed()).not.toEqual(turns)
      throw undone
    })
    await expect(cast).rejects.toBe(undone)
    expect(await lying()).toEqual(before)
    expect(before.map((row) => row.writers)).toEqual([3, 3, 3])
  })

  it('are counted with the paper ballots of two persons into one result, and closed with it', async () => {
    const { people, done, db, authorityId } = world
    const count = { id: surveyId, issued: '10', returned: '8', valid: '8' }
    await done(people.clerk, countBallots, { ...count, version: 1 })
    const cells = (n: string) =>
      Object.fromEntries(
        ['conduct', 'procedures', 'patrols', 'reports'].flatMap((group) => [
          [`n.${group}.verySatisfied`, n],
          [`n.${group}.satisfied`, '2'],
          [`n.${group}.neutral`, '0'],
          [`n.${group}.notSatisfied`, '0'],
        ]),
      )
    await done(people.clerk, enterTally, { id: surveyId, version: 2, pass: 1, cells: cells('6') })
    await done(people.leader, enterTally, { id: surveyId, version: 2, pass: 2, cells: cells('5') })
    const clerk = await signedIn(office.server, `clerk-${authorityId}`, PASSWORD)
    await clerk.open(`/${world.slug}/hoi-nghi/${id}/phieu-danh-gia`)
    // the eight cells in which the two differ are pointed out before anything is settled
    expect(clerk.text()).toMatch(/khác nhau|chênh lệch|lệch/i)
    expect(clerk.text()).not.toContain('Công an xã nhiệt tình.')
    await done(people.leader, settleSurvey, { id: surveyId, version: 2, settledPass: 1, reason: 'Đếm lại: 6.' })
    await clerk.open(`/${world.slug}/hoi-nghi/${id}/phieu-danh-gia`)
    expect(clerk.text()).toContain('n = 11: 8 phiếu giấy, 3 phiếu qua điện thoại')
    expect(clerk.text()).toContain('Công an xã nhiệt tình.')
    expect(await countPhoneBallots(db, authorityId, surveyId)).toMatchObject({ issued: 4, cast: 3 })
    const late = new FormVisitor(office.server)
    await late.open(`/phieu/${codes[3]}`)
    expect(late.text()).toContain('Đã hết thời gian nhận phiếu')
  })
})

it('finds a petition sent in before by its number, by who sent it, by words without marks; none while nothing is typed', () => {
  const row = (id: number, code: string, petitioner: string, content: string) =>
    ({ id, code, petitioner, content }) as DeskPetition
  const rows = [
    row(1, 'KN-2025-0002', 'Vũ Đình Khoát', 'Nước máy chảy yếu, 12 hộ cuối thôn'),
    row(2, 'KN-2025-0012', 'Nguyễn Thị Nhài', 'Đường trục thôn ngập'),
  ]
  const found = (typed: string) => soughtPetitions(rows, typed).map((one) => one.id)
  expect(found('12')).toEqual([2])
  expect(found('kn-2025-0002')).toEqual([1])
  expect(found('nhai')).toEqual([2])
  expect(found('thon duong')).toEqual([2])
  expect(found('Đường')).toEqual([2])
  expect(found('thon')).toEqual([1, 2])
  expect(found('99')).toEqual([])
  expect(found(' ')).toEqual([])
})

describe('the door', () => {
  it('prints an invitation for each, with name, post and a code that a camera reads and the door knows', async () => {
    const clerk = await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD)
    const page = `/${world.slug}/hoi-nghi/${id}/thanh-phan/giay-moi`
    expect(await clerk.open(page)).toBe(200)
    const invitees = await listInvitees(world.db, world.authorityId, id)
    const pictures = clerk.page.match(/data:image\/svg\+xml;base64,[^"]+/g) ?? []
    const read = await Promise.all(
      pictures.map(async (one) => {
        const picture = sharp(Buffer.from(one.split(',')[1]!, 'base64'))
          .resize(300)
          .ensureAlpha()
          .raw()
        const { data, info } = await picture.toBuffer({ resolveWithObject: true })
        return new URL(jsQR(new Uint8ClampedArray(data), info.width, info.height)!.data).pathname
      }),
    )
    expect(read).toEqual(invitees.map((one) => `/giay-moi/${one.code}`))
    expect(clerk.text()).toMatch(/Đồng chí, Ông \(Bà\): Nguyễn Thị Nhài[\s\S]*Thôn 1[\s\S]*Giấy mời dùng cho 40 người/)
    // what is not issued says so
    expect(clerk.text()).toContain('Giấy mời chưa ban hành')
    expect(clerk.text()).toContain('DỰ THẢO')
    const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const one = await office.server.inject({ url: `${page}.pdf?nguoi=${invitees[0]!.id}`, headers: { cookie } })
    const { pages } = await readPdf(one.rawPayload)
    expect(pages[0]).toContain(`Mã giấy mời: ${invitees[0]!.code.slice(0, 4)} ${invitees[0]!.code.slice(4)}`)
    expect(pages.join('')).not.toContain(invitees[1]!.name)
    expect(await clerk.open(`${page}?nguoi=999999`)).toBe(404)
    const secretary = await signedIn(office.server, `secretary-${world.authorityId}`, PASSWORD)
    expect(await secretary.open(page)).toBe(403)
  })

  it('finds who is invited by the code as printed, typed or scanned, and records the arrival once', async () => {
    const { db, authorityId, slug } = world
    const invitees = await listInvitees(db, authorityId, id)
    const one = invitees.find((invitee) => invitee.name === 'Nguyễn Thị Nhài')!
    expect(one.code).toMatch(/^[23456789A-Z]{8}$/)
    const guest = new FormVisitor(office.server)
    await guest.open(`/giay-moi/${one.code}`)
    expect(guest.text()).toContain('Hội nghị đối thoại')
    expect(guest.text()).not.toContain('Nhài')
    expect(await guest.open('/giay-moi/22222222')).toBe(404)
    await db.updateTable('dialogue').set({ state: 'cancelled' }).where('id', '=', id).execute()
    await guest.open(`/giay-moi/${one.code}`)
    expect(guest.text()).toContain('không tổ chức nữa')
    expect(guest.text()).not.toContain('xin đưa mã này')
    await growHall(db, authorityId, id)
    await guest.open(phone)
    expect(guest.text()).toContain('không tổ chức nữa')
    await db.updateTable('dialogue').set({ state: 'preparing' }).where('id', '=', id).execute()
    await growHall(db, authorityId, id)

    const door = await signedIn(office.server, `recordsClerk-${authorityId}`, PASSWORD)
    await door.open(`/giay-moi/${one.code}`)
    const desk = `/${slug}/hoi-nghi/${id}/hoi-truong`
    expect(door.address).toBe(`${desk}/cua?ma=${one.code}`)
    const shown = () => [...door.page.matchAll(/<li[^>]*data-row="(\d+)"(?![^>]*hidden)/g)].map((row) => Number(row[1]))
    expect(shown()).toEqual([one.id])
    for (const text of [`${one.code.slice(0, 4)} ${one.code.slice(4)}`, one.code.toLowerCase(), 'nhai']) {
      await door.open(`${desk}/cua?ma=${encodeURIComponent(text)}`)
      expect(shown(), text).toEqual([one.id])
    }
    await door.open(`${desk}/cua?ma=khong+ai`)
    expect(shown()).toEqual([])
    const came = { inviteeId: String(one.id), kind: 'people', headcount: '1' }
    await door.open(`${desk}/cua?ma=${one.code}`)
    await door.post(`${desk}/diem-danh`, came)
    await door.open(`${desk}/cua?ma=${one.code}`)
    expect(door.text()).toContain('đã vào lúc 09:00')
    const twice = await door.send('POST', `${desk}/diem-danh`, { ...door.hiddenFields(`${desk}/diem-danh`), ...came })
    expect(twice.body).toContain('đã được ghi nhận vào cửa')
    expect(await listArrivals(db, authorityId, id)).toHaveLength(1)
  })
})

it('gives each reader only the desks that are theirs, at every fetch as on its page', async () => {
  const data = `/${world.slug}/hoi-nghi/${id}/hoi-truong/du-lieu?ban=`
  const specialist = await signedIn(office.server, `agencySpecialist-${world.authorityId}`, PASSWORD)
  const own = await specialist.send('GET', `${data}co-quan`)
  expect(own.status).toBe(200)
  expect(JSON.parse(own.body)).toMatchObject({ arrivals: [], invitees: [], questions: [], undoable: null })
  expect((await specialist.send('GET', `${data}cua`)).status).toBe(403)
  expect((await specialist.send('GET', `${data}thu-ky`)).status).toBe(403)
})

describe('a desk on a bad line', () => {
  const desk = () => `/${world.slug}/hoi-nghi/${id}/hoi-truong`
  const sent = async (who: FormVisitor, path: string, fields: Record<string, string>) => {
    await who.open(`${desk()}/cua`)
    const { _csrf } = who.hiddenFields(`${desk()}/diem-danh`)
    const reply = await who.send('POST', desk() + path, { ...fields, _csrf: _csrf!, _script: '1' })
    return { status: reply.status, ...(JSON.parse(reply.body) as { ok: boolean; sentence?: string }) }
  }

  it('sends once more what it heard no answer to, later, and it is done once', async () => {
    const door = await signedIn(office.server, `recordsClerk-${world.authorityId}`, PASSWORD)
    const before = (await listArrivals(world.db, world.authorityId, id)).length
    const come = { kind: 'people', headcount: '3', _key: 'cau-tra-loi-bi-mat', at: '1000' }
    expect(await sent(door, '/diem-danh', { ...come, sentAt: '2000' })).toMatchObject({ status: 200, ok: true })
    expect(await sent(door, '/diem-danh', { ...come, sentAt: '64000' })).toMatchObject({ status: 200, ok: true })
    expect((await listArrivals(world.db, world.authorityId, id)).length).toBe(before + 1)
  })

  it('is answered in a sentence when what it is about has gone, so that its queue goes on', async () => {
    const door = await signedIn(office.server, `recordsClerk-${world.authorityId}`, PASSWORD)
    const [newest] = await listArrivals(world.db, world.authorityId, id)
    const back = { arrivalId: String(newest!.id) }
    expect(await sent(door, '/diem-danh/bo', back)).toMatchObject({ status: 200, ok: true })
    // another door has pressed the same
    expect(await sent(door, '/diem-danh/bo', back)).toMatchObject({ status: 200, ok: true })
    expect(await sent(door, '/diem-danh/bo', { arrivalId: '999999' })).toMatchObject({ status: 409, ok: false })
  })
})

it('keeps every speech that was held while a desk was cut off and another went on: the second is not lost with the first', () => {
  const done = (key: string, at: number, fields: Record<string, string>) => ({
    ...{ key, order: at, at, path: '/lenh', label: key, conflict: 'không còn khớp', fields },
  })
  const first = done('mot', 1000, { act: 'next', speechId: '7', fromSpeechId: '6' })
  const second = done('hai', 61_000, { act: 'next', speechId: '8', fromSpeechId: '7' })
  const end = done('ba', 91_000, { act: 'finish', speechId: '8' })
  const kept = keptSpeech(first, [first, second, end])
  expect(kept).toEqual({ fields: { act: 'record', speechId: '7', startedAt: '1000', endedAt: '61000' }, settled: [] })
  const rest = keptSpeech(second, [second, end])
  expect(rest?.fields).toMatchObject({ speechId: '8', startedAt: '61000', endedAt: '91000' })
  expect(rest?.settled).toEqual([end])
  expect(keptSpeech(end, [end])).toBeNull()
})

describe('everything of the conference', () => {
  it('is taken along in one ZIP, by those who may download the dossier', async () => {
    const at = `/${world.slug}/hoi-nghi/${id}/hoi-truong/xuat`
    const speaker = { id, registered: 'before', speakerName: 'Phạm Thị Có Máy', village: '', content: '', minutes: '' }
    const { speechId } = await world.done(world.people.secretary, registerSpeech, speaker)
    await world.db.updateTable('speechRegistration').set({ phone: '0912345678' }).where('id', '=', speechId).execute()
    const clerk = await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD)
    const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await office.server.inject({ method: 'GET', url: at, headers: { cookie } })
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/zip'])
    const zip = reply.rawPayload.toString('latin1')
    const whole = JSON.parse((await unpackedZip(reply.rawPayload)).get('hoi-nghi.json')!.toString()) as Record<
      string,
      unknown
    >
    expect(whole).toMatchObject({ openItems: [], exclusions: 0 })
    expect(JSON.stringify(whole)).toContain('"phone":{"issued":4,"cast":3')
    // how to reach who registered stays in the house
    expect(JSON.stringify(whole)).toContain('Phạm Thị Có Máy')
    expect(JSON.stringify(whole)).not.toMatch(/0912345678|tokenHash|contactHash/)
    for (const name of ['doc-truoc.txt', 'bang-tong-hop.xlsx', 'hoi-nghi.json']) expect(zip).toContain(name)
    const village = await signedIn(office.server, `collector-${world.authorityId}`, PASSWORD)
    expect((await village.send('GET', at)).status).toBe(403)
  })
})
