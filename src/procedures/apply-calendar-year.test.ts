import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { testActor } from '../../tests/support/test-actor.ts'
import { addTestAgency, addTestAuthority } from '../../tests/support/test-authority.ts'
import { getCurrentYear } from '../calendar/calendar-store.ts'
import { editYearTable, writeYearTable } from '../calendar/edit-year-table.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { listDeadlines, listMoves } from '../deadlines/deadline-store.ts'
import { meetDeadline } from '../deadlines/place-deadline.ts'
import { parseDay } from '../platform/day.ts'
import { NotPermitted, StaleEdit } from '../platform/errors.ts'
import { insertAdoption } from '../regulations/regulation-store.ts'
import { applyCalendarYear, tryCalendarYear } from './apply-calendar-year.ts'
import { openReportYear } from './open-report-deadlines.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** Opens the deadlines of a dialogue, as its procedures do; `meet` is a duty done before the calendar changes. */
const openDeadlines = defineChange({
  name: 'test/open-deadlines',
  permission: 'dialogue:prepare',
  input: z.object({ dialogueId: z.number(), meet: z.string().nullable() }),
  async run(context, { dialogueId, meet }) {
    await refreshDialogueDeadlines(context, dialogueId, { cause: 'opened', reason: 'Đã định ngày.' })
    const subject = { subjectKind: 'dialogue', subjectId: dialogueId }
    if (meet) await meetDeadline(context, { ...subject, key: meet, metOn: context.today })
    context.record({ subjectKind: 'dialogue', subjectId: dialogueId })
  },
})

let world: PetitionWorld
let other: number
let otherDialogue: number
let text: string
const due = async (authorityId: number, key: string) =>
  (await listDeadlines(world.db, authorityId, { key })).map((row) => row.dueOn)

beforeAll(async () => {
  world = await createPetitionWorld()
  const { db } = world
  world.clock.set(new Date('2027-01-10T09:00:00+07:00'))
  const heldOn = parseDay('2027-08-25')
  await db.updateTable('dialogue').set({ heldOn }).where('id', '=', world.dialogueId).execute()
  const { regulationVersionId } = await db
    .selectFrom('dialogue')
    .select('regulationVersionId')
    .executeTakeFirstOrThrow()
  other = await addTestAuthority(db)
  const leadAgencyId = await addTestAgency(db, other, { name: 'Văn phòng Đảng ủy', roleKey: 'partyCommitteeOffice' })
  const row = await db
    .insertInto('dialogue')
    .values({
      authorityId: other,
      title: 'Đối thoại nơi khác',
      kind: 'periodic',
      form: 'inPerson',
      chairModel: 'partySecretary',
      regulationVersionId,
      heldOn,
      leadAgencyId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  otherDialogue = row.id
  for (const [authorityId, dialogueId, meet] of [
    [world.authorityId, world.dialogueId, 'invitation'],
    [other, otherDialogue, null],
  ] as const)
    await performChange(world.runtime, openDeadlines, {
      actor: programActor(authorityId),
      authorityId,
      input: { dialogueId, meet },
      key: randomUUID(),
    })
  text = await official()
})
afterAll(() => world.close())

const administrator = () => testActor('systemAdministrator', { authorityId: world.authorityId })

/** 2027 as a notice might make it official: Monday 30/8 off, Saturday 21/8 worked instead. */
async function official(): Promise<string> {
  const { table } = await getCurrentYear(world.db, 2027)
  const number = '9999/TB-BNV'
  const edited = editYearTable(table, {
    remove: [],
    provisional: false,
    notice: { number, date: null, about: 'Nghỉ lễ năm 2027' },
    add: [
      ...table.daysOff.map((row) => ({ ...row, notice: number })),
      {
        date: parseDay('2027-08-30'),
        kind: 'swap' as const,
        name: 'Hoán đổi',
        for: parseDay('2027-08-21'),
        notice: number,
      },
      {
        date: parseDay('2027-08-21'),
        kind: 'workedSaturday' as const,
        name: '',
        for: parseDay('2027-08-30'),
        notice: number,
      },
    ],
  })
  return writeYearTable(edited)
}

describe('a change of the calendar', () => {
  it('is tried first: shows what would move and leaves nothing behind', async () => {
    // 10 working days from 25/8/2027: 26, 27, 30, 31/8, 01/9 | 06–10/9 (02 and 03/9 off)
    expect(await due(world.authorityId, 'conclusionNotice')).toEqual(['2027-09-10'])
    const parsed = applyCalendarYear.input.parse({ table: text, reviewedVersion: 0, reason: 'x' })
    const tried = await tryCalendarYear(world.runtime, {
      actor: administrator(),
      authorityId: world.authorityId,
      input: parsed,
    })
    const notices = tried.moves.filter((move) => move.oldDueOn === '2027-09-10')
    expect(notices.map((move) => [move.authorityId, move.newDueOn]).sort()).toEqual(
      [
        [world.authorityId, '2027-09-13'],
        [other, '2027-09-13'],
      ].sort(),
    )
    expect(await due(world.authorityId, 'conclusionNotice')).toEqual(['2027-09-10'])
    expect((await getCurrentYear(world.db, 2027)).version).toBe(0)
    expect(
      (
        await listMoves(
          world.db,
          world.authorityId,
          (
            await listDeadlines(world.db, world.authorityId, { key: 'conclusionNotice' })
          )[0]!.id,
        )
      ).length,
    ).toBe(1)
  })

  it('is not for an administrator of one authority', async () => {
    const input = applyCalendarYear.input.parse({ table: text, reviewedVersion: 0, reason: 'x' })
    const actor = testActor('administrator', { authorityId: world.authorityId })
    await expect(tryCalendarYear(world.runtime, { actor, authorityId: world.authorityId, input })).rejects.toThrow(
      NotPermitted,
    )
  })

  it('counts the open deadlines of every authority again, the old promise kept with the reason', async () => {
    const applied = await world.done(administrator(), applyCalendarYear, {
      table: text,
      reviewedVersion: 0,
      reason: 'Đã có thông báo 9999/TB-BNV',
    })
    expect(applied.version).toBe(1)
    for (const authorityId of [world.authorityId, other]) {
      const [notice] = await listDeadlines(world.db, authorityId, { key: 'conclusionNotice' })
      expect(notice).toMatchObject({ dueOn: '2027-09-13', firstDueOn: '2027-09-10', provisional: false, state: 'open' })
      const moves = await listMoves(world.db, authorityId, notice!.id)
      expect(moves.at(-1)).toMatchObject({
        cause: 'calendar',
        oldDueOn: '2027-09-10',
        newDueOn: '2027-09-13',
        reason: 'Lịch nghỉ năm 2027 thay đổi: Đã có thông báo 9999/TB-BNV',
      })
      const log = await listLogOf(world.db, authorityId, 'deadline', notice!.id)
      expect(log[0]).toMatchObject({ action: 'deadline/move', before: { dueOn: '2027-09-10' } })
    }
    // what was met before keeps the date it was met by: 7 working days before 25/8 are no longer counted anew
    const [invitation] = await listDeadlines(world.db, world.authorityId, { key: 'invitation' })
    expect(invitation).toMatchObject({ state: 'met', dueOn: '2027-08-16' })
    const [stillOpen] = await listDeadlines(world.db, other, { key: 'invitation' })
    // Saturday 21/8 is worked now, so the seventh working day back is 17/8
    expect(stillOpen).toMatchObject({ state: 'open', dueOn: '2027-08-17', firstDueOn: '2027-08-16' })
  })

  it('moves a report that is owed: before 15/11/2027, a Monday, once the Friday before is off', async () => {
    const { db, authorityId } = world
    const { regulationVersionId } = await db
      .selectFrom('dialogue')
      .select('regulationVersionId')
      .where('id', '=', world.dialogueId)
      .executeTakeFirstOrThrow()
    await insertAdoption(db, { authorityId, regulationVersionId, fromDay: parseDay('2026-01-01'), toDay: null })
    await world.done(programActor(authorityId), openReportYear, { year: 2027 })
    const annual = async () => (await listDeadlines(db, authorityId, { key: 'annualReport' }))[0]!
    expect((await annual()).dueOn).toBe('2027-11-12')
    const { table, version } = await getCurrentYear(db, 2027)
    const friday = {
      date: parseDay('2027-11-12'),
      kind: 'holiday' as const,
      name: 'Nghỉ',
      for: null,
      notice: '9999/TB-BNV',
    }
    const edited = editYearTable(table, { remove: [], add: [friday], provisional: false, notice: null })
    const opened = (await listDeadlines(db, authorityId)).length
    await world.done(administrator(), applyCalendarYear, {
      table: writeYearTable(edited),
      reviewedVersion: version,
      reason: 'Thêm ngày nghỉ',
    })
    expect(await annual()).toMatchObject({ dueOn: '2027-11-11', firstDueOn: '2027-11-12' })
    expect((await listDeadlines(db, authorityId)).length).toBe(opened)
  })

  it('keeps the chains of all logs whole', async () => {
    const verdict = await verifyLog(world.db)
    expect(verdict.problems).toEqual([])
  })

  it('is refused when somebody entered the year in between', async () => {
    const again = { table: text, reviewedVersion: 0, reason: 'x' }
    await expect(world.perform(administrator(), applyCalendarYear, again)).rejects.toThrow(StaleEdit)
  })
})
