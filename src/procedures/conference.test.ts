import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../tests/support/dialogue-world.ts'
import { listDeadlines, listMoves } from '../deadlines/deadline-store.ts'
import { addAgendaStep } from '../dialogues/add-agenda-step.ts'
import { addInvitee } from '../dialogues/add-invitee.ts'
import { assignTask } from '../dialogues/assign-task.ts'
import { authorizeDeputy } from '../dialogues/authorize-deputy.ts'
import {
  countExclusions,
  findMinutes,
  listAgendaSteps,
  listMinutesRevisions,
  listSpeeches,
} from '../dialogues/conference-store.ts'
import { confirmNotClassified } from '../dialogues/confirm-not-classified.ts'
import { listDeputyAuthorizations, listInvitees, listPresiding, listTasks } from '../dialogues/dialogue-people-store.ts'
import { getDialogue, listDialogueHistory } from '../dialogues/dialogue-store.ts'
import { editAgendaStep } from '../dialogues/edit-agenda-step.ts'
import { editDialogue } from '../dialogues/edit-dialogue.ts'
import { editInvitee } from '../dialogues/edit-invitee.ts'
import { editMeetingRules } from '../dialogues/edit-meeting-rules.ts'
import { editSpeech } from '../dialogues/edit-speech.ts'
import { lockMinutesAsChair, lockMinutesAsSecretary, lockMinutesOnPaper } from '../dialogues/lock-minutes.ts'
import { moveAgendaStep } from '../dialogues/move-agenda-step.ts'
import { moveSpeech } from '../dialogues/move-speech.ts'
import { recordAttendance } from '../dialogues/record-attendance.ts'
import { recordExclusion } from '../dialogues/record-exclusion.ts'
import { recordReply } from '../dialogues/record-reply.ts'
import { recordSpeech } from '../dialogues/record-speech.ts'
import { registerSpeech } from '../dialogues/register-speech.ts'
import { removeAgendaStep } from '../dialogues/remove-agenda-step.ts'
import { removeInvitee } from '../dialogues/remove-invitee.ts'
import { reportTask } from '../dialogues/report-task.ts'
import { writeMinutes } from '../dialogues/write-minutes.ts'
import { cancelDialogue, cancelDialogueOnPaper } from './cancel-dialogue.ts'
import { closeCollection, holdConference } from './hold-conference.ts'
import { openDialogue } from './open-dialogue.ts'
import { publishResult } from './publish-result.ts'
import { recordInternalReview } from './record-internal-review.ts'
import { recordNotice } from './record-notice.ts'
import { sendInvitations } from './send-invitations.ts'
import { setConferenceDay, setConferenceDayOnPaper } from './set-conference-day.ts'

let world: DialogueWorld
let id: number
beforeAll(async () => {
  world = await createDialogueWorld()
})
afterAll(() => world.close())

const opening = { title: 'Đối thoại năm 2025', kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' }
const place = { heldOn: '2025-10-29', startsAt: '08:00', endsAt: '11:30', venue: 'Hội trường đặc khu' }

beforeEach(async () => {
  world.at('2025-10-01')
  id = (await world.done(world.people.clerk, openDialogue, opening)).id
  await world.done(world.people.chair, setConferenceDay, { id, version: 1, ...place })
})

const stored = () => getDialogue(world.db, world.authorityId, id)
const deadline = async (key: string, instrumentId = 'hai-phong-13') =>
  (await listDeadlines(world.db, world.authorityId, { dialogueId: id, key })).find(
    (one) => one.instrumentId === instrumentId,
  )!

async function hold(): Promise<void> {
  await world.done(world.people.clerk, confirmNotClassified, { id, confirmed: 'on' })
  world.at('2025-10-29')
  const counts = { attendanceDelegates: '40', attendancePeople: '160', attendanceWomen: '70' }
  await world.done(world.people.secretary, holdConference, {
    id,
    heldOn: '2025-10-29',
    openedAt: '08:05',
    endedAt: '11:40',
    ...counts,
  })
}

describe('time, place and composition', () => {
  it('are decided by the chair, and the deadlines follow', async () => {
    expect(await stored()).toMatchObject({
      heldOn: '2025-10-29',
      venue: 'Hội trường đặc khu',
      timePlaceDecidedOn: '2025-10-01',
    })
    expect((await deadline('invitation')).dueOn).toBe('2025-10-20')
    const again = { id, version: 2, ...place }
    await expect(world.perform(world.people.clerk, setConferenceDay, again)).rejects.toThrow('not permitted')
  })

  it('move only with a reason, which stands in the history of every deadline moved', async () => {
    const moved = { id, version: 2, ...place, heldOn: '2025-11-05' }
    await expect(world.perform(world.people.chair, setConferenceDay, moved)).rejects.toThrow(
      'dialogue/day-change-needs-reason',
    )
    await world.done(world.people.chair, setConferenceDay, { ...moved, reason: 'Bão số 12' })
    const invitation = await deadline('invitation')
    expect(invitation.dueOn).toBe('2025-10-27')
    const moves = await listMoves(world.db, world.authorityId, invitation.id)
    expect(moves.at(-1)).toMatchObject({ oldDueOn: '2025-10-20', newDueOn: '2025-10-27', cause: 'day-set' })
    expect(moves.at(-1)!.reason).toContain('Bão số 12')
  })

  it('are recorded by the lead office when the chair decided on paper, with who and when', async () => {
    const onPaper = { id, version: 2, ...place, heldOn: '2025-11-05', reason: 'Bão số 12' }
    const { clerk, secretary } = world.people
    expect(await world.refused(clerk, setConferenceDayOnPaper, onPaper)).toEqual({
      decidedBy: 'required',
      decidedOn: 'required',
    })
    const signed = { ...onPaper, decidedBy: 'Bí thư Đảng ủy', decidedOn: '2025-10-02' }
    expect(await world.refused(clerk, setConferenceDayOnPaper, signed)).toEqual({ decidedOn: 'inFuture' })
    await expect(world.perform(secretary, setConferenceDayOnPaper, signed)).rejects.toThrow('not permitted')
    await world.done(clerk, setConferenceDayOnPaper, { ...signed, decidedOn: '2025-09-30' })
    expect(await stored()).toMatchObject({ heldOn: '2025-11-05', timePlaceDecidedOn: '2025-09-30' })
    expect((await deadline('invitation')).dueOn).toBe('2025-10-27')
    await world.done(clerk, cancelDialogueOnPaper, {
      ...{ id, reason: 'Bão lớn', decidedBy: 'Bí thư Đảng ủy', decidedOn: '2025-10-01' },
    })
    const history = await listDialogueHistory(world.db, world.authorityId, id)
    const reasons = history.map((line) => line.reason)
    expect(reasons).toContain('Bão số 12 (Quyết định trên giấy: Bí thư Đảng ủy, ngày 30/09/2025)')
    expect(reasons).toContain('Bão lớn (Quyết định trên giấy: Bí thư Đảng ủy, ngày 01/10/2025)')
    expect((await stored()).state).toBe('cancelled')
  })

  it('are refused when incomplete or out of order, beside the field', async () => {
    expect(await world.refused(world.people.chair, setConferenceDay, { id, version: 2, ...place, venue: '' })).toEqual({
      venue: 'required',
    })
    expect(
      await world.refused(world.people.chair, setConferenceDay, { id, version: 2, ...place, endsAt: '07:00' }),
    ).toEqual({
      endsAt: 'timeBeforeStart',
    })
    const collection = { collectionOpensOn: '2025-10-20', collectionClosesOn: '2025-10-10' }
    expect(
      await world.refused(world.people.chair, setConferenceDay, { id, version: 2, ...place, ...collection }),
    ).toEqual({
      collectionClosesOn: 'beforeStart',
    })
  })

  it('keep what somebody else wrote: a stale edit is refused with what is stored', async () => {
    const edit = { id, version: 1, title: 'Khác', topic: '' }
    await expect(world.perform(world.people.clerk, editDialogue, edit)).rejects.toMatchObject({
      kind: 'dialogue',
      current: { version: 2 },
    })
    await world.done(world.people.clerk, editDialogue, { ...edit, version: 2, policeForum: 'on' })
    expect(await stored()).toMatchObject({ title: 'Khác', policeForum: true, version: 3 })
  })
})

describe('a dialogue that is called off', () => {
  it('keeps its reason, loses its deadlines and takes no more work', async () => {
    await world.done(world.people.chair, cancelDialogue, { id, reason: 'Thiên tai' })
    expect(await stored()).toMatchObject({ state: 'cancelled', cancelledReason: 'Thiên tai' })
    expect((await deadline('invitation')).state).toBe('void')
    const guest = { id, kind: 'people', name: 'Ông Thử', headcount: 1 }
    await expect(world.perform(world.people.clerk, addInvitee, guest)).rejects.toThrow('dialogue/cancelled')
    await expect(world.perform(world.people.chair, cancelDialogue, { id, reason: 'x' })).rejects.toThrow(
      'dialogue/not-cancelled',
    )
  })
})

describe('a deputy in force majeure', () => {
  const input = () => ({
    ...{ id, headPostId: world.posts.secretary, deputyPostId: world.posts.deputySecretary, reasonKey: 'forceMajeure' },
    ...{ reason: 'Cấp trên triệu tập đột xuất', authorizedOn: '2025-10-28', recordedIn: 'paper' },
  })

  it('presides in the place of the head, and both are kept (004 V.1(4))', async () => {
    await world.done(world.people.clerk, authorizeDeputy, input())
    const presiding = await listPresiding(world.db, world.authorityId, id)
    expect(presiding.at(-1)).toMatchObject({ capacity: 'deputy', forPostId: world.posts.secretary, sphere: 'party' })
    expect(await listDeputyAuthorizations(world.db, world.authorityId, id)).toHaveLength(1)
    expect(await world.refused(world.people.clerk, authorizeDeputy, input())).toEqual({ headPostId: 'taken' })
  })

  it('is the head’s own deputy and nobody else', async () => {
    const other = world.perform(world.people.clerk, authorizeDeputy, {
      ...input(),
      deputyPostId: world.posts.viceChair,
    })
    await expect(other).rejects.toThrow('dialogue/not-the-deputy')
    expect(await world.refused(world.people.clerk, authorizeDeputy, { ...input(), reasonKey: 'busy' })).toEqual({
      reasonKey: 'notInList',
    })
  })
})

describe('tasks for the event', () => {
  it('are given to an agency, which reports its own and no other’s', async () => {
    const task = { id, agencyId: world.agencies.economy, kind: 'securityPlan', content: 'Phương án bảo đảm an ninh' }
    const { taskId } = await world.done(world.people.clerk, assignTask, task)
    const other = (await world.done(world.people.clerk, assignTask, { ...task, agencyId: world.agencies.front })).taskId
    await world.done(world.people.specialist, reportTask, { rowId: taskId, doneOn: '2025-10-01', result: 'Đã xong' })
    await expect(
      world.perform(world.people.specialist, reportTask, { rowId: other, doneOn: '2025-10-01' }),
    ).rejects.toThrow('not permitted')
    expect(await world.refused(world.people.clerk, reportTask, { rowId: other, doneOn: '2025-12-01' })).toEqual({
      doneOn: 'inFuture',
    })
    const tasks = await listTasks(world.db, world.authorityId, id)
    expect(tasks.map((one) => one.doneOn)).toEqual(['2025-10-01', null])
    await world.done(world.people.clerk, assignTask, { ...task, rowId: other, version: 1, content: 'Sửa lại' })
    await expect(
      world.perform(world.people.clerk, assignTask, { ...task, rowId: other, version: 1 }),
    ).rejects.toMatchObject({ kind: 'dialogueTask' })
  })
})

describe('invitations and announcements', () => {
  const guest = (name: string) => ({ id, kind: 'people', name, headcount: 1 })

  it('meet their two duties apart under 004: invitation and media', async () => {
    const first = (await world.done(world.people.clerk, addInvitee, guest('Ông Nguyễn Thử'))).inviteeId
    await world.done(world.people.clerk, addInvitee, guest('Bà Trần Thử'))
    world.at('2025-10-15')
    await world.done(world.people.records, sendInvitations, {
      id,
      inviteeIds: [String(first)],
      sentOn: '2025-10-14',
      channel: 'byHand',
    })
    expect((await deadline('invitation')).state).toBe('open')
    await world.done(world.people.records, sendInvitations, { id, sentOn: '2025-10-15', channel: 'villageHead' })
    expect(await deadline('invitation')).toMatchObject({ state: 'met', metOn: '2025-10-15' })
    expect((await deadline('publicNotice')).state).toBe('open')
    await world.done(world.people.clerk, recordNotice, {
      id,
      channel: 'media',
      doneOn: '2025-10-15',
      times: '2',
      atTime: '17:30',
    })
    expect(await deadline('publicNotice')).toMatchObject({ state: 'met', metOn: '2025-10-15' })
    expect(await deadline('mediaNotice', 'law-72')).toMatchObject({ state: 'met' })
    const nobody = world.perform(world.people.records, sendInvitations, { id, sentOn: '2025-10-15', channel: 'byHand' })
    await expect(nobody).rejects.toThrow('dialogue/nobody-to-invite')
  })

  it('stand once on the list: the same name of the same agency is refused beside the field, another person is not', async () => {
    const { people, agencies } = world
    const leader = { ...guest('Ông Lê Thử'), agencyId: agencies.economy, title: 'Trưởng phòng' }
    const { inviteeId } = await world.done(people.clerk, addInvitee, leader)
    const refused = { name: 'dialogue/invited-already' }
    expect(await world.refused(people.clerk, addInvitee, { ...leader, name: ' ông  lê thử', title: '' })).toEqual(
      refused,
    )
    await world.done(people.clerk, addInvitee, { ...leader, agencyId: agencies.village })
    await world.done(people.clerk, addInvitee, guest('Bà Mai Thử'))
    expect(await world.refused(people.clerk, addInvitee, guest('Bà Mai Thử'))).toEqual(refused)
    const other = await world.done(people.clerk, addInvitee, { ...guest('Bà Mai Thử'), title: 'Trưởng thôn' })
    const edit = { ...guest('Bà Mai Thử'), rowId: other.inviteeId, version: 1, title: '' }
    expect(await world.refused(people.clerk, editInvitee, edit)).toEqual(refused)
    await world.done(people.clerk, editInvitee, { ...edit, title: 'Trưởng thôn', headcount: '2' })
    await world.done(people.clerk, removeInvitee, { rowId: inviteeId, reason: 'Nhầm' })
    await world.done(people.clerk, addInvitee, leader)
  })

  it('and notices are not older than the authority', async () => {
    const notice = { id, channel: 'portal', times: '1', doneOn: '2019-12-31' }
    expect(await world.refused(world.people.clerk, recordNotice, notice)).toEqual({ doneOn: 'beforeAuthority' })
    await world.done(world.people.clerk, recordNotice, { ...notice, doneOn: '2020-01-01' })
  })

  it('let the Front nominate for itself and only the office take off the list', async () => {
    await world.done(world.people.front, addInvitee, guest('Đoàn viên Thử'))
    const [nominated] = await listInvitees(world.db, world.authorityId, id)
    expect(nominated).toMatchObject({ nominatedByAgencyId: world.agencies.front, nominatedBy: 'Ủy ban MTTQ Việt Nam' })
    const rowId = nominated!.id
    await expect(world.perform(world.people.front, removeInvitee, { rowId, reason: 'x' })).rejects.toThrow(
      'not permitted',
    )
    await world.done(world.people.clerk, editInvitee, {
      rowId,
      version: 1,
      kind: 'people',
      name: 'Đoàn viên Thử',
      headcount: '3',
    })
    await world.done(world.people.clerk, removeInvitee, { rowId, reason: 'Trùng tên' })
    expect(await listInvitees(world.db, world.authorityId, id)).toEqual([])
  })

  it('record replies only after sending, and the roll', async () => {
    const rowId = (await world.done(world.people.clerk, addInvitee, guest('Ông Nguyễn Thử'))).inviteeId
    const reply = { rowId, reply: 'substitute', replyNote: 'Con trai đi thay' }
    await expect(world.perform(world.people.clerk, recordReply, reply)).rejects.toThrow('dialogue/invitation-not-sent')
    await world.done(world.people.clerk, sendInvitations, { id, sentOn: '2025-10-01', channel: 'post' })
    await expect(world.perform(world.people.clerk, removeInvitee, { rowId, reason: 'x' })).rejects.toThrow(
      'dialogue/invitation-already-sent',
    )
    await world.done(world.people.clerk, recordReply, reply)
    await world.done(world.people.secretary, recordAttendance, { id, attendedIds: [String(rowId)] })
    expect((await listInvitees(world.db, world.authorityId, id))[0]).toMatchObject({
      reply: 'substitute',
      attended: true,
    })
  })
})

describe('agenda and rules of the meeting', () => {
  it('can be added to, reordered and shortened, and stay in order', async () => {
    const { stepId } = await world.done(world.people.clerk, addAgendaStep, {
      id,
      label: 'Văn nghệ chào mừng',
      minutes: '10',
    })
    await world.done(world.people.clerk, moveAgendaStep, { rowId: stepId, direction: 'up' })
    const steps = () => listAgendaSteps(world.db, world.authorityId, id)
    expect((await steps()).findIndex((one) => one.id === stepId)).toBe(5)
    await world.done(world.people.clerk, removeAgendaStep, { rowId: (await steps())[0]!.id })
    expect((await steps()).map((one) => one.position)).toEqual([1, 2, 3, 4, 5, 6])
    await world.done(world.people.clerk, editAgendaStep, {
      rowId: stepId,
      version: 1,
      label: 'Văn nghệ',
      performer: 'Trung tâm VH',
    })
    await expect(
      world.perform(world.people.clerk, editAgendaStep, { rowId: stepId, version: 1, label: 'Khác' }),
    ).rejects.toMatchObject({ kind: 'agendaStep' })
    await world.done(world.people.clerk, editMeetingRules, { id, version: 2, meetingRules: '1. Giữ trật tự.' })
    expect((await stored()).meetingRules).toBe('1. Giữ trật tự.')
  })
})

describe('speeches', () => {
  it('stand in the order of registration, which the chair may change', async () => {
    const register = (speakerName: string, registered = 'before') =>
      world.done(world.people.secretary, registerSpeech, { id, registered, speakerName, village: 'Trân Châu' })
    const first = await register('Ông Một')
    const second = await register('Bà Hai')
    const third = await register('Cụ Ba', 'onSite')
    expect([first.position, second.position, third.position]).toEqual([1, 2, 3])
    await world.done(world.people.chair, moveSpeech, { rowId: third.speechId, direction: 'up' })
    const order = (await listSpeeches(world.db, world.authorityId, id)).map((one) => one.speakerName)
    expect(order).toEqual(['Ông Một', 'Cụ Ba', 'Bà Hai'])
    const spoken = { rowId: first.speechId, state: 'spoken', offTopic: 'on', startedAt: '08:40', endedAt: '08:45' }
    await world.done(world.people.secretary, recordSpeech, spoken)
    expect(await world.refused(world.people.secretary, recordSpeech, { ...spoken, endedAt: '08:30' })).toEqual({
      endedAt: 'timeOverNight',
    })
    await world.done(world.people.secretary, editSpeech, {
      rowId: second.speechId,
      version: 1,
      speakerName: 'Bà Hai',
      content: 'Nước sạch',
    })
  })

  it('get a number each, also when two clerks register at the same moment', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F']
    await Promise.all(
      names.map((speakerName) =>
        world.done(world.people.secretary, registerSpeech, { id, registered: 'onSite', speakerName }),
      ),
    )
    const positions = (await listSpeeches(world.db, world.authorityId, id)).map((one) => one.position)
    expect(positions).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('the conference', () => {
  it('is held only when somebody answers for it that nothing classified is told (003 I.2)', async () => {
    world.at('2025-10-29')
    const held = { id, heldOn: '2025-10-29', attendanceDelegates: '40', attendancePeople: '160' }
    await expect(world.perform(world.people.secretary, holdConference, held)).rejects.toThrow(
      'dialogue/not-confirmed-unclassified',
    )
    expect(await world.refused(world.people.clerk, confirmNotClassified, { id })).toEqual({ confirmed: 'required' })
    await hold()
    expect(await stored()).toMatchObject({ state: 'held', attendancePeople: 160, openedAt: '08:05' })
    await expect(world.perform(world.people.secretary, holdConference, held)).rejects.toThrow('dialogue/not-held')
  })

  it('is held on the day decided, not before it, with numbers that fit', async () => {
    await world.done(world.people.clerk, confirmNotClassified, { id, confirmed: 'on' })
    const held = { id, heldOn: '2025-10-29', attendanceDelegates: '40', attendancePeople: '160' }
    expect(await world.refused(world.people.secretary, holdConference, held)).toEqual({ heldOn: 'inFuture' })
    world.at('2025-10-30')
    expect(await world.refused(world.people.secretary, holdConference, { ...held, heldOn: '2025-10-30' })).toEqual({
      heldOn: 'dialogue/day-differs',
    })
    expect(await world.refused(world.people.secretary, holdConference, { ...held, attendanceWomen: '500' })).toEqual({
      attendanceWomen: 'moreThanPresent',
    })
    expect(
      await world.refused(world.people.secretary, holdConference, { ...held, openedAt: '14:00', endedAt: '11:30' }),
    ).toEqual({ endedAt: 'timeOverNight' })
    await expect(world.perform(world.people.front, holdConference, held)).rejects.toThrow('not permitted')
    // past midnight: the end is of the next day, the terms still run from the day of the conference
    await world.done(world.people.secretary, holdConference, { ...held, openedAt: '19:30', endedAt: '00:20' })
    expect(await stored()).toMatchObject({ state: 'held', heldOn: '2025-10-29', endedAt: '00:20' })
    expect((await deadline('conclusionNotice')).dueOn).toBe('2025-11-12')
  })

  it('keeps names of those not admitted from whoever may not see them, and from the log', async () => {
    const noGround = { id, groundKey: 'intoxicated', decidedBy: 'Chủ trì' }
    expect(await world.refused(world.people.secretary, recordExclusion, noGround)).toEqual({ groundKey: 'notInList' })
    await expect(world.perform(world.people.front, recordExclusion, noGround)).rejects.toThrow('not permitted')
    expect(await countExclusions(world.db, world.authorityId, id)).toBe(0)
  })
})

describe('the minutes', () => {
  const write = (proceedings: string, version: number | string) => ({
    id,
    version,
    secretaryName: 'Thư ký Thử',
    proceedings,
    conclusion: '',
  })

  it('keep every saved state, and refuse an edit over somebody else’s', async () => {
    await world.done(world.people.secretary, writeMinutes, write('Khai mạc', ''))
    await world.done(world.people.secretary, writeMinutes, write('Khai mạc. Ông A hỏi.', 1))
    await expect(world.perform(world.people.clerk, writeMinutes, write('Khác', 1))).rejects.toMatchObject({
      current: { proceedings: 'Khai mạc. Ông A hỏi.' },
    })
    await expect(world.perform(world.people.clerk, writeMinutes, write('Khác', ''))).rejects.toMatchObject({
      kind: 'minutes',
    })
    const minutes = (await findMinutes(world.db, world.authorityId, id))!
    const revisions = await listMinutesRevisions(world.db, world.authorityId, minutes.id)
    expect(revisions.map((one) => [one.version, one.proceedings])).toEqual([
      [2, 'Khai mạc. Ông A hỏi.'],
      [1, 'Khai mạc'],
    ])
  })

  it('are locked when secretary and chair have signed, the secretary first', async () => {
    await world.done(world.people.secretary, writeMinutes, write('Toàn văn', ''))
    await expect(world.perform(world.people.secretary, lockMinutesAsSecretary, { id })).rejects.toThrow(
      'dialogue/not-yet-held',
    )
    await hold()
    await expect(world.perform(world.people.chair, lockMinutesAsChair, { id })).rejects.toThrow(
      'minutes/secretary-first',
    )
    await expect(world.perform(world.people.clerk, lockMinutesAsSecretary, { id })).rejects.toThrow('not permitted')
    await world.done(world.people.secretary, lockMinutesAsSecretary, { id })
    await world.done(world.people.chair, lockMinutesAsChair, { id })
    expect((await findMinutes(world.db, world.authorityId, id))!.state).toBe('locked')
    await expect(world.perform(world.people.secretary, writeMinutes, write('Sửa', 3))).rejects.toThrow('minutes/locked')
  })

  it('may be signed by the chair on paper', async () => {
    await world.done(world.people.secretary, writeMinutes, write('Toàn văn', ''))
    await hold()
    await world.done(world.people.secretary, lockMinutesAsSecretary, { id })
    expect(await world.refused(world.people.clerk, lockMinutesOnPaper, { id })).toEqual({ signed: 'required' })
    await world.done(world.people.clerk, lockMinutesOnPaper, { id, signed: 'on' })
    expect(await findMinutes(world.db, world.authorityId, id)).toMatchObject({
      state: 'locked',
      chairSignedOnPaper: true,
    })
  })
})

describe('after the conference', () => {
  it('the result is public under the law only with media, posting and village heads, the last counting', async () => {
    const notice = { id, times: '1', doneOn: '2025-10-30' }
    await expect(
      world.perform(world.people.clerk, publishResult, { ...notice, doneOn: '2025-10-01', channel: 'portal' }),
    ).rejects.toThrow('dialogue/not-yet-held')
    await hold()
    world.at('2025-11-03')
    await world.done(world.people.clerk, publishResult, { ...notice, channel: 'portal' })
    await world.done(world.people.clerk, publishResult, { ...notice, channel: 'posting' })
    expect((await deadline('resultPublication', 'law-72')).state).toBe('open')
    await world.done(world.people.clerk, publishResult, { ...notice, channel: 'villageHead', doneOn: '2025-11-03' })
    expect(await deadline('resultPublication', 'law-72')).toMatchObject({
      state: 'met',
      metOn: '2025-11-03',
      dueOn: '2025-11-10',
    })
  })

  it('the internal review is kept for those of the circle, after the conference and not before', async () => {
    const review = { id, heldOn: '2025-10-29', chairedBy: 'Bí thư', content: 'Rút kinh nghiệm' }
    world.at('2025-10-29')
    await expect(world.perform(world.people.clerk, recordInternalReview, review)).rejects.toThrow(
      'dialogue/not-yet-held',
    )
    await hold()
    expect(await world.refused(world.people.clerk, recordInternalReview, { ...review, heldOn: '2025-10-28' })).toEqual({
      heldOn: 'dialogue/before-conference',
    })
    await world.done(world.people.clerk, recordInternalReview, review)
    await expect(world.perform(world.people.front, recordInternalReview, review)).rejects.toThrow('not permitted')
    await expect(world.perform(world.people.clerk, recordInternalReview, review)).rejects.toMatchObject({
      kind: 'internalReview',
    })
  })
})

describe('an indirect dialogue (004 III.2.c)', () => {
  it('has no hall: its last day of collection starts the clocks', async () => {
    const indirect = { ...opening, form: 'indirect', collectionOpensOn: '2025-10-01', collectionClosesOn: '2025-10-29' }
    id = (await world.done(world.people.clerk, openDialogue, indirect)).id
    expect((await deadline('conclusionNotice')).dueOn).toBe('2025-11-12')
    expect(await deadline('invitation')).toBeUndefined()
    await world.done(world.people.clerk, confirmNotClassified, { id, confirmed: 'on' })
    const close = { id, attendancePeople: '85', note: 'Tổng hợp 85 ý kiến' }
    await expect(world.perform(world.people.clerk, closeCollection, close)).rejects.toThrow(
      'dialogue/collection-still-open',
    )
    world.at('2025-10-30')
    const hall = { id, heldOn: '2025-10-29', attendanceDelegates: '0', attendancePeople: '1' }
    await expect(world.perform(world.people.clerk, holdConference, hall)).rejects.toThrow(
      'dialogue/indirect-has-no-conference',
    )
    await world.done(world.people.clerk, closeCollection, close)
    expect(await stored()).toMatchObject({ state: 'held', heldOn: null, attendancePeople: 85 })
    const speech = world.perform(world.people.secretary, registerSpeech, {
      id,
      registered: 'onSite',
      speakerName: 'Ông Thử',
    })
    await expect(speech).rejects.toThrow('dialogue/no-speeches-when-indirect')
  })
})
