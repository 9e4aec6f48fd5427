import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import type { Actor } from '../changes/actor.ts'
import { markMessagesRead } from '../messages/mark-messages-read.ts'
import { insertMessage } from '../messages/message-store.ts'
import { countUnreadMessages, countVisibleMessages, listVisibleMessages } from './visible-message-store.ts'

describe('messages', () => {
  let world: WorkWorld
  let told = 0
  beforeAll(async () => {
    world = await createWorkWorld()
  })
  afterAll(async () => world.close())

  const tell = (values: {
    accountId?: number | null
    agencyId?: number | null
    subjectKind?: string
    subjectId?: number
  }) => {
    told += 1
    return insertMessage(world.db, {
      authorityId: world.authorityId,
      accountId: values.accountId ?? null,
      agencyId: values.agencyId ?? null,
      kind: 'petition-answer-returned',
      subjectKind: values.subjectKind ?? 'dialogue',
      subjectId: values.subjectId ?? world.dialogueId,
      params: { code: 'CH', reason: `lời nhắn ${told}` },
      dedupeKey: `m${told}`,
      createdAt: world.clock.now(),
    })
  }
  const reads = async (actor: Actor) =>
    (await listVisibleMessages(world.db, actor, world.authorityId, { unreadOnly: false, page: 1, pageSize: 50 })).map(
      (row) => (row.params as { reason: string }).reason,
    )

  it('reach the account or everybody of the agency, and nobody else', async () => {
    const { people, agencies } = world
    await tell({ accountId: people.head.accountId })
    await tell({ agencyId: agencies.economy })
    expect(await reads(people.head)).toEqual(['lời nhắn 2', 'lời nhắn 1'])
    expect(await reads(people.specialist)).toEqual(['lời nhắn 2'])
    expect(await reads(people.clerk)).toEqual([])
  })

  it('about a confidential petition, its deadline or supervision of it stay with the need-to-know list', async () => {
    const { people, agencies, db, authorityId } = world
    const secret = await world.petition({ confidential: true, leadAgencyId: agencies.culture, state: 'assigned' })
    const deadline = await world.deadline({
      subjectKind: 'petition',
      subjectId: secret,
      dueOn: '2025-11-14',
      agencyId: agencies.culture,
    })
    const act = await db
      .insertInto('supervisionAct')
      .values({
        ...{
          authorityId,
          kind: 'urging',
          byAgencyId: agencies.front,
          toAgencyId: agencies.culture,
          petitionId: secret,
        },
        ...{ onDay: '2025-11-01' as never, content: 'Đôn đốc' },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tell({ agencyId: agencies.culture, subjectKind: 'petition', subjectId: secret })
    await tell({ agencyId: agencies.culture, subjectKind: 'deadline', subjectId: deadline })
    await tell({ agencyId: agencies.culture, subjectKind: 'supervisionAct', subjectId: act.id })
    expect(await reads(people.supporter)).toEqual([])
    expect(await countVisibleMessages(db, people.supporter, authorityId)).toEqual({ total: 0, unread: 0 })
    expect(await countUnreadMessages(db, people.supporter, authorityId)).toBe(0)
    const reader = { authorityId, petitionId: secret, accountId: people.supporter.accountId!, reason: 'giải quyết' }
    await db.insertInto('petitionReader').values(reader).execute()
    expect(await reads(people.supporter)).toHaveLength(3)
    expect(await countUnreadMessages(db, people.supporter, authorityId)).toBe(3)
  })

  it('are marked read as they were shown; later and older ones stay unread, others’ are not touched', async () => {
    const { people, agencies, db, authorityId } = world
    const unread = async (actor: Actor) => (await countVisibleMessages(db, actor, authorityId)).unread
    const seen = await listVisibleMessages(db, people.head, authorityId, { unreadOnly: true, page: 1, pageSize: 50 })
    await tell({ agencyId: agencies.economy })
    await tell({ accountId: people.clerk.accountId })
    // what stands on the page and nothing else: not what came since, not what is on the next page, not others' own
    const older = seen.at(-1)!.id
    const clerks = await listVisibleMessages(db, people.clerk, authorityId, { unreadOnly: true, page: 1, pageSize: 50 })
    const shown = seen.filter((row) => row.id !== older).map((row) => String(row.id))
    await world.done(people.head, markMessagesRead, { messageIds: [...shown, String(clerks[0]!.id)] })
    expect(await unread(people.head)).toBe(2)
    expect(await unread(people.clerk)).toBe(clerks.length)
    const refused = await world.perform(people.head, markMessagesRead, { messageIds: 'x' })
    expect(refused).toMatchObject({ ok: false })
  })
})
