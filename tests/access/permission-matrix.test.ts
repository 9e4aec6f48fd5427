import { describe, expect, it } from 'vitest'
import { may } from '../../src/access/may.ts'
import { permissionTable } from '../../src/access/permission-table.ts'
import { type Role, roles } from '../../src/access/role.ts'
import type { AccessScope, Permission } from '../../src/changes/actor.ts'
import { type Duties, doneByNobody, expectedDuties } from './expected-duties.ts'

const HERE = 1
const UNDER_US = 2
const ELSEWHERE = 3
const OUR_AGENCY = 11
const OTHER_AGENCY = 12
const ME = 21
const SOMEBODY = 22

const words = (text: string | undefined) => new Set((text ?? '').split(/\s+/).filter(Boolean))
const permissions = Object.keys(permissionTable) as Permission[]

interface Situation {
  authority: number
  given: 'toNobodyInParticular' | 'toUs' | 'toOthers' | 'toUsAndOthers' | 'toNobody'
  confidential: 'no' | 'iAmOnTheList' | 'iAmNotOnTheList'
  accuses: 'nobody' | 'me' | 'ourAgency' | 'somebodyElse'
}

const situations: Situation[] = [HERE, UNDER_US, ELSEWHERE].flatMap((authority) =>
  (['toNobodyInParticular', 'toUs', 'toOthers', 'toUsAndOthers', 'toNobody'] as const).flatMap((given) =>
    (['no', 'iAmOnTheList', 'iAmNotOnTheList'] as const).flatMap((confidential) =>
      (['nobody', 'me', 'ourAgency', 'somebodyElse'] as const).map((accuses) => ({
        authority,
        given,
        confidential,
        accuses,
      })),
    ),
  ),
)

function scopeOf(situation: Situation): AccessScope {
  const agencies = {
    toNobodyInParticular: undefined,
    toUs: [OUR_AGENCY],
    toOthers: [OTHER_AGENCY],
    toUsAndOthers: [OTHER_AGENCY, OUR_AGENCY],
    toNobody: [],
  }
  const readers = { no: null, iAmOnTheList: [SOMEBODY, ME], iAmNotOnTheList: [SOMEBODY] }
  const agencyIds = agencies[situation.given]
  return {
    authorityId: situation.authority,
    ...(agencyIds ? { agencyIds } : {}),
    readers: readers[situation.confidential],
    accusedAccountId: { nobody: null, me: ME, ourAgency: null, somebodyElse: SOMEBODY }[situation.accuses],
    accusedAgencyId: { nobody: null, me: null, ourAgency: OUR_AGENCY, somebodyElse: OTHER_AGENCY }[situation.accuses],
  }
}

/** The rule in plain words, apart from the program's. */
function expected(duties: Duties, permission: string, s: Situation): boolean {
  if (s.accuses === 'me' || s.accuses === 'ourAgency' || s.confidential === 'iAmNotOnTheList') return false
  if (words(duties.anywhere).has(permission)) return true
  if (words(duties.below).has(permission) && s.authority !== ELSEWHERE) return true
  if (s.authority !== HERE) return false
  if (words(duties.here).has(permission)) return true
  return words(duties.mine).has(permission) && !['toOthers', 'toNobody'].includes(s.given)
}

function asked(role: Role, permission: Permission, situation: Situation): boolean {
  const membership = { role, authorityId: HERE, agencyId: OUR_AGENCY, accountId: ME, authoritiesBelow: [UNDER_US] }
  return may(membership, permission, scopeOf(situation))
}

describe('the one table of who may do what', () => {
  it.each(roles)('lets %s do what the regulations give them, in every situation, and nothing else', (role) => {
    const wrong = permissions.flatMap((permission) =>
      situations
        .filter(
          (situation) => asked(role, permission, situation) !== expected(expectedDuties[role], permission, situation),
        )
        .map((situation) => ({ permission, mayNow: asked(role, permission, situation), ...situation })),
    )
    expect(wrong.slice(0, 5)).toEqual([])
    expect(wrong).toHaveLength(0)
  })

  it('knows every permission that the second table names, and each is somebody’s', () => {
    const named = new Set(
      Object.values(expectedDuties).flatMap((d) => [d.mine, d.here, d.below, d.anywhere].flatMap((t) => [...words(t)])),
    )
    expect([...named].filter((permission) => !permissions.includes(permission as Permission))).toEqual([])
    expect(permissions.filter((permission) => !named.has(permission)).join(' ')).toBe(doneByNobody)
  })

  it('refuses what it does not know: permissions, roles, and members without an agency where one is needed', () => {
    const me = { authorityId: HERE, agencyId: OUR_AGENCY, accountId: ME, authoritiesBelow: [] }
    expect(may({ ...me, role: 'clerk' }, 'petition:burn', { authorityId: HERE })).toBe(false)
    expect(may({ ...me, role: 'passer-by' as Role }, 'home:see', { authorityId: HERE })).toBe(false)
    expect(may({ ...me, role: 'agencyLeader', agencyId: null }, 'petition:read', { authorityId: HERE })).toBe(false)
    expect(may({ ...me, role: 'clerk', accountId: null }, 'petition:read', { authorityId: HERE, readers: [] })).toBe(
      false,
    )
  })

  it('leaves decisions to the chair alone and numbers to the records clerk alone', () => {
    for (const permission of ['petition:decide', 'deadline:extend', 'conclusion:approve', 'dialogue:decide'] as const) {
      expect(Object.keys(permissionTable[permission])).toEqual(['chair'])
    }
    for (const permission of ['plan:issue', 'conclusion:issue', 'paper:issue'] as const) {
      expect(Object.keys(permissionTable[permission])).toEqual(['recordsClerk'])
    }
  })
})
