import { describe, expect, it } from 'vitest'
import type { Permission } from '../changes/actor.ts'
import { citizenActor, citizenPermissions, isCitizenPermission } from './citizen-permissions.ts'
import { permissionTable } from './permission-table.ts'

const citizen = citizenActor(1)

describe('somebody without an account', () => {
  it('may do at one authority’s portal what the table of citizens names', () => {
    for (const permission of Object.keys(citizenPermissions) as Permission[]) {
      expect(citizen.may(permission, { authorityId: 1 })).toBe(true)
      expect(citizen.may(permission, { authorityId: 2 })).toBe(false)
    }
  })

  it('may do nothing of the office, nothing unknown, and nothing to what has a need-to-know list', () => {
    const office = Object.keys(permissionTable) as Permission[]
    expect(office.filter((permission) => citizen.may(permission, { authorityId: 1 }))).toEqual([])
    expect(citizen.may('petition:burn', { authorityId: 1 })).toBe(false)
    expect(isCitizenPermission('toString')).toBe(false)
    expect(citizen.may('petition:follow', { authorityId: 1, readers: [] })).toBe(false)
  })
})
