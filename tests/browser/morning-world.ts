import { z } from 'zod'
import { hashPassword } from '../../src/access/password.ts'
import type { Actor } from '../../src/changes/actor.ts'
import { type ChangeContext, defineChange } from '../../src/changes/define-change.ts'
import { performChange } from '../../src/changes/perform-change.ts'
import { programActor } from '../../src/changes/program-actor.ts'
import { placeDeadline } from '../../src/deadlines/place-deadline.ts'
import { promiseDue } from '../../src/deadlines/promise-due.ts'
import { sendMessage } from '../../src/messages/send-message.ts'
import type { Day } from '../../src/platform/day.ts'
import { keepReportDeadlines } from '../../src/procedures/open-report-deadlines.ts'
import { refreshDialogueDeadlines, refreshPetitionsOfDialogue } from '../../src/procedures/refresh-deadlines.ts'
import { sendReminders } from '../../src/procedures/send-reminders.ts'
import { createWorkWorld } from '../support/work-world.ts'

export const MORNING_PASSWORD = 'cá thu kho riềng ba lửa'

/** A special zone eight working days after its conference, with work for everybody: for looking at the screens. */
export async function createMorningWorld() {
  const world = await createWorkWorld()
  const { db, authorityId, agencies, people, dialogueId } = world
  const passwordHash = await hashPassword(MORNING_PASSWORD)
  await db.updateTable('account').set({ passwordHash }).execute()
  await db.updateTable('authority').set({ totpRequired: false, demo: true }).where('id', '=', authorityId).execute()
  const { regulationVersionId } = await db
    .selectFrom('dialogue')
    .select('regulationVersionId')
    .where('id', '=', dialogueId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('authorityRegulation')
    .values({ authorityId, regulationVersionId, fromDay: '2025-08-06' as Day })
    .execute()
  const inChange = (run: (context: ChangeContext) => Promise<unknown>, actor: Actor = people.clerk) =>
    world.done(
      { ...actor, may: () => true },
      defineChange({
        name: 'test/act',
        permission: 'dialogue:prepare',
        input: z.object({}),
        async run(context) {
          await run(context)
          context.record({ subjectKind: 'dialogue', subjectId: dialogueId })
        },
      }),
      {},
    )
  world.clock.set(new Date('2025-10-13T08:00:00+07:00'))
  await inChange((context) =>
    refreshDialogueDeadlines(context, dialogueId, { cause: 'day-set', reason: 'Ấn định ngày tổ chức hội nghị.' }),
  )
  await world.held()
  world.clock.set(new Date('2025-11-10T08:00:00+07:00'))
  const late = await world.petition({
    state: 'assigned',
    leadAgencyId: agencies.economy,
    content: 'Đề nghị sửa đường thôn Trân Châu',
  })
  await world.petition({ content: 'Đề nghị cấp nước sạch' })
  await world.petition({ content: 'Đề nghị thu gom rác' })
  await inChange(async (context) => {
    await refreshPetitionsOfDialogue(context, dialogueId, {
      cause: 'receipt',
      reason: 'Ghi ngày nhận thông báo kết luận.',
    })
    await placeDeadline(context, {
      subjectKind: 'petition',
      subjectId: late,
      dialogueId,
      agencyId: agencies.economy,
      due: promiseDue('2025-11-07' as Day, '2025-10-29' as Day),
      cause: 'promise',
      reason: 'Người chủ trì hẹn tại hội nghị.',
    })
    await sendMessage(context, {
      to: { agencyId: agencies.office },
      kind: 'petition-not-solved',
      subjectKind: 'petition',
      subjectId: late,
      params: { code: 'CH-2025-0001' },
      dedupeKey: 'one',
    })
  })
  const program = { actor: programActor(authorityId), authorityId, input: {} }
  await performChange(world.runtime, keepReportDeadlines, { ...program, key: 'reports' })
  await performChange(world.runtime, sendReminders, { ...program, key: 'reminders' })
  return { ...world, late }
}

export type MorningWorld = Awaited<ReturnType<typeof createMorningWorld>>
