import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resumeSession } from '../../src/access/session-store.ts'
import { newSetUpCode } from '../../src/access/set-up-code.ts'
import { signIn } from '../../src/access/sign-in.ts'
import { listAgencies } from '../../src/agencies/agency-store.ts'
import { getAuthority } from '../../src/agencies/authority-store.ts'
import { listPosts } from '../../src/agencies/post-store.ts'
import { readChain } from '../../src/changes/change-log-store.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { dayOf } from '../../src/platform/day.ts'
import { setUpFirstAuthority } from '../../src/procedures/set-up-first-authority.ts'
import { casePrefixOf, slugOf } from '../../src/procedures/set-up-forms.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import {
  listRegulationVersions,
  regulationOfAuthority,
  syncShippedRegulations,
} from '../../src/regulations/regulation-store.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const CODE = newSetUpCode()
const PASSWORD = 'cá thu kho riềng ba lửa'
const clock = new SettableClock(new Date('2025-09-04T09:00:00+07:00'))
let database: TestDatabase
let regulationVersionId: number

const input = () => ({
  ...{ name: 'Đặc khu Cát Hải, thành phố Hải Phòng', shortName: 'Cát Hải', kind: 'specialZone', placeName: 'Cát Hải' },
  ...{ slug: '', casePrefix: '', voters: '48.500', fromDay: '', regulationVersionId: String(regulationVersionId) },
  ...{ totpRequired: 'on', displayName: 'Vũ Thị Quản', login: 'quan.tri', email: '' },
})
const setUp = (
  changed: Record<string, unknown> = {},
  secrets = { password: PASSWORD, repeated: PASSWORD },
  key = 'first',
) =>
  setUpFirstAuthority(
    { db: database.db, clock },
    { input: { ...input(), ...changed }, ...secrets, key, code: { typed: CODE.code, hash: CODE.hash, address: '::1' } },
  )

beforeAll(async () => {
  database = await createTestDatabase()
  await syncShippedRegulations(database.db, await loadRegulationFiles())
  const versions = await listRegulationVersions(database.db)
  regulationVersionId = versions.find((one) => one.regulationId === 'hai-phong-13')!.id
})
afterAll(() => database.close())

describe('the first setup', () => {
  it('names what is wrong and leaves the database empty', async () => {
    const law = (await listRegulationVersions(database.db)).find((one) => one.overlay)!
    expect(await setUp({}, { password: 'matkhau123456', repeated: 'matkhau123456' })).toEqual({
      ...{ ok: false, errors: { newPassword: 'access/password-too-common' } },
    })
    expect(await setUp({}, { password: PASSWORD, repeated: 'khác' })).toMatchObject({
      errors: { repeatedPassword: 'access/passwords-differ' },
    })
    expect(await setUp({ name: '', login: 'có dấu' }, undefined, 'a')).toMatchObject({
      errors: { name: 'required', login: 'access/login-form' },
    })
    expect(await setUp({ regulationVersionId: String(law.id) }, undefined, 'b')).toMatchObject({
      errors: { regulationVersionId: 'notInList' },
    })
    expect(await database.db.selectFrom('authority').selectAll().execute()).toEqual([])
    expect(await database.db.selectFrom('account').selectAll().execute()).toEqual([])
  })

  it('makes authority, agencies, posts, regulation and administrator in one act, though two visitors come at once', async () => {
    const outcomes = await Promise.allSettled([
      setUp({}, undefined, 'one'),
      setUp({ login: 'ke.khac' }, undefined, 'two'),
    ])
    const done = outcomes.filter((one) => one.status === 'fulfilled')
    expect(done).toHaveLength(1)
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'access/already-set-up' })
    const [row] = await database.db.selectFrom('authority').selectAll().execute()
    const authority = await getAuthority(database.db, row!.id)
    expect(authority).toMatchObject({
      slug: 'cat-hai',
      casePrefix: 'CH',
      voters: 48_500,
      fromDay: '2025-07-01',
      totpRequired: true,
    })
    const today = dayOf(clock.now())
    const agencies = await listAgencies(database.db, authority.id, { on: today })
    for (const roleKey of [
      'partyCommittee',
      'peoplesCommittee',
      'partyCommitteeOffice',
      'councilAndPeoplesCommitteeOffice',
      'informationEducationMassMobilizationBoard',
      'fatherlandFront',
    ]) {
      expect(agencies.filter((agency) => agency.roleKey === roleKey)).toHaveLength(1)
    }
    const office = agencies.find((agency) => agency.roleKey === 'partyCommitteeOffice')!
    expect(office.name).toBe('Văn phòng Đảng ủy đặc khu Cát Hải')
    expect(office.parentId).toBe(agencies.find((agency) => agency.roleKey === 'partyCommittee')!.id)
    const posts = await listPosts(database.db, authority.id, today)
    expect(posts.map((post) => post.kind)).toEqual(
      expect.arrayContaining(['partySecretary', 'peoplesCommitteeChair', 'policeChief']),
    )
    // so that the head of a new installation can authorise the deputy
    const headOf = (kind: string) =>
      posts.find((post) => post.id === posts.find((one) => one.kind === kind)!.deputyOfPostId)?.kind
    expect(['deputyPartySecretary', 'peoplesCommitteeViceChair', 'deputyPoliceChief'].map(headOf)).toEqual([
      'partySecretary',
      'peoplesCommitteeChair',
      'policeChief',
    ])
    expect((await regulationOfAuthority(database.db, authority.id, today))?.regulation.id).toBe('hai-phong-13')
  })

  it('lets the administrator in, asks for the second factor, and is closed from then on', async () => {
    const [account] = await database.db.selectFrom('account').select('login').execute()
    const who = { login: account!.login, password: PASSWORD, address: '127.0.0.1', userAgent: null }
    const answer = await signIn({ db: database.db, clock }, who)
    if (answer.outcome !== 'signedIn') throw new Error(answer.outcome)
    const session = await resumeSession(database.db, answer.token, clock.now())
    expect(session?.current).toMatchObject({ role: 'systemAdministrator', slug: 'cat-hai', totpRequired: true })
    await expect(setUp({}, undefined, 'three')).rejects.toThrow('access/already-set-up')
    const lines = await readChain(database.db, 0, 0, 100)
    expect(lines.filter((line) => line.action === 'authority/set-up-first')).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain('argon2id')
  })
})

describe('short names', () => {
  it.each([
    ['Đặc khu Cát Hải, thành phố Hải Phòng', 'cat-hai', 'CH'],
    ['Xã Hoằng Phú', 'hoang-phu', 'HP'],
    ['Phường Đông Hải 2', 'dong-hai-2', 'DH'],
    ['Văn phòng UBND tỉnh Sơn La', 'van-phong-ubnd-tinh-son-la', 'VPUTSL'],
    ['Xã Ea', 'ea', 'EAX'],
  ])('of %s are %s and %s', (name, slug, prefix) => {
    expect(slugOf(name)).toBe(slug)
    expect(casePrefixOf(slug)).toBe(prefix)
  })
})
