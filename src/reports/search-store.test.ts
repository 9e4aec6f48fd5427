import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import type { Actor } from '../changes/actor.ts'
import type { Day } from '../platform/day.ts'
import { searchEverything } from './search-store.ts'

const TODAY = '2025-10-20' as Day
const CANARY = 'xyzzycanary'

describe('the search over everything', () => {
  let world: WorkWorld
  beforeAll(async () => {
    world = await createWorkWorld()
    const { db, authorityId } = world
    await db
      .updateTable('dialogue')
      .set({ topic: 'Nước sạch và đất đai' })
      .where('authorityId', '=', authorityId)
      .execute()
  })
  afterAll(async () => world.close())

  const search = (actor: Actor, typed: string) => searchEverything(world.db, actor, world.authorityId, typed, TODAY)

  it('finds petitions, dialogues, papers and people without diacritics, đ as d', async () => {
    const { db, authorityId, agencies, people, dialogueId } = world
    await world.petition({ content: 'Đề nghị cấp nước sạch cho thôn Trân Châu' })
    const base = {
      authorityId,
      subjectKind: 'dialogue',
      subjectId: dialogueId,
      dialogueId,
      issuerAgencyId: agencies.office,
    }
    await db
      .insertInto('paper')
      .values({
        ...base,
        kind: 'other',
        title: 'Báo cáo về nước sạch',
        state: 'issued',
        datedOn: TODAY,
        number: '15-BC/ĐU',
      })
      .execute()
    const person = await db
      .insertInto('person')
      .values({ authorityId, fullName: 'Đỗ Thị Nước' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const post = await db
      .insertInto('post')
      .values({ authorityId, agencyId: agencies.office, title: 'Chánh Văn phòng', kind: 'officeChief', fromDay: TODAY })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('postHolding')
      .values({ authorityId, postId: post.id, personId: person.id, fromDay: TODAY })
      .execute()
    const found = (await search(people.clerk, 'nuoc sach'))!
    expect(found.petitions.map((row) => row.code)).toEqual(['CH-2025-0001'])
    expect(found.dialogues).toHaveLength(1)
    expect(found.papers.map((row) => row.number)).toEqual(['15-BC/ĐU'])
    expect((await search(people.clerk, 'do thi nuoc'))!.people).toMatchObject([
      { fullName: 'Đỗ Thị Nước', title: 'Chánh Văn phòng', agencyName: 'Văn phòng Đảng ủy' },
    ])
    expect((await search(people.clerk, 'chanh van phong'))!.people).toHaveLength(1)
    expect((await search(people.clerk, 'CH-2025-0001'))!.petitions).toHaveLength(1)
    expect((await search(people.clerk, '15-bc'))!.papers).toHaveLength(1)
  })

  it('puts what matches exactly first when diacritics were typed', async () => {
    const { db, authorityId, people } = world
    const regulationVersionId = (
      await db
        .selectFrom('dialogue')
        .select('regulationVersionId')
        .where('authorityId', '=', authorityId)
        .executeTakeFirstOrThrow()
    ).regulationVersionId
    const open = (title: string) =>
      db
        .insertInto('dialogue')
        .values({
          authorityId,
          title,
          kind: 'thematic',
          form: 'inPerson',
          chairModel: 'partySecretary',
          regulationVersionId,
        })
        .execute()
    await open('Bàn về giá nhà')
    await open('Bản về già nhả')
    expect((await search(people.clerk, 'gia nha'))!.dialogues).toHaveLength(2)
    expect((await search(people.clerk, 'giá nhà'))!.dialogues.map((row) => row.title)).toEqual([
      'Bàn về giá nhà',
      'Bản về già nhả',
    ])
    expect((await search(people.clerk, 'già nhả'))!.dialogues.map((row) => row.title)).toEqual([
      'Bản về già nhả',
      'Bàn về giá nhà',
    ])
  })

  it('finds nothing of a hidden petition, nor of papers about it, for anyone who may not see it', async () => {
    const { db, authorityId, agencies, people } = world
    const id = await world.petition({
      content: `Tố giác ${CANARY}`,
      confidential: true,
      leadAgencyId: agencies.economy,
    })
    await db
      .insertInto('paper')
      .values({
        authorityId,
        kind: 'replyLetter',
        subjectKind: 'petition',
        subjectId: id,
        title: `Trả lời ${CANARY}`,
        state: 'issued',
        datedOn: TODAY,
        issuerAgencyId: agencies.economy,
      })
      .execute()
    for (const actor of Object.values(people)) {
      const found = JSON.stringify(await search(actor, CANARY))
      expect(found).not.toContain(CANARY)
      expect(found).toBe(JSON.stringify({ petitions: [], dialogues: [], papers: [], people: [] }))
    }
    await db
      .insertInto('petitionReader')
      .values({ authorityId, petitionId: id, accountId: people.clerk.accountId!, reason: 'xử lý' })
      .execute()
    const found = (await search(people.clerk, CANARY))!
    expect(found.petitions).toHaveLength(1)
    expect(found.petitions[0]!.content).toBe('')
  })

  it('knows nothing of another authority, and says so for no words', async () => {
    expect(await search(world.people.clerk, '   ')).toBeNull()
    expect(await search(world.people.clerk, '%')).toBeNull()
    const elsewhere = (await searchEverything(world.db, world.people.clerk, world.authorityId + 1, 'nuoc', TODAY))!
    expect(elsewhere).toEqual({ petitions: [], dialogues: [], papers: [], people: [] })
  })
})
