import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { hashPassword } from '../../src/access/password.ts'
import type { Role } from '../../src/access/role.ts'
import { getAuthority } from '../../src/agencies/authority-store.ts'
import { insertHolding, insertPerson, insertPost } from '../../src/agencies/post-store.ts'
import type { Actor } from '../../src/changes/actor.ts'
import type { Change } from '../../src/changes/define-change.ts'
import { performChange } from '../../src/changes/perform-change.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { type Day, parseDay } from '../../src/platform/day.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import {
  insertAdoption,
  listRegulationVersions,
  syncShippedRegulations,
} from '../../src/regulations/regulation-store.ts'
import { testActor } from './test-actor.ts'
import { addTestAgency, addTestAuthority } from './test-authority.ts'
import { createTestDatabase } from './test-database.ts'

interface WorldOptions {
  /** given: the people can sign in with it */
  password?: string
  regulation?: string
  version?: string
  kind?: string
  toDay?: string
  today?: string
  /** role key → name of further agencies */
  agencies?: Record<string, string>
  /** further heads: post kind → title */
  posts?: Record<string, string>
}

const FROM = '2020-01-01' as Day

/** An authority that works under a regulation, with its offices, heads in office, deputies and accounts. */
export async function createDialogueWorld(options: WorldOptions = {}) {
  const database = await createTestDatabase({ poolSize: 8 })
  const { db } = database
  await syncShippedRegulations(db, await loadRegulationFiles())
  const authorityId = await addTestAuthority(db, { kind: options.kind ?? 'specialZone', toDay: options.toDay ?? null })
  const versions = await listRegulationVersions(db)
  const wanted = versions.find(
    (row) =>
      row.regulationId === (options.regulation ?? 'hai-phong-13') && row.version === (options.version ?? row.version),
  )!
  await insertAdoption(db, { authorityId, regulationVersionId: wanted.id, fromDay: FROM, toDay: null })
  const add = (name: string, roleKey: string | null, more: { level?: 'village' | 'province' } = {}) =>
    addTestAgency(db, authorityId, { name, roleKey, level: more.level ?? 'commune' })
  const agencies = {
    party: await add('Đảng ủy đặc khu', 'partyCommittee'),
    government: await add('Ủy ban nhân dân đặc khu', 'peoplesCommittee'),
    partyOffice: await add('Văn phòng Đảng ủy', 'partyCommitteeOffice'),
    councilOffice: await add('Văn phòng HĐND và UBND', 'councilAndPeoplesCommitteeOffice'),
    board: await add('Ban Tuyên giáo và Dân vận', 'informationEducationMassMobilizationBoard'),
    front: await add('Ủy ban MTTQ Việt Nam', 'fatherlandFront'),
    economy: await add('Phòng Kinh tế', null),
    village: await add('Thôn Trân Châu', 'village', { level: 'village' }),
    city: await add('Ủy ban nhân dân thành phố', 'superiorGovernment', { level: 'province' }),
  }
  const further: Record<string, number> = {}
  for (const [roleKey, name] of Object.entries(options.agencies ?? {})) further[roleKey] = await add(name, roleKey)
  const head = async (kind: string, title: string, agencyId: number, deputyOfPostId: number | null = null) => {
    const postId = await insertPost(db, {
      ...{ authorityId, agencyId, title, kind, isHead: deputyOfPostId === null, deputyOfPostId },
      ...{ fromDay: FROM, toDay: null },
    })
    const personId = await insertPerson(db, { authorityId, fullName: `${title} thử` })
    await insertHolding(db, { authorityId, postId, personId, fromDay: FROM, toDay: null, basis: null })
    return postId
  }
  const secretary = await head('partySecretary', 'Bí thư Đảng ủy', agencies.party)
  const chairman = await head('peoplesCommitteeChair', 'Chủ tịch UBND', agencies.government)
  const posts = {
    secretary,
    chairman,
    deputySecretary: await head('deputyPartySecretary', 'Phó Bí thư', agencies.party, secretary),
    viceChair: await head('peoplesCommitteeViceChair', 'Phó Chủ tịch', agencies.government, chairman),
  }
  for (const [kind, title] of Object.entries(options.posts ?? {})) await head(kind, title, agencies.government)
  const passwordHash = options.password === undefined ? 'x' : await hashPassword(options.password)
  const account = async (login: string) => {
    const values = { login: `${login}-${authorityId}`, displayName: login, passwordHash }
    return (await db.insertInto('account').values(values).returning('id').executeTakeFirstOrThrow()).id
  }
  /** Somebody of a role; the login is the role with the id of the authority. */
  const actor = async (role: Role, agencyId: number) => {
    const accountId = await account(role)
    await db.insertInto('membership').values({ accountId, authorityId, agencyId, role, fromDay: FROM }).execute()
    return testActor(role, { authorityId, agencyId, accountId })
  }
  const people = {
    clerk: await actor('clerk', agencies.partyOffice),
    leader: await actor('officeLeader', agencies.partyOffice),
    chair: await actor('chair', agencies.party),
    records: await actor('recordsClerk', agencies.partyOffice),
    secretary: await actor('secretary', agencies.partyOffice),
    specialist: await actor('agencySpecialist', agencies.economy),
    front: await actor('front', agencies.front),
    board: await actor('massMobilization', agencies.board),
    village: await actor('collector', agencies.village),
  }
  const clock = new SettableClock(new Date(`${options.today ?? '2025-10-01'}T09:00:00+07:00`))
  const perform = <S extends z.ZodType, R>(
    by: Actor,
    change: Change<S, R>,
    input: unknown,
    key: string = randomUUID(),
  ) => performChange({ db, clock }, change, { actor: by, authorityId, input, key })
  const done = async <S extends z.ZodType, R>(by: Actor, change: Change<S, R>, input: unknown): Promise<R> => {
    const outcome = await perform(by, change, input)
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.errors)}`)
    return outcome.value
  }
  /** The errors of a change whose input must be refused. */
  const refused = async <S extends z.ZodType, R>(by: Actor, change: Change<S, R>, input: unknown) => {
    const outcome = await perform(by, change, input)
    if (outcome.ok) throw new Error('was accepted')
    return outcome.errors
  }
  const at = (day: string) => clock.setDay(parseDay(day))
  const { slug } = await getAuthority(db, authorityId)
  return {
    ...database,
    authorityId,
    slug,
    agencies,
    further,
    posts,
    people,
    clock,
    at,
    perform,
    done,
    refused,
    account,
  }
}

export type DialogueWorld = Awaited<ReturnType<typeof createDialogueWorld>>
