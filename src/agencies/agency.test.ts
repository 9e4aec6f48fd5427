import { describe, expect, test } from 'vitest'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { isWithin, rolesWithoutAgency, treeOrder } from './agency.ts'
import { covers, existsOn, overlap } from './lifespan.ts'
import { checkAppointment, checkPost } from './post.ts'
import { standardAgencies } from './standard-agencies.ts'

const life = (fromDay: string, toDay: string | null = null) => ({ fromDay: fromDay as Day, toDay: toDay as Day | null })

describe('lifespans', () => {
  test('include both their ends', () => {
    expect(existsOn(life('2020-01-01', '2025-06-30'), '2025-06-30' as Day)).toBe(true)
    expect(existsOn(life('2020-01-01', '2025-06-30'), '2025-07-01' as Day)).toBe(false)
    expect(existsOn(life('2025-07-01'), '2025-06-30' as Day)).toBe(false)
  })

  test('that touch on one day overlap, those that follow each other do not', () => {
    expect(overlap(life('2020-01-01', '2025-06-30'), life('2025-06-30'))).toBe(true)
    expect(overlap(life('2020-01-01', '2025-06-30'), life('2025-07-01'))).toBe(false)
  })

  test('without an end are not covered by one that ends', () => {
    expect(covers(life('2020-01-01', '2025-06-30'), life('2021-01-01'))).toBe(false)
    expect(covers(life('2020-01-01'), life('2021-01-01'))).toBe(true)
    expect(covers(life('2020-01-01'), life('2019-12-31', '2021-01-01'))).toBe(false)
  })
})

describe('the tree of agencies', () => {
  const agencies = [
    { id: 1, parentId: null },
    { id: 2, parentId: 3 },
    { id: 3, parentId: 1 },
    { id: 4, parentId: 99 },
  ]

  test('is read parents first, with depths; who has lost the parent stands at the root', () => {
    expect(treeOrder(agencies).map(({ agency, depth }) => [agency.id, depth])).toEqual([
      [1, 0],
      [3, 1],
      [2, 2],
      [4, 0],
    ])
  })

  test('knows who stands under whom, even in a circle', () => {
    expect(isWithin(agencies, 2, 1)).toBe(true)
    expect(isWithin(agencies, 1, 2)).toBe(false)
    expect(
      isWithin(
        [
          { id: 1, parentId: 2 },
          { id: 2, parentId: 1 },
        ],
        1,
        3,
      ),
    ).toBe(false)
  })
})

test('a regulation names the agencies that are still missing, posts apart', () => {
  const roles = [
    { key: 'partyCommitteeOffice', kind: 'agency' as const, label: 'Văn phòng Đảng ủy' },
    { key: 'fatherlandFront', kind: 'agency' as const, label: 'UBMTTQ' },
    { key: 'partySecretary', kind: 'post' as const, label: 'Bí thư' },
  ]
  expect(rolesWithoutAgency(roles, [{ roleKey: 'fatherlandFront' }, { roleKey: null }])).toEqual([roles[0]])
})

describe('a post', () => {
  const agency = { id: 7, ...life('2020-01-01', '2025-06-30') }
  const head = { id: 1, agencyId: 7, isHead: true, deputyOfPostId: null, ...life('2020-01-01', '2025-06-30') }
  const deputy = { id: 2, agencyId: 7, isHead: false, deputyOfPostId: 1, ...life('2020-01-01', '2025-06-30') }
  const plan = { id: null, isHead: false, deputyOfPostId: null, ...life('2021-01-01', '2022-01-01') }
  const refusal = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      if (error instanceof BrokenRule) return error.code
      if (error instanceof InputRejected) return error.errors
      throw error
    }
    return null
  }

  test('exists only while its agency does', () => {
    expect(refusal(() => checkPost(plan, agency, []))).toBeNull()
    expect(refusal(() => checkPost({ ...plan, toDay: null }, agency, []))).toBe('post/outside-agency')
    expect(refusal(() => checkPost({ ...plan, ...life('2022-01-01', '2021-01-01') }, agency, []))).toEqual({
      toDay: 'beforeStart',
    })
  })

  test('of a head is the only one of its agency at a time', () => {
    expect(refusal(() => checkPost({ ...plan, isHead: true }, agency, [head]))).toBe('post/second-head')
    expect(refusal(() => checkPost({ ...plan, isHead: true }, agency, [{ ...head, agencyId: 8 }]))).toBeNull()
    expect(refusal(() => checkPost({ ...plan, id: 1, isHead: true }, agency, [head]))).toBeNull()
  })

  test('of a deputy belongs to a post that is no deputy itself', () => {
    expect(refusal(() => checkPost({ ...plan, deputyOfPostId: 1 }, agency, [head]))).toBeNull()
    expect(refusal(() => checkPost({ ...plan, deputyOfPostId: 2 }, agency, [head, deputy]))).toBe(
      'post/deputy-of-deputy',
    )
    expect(refusal(() => checkPost({ ...plan, deputyOfPostId: 5 }, agency, [head]))).toEqual({
      deputyOfPostId: 'notFound',
    })
    expect(
      refusal(() =>
        checkPost({ ...plan, id: 1, deputyOfPostId: 3 }, agency, [head, deputy, { ...head, id: 3, isHead: false }]),
      ),
    ).toBe('post/deputy-of-deputy')
  })

  test('is held by one person at a time and only while it exists', () => {
    const held = [{ id: 5, ...life('2020-01-01', '2021-12-31') }]
    expect(checkAppointment(head, life('2022-01-01', '2025-06-30'), held)).toBeNull()
    expect(checkAppointment(head, life('2021-12-31', '2025-06-30'), held)).toBe(held[0])
    expect(refusal(() => checkAppointment(head, life('2022-01-01'), held))).toBe('post/appointed-outside')
  })
})

describe('standard agencies', () => {
  test.each(['commune', 'ward', 'specialZone', 'formerDistrict', 'provinceOffice'])(
    'of a %s name parents before their parts',
    (kind) => {
      const seen = new Set<string | null>([null])
      const agencies = standardAgencies(kind, 'Đặc khu Cát Hải')
      expect(agencies.length).toBeGreaterThan(1)
      for (const agency of agencies) {
        expect(seen).toContain(agency.parent)
        seen.add(agency.roleKey)
        expect(agency.name).not.toMatch(/[{}]/)
        expect(agency.posts.filter((post) => post.isHead).length).toBeLessThanOrEqual(1)
      }
    },
  )
})
