import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addTestAgency, addTestAuthority, done, testOffice } from '../../tests/support/test-authority.ts'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { listLogOf, listPersonal } from '../changes/change-log-store.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, NotPermitted, StaleEdit } from '../platform/errors.ts'
import { addAgency } from './add-agency.ts'
import { addPost } from './add-post.ts'
import { getAgency } from './agency-store.ts'
import { appoint } from './appoint.ts'
import { editAgency } from './edit-agency.ts'
import { editPost } from './edit-post.ts'
import { endHolding } from './end-holding.ts'
import { findHolder, listHoldings } from './post-store.ts'

let database: TestDatabase
let authorityId: number
let office: ReturnType<typeof testOffice>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  authorityId = await addTestAuthority(database.db)
  office = testOffice(database.db, authorityId)
})

const agencyInput = {
  name: 'Văn phòng Đảng ủy',
  shortName: 'VP Đảng ủy',
  kind: 'partyBody',
  roleKey: 'partyCommitteeOffice',
  level: 'commune',
  fromDay: '01/07/2025',
}

describe('adding an agency', () => {
  test('puts it into the tree with its dates and leaves a line in the log', async () => {
    const parentId = done(
      await office.do('administrator', addAgency, { ...agencyInput, name: 'Đảng ủy', kind: 'partyCommittee' }),
    )
    const id = done(await office.do('administrator', addAgency, { ...agencyInput, parentId, email: 'vp@x.vn' }))
    expect(await getAgency(database.db, authorityId, id)).toMatchObject({
      parentId,
      fromDay: '2025-07-01',
      toDay: null,
      external: false,
      roleKey: 'partyCommitteeOffice',
      email: 'vp@x.vn',
    })
    expect((await listLogOf(database.db, authorityId, 'agency', id))[0]).toMatchObject({ action: 'agency/add' })
  })

  test('is refused with the name of one that exists then, but not of one that has ended', async () => {
    await addTestAgency(database.db, authorityId, { name: 'Ban Dân vận', toDay: '2025-06-30' as Day })
    const again = { ...agencyInput, name: 'ban dân vận' }
    expect((await office.do('administrator', addAgency, again)).ok).toBe(true)
    expect(await office.do('administrator', addAgency, again)).toMatchObject({ ok: false, errors: { name: 'taken' } })
  })

  test('is refused under a parent of another authority, or one that does not exist on its first day', async () => {
    const other = await addTestAuthority(database.db)
    const foreign = await addTestAgency(database.db, other, { name: 'Nơi khác' })
    expect(await office.do('administrator', addAgency, { ...agencyInput, parentId: foreign })).toMatchObject({
      ok: false,
      errors: { parentId: 'notFound' },
    })
    const gone = await addTestAgency(database.db, authorityId, { name: 'Huyện ủy', toDay: '2025-06-30' as Day })
    await expect(office.do('administrator', addAgency, { ...agencyInput, parentId: gone })).rejects.toThrow(
      new BrokenRule('agency/parent-not-there', { name: 'Huyện ủy' }),
    )
  })

  test('is refused with wrong fields, to others than administrators, and across authorities', async () => {
    const wrong = await office.do('administrator', addAgency, {
      ...agencyInput,
      name: ' ',
      email: 'x',
      fromDay: '31/02/2025',
    })
    expect(wrong).toEqual({ ok: false, errors: { name: 'required', email: 'notAnEmail', fromDay: 'notADay' } })
    await expect(office.do('clerk', addAgency, agencyInput)).rejects.toThrow(NotPermitted)
    const other = await addTestAuthority(database.db)
    await expect(office.do('administrator', addAgency, agencyInput, { authorityId: other })).rejects.toThrow(
      NotPermitted,
    )
  })
})

describe('editing an agency', () => {
  test('changes what was said and keeps both versions in the log', async () => {
    const id = done(await office.do('administrator', addAgency, agencyInput))
    done(
      await office.do('administrator', editAgency, {
        ...agencyInput,
        id,
        version: 1,
        shortName: 'VPĐU',
        external: 'on',
      }),
    )
    expect(await getAgency(database.db, authorityId, id)).toMatchObject({
      shortName: 'VPĐU',
      external: true,
      version: 2,
    })
    const [line] = await listLogOf(database.db, authorityId, 'agency', id)
    expect(line).toMatchObject({ before: { shortName: 'VP Đảng ủy', external: false }, after: { shortName: 'VPĐU' } })
  })

  test('is refused on a stale version, in a circle, and when it would begin after its posts', async () => {
    const id = done(await office.do('administrator', addAgency, agencyInput))
    const below = done(await office.do('administrator', addAgency, { ...agencyInput, name: 'Tổ thư ký', parentId: id }))
    await expect(
      office.do('administrator', editAgency, { ...agencyInput, id, version: 1, parentId: below }),
    ).rejects.toThrow('agency/circle')
    done(
      await office.do('administrator', addPost, {
        agencyId: id,
        title: 'Chánh VP',
        kind: 'officeChief',
        fromDay: '2025-07-01',
      }),
    )
    await expect(
      office.do('administrator', editAgency, { ...agencyInput, id, version: 1, fromDay: '01/08/2025' }),
    ).rejects.toThrow('agency/posts-outside')
    done(await office.do('administrator', editAgency, { ...agencyInput, id, version: 1, shortName: 'A' }))
    await expect(office.do('administrator', editAgency, { ...agencyInput, id, version: 1 })).rejects.toThrow(StaleEdit)
  })
})

describe('posts and who holds them', () => {
  let agencyId: number
  let postId: number
  beforeEach(async () => {
    agencyId = await addTestAgency(database.db, authorityId, {
      name: 'UBND',
      fromDay: '2021-01-01' as Day,
      toDay: '2026-12-31' as Day,
    })
    postId = done(
      await office.do('administrator', addPost, {
        agencyId,
        title: 'Chủ tịch UBND',
        kind: 'peoplesCommitteeChair',
        isHead: 'on',
        fromDay: '2021-01-01',
        toDay: '2026-12-31',
      }),
    )
  })
  const term = { fromDay: '2021-01-01', toDay: '2023-12-31' }

  test('a post outside its agency, or a second head, is refused', async () => {
    const post = { agencyId, title: 'Phó Chủ tịch', kind: 'peoplesCommitteeViceChair', fromDay: '2021-01-01' }
    await expect(office.do('administrator', addPost, post)).rejects.toThrow('post/outside-agency')
    await expect(office.do('administrator', addPost, { ...post, toDay: '2026-12-31', isHead: 'on' })).rejects.toThrow(
      'post/second-head',
    )
    const deputy = done(
      await office.do('administrator', addPost, { ...post, toDay: '2026-12-31', deputyOfPostId: postId }),
    )
    await expect(
      office.do('administrator', addPost, { ...post, toDay: '2026-12-31', deputyOfPostId: deputy }),
    ).rejects.toThrow('post/deputy-of-deputy')
  })

  test('somebody new is appointed; the name is kept erasable in the log', async () => {
    const { holdingId, personId } = done(
      await office.do('administrator', appoint, { postId, fullName: 'Nguyễn Văn An', ...term, basis: 'QĐ 1' }),
    )
    const holder = (day: string) => findHolder(database.db, authorityId, 'peoplesCommitteeChair', day as Day)
    expect(await holder('2023-12-31')).toMatchObject({ personName: 'Nguyễn Văn An', holdingId })
    expect(await holder('2024-01-01')).toMatchObject({ personName: null })
    const kept = await listPersonal(database.db, authorityId, 1, 100)
    expect(kept.filter((one) => JSON.stringify(one.value).includes('Nguyễn Văn An'))).toHaveLength(1)
    const lines = await listLogOf(database.db, authorityId, 'post', postId)
    expect(lines[0]).toMatchObject({ action: 'post/appoint', after: { personId } })
    expect(JSON.stringify(lines)).not.toContain('Nguyễn Văn An')
  })

  test('nobody is appointed outside the post, twice at a time, or as nobody', async () => {
    await expect(
      office.do('administrator', appoint, { postId, fullName: 'A', fromDay: '2020-12-31', toDay: '2021-05-05' }),
    ).rejects.toThrow('post/appointed-outside')
    await expect(office.do('administrator', appoint, { postId, fullName: 'A', fromDay: '2025-01-01' })).rejects.toThrow(
      'post/appointed-outside',
    )
    expect(await office.do('administrator', appoint, { postId, ...term })).toMatchObject({
      errors: { fullName: 'required' },
    })
    expect(await office.do('administrator', appoint, { postId, personId: 999_999, ...term })).toMatchObject({
      errors: { personId: 'notFound' },
    })
    done(await office.do('administrator', appoint, { postId, fullName: 'A', ...term }))
    await expect(
      office.do('administrator', appoint, { postId, fullName: 'B', fromDay: '2023-12-31', toDay: '2024-12-31' }),
    ).rejects.toThrow('post/held-already')
    await expect(office.do('clerk', appoint, { postId, fullName: 'B', ...term })).rejects.toThrow(NotPermitted)
  })

  test('of two appointments at the same moment one is made', async () => {
    const outcomes = await Promise.allSettled(
      ['A', 'B', 'C'].map((fullName) => office.do('administrator', appoint, { postId, fullName, ...term })),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(await listHoldings(database.db, authorityId, [postId])).toHaveLength(1)
  })

  test('a successor in office ends the time of who went before, when asked for', async () => {
    const openPost = done(
      await office.do('administrator', addPost, {
        agencyId: await addTestAgency(database.db, authorityId, { name: 'Đảng ủy' }),
        title: 'Bí thư',
        kind: 'partySecretary',
        fromDay: '2020-01-01',
      }),
    )
    done(await office.do('administrator', appoint, { postId: openPost, fullName: 'A', fromDay: '2020-01-01' }))
    const next = { postId: openPost, fullName: 'B', fromDay: '2025-08-01' }
    await expect(office.do('administrator', appoint, next)).rejects.toThrow('post/held-already')
    done(await office.do('administrator', appoint, { ...next, endsPrevious: 'on' }))
    const holdings = await listHoldings(database.db, authorityId, [openPost])
    expect(holdings.map((one) => [one.personName, one.fromDay, one.toDay])).toEqual([
      ['B', '2025-08-01', null],
      ['A', '2020-01-01', '2025-07-31'],
    ])
  })

  test('who leaves has a last day within the post; the post does not end before', async () => {
    const { holdingId } = done(await office.do('administrator', appoint, { postId, fullName: 'A', ...term }))
    const leave = { holdingId, version: 1, toDay: '2022-06-30', reason: 'Nghỉ hưu' }
    expect(await office.do('administrator', endHolding, { ...leave, toDay: '2020-01-01' })).toMatchObject({
      errors: { toDay: 'beforeStart' },
    })
    await expect(office.do('administrator', endHolding, { ...leave, toDay: '2027-01-01' })).rejects.toThrow(
      'post/appointed-outside',
    )
    const shorter = {
      id: postId,
      version: 1,
      title: 'Chủ tịch UBND',
      kind: 'peoplesCommitteeChair',
      isHead: 'on',
      fromDay: '2021-01-01',
      toDay: '2022-12-31',
    }
    await expect(office.do('administrator', editPost, shorter)).rejects.toThrow('post/holder-outside')
    done(await office.do('administrator', endHolding, leave))
    await expect(office.do('administrator', endHolding, leave)).rejects.toThrow(StaleEdit)
    done(await office.do('administrator', editPost, shorter))
    await expect(office.do('administrator', editPost, shorter)).rejects.toThrow(StaleEdit)
  })

  test('an end that would run into the next holder is refused', async () => {
    const first = done(await office.do('administrator', appoint, { postId, fullName: 'A', ...term }))
    done(
      await office.do('administrator', appoint, { postId, fullName: 'B', fromDay: '2024-01-01', toDay: '2026-12-31' }),
    )
    await expect(
      office.do('administrator', endHolding, {
        holdingId: first.holdingId,
        version: 1,
        toDay: '2024-06-30',
        reason: 'x',
      }),
    ).rejects.toThrow('post/holdings-overlap')
  })
})
