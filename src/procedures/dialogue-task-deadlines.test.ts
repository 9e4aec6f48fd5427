import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../tests/support/dialogue-world.ts'
import type { Actor } from '../changes/actor.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { assignTask } from '../dialogues/assign-task.ts'
import { reportTask } from '../dialogues/report-task.ts'
import { parseDay } from '../platform/day.ts'
import { workDays } from '../reports/deadline-filter.ts'
import { listWork } from '../reports/work-list-store.ts'
import { workReader } from '../reports/work-reader.ts'
import { cancelDialogue } from './cancel-dialogue.ts'
import { openDialogue } from './open-dialogue.ts'

let world: DialogueWorld
let id: number
beforeAll(async () => {
  world = await createDialogueWorld()
  const opening = { title: 'Đối thoại năm 2025', kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' }
  id = (await world.done(world.people.clerk, openDialogue, opening)).id
})
afterAll(() => world.close())

const tasksDue = (subjectId: number) =>
  listDeadlines(world.db, world.authorityId, { subject: { subjectKind: 'dialogueTask', subjectId } })
const workOf = (actor: Actor) =>
  listWork(world.db, workReader(actor, world.authorityId), workDays(parseDay('2025-10-01')))

it('puts a task with a day among the deadlines and on the morning page of its agency, once', async () => {
  const task = { id, agencyId: world.agencies.economy, kind: 'task', content: 'Chuẩn bị báo cáo rác thải' }
  const { taskId } = await world.done(world.people.clerk, assignTask, { ...task, dueOn: '2025-10-08' })
  const [due] = await tasksDue(taskId)
  expect(due).toMatchObject({ state: 'open', dueOn: '2025-10-08', dialogueId: id, agencyId: world.agencies.economy })
  const lines = (await workOf(world.people.specialist)).filter((one) => one.label.includes('rác thải'))
  expect(lines).toMatchObject([{ kind: 'deadline', subjectKind: 'dialogueTask', deadlineId: due!.id, waitsFor: 'me' }])
  expect(lines[0]!.label).toBe('Nhiệm vụ chuẩn bị, phục vụ hội nghị: Chuẩn bị báo cáo rác thải')

  await world.done(world.people.clerk, assignTask, { ...task, rowId: taskId, version: 1, dueOn: '2025-10-10' })
  expect(await tasksDue(taskId)).toMatchObject([{ dueOn: '2025-10-10', firstDueOn: '2025-10-08' }])
  await world.done(world.people.specialist, reportTask, { rowId: taskId, doneOn: '2025-10-01', result: 'Xong' })
  expect(await tasksDue(taskId)).toMatchObject([{ state: 'met', metOn: '2025-10-01' }])
})

it('keeps a task without a day on the morning page, and drops a deadline when its day is taken away', async () => {
  const task = { id, agencyId: world.agencies.economy, kind: 'task', content: 'Cử cán bộ ghi chép' }
  const { taskId } = await world.done(world.people.clerk, assignTask, { ...task, dueOn: '2025-10-09' })
  await world.done(world.people.clerk, assignTask, { ...task, rowId: taskId, version: 1, dueOn: '' })
  expect(await tasksDue(taskId)).toMatchObject([{ state: 'void' }])
  const lines = (await workOf(world.people.specialist)).filter((one) => one.label.includes('ghi chép'))
  expect(lines).toMatchObject([{ kind: 'dialogueTask', dueOn: null }])
})

it('asks nobody for tasks of a dialogue that is called off', async () => {
  const task = { id, agencyId: world.agencies.economy, kind: 'task', content: 'In tài liệu', dueOn: '2025-10-07' }
  const { taskId } = await world.done(world.people.clerk, assignTask, task)
  await world.done(world.people.chair, cancelDialogue, { id, reason: 'Bão' })
  expect(await tasksDue(taskId)).toMatchObject([{ state: 'void', voidReason: 'Hội nghị không tổ chức nữa.' }])
})
