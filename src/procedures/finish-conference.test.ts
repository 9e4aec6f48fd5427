import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../tests/support/dialogue-world.ts'
import { programActor } from '../changes/program-actor.ts'
import { addAgendaStep } from '../dialogues/add-agenda-step.ts'
import { findMinutes, listAgendaSteps } from '../dialogues/conference-store.ts'
import { confirmNotClassified } from '../dialogues/confirm-not-classified.ts'
import { registerSpeech } from '../dialogues/register-speech.ts'
import { askQuestion } from '../hall/ask-question.ts'
import { countArrival } from '../hall/count-arrival.ts'
import { openHall } from '../hall/open-hall.ts'
import { answerInHall, directAgency } from './answer-in-hall.ts'
import { capturePetition } from './capture-petition.ts'
import { directHall } from './direct-hall.ts'
import { composeMinutes, putOffUnanswered } from './finish-conference.ts'
import { holdConference } from './hold-conference.ts'
import { moderateQuestion } from './moderate-question.ts'
import { openDialogue } from './open-dialogue.ts'

const DAY = '2025-10-29'
let world: DialogueWorld
let id = 0
const speeches: number[] = []

beforeAll(async () => {
  world = await createDialogueWorld({ today: DAY })
  const { people, done } = world
  const opening = { title: 'Hội nghị đối thoại', kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' }
  id = (await done(people.clerk, openDialogue, { ...opening, heldOn: DAY })).id
  await done(people.clerk, confirmNotClassified, { id, confirmed: 'on' })
  for (const name of ['Lê Thị Một', 'Trần Văn Hai', 'Phạm Thị Ba']) {
    const speech = { id, registered: 'before', speakerName: name, village: 'Thôn Trân Châu', minutes: '5' }
    speeches.push((await done(people.secretary, registerSpeech, speech)).speechId)
  }
  await done(people.clerk, addAgendaStep, { id, label: 'Nhân dân phát biểu' })
  await done(people.secretary, openHall, { id })
})
afterAll(() => world?.close())

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
    ).toEqual({ women: 'tooLarge' })
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
      count: 1,
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
    const steps = await listAgendaSteps(db, authorityId, id)
    expect(steps[0]?.happened).toBe('Từ 09:00 đến 09:05.')
  })

  it('refuses to write over minutes that somebody else has gone on with', async () => {
    const stale = { id, version: '', secretaryName: 'Thư ký' }
    await expect(world.perform(world.people.secretary, composeMinutes, stale)).rejects.toThrow('changed meanwhile')
  })
})
