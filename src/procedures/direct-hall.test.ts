import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../tests/support/dialogue-world.ts'
import { openedHall } from '../../tests/support/opened-hall.ts'
import { listSpeeches } from '../dialogues/conference-store.ts'
import { registerSpeech } from '../dialogues/register-speech.ts'
import { showOnScreen } from '../hall/arrange-hall.ts'
import { hallKey } from '../hall/hall.ts'
import { listHallEvents } from '../hall/hall-event-store.ts'
import { HallHub } from '../hall/hall-hub.ts'
import { listHallPetitions } from '../hall/hall-petition-store.ts'
import type { HallState } from '../hall/hall-state.ts'
import { findHall, HALL_CHANNEL, listHallVersions, loadHallState } from '../hall/hall-store.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import { withClient } from '../platform/db/database-roles.ts'
import { listenChannel } from '../platform/db/listen-channel.ts'
import { BrokenRule } from '../platform/errors.ts'
import { answerInHall, directAgency } from './answer-in-hall.ts'
import { capturePetition } from './capture-petition.ts'
import { directHall } from './direct-hall.ts'

const DAY = '2025-10-29'
let world: DialogueWorld
let id = 0
let speeches: number[] = []

beforeAll(async () => {
  world = await createDialogueWorld({ today: DAY })
  world.at(DAY)
  ;({ id, speeches } = await openedHall(world, DAY))
})
afterAll(() => world?.close())

const state = async (): Promise<HallState> =>
  loadHallState(world.db, (await findHall(world.db, world.authorityId, id))!)
const direct = (input: Record<string, unknown>, key?: string) =>
  world.perform(world.people.secretary, directHall, { id, ...input }, key)
const speech = async (n: number) => (await state()).speeches.find((one) => one.id === speeches[n])!
/** Moves the clock on by so many seconds. */
const later = (seconds: number) => world.clock.set(new Date(world.clock.now().getTime() + seconds * 1000))

describe('directing the hall', () => {
  it('gives the floor, pauses, and counts only the time spoken', async () => {
    await direct({ act: 'open' })
    await direct({ act: 'next', speechId: speeches[0] })
    later(60)
    await direct({ act: 'pause', speechId: speeches[0] })
    later(600)
    await direct({ act: 'resume', speechId: speeches[0] })
    later(30)
    await direct({ act: 'next', speechId: speeches[1], fromSpeechId: speeches[0] })
    expect(await speech(0)).toMatchObject({ state: 'spoken', usedSeconds: 90 })
    expect(await speech(1)).toMatchObject({ state: 'speaking' })
    const [row] = await listSpeeches(world.db, world.authorityId, id)
    expect(row).toMatchObject({ state: 'spoken', startedAt: '09:00', endedAt: '09:11' })
  })

  it('does once what is sent twice with one key, and agrees with another desk that did the same', async () => {
    const before = (await listHallEvents(world.db, world.authorityId, id)).length
    const key = 'mot-lan-thoi'
    const next = { act: 'next', speechId: speeches[2], fromSpeechId: speeches[1] }
    await direct(next, key)
    expect(await direct(next, key)).toMatchObject({ repeated: true })
    expect(await world.perform(world.people.chair, directHall, { id, ...next })).toMatchObject({
      value: { agreed: true },
    })
    expect((await listHallEvents(world.db, world.authorityId, id)).length).toBe(before + 1)
  })

  it('refuses what does not fit what happened meanwhile, and says who speaks', async () => {
    const late = direct({ act: 'next', speechId: speeches[1], fromSpeechId: speeches[0] })
    await expect(late).rejects.toThrow(BrokenRule)
    await expect(late).rejects.toMatchObject({ code: 'hall/already-spoken' })
  })

  it('takes the last acts back one after the other, with a trace of each', async () => {
    await direct({ act: 'undo' })
    expect(await speech(2)).toMatchObject({ state: 'waiting', startedAt: null })
    expect(await speech(1)).toMatchObject({ state: 'speaking', endedAt: null })
    await direct({ act: 'undo' })
    expect(await speech(0)).toMatchObject({ state: 'speaking' })
    expect((await state()).currentSpeechId).toBe(speeches[0])
    const events = await listHallEvents(world.db, world.authorityId, id)
    expect(events.filter((one) => one.undoes !== null)).toHaveLength(2)
    await direct({ act: 'next', speechId: speeches[1], fromSpeechId: speeches[0] })
  })

  it('takes back only the act that the desk means: two who press it agree, and nothing newer goes unseen', async () => {
    const said = async (input: Record<string, unknown>, key?: string) =>
      (await direct(input, key)) as { value: { seq: number } }
    const { seq } = (await said({ act: 'pause', speechId: speeches[1] }, 'tam-dung-mot')).value
    await direct({ act: 'undo', seq })
    expect(await direct({ act: 'undo', seq })).toMatchObject({ value: { agreed: true } })
    expect(await speech(1)).toMatchObject({ state: 'speaking' })
    await direct({ act: 'pause', speechId: speeches[1] }, 'tam-dung-hai')
    await direct({ act: 'offTopic', speechId: speeches[1], on: 'on' }, 'ngoai-chu-de')
    await expect(direct({ act: 'undo', undoKey: 'tam-dung-hai' })).rejects.toMatchObject({ code: 'hall/not-the-last' })
    expect(await speech(1)).toMatchObject({ state: 'paused', offTopic: true })
    await direct({ act: 'undo', undoKey: 'ngoai-chu-de' })
    await direct({ act: 'undo', undoKey: 'tam-dung-hai' })
    expect(await speech(1)).toMatchObject({ state: 'speaking', offTopic: false })
  })

  it('names nobody on the screens before consent was asked for and recorded, and undoes that like any act', async () => {
    expect(await speech(1)).toMatchObject({ source: 'registered', nameShown: false })
    const agrees = { act: 'showName', speechId: speeches[1], on: 'on' }
    await direct(agrees)
    expect(await speech(1)).toMatchObject({ nameShown: true })
    const newest = world.db.selectFrom('changeLog').select('action').orderBy('seq', 'desc').limit(1)
    expect(await newest.executeTakeFirst()).toEqual({ action: 'hall/act-show-name' })
    expect(await direct(agrees)).toMatchObject({ value: { agreed: true } })
    await direct({ act: 'undo' })
    expect(await speech(1)).toMatchObject({ nameShown: false })
  })

  it('puts what was done while the line was down at the time when it was done', async () => {
    const now = world.clock.now().getTime()
    // a laptop whose clock is an hour wrong sends ten minutes later what it did
    const wrong = now + 3_600_000
    later(600)
    await direct({ act: 'finish', speechId: speeches[1], at: wrong, sentAt: wrong + 600_000 })
    expect((await speech(1)).endedAt).toBe(now)
  })

  it('moves somebody to the front with a reason', async () => {
    await direct({ act: 'callBack', speechId: speeches[2] })
    const added = { id, registered: 'onSite', speakerName: 'Vũ Văn Bốn', village: '', minutes: '' }
    const { speechId } = await world.done(world.people.secretary, registerSpeech, added)
    await direct({ act: 'move', speechId, beforeSpeechId: speeches[0], reason: 'Bà con nhà xa' })
    const rows = await listSpeeches(world.db, world.authorityId, id)
    expect(rows[0]?.id).toBe(speechId)
    expect(rows.map((row) => row.position)).toEqual([1, 2, 3, 4])
  })

  it('keeps what is raised in one field as contents of their own, answered or promised by the chair', async () => {
    const { people, done, agencies } = world
    const { petitionIds } = await done(people.secretary, capturePetition, {
      id,
      speechId: speeches[0],
      content: '- Đường ra bến cá hỏng nặng\n- Đề nghị lắp đèn cầu cảng',
      split: 'on',
    })
    expect(petitionIds).toHaveLength(2)
    expect((await speech(0)).petitionIds).toEqual(petitionIds)
    const answer = {
      id,
      version: 1,
      disposition: 'answeredAtConference',
      answeredByName: 'Chủ tịch',
      text: 'Đã bố trí vốn.',
    }
    await done(people.secretary, answerInHall, { ...answer, petitionId: petitionIds[0] })
    const order = {
      id,
      petitionId: petitionIds[1],
      version: 1,
      leadAgencyId: agencies.economy,
      promisedOn: '15/11/2025',
    }
    await done(people.chair, directAgency, order)
    const rows = await world.db
      .selectFrom('petition')
      .selectAll()
      .where('id', 'in', petitionIds)
      .orderBy('id')
      .execute()
    expect(rows[0]).toMatchObject({ state: 'answered', answeredHow: 'atConference' })
    expect(rows[1]).toMatchObject({ leadAgencyId: agencies.economy, promisedOn: '2025-11-15' })
  })

  it('lays no denunciation handed in before open on a desk, and no confidential petition', async () => {
    const { db, authorityId, people } = world
    const shown = async () =>
      (await listHallPetitions(db, visibilityOf(people.secretary, authorityId)!, id)).map((one) => one.id)
    const [first, second] = await shown()
    await db.updateTable('petition').set({ kind: 'denunciation' }).where('id', '=', first!).execute()
    expect(await shown()).toContain(first)
    await db.updateTable('petition').set({ raised: 'before' }).where('id', '=', first!).execute()
    expect(await shown()).toEqual([second])
    await db.updateTable('petition').set({ kind: 'request', raised: 'atConference' }).where('id', '=', first!).execute()
  })
})

describe('several processes of the program', () => {
  it('tell their screens of each other’s acts through the database, and catch up after the line to it was cut', async () => {
    const { authorityId, people, done, db, url, ownerUrl } = world
    const key = hallKey(authorityId, id)
    const processes = [1, 2].map(() => {
      const hub = new HallHub((keys) => listHallVersions(db, keys))
      const heard: number[] = []
      hub.watch(key, (version) => heard.push(version))
      let isUp = false
      const line = listenChannel(url, HALL_CHANNEL, {
        onText: (text) => hub.announce(...(JSON.parse(text) as [string, number])),
        onLine: (up) => {
          isUp = up
          hub.setLive(up)
        },
      })
      return { hub, heard, line, isUp: () => isUp }
    })
    const soon = { timeout: 8_000, interval: 20 }
    const version = async () => (await findHall(db, authorityId, id))!.version
    const allUp = (up: boolean) => expect.poll(() => processes.every((one) => one.isUp() === up), soon).toBe(true)
    const allHeard = async () => {
      const wanted = await version()
      for (const { heard } of processes) await expect.poll(() => heard.at(-1), soon).toBe(wanted)
    }
    await allUp(true)
    await done(people.secretary, showOnScreen, { id, screenLook: 'agenda' })
    await allHeard()
    // the database ends their lines; what happens meanwhile is asked for when they are back
    await withClient(ownerUrl, (client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'doi-thoai-listen' AND datname = current_database()",
      ),
    )
    await allUp(false)
    await done(people.secretary, showOnScreen, { id, screenLook: 'questions' })
    await allUp(true)
    await allHeard()
    for (const { hub, heard, line } of processes) {
      expect(heard).toEqual([...new Set(heard)])
      hub.close()
      await line.close()
    }
  })
})
