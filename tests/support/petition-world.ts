import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { hashPassword } from '../../src/access/password.ts'
import type { Role } from '../../src/access/role.ts'
import type { Actor } from '../../src/changes/actor.ts'
import type { Change } from '../../src/changes/define-change.ts'
import { performChange } from '../../src/changes/perform-change.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import type { Day } from '../../src/platform/day.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import { syncShippedRegulations } from '../../src/regulations/regulation-store.ts'
import { testActor } from './test-actor.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

const START = '2020-01-01' as Day

/** An authority with its offices, agencies, people and one dialogue: what tests of petitions stand on. */
export async function createPetitionWorld(
  options: { regulation?: string; slug?: string; database?: TestDatabase; password?: string } = {},
) {
  const database = options.database ?? (await createTestDatabase({ poolSize: 8 }))
  const { db } = database
  await syncShippedRegulations(db, await loadRegulationFiles())
  const wanted = options.regulation ?? 'hai-phong-13'
  const regulation = await db
    .selectFrom('regulationVersion')
    .select(['id', 'regulationId'])
    .where('regulationId', '=', wanted)
    .executeTakeFirstOrThrow()
  const law = await db
    .selectFrom('regulationVersion')
    .select('id')
    .where('regulationId', '=', 'law-72')
    .executeTakeFirstOrThrow()
  const authority = await db
    .insertInto('authority')
    .values({
      slug: options.slug ?? 'cat-hai',
      name: 'Đặc khu Cát Hải',
      shortName: 'Cát Hải',
      kind: 'specialZone',
      placeName: 'Cát Hải',
      fromDay: START,
      casePrefix: 'CH',
      totpRequired: false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const authorityId = authority.id
  const agency = async (name: string, more: { roleKey?: string; level?: string; external?: boolean } = {}) =>
    (
      await db
        .insertInto('agency')
        .values({
          authorityId,
          name,
          shortName: name,
          kind: 'agency',
          roleKey: more.roleKey ?? null,
          level: more.level ?? 'commune',
          external: more.external ?? false,
          fromDay: START,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const agencies = {
    office: await agency('Văn phòng Đảng ủy', { roleKey: 'partyCommitteeOffice' }),
    economy: await agency('Phòng Kinh tế'),
    culture: await agency('Phòng Văn hóa - Xã hội'),
    village: await agency('Thôn Trân Châu', { level: 'village' }),
    front: await agency('Ủy ban MTTQ Việt Nam', { roleKey: 'fatherlandFront' }),
    power: await agency('Công ty Điện lực', { external: true, level: 'other' }),
    city: await agency('Ủy ban nhân dân thành phố', {
      external: true,
      level: 'province',
      roleKey: 'superiorGovernment',
    }),
  }
  const passwordHash = options.password ? await hashPassword(options.password) : 'x'
  const account = async (login: string) =>
    (
      await db
        .insertInto('account')
        .values({ login: `${login}-${authorityId}`, displayName: login, passwordHash })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const member = async (login: string, role: Role, agencyId: number): Promise<Actor> => {
    const accountId = await account(login)
    await db.insertInto('membership').values({ accountId, authorityId, agencyId, role, fromDay: START }).execute()
    return testActor(role, { authorityId, agencyId, accountId })
  }
  const people = {
    clerk: await member('clerk', 'clerk', agencies.office),
    leader: await member('leader', 'officeLeader', agencies.office),
    chair: await member('chair', 'chair', agencies.office),
    records: await member('records', 'recordsClerk', agencies.office),
    specialist: await member('specialist', 'agencySpecialist', agencies.economy),
    head: await member('head', 'agencyLeader', agencies.economy),
    supporter: await member('supporter', 'agencySpecialist', agencies.culture),
    front: await member('front', 'front', agencies.front),
    villager: await member('villager', 'collector', agencies.village),
  }
  const dialogue = await db
    .insertInto('dialogue')
    .values({
      authorityId,
      title: 'Hội nghị đối thoại năm 2025',
      kind: 'periodic',
      form: 'inPerson',
      chairModel: 'partySecretary',
      regulationVersionId: regulation.id,
      overlayVersionIds: [law.id],
      heldOn: '2025-10-29' as Day,
      leadAgencyId: agencies.office,
      hostAgencyId: agencies.village,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const clock = new SettableClock(new Date('2025-10-20T09:00:00+07:00'))
  const runtime = { db, clock }
  /** Runs a change as one of the people; gives its outcome. */
  const perform = <S extends z.ZodType, R>(
    actor: Actor,
    change: Change<S, R>,
    input: unknown,
    key: string = randomUUID(),
  ) => performChange(runtime, change, { actor, authorityId, input, key })
  /** As `perform`, but refused input fails the test. */
  const done = async <S extends z.ZodType, R>(actor: Actor, change: Change<S, R>, input: unknown): Promise<R> => {
    const outcome = await perform(actor, change, input)
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.errors)}`)
    return outcome.value
  }
  const held = async (state = 'held') => {
    await db
      .updateTable('dialogue')
      .set({ state })
      .where('id', '=', dialogue.id)
      .where('authorityId', '=', authorityId)
      .execute()
  }
  return { ...database, authorityId, agencies, people, dialogueId: dialogue.id, clock, runtime, perform, done, held }
}

export type PetitionWorld = Awaited<ReturnType<typeof createPetitionWorld>>
