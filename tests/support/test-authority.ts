import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Role } from '../../src/access/role.ts'
import { insertAgency, type NewAgency } from '../../src/agencies/agency-store.ts'
import { insertAuthority } from '../../src/agencies/authority-store.ts'
import type { Change } from '../../src/changes/define-change.ts'
import { type Outcome, performChange } from '../../src/changes/perform-change.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { type Day, parseDay } from '../../src/platform/day.ts'
import type { Db } from '../../src/platform/db/connection.ts'
import { testActor } from './test-actor.ts'

/** An authority of a kind with a slug of its own, for one test. */
export async function addTestAuthority(
  db: Db,
  options: { kind?: string; fromDay?: string; toDay?: string | null } = {},
): Promise<number> {
  const slug = `t-${randomUUID().slice(0, 8)}`
  return insertAuthority(db, {
    slug,
    name: `Đơn vị thử ${slug}`,
    shortName: slug,
    kind: options.kind ?? 'specialZone',
    placeName: 'Cát Hải',
    parentAuthorityId: null,
    fromDay: parseDay(options.fromDay ?? '2020-01-01'),
    toDay: options.toDay ? parseDay(options.toDay) : null,
    casePrefix: 'TT',
    voters: 1000,
    totpRequired: false,
    demo: true,
  })
}

/** An agency with likely values; `fields` says what matters for the test. */
export async function addTestAgency(
  db: Db,
  authorityId: number,
  fields: Partial<NewAgency> & { name: string },
): Promise<number> {
  return insertAgency(db, {
    authorityId,
    parentId: null,
    shortName: fields.name,
    kind: 'division',
    roleKey: null,
    level: 'commune',
    external: false,
    fromDay: '2020-01-01' as Day,
    toDay: null,
    ...fields,
  })
}

/** Performs changes as people of one authority, on a day; every call is a new request unless a key is handed in. */
export function testOffice(db: Db, authorityId: number, today = '2026-11-20') {
  const clock = new SettableClock(new Date(`${today}T09:00:00+07:00`))
  return {
    clock,
    do<Schema extends z.ZodType, Result>(
      role: Role,
      change: Change<Schema, Result>,
      input: Record<string, unknown>,
      options: { accountId?: number; agencyId?: number; key?: string; authorityId?: number } = {},
    ): Promise<Outcome<Result>> {
      return performChange({ db, clock }, change, {
        actor: testActor(role, {
          authorityId,
          agencyId: options.agencyId ?? null,
          accountId: options.accountId ?? null,
        }),
        authorityId: options.authorityId ?? authorityId,
        input,
        key: options.key ?? randomUUID(),
      })
    },
  }
}

/** The value of a change that must have been accepted. */
export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.errors)}`)
  return outcome.value
}
