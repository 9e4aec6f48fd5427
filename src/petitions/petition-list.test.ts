import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import type { Actor } from '../changes/actor.ts'
import type { Day } from '../platform/day.ts'
import { withClient } from '../platform/db/database-roles.ts'
import { NotFound } from '../platform/errors.ts'
import { receiveSubmission } from '../procedures/receive-submission.ts'
import type { PetitionFilter } from './petition-list.ts'
import {
  countPetitions,
  countPetitionsOfDialogue,
  listDigest,
  listPetitions,
  petitionListQuery,
} from './petition-list-store.ts'
import { visibilityOf } from './petition-scope.ts'
import { findPetitionScopes } from './petition-store.ts'
import { searchPetitioners } from './petitioner-store.ts'
import { openConfidentialPetition, restrictPetition } from './restrict-petition.ts'

let world: PetitionWorld
const today = '2025-10-20' as Day
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

const firstPage = { sort: 'newest', direction: 'desc', page: 1, pageSize: 25 } as const

function seen(actor: Actor, filter: Partial<PetitionFilter> = {}) {
  return listPetitions(world.db, visibilityOf(actor, world.authorityId)!, { ...filter, today }, firstPage)
}

async function receive(text: string, more: Record<string, unknown> = {}) {
  const { petitionIds } = await world.done(world.people.clerk, receiveSubmission, {
    dialogueId: world.dialogueId,
    receivedOn: '2025-10-10',
    channel: 'letter',
    raised: 'before',
    petitionerKind: 'person',
    petitionerName: 'Đỗ Thị Hương',
    text,
    ...more,
  })
  return petitionIds[0]!
}

describe('searching', () => {
  it('without diacritics finds all, with diacritics the exact ones stand first', async () => {
    const exact = await receive('Đề nghị sửa đường liên thôn')
    const other = await receive('Giá đương quy; duong lien thon chưa rõ')
    const plain = await seen(world.people.clerk, { search: 'duong' })
    expect(plain.map((row) => row.id)).toEqual([other, exact])
    const typed = await seen(world.people.clerk, { search: 'đường' })
    expect(typed.map((row) => row.id)).toEqual([exact, other])
  })

  it('takes the last word as a beginning, finds a code and a name', async () => {
    const id = await receive('Xin hỗ trợ nuôi hàu')
    expect((await seen(world.people.clerk, { search: 'ho tro nuo' })).map((row) => row.id)).toContain(id)
    const [row] = await seen(world.people.clerk, { search: 'nuôi hàu' })
    expect((await seen(world.people.clerk, { search: row!.code })).map((one) => one.id)).toEqual([id])
    expect((await seen(world.people.clerk, { search: 'do thi huong' })).length).toBeGreaterThan(2)
  })

  it('takes what looks like SQL or wildcards for words', async () => {
    for (const search of ["'; drop table petition; --", '100%', '_', '\\', ':*', '&|!<->']) {
      await expect(seen(world.people.clerk, { search })).resolves.toBeInstanceOf(Array)
    }
  })
})

describe('who sees which petitions', () => {
  it('an agency only what is given to it, a village only what it forwarded', async () => {
    await receive('Của thôn', { forwardedByAgencyId: world.agencies.village })
    expect((await seen(world.people.villager)).map((row) => row.content)).toEqual(['Của thôn'])
    expect(await seen(world.people.specialist)).toEqual([])
  })

  it('keeps a confidential one out of every list, search and count of whoever is not on its list', async () => {
    const canary = 'HOANGYENXYZ'
    const id = await receive(`Nội dung kín ${canary}`, {
      petitionerName: `Người ${canary}`,
      confidential: 'on',
      confidentialReason: 'bảo vệ người phản ánh',
    })
    const { db, people, authorityId, dialogueId } = world
    for (const actor of [people.chair, people.front, people.specialist, people.records, people.villager]) {
      const visibility = visibilityOf(actor, authorityId)!
      const everything = JSON.stringify([
        await seen(actor),
        await seen(actor, { search: canary }),
        await seen(actor, { dialogueId }),
        await listDigest(db, visibility, dialogueId),
        await searchPetitioners(db, visibility, canary),
      ])
      expect(everything, actor.role).not.toContain(canary)
      expect(everything, actor.role).not.toContain(`"id":${id},`)
      expect(await countPetitions(db, visibility, { search: canary, today }), actor.role).toBe(0)
      const scopes = await findPetitionScopes(db, authorityId, id)
      expect(actor.may('petition:read', scopes!.reading), actor.role).toBe(false)
      await expect(world.perform(actor, openConfidentialPetition, { id, purpose: 'tò mò' })).rejects.toBeInstanceOf(
        NotFound,
      )
    }
    // the one who entered it and the leader of the lead office know of it; its words only once it is opened
    const known = await seen(people.leader, { search: canary })
    expect(known).toMatchObject([{ id, content: '', petitionerName: null }])
    const all = await countPetitionsOfDialogue(db, visibilityOf(people.leader, authorityId)!, dialogueId, today)
    const fewer = await countPetitionsOfDialogue(db, visibilityOf(people.chair, authorityId)!, dialogueId, today)
    expect(all.total).toBe(fewer.total + 1)
  })

  it('opens it with a purpose that is kept, and lets the leader widen or lift the list', async () => {
    const id = await receive('Kín', { confidential: 'on', confidentialReason: 'x' })
    const { people } = world
    await world.done(people.leader, openConfidentialPetition, { id, purpose: 'phân công' })
    const line = await world.db
      .selectFrom('changeLog')
      .select('reason')
      .where('action', '=', 'petition/open')
      .where('subjectId', '=', id)
      .executeTakeFirstOrThrow()
    expect(line.reason).toBe('phân công')
    const readerIds = [people.chair.accountId, people.clerk.accountId]
    await world.done(people.leader, restrictPetition, {
      id,
      version: 1,
      confidential: 'on',
      readerIds,
      reason: 'chủ trì cần biết',
    })
    expect((await seen(people.chair)).some((row) => row.id === id)).toBe(true)
    await world.done(people.leader, restrictPetition, { id, version: 2, confidential: '', reason: 'hết lý do' })
    expect((await seen(people.front)).some((row) => row.id === id)).toBe(true)
  })

  it('hides it from the agency and the person it accuses', async () => {
    const id = await receive('Tố cán bộ', {
      accusedAccountId: world.people.chair.accountId,
      accusedAgencyId: world.agencies.front,
    })
    expect((await seen(world.people.chair)).some((row) => row.id === id)).toBe(false)
    expect((await seen(world.people.front)).some((row) => row.id === id)).toBe(false)
    expect((await seen(world.people.leader)).some((row) => row.id === id)).toBe(true)
  })
})

describe('with twenty thousand petitions', () => {
  beforeAll(async () => {
    const { authorityId, dialogueId } = world
    await sql`
      with s as (
        insert into submission (authority_id, petitioner_id, channel, received_on, text)
        select ${authorityId}, (select min(id) from petitioner), 'letter', '2025-01-01', 'x' returning id
      )
      insert into petition (authority_id, code, submission_id, dialogue_id, petitioner_id, received_on, raised, content, state, lead_agency_id)
      select ${authorityId}, 'XX-2020-' || n, (select id from s), case when n % 100 = 0 then ${dialogueId}::bigint end,
        (select min(id) from petitioner), '2025-01-01', 'before',
        'Kiến nghị số ' || n || case when n % 500 = 0 then ' về cầu phà Gót' else ' về đất đai, giao thông, môi trường' end,
        case when n % 50 = 0 then 'assigned' else 'received' end,
        case when n % 50 = 0 then ${world.agencies.culture}::bigint end
      from generate_series(1, 20000) n`.execute(world.db)
    // statistics are the owner's to gather, as autovacuum does
    await withClient(world.ownerUrl, async (client) => void (await client.query('vacuum analyze')))
  }, 60_000)

  async function plan(actor: Actor, filter: Partial<PetitionFilter>): Promise<string> {
    const visibility = visibilityOf(actor, world.authorityId)!
    const query = petitionListQuery(world.db, visibility, { ...filter, today }, firstPage)
    const lines = await query.explain()
    return lines.map((line) => Object.values(line)[0]).join('\n')
  }

  it('walks an index for the list, each filter and the search, never the whole table', async () => {
    const { people, dialogueId, agencies } = world
    const filters: Partial<PetitionFilter>[] = [
      {},
      { state: 'assigned' },
      { state: 'open' },
      { state: 'overdue' },
      { dialogueId },
      { agencyId: agencies.culture },
      { search: 'cau pha got' },
      { search: 'cầu phà Gót' },
      { search: 'kien nghi' },
    ]
    for (const filter of filters) {
      expect(await plan(people.clerk, filter), JSON.stringify(filter)).not.toMatch(/Seq Scan on petition( |$)/m)
    }
    expect(await plan(people.supporter, {})).not.toMatch(/Seq Scan on petition( |$)/m)
  })

  it('finds, pages and counts', async () => {
    expect(await seen(world.people.clerk, { search: 'pha got' })).toHaveLength(25)
    expect(
      await countPetitions(world.db, visibilityOf(world.people.clerk, world.authorityId)!, {
        search: 'pha got',
        today,
      }),
    ).toBe(40)
    const visibility = visibilityOf(world.people.supporter, world.authorityId)!
    expect(await countPetitions(world.db, visibility, { today })).toBe(400)
    const second = await listPetitions(world.db, visibility, { today }, { ...firstPage, page: 2 })
    const first = await listPetitions(world.db, visibility, { today }, firstPage)
    expect(new Set([...first, ...second].map((row) => row.id)).size).toBe(50)
  })
})
