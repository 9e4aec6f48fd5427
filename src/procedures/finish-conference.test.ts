import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../tests/support/dialogue-world.ts'
import { OPENING, openedHall } from '../../tests/support/opened-hall.ts'
import { programActor } from '../changes/program-actor.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { findMinutes, listAgendaSteps } from '../dialogues/conference-store.ts'
import { registerSpeech } from '../dialogues/register-speech.ts'
import { askQuestion, enterQuestion } from '../hall/ask-question.ts'
import { countArrival } from '../hall/count-arrival.ts'
import { type MinutesPetition, proceedingsText } from '../hall/minutes-text.ts'
import { openHall } from '../hall/open-hall.ts'
import { listQuestions } from '../hall/question-store.ts'
import { reportOpenItem } from '../hall/report-open-item.ts'
import { readDialogueFacts } from '../papers/facts/dialogue-paper-facts.ts'
import { parseDay } from '../platform/day.ts'
import { NotFound, NotPermitted } from '../platform/errors.ts'
import { answerInHall, directAgency } from './answer-in-hall.ts'
import { capturePetition } from './capture-petition.ts'
import { directHall } from './direct-hall.ts'
import { eraseNameOfConference } from './erase-person.ts'
import { composeMinutes, putOffUnanswered } from './finish-conference.ts'
import { holdConference } from './hold-conference.ts'
import { moderateQuestion } from './moderate-question.ts'
import { openDialogue } from './open-dialogue.ts'
import { receiveOpenQuestions, receiveQuestion } from './receive-question.ts'

const DAY = '2025-10-29'
let world: DialogueWorld
let id = 0
/** what the dialogue before left open */
let openPetitionId = 0
let speeches: number[] = []

beforeAll(async () => {
  world = await createDialogueWorld({ today: DAY })
  openPetitionId = await leaveSomethingOpen({ ...OPENING, title: 'Hội nghị trước', heldOn: '2025-10-08' })
  ;({ id, speeches } = await openedHall(world, DAY))
})
afterAll(() => world?.close())

/** A dialogue held before with one promise that was not kept. */
async function leaveSomethingOpen(opening: Record<string, string>): Promise<number> {
  const { people, done, db } = world
  const before = (await done(people.clerk, openDialogue, opening)).id
  const speech = { id: before, registered: 'before', speakerName: 'Hà Văn Trước', village: 'Thôn Cũ', minutes: '5' }
  const { speechId } = await done(people.secretary, registerSpeech, speech)
  await done(people.secretary, openHall, { id: before })
  const captured = { id: before, speechId, content: 'Cầu cảng cũ chưa sửa' }
  const { petitionIds } = await done(people.secretary, capturePetition, captured)
  await db
    .updateTable('petition')
    .set({ promisedOn: parseDay('2025-10-20') })
    .where('id', '=', petitionIds[0]!)
    .execute()
  await db.updateTable('dialogue').set({ state: 'held' }).where('id', '=', before).execute()
  return petitionIds[0]!
}

const direct = (input: Record<string, unknown>) => world.done(world.people.secretary, directHall, { id, ...input })
const later = (seconds: number) => world.clock.set(new Date(world.clock.now().getTime() + seconds * 1000))

describe('from the hall to the minutes', () => {
  it('takes questions from telephones, at most five in ten minutes, and shows none before it was read', async () => {
    const { perform, done, people, authorityId } = world
    const ask = (n: number) =>
      perform(programActor(authorityId), askQuestion, {
        id,
        text: `Câu hỏi ${n}`,
        name: '',
        village: '',
        askedBy: 'máy A',
      })
    for (let n = 1; n <= 5; n += 1) expect((await ask(n)).ok).toBe(true)
    await expect(ask(6)).rejects.toMatchObject({ code: 'hall/too-many-questions' })
    const row = await world.db.selectFrom('hallQuestion').selectAll().orderBy('id').executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'received', shownText: '' })
    const moderated = { id, questionId: row.id, version: 1 }
    expect(await world.refused(people.secretary, moderateQuestion, { ...moderated, state: 'hidden' })).toEqual({
      hiddenReason: 'reasonRequired',
    })
    const { speechId } = await done(people.secretary, moderateQuestion, { ...moderated, state: 'now' })
    expect(speechId).not.toBeNull()
  })

  it('counts the door: one by one, so many at a time, an invitation once', async () => {
    const { people, done } = world
    await done(people.records, countArrival, { id, kind: 'people', headcount: '120', women: '61' })
    await done(people.secretary, countArrival, { id, kind: 'delegates', headcount: '18' })
    expect(
      await world.refused(people.secretary, countArrival, { id, kind: 'people', headcount: '3', women: '4' }),
    ).toEqual({ women: 'moreThanPresent' })
  })

  it('writes the minutes from what happened: who, when, how long, on what, who answered, what was promised', async () => {
    const { people, done, agencies, db, authorityId } = world
    await direct({ act: 'open' })
    await direct({ act: 'next', speechId: speeches[0] })
    later(245)
    const captured = { id, speechId: speeches[0], content: '- Đường ra bến cá hỏng\n- Lắp đèn cầu cảng', split: 'on' }
    const { petitionIds } = await done(people.secretary, capturePetition, captured)
    await direct({ act: 'next', speechId: speeches[1], fromSpeechId: speeches[0] })
    const third = { id, speechId: speeches[1], content: 'Chưa có nước sạch' }
    await done(people.secretary, capturePetition, third)
    later(60)
    await direct({ act: 'skip', speechId: speeches[2], reason: 'Vắng' })
    const [, second, third2, fourth] = await listQuestions(db, authorityId, id).then((rows) =>
      [...rows].sort((a, b) => a.id - b.id),
    )
    const told = { id, version: 1 }
    await done(people.secretary, moderateQuestion, {
      ...told,
      questionId: second!.id,
      state: 'answered',
      answer: 'Quý I năm sau.',
    })
    await done(people.secretary, moderateQuestion, { ...told, questionId: third2!.id, state: 'shortlisted' })
    const { petitionId } = await done(people.secretary, receiveQuestion, { ...told, questionId: fourth!.id })
    await expect(
      world.perform(people.secretary, receiveQuestion, { ...told, version: 2, questionId: fourth!.id }),
    ).rejects.toMatchObject({ code: 'hall/question-received' })
    const report = { id, subjectKind: 'petition', subjectId: openPetitionId, reportedBy: 'Trưởng Phòng Kinh tế' }
    await done(people.secretary, reportOpenItem, { ...report, said: 'Đang làm', nextOn: '30/11/2025' })
    await done(people.secretary, reportOpenItem, { ...report, said: 'Đã đấu thầu xong', nextOn: '30/11/2025' })
    expect(
      await world.refused(people.secretary, reportOpenItem, { ...report, said: 'x', nextOn: '01/10/2025' }),
    ).toEqual({
      nextOn: 'promiseTooEarly',
    })
    await expect(
      world.perform(people.secretary, reportOpenItem, { ...report, subjectId: petitionId, said: 'x' }),
    ).rejects.toBeInstanceOf(NotFound)
    const answer = { id, disposition: 'answeredAtConference', answeredByName: 'Chủ tịch UBND', text: 'Đã bố trí vốn' }
    await done(people.secretary, answerInHall, { ...answer, petitionId: petitionIds[0], version: 1 })
    await done(people.chair, directAgency, {
      ...{ id, petitionId: petitionIds[1], version: 1, leadAgencyId: agencies.economy, promisedOn: '15/11/2025' },
    })
    await expect(
      world.perform(people.secretary, composeMinutes, { id, version: '', secretaryName: 'Thư ký' }),
    ).rejects.toMatchObject({ code: 'hall/still-running' })
    await direct({ act: 'end' })
    expect(await done(people.secretary, putOffUnanswered, { id, reason: 'Kiểm tra, trả lời sau' })).toEqual({
      count: 2,
    })
    const held = { id, heldOn: DAY, openedAt: '09:00', endedAt: '09:05', attendanceDelegates: '18' }
    await done(people.secretary, holdConference, { ...held, attendancePeople: '120', attendanceWomen: '61' })
    await done(people.secretary, composeMinutes, { id, version: '', secretaryName: 'Trịnh Đức Anh' })
    const minutes = (await findMinutes(db, authorityId, id))!
    expect(minutes.proceedings).toContain('Có 2 lượt phát biểu, tổng thời gian 5 phút 05 giây.')
    expect(minutes.proceedings).toContain(
      '1. Lê Thị Một, Thôn Trân Châu (đăng ký trước). Phát biểu từ 09:00 đến 09:04 (4 phút 05 giây).',
    )
    expect(minutes.proceedings).toContain('Trả lời (Chủ tịch UBND): Đã bố trí vốn.')
    expect(minutes.proceedings).toContain('chậm nhất ngày 15/11/2025')
    expect(minutes.proceedings).toContain('Không phát biểu: Phạm Thị Ba (Vắng).')
    expect(minutes.proceedings.match(/Trần Văn Hai/g)).toHaveLength(1)
    expect(minutes.proceedings).toContain('- Câu hỏi 2.\n  Trả lời: Quý I năm sau.')
    expect(minutes.proceedings).toContain('chưa trả lời tại hội nghị:\n- Câu hỏi 1.\n- Câu hỏi 3.')
    expect(minutes.proceedings).toContain(
      'Báo cáo (Trưởng Phòng Kinh tế): Đã đấu thầu xong. Hẹn tiếp: chậm nhất ngày 30/11/2025.',
    )
    expect(minutes.proceedings).not.toContain('Đang làm')
    // settled on the same evening it is open no longer; what was said of it was said
    await db.updateTable('petition').set({ state: 'withdrawn' }).where('id', '=', openPetitionId).execute()
    const again = { id, version: minutes.version, secretaryName: 'Trịnh Đức Anh' }
    await done(people.secretary, composeMinutes, again)
    expect((await findMinutes(db, authorityId, id))!.proceedings).toContain('Đã đấu thầu xong')
    expect(minutes.proceedings).toMatch(/đã ghi thành kiến nghị:\n- Kiến nghị TT-2025-\d+: Câu hỏi 4\./)
    expect(minutes.proceedings).not.toContain('Người hỏi bằng văn bản')
    const steps = await listAgendaSteps(db, authorityId, id)
    expect(steps[0]?.happened).toBe('Từ 09:00 đến 09:05.')
  })

  it('keeps what the desk answered to a question beside the petition it became, and calls “before” only what came before', () => {
    const petition: MinutesPetition = {
      ...{ id: 1, code: 'TT-1', content: 'Sửa cầu', answer: null, answeredBy: null, disposition: null },
      ...{ deferredReason: null, agency: '', promisedOn: null, promise: null, inTheHall: true },
    }
    const turn = {
      id: 7,
      position: 1,
      name: 'Bà Tám',
      village: '',
      content: 'Bao giờ sửa cầu?',
      source: 'phone' as const,
    }
    const spoken = {
      ...{ ...turn, nameShown: false, state: 'spoken' as const, quotaSeconds: null, startedAt: 0, runningSince: null },
      ...{ usedSeconds: 60, endedAt: 60_000, skipReason: null, offTopic: false, submissionId: null, petitionIds: [1] },
    }
    const question = { text: 'Hỏi', state: 'answered', supports: 0, petitionId: null, speechId: null }
    const text = proceedingsText({
      state: {
        ...{ phase: 'ended', openedAt: 0, endedAt: 60_000, currentStepId: null, currentSpeechId: null },
        ...{
          speakingSeconds: null,
          steps: [],
          speeches: [spoken, { ...spoken, id: 8, position: 2, name: 'Người hai' }],
        },
      },
      petitions: [
        petition,
        { ...petition, id: 2, code: 'TT-2' },
        { ...petition, id: 3, code: 'TT-3', answer: 'Xong', inTheHall: false },
        { ...petition, id: 4, code: 'TT-4', answer: 'Đã ghi' },
      ],
      questions: [
        { ...question, answer: 'Quý I', speechId: 7 },
        { ...question, answer: 'Sẽ khảo sát', petitionId: 2 },
      ],
      ...{ exclusions: 0, openItems: [] },
    })
    expect(text).toContain('- Kiến nghị TT-1: Sửa cầu.')
    expect(text).toContain('Trả lời: Quý I.')
    expect(text).toMatch(
      /đã ghi thành kiến nghị:\n- Kiến nghị TT-2: Sửa cầu\.\n {2}Trả lời tại hội nghị: Sẽ khảo sát\./,
    )
    expect(text).toContain('gửi trước hội nghị:\n- Kiến nghị TT-3')
    // came up again in a later turn: named there, told once
    expect(text).toContain('Lượt 2. Người hai')
    expect(text).toContain('- Kiến nghị TT-1, đã ghi ở lượt 1.')
    expect(text.match(/Kiến nghị TT-1: Sửa cầu/g)).toHaveLength(1)
    expect(text).toContain('ngoài các lượt phát biểu trên:\n- Kiến nghị TT-4')
  })

  it('tells of each content and each question once in the table of the minutes, with what was said there', async () => {
    const { db, authorityId } = world
    const of = { authorityId, subjectId: id, today: parseDay(DAY) }
    const rows = (await readDialogueFacts(db, of)).lists['opinions']!
    const contents = rows.map((row) => row['content'])
    expect(new Set(contents).size).toBe(contents.length)
    // question 1 took its turn in the queue and nobody came to it; it is shown, so it is not lost
    expect([...contents].sort()).toEqual(
      [
        'Chưa có nước sạch',
        'Câu hỏi 1',
        'Câu hỏi 2',
        'Câu hỏi 3',
        'Câu hỏi 4',
        'Lắp đèn cầu cảng',
        'Đường ra bến cá hỏng',
      ].sort(),
    )
    const row = (content: string) => rows.find((one) => one['content'] === content)!
    expect(row('Đường ra bến cá hỏng')).toMatchObject({ answer: 'Đã bố trí vốn', answeredBy: 'Chủ tịch UBND' })
    expect(row('Lắp đèn cầu cảng')['note']).toContain('hẹn chậm nhất ngày 15/11/2025')
    expect(row('Chưa có nước sạch')).toMatchObject({
      answer: 'Kiểm tra, trả lời sau',
      answeredBy: '',
      note: 'Trả lời sau',
    })
    expect(row('Câu hỏi 2')).toMatchObject({ answer: 'Quý I năm sau.', raisedBy: 'Người gửi qua điện thoại' })
    expect(row('Câu hỏi 3')['note']).toBe('Chưa trả lời tại hội nghị')
  })

  it('ends on the next day in the words of the minutes when the sitting went on past midnight', async () => {
    const { db, authorityId } = world
    const of = { authorityId, subjectId: id, today: parseDay(DAY) }
    const end = async () => {
      const { endedAt, endedDay } = (await readDialogueFacts(db, of)).values
      return [endedAt, endedDay]
    }
    expect(await end()).toEqual(['9 giờ 05 phút', 'cùng ngày'])
    const times = (openedAt: string, endedAt: string) =>
      db.updateTable('dialogue').set({ openedAt, endedAt }).where('id', '=', id).execute()
    await times('19:30', '00:20')
    expect(await end()).toEqual(['0 giờ 20 phút', 'ngày 30 tháng 10 năm 2025'])
    await times('09:00', '09:05')
  })

  it('lets no question that was shown fall under the table: what is left becomes petitions, once', async () => {
    const { people, done, db, authorityId } = world
    expect(await done(people.secretary, receiveOpenQuestions, { id })).toEqual({ count: 2 })
    expect(await done(people.secretary, receiveOpenQuestions, { id })).toEqual({ count: 0 })
    const rows = (await readDialogueFacts(db, { authorityId, subjectId: id, today: parseDay(DAY) })).lists['opinions']!
    const contents = rows.map((row) => row['content'])
    expect(contents).toContain('Câu hỏi 1')
    expect(new Set(contents).size).toBe(contents.length)
  })

  it('refuses to write over minutes that somebody else has gone on with', async () => {
    const stale = { id, version: '', secretaryName: 'Thư ký' }
    await expect(world.perform(world.people.secretary, composeMinutes, stale)).rejects.toThrow('changed meanwhile')
  })

  it('forgets a person who asks for it, everywhere in the conference, and the log still verifies', async () => {
    const { people, done, db, authorityId } = world
    const name = 'Cao Thị Quên'
    await done(people.records, countArrival, { id, kind: 'people', headcount: '1', name, village: 'Thôn Quên' })
    const asked = { id, source: 'letter', name, village: 'Thôn Quên', text: 'Lời của người xin xóa' }
    await done(people.secretary, enterQuestion, asked)
    const ground = { groundKey: 'rules', decidedBy: 'Chủ trì', note: `${name} gây rối` }
    await db
      .insertInto('exclusion')
      .values({ authorityId, dialogueId: id, restrictedName: name, ...ground })
      .execute()
    await db
      .updateTable('minutes')
      .set({ proceedings: sql`proceedings || ${`\n${name} có ý kiến.`}` })
      .where('dialogueId', '=', id)
      .execute()
    const tables = [
      'hallArrival',
      'hallQuestion',
      'exclusion',
      'speechRegistration',
      'minutes',
      'minutesRevision',
    ] as const
    const everything = async () => {
      const rows = [...tables, 'changeLog', 'changeLogPersonal', 'idempotencyKey'] as const
      return JSON.stringify(await Promise.all(rows.map((table) => db.selectFrom(table).selectAll().execute())))
    }
    expect((await everything()).match(/Cao Thị Quên/g)!.length).toBeGreaterThan(5)
    const erase = { id, name: 'cao thi quen', reason: 'Theo yêu cầu', alsoContents: 'on' }
    await expect(world.perform(people.clerk, eraseNameOfConference, erase)).rejects.toBeInstanceOf(NotPermitted)
    expect(await done(people.leader, eraseNameOfConference, { ...erase, name })).toEqual({ rows: 3 })
    expect((await everything()).match(/Cao Thị Quên|Thôn Quên|người xin xóa/g)).toBeNull()
    expect((await verifyLog(db)).problems).toEqual([])
    await expect(world.perform(people.leader, eraseNameOfConference, { ...erase, name })).rejects.toMatchObject({
      code: 'hall/name-not-found',
    })
    // others beside them stay
    expect((await listQuestions(db, authorityId, id)).some((one) => one.text === 'Câu hỏi 3')).toBe(true)
  })

  it('takes no question once the conference was held, and nothing at all once the dossier is closed', async () => {
    const { people, db, authorityId, perform } = world
    const asked = { id, text: 'Muộn', name: '', village: '', askedBy: 'máy B' }
    const asking = perform(programActor(authorityId), askQuestion, asked)
    await expect(asking).rejects.toMatchObject({ code: 'hall/questions-closed' })
    await db.updateTable('dialogue').set({ state: 'closed' }).where('id', '=', id).execute()
    const closed = { code: 'dialogue/closed' }
    const come = { id, kind: 'people', headcount: '1' }
    await expect(perform(people.secretary, countArrival, come)).rejects.toMatchObject(closed)
    const letter = { id, source: 'letter', name: '', village: '', text: 'Muộn' }
    await expect(perform(people.secretary, enterQuestion, letter)).rejects.toMatchObject(closed)
    await db.updateTable('dialogue').set({ state: 'held' }).where('id', '=', id).execute()
  })
})
