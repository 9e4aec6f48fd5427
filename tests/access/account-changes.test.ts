import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { findAccount, updateAccount } from '../../src/access/account-store.ts'
import { INSTALLATION } from '../../src/access/actor-of-session.ts'
import { createAccount } from '../../src/access/create-account.ts'
import { disableAccount } from '../../src/access/disable-account.ts'
import { enableAccount } from '../../src/access/enable-account.ts'
import { endMembership } from '../../src/access/end-membership.ts'
import { grantMembership } from '../../src/access/grant-membership.ts'
import { listMembershipsIn } from '../../src/access/membership-store.ts'
import { hashPassword } from '../../src/access/password.ts'
import { resetPassword } from '../../src/access/reset-password.ts'
import { resetSecondFactor } from '../../src/access/reset-second-factor.ts'
import type { Role } from '../../src/access/role.ts'
import { stageOf } from '../../src/access/session.ts'
import { resumeSession } from '../../src/access/session-store.ts'
import { signIn } from '../../src/access/sign-in.ts'
import { insertAgency } from '../../src/agencies/agency-store.ts'
import type { Actor } from '../../src/changes/actor.ts'
import { readChain } from '../../src/changes/change-log-store.ts'
import type { Change } from '../../src/changes/define-change.ts'
import { performChange } from '../../src/changes/perform-change.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { BrokenRule, NotFound, NotPermitted, StaleEdit } from '../../src/platform/errors.ts'
import { addTestAccount, addTestAuthority, FIRST_DAY } from '../support/access-fixtures.ts'
import { testActor } from '../support/test-actor.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const clock = new SettableClock(new Date('2026-03-02T08:00:00+07:00'))
let database: TestDatabase
let here: number
let elsewhere: number
let agencyId: number
let administrator: Actor
let system: Actor
let hash: string
let keys = 0

function perform<Schema extends z.ZodType, Result>(
  change: Change<Schema, Result>,
  actor: Actor,
  input: Record<string, unknown>,
  key = `key-${++keys}`,
  at = here,
) {
  return performChange({ db: database.db, clock }, change, { actor, authorityId: at, input, key })
}

const newMember = (
  login: string,
  memberships: { authorityId: number; role: Role }[] = [{ authorityId: here, role: 'clerk' }],
) => addTestAccount(database.db, { login, password: PASSWORD }, memberships)

async function tokenOf(login: string): Promise<string> {
  const answer = await signIn(
    { db: database.db, clock },
    { login, password: PASSWORD, address: '10.0.0.1', userAgent: null },
  )
  if (answer.outcome !== 'signedIn') throw new Error(answer.outcome)
  return answer.token
}

const versionOf = async (id: number) => (await findAccount(database.db, id))!.version

beforeAll(async () => {
  database = await createTestDatabase()
  here = await addTestAuthority(database.db, 'cat-hai')
  elsewhere = await addTestAuthority(database.db, 'hoang-phu')
  agencyId = await insertAgency(database.db, {
    ...{
      authorityId: here,
      parentId: null,
      name: 'Phòng Kinh tế',
      shortName: 'PKT',
      kind: 'government',
      roleKey: null,
    },
    ...{ level: 'commune', external: false, fromDay: FIRST_DAY, toDay: null },
  })
  const adminId = await newMember('quan.tri', [{ authorityId: here, role: 'administrator' }])
  administrator = testActor('administrator', { authorityId: here, accountId: adminId })
  const systemId = await newMember('he.thong', [{ authorityId: here, role: 'systemAdministrator' }])
  system = testActor('systemAdministrator', { authorityId: here, accountId: systemId })
  hash = await hashPassword(PASSWORD)
})
afterAll(() => database.close())

describe('creating an account', () => {
  const input = {
    login: 'moi.vao',
    displayName: 'Phạm Thị Mới',
    email: '',
    role: 'agencySpecialist',
    agencyId: '' as unknown,
    fromDay: '',
    toDay: '',
  }

  it('needs the agency for a role that is nothing without one, and gives it', async () => {
    expect(await perform(createAccount(hash), administrator, input)).toEqual({
      ok: false,
      errors: { agencyId: 'required' },
    })
    const made = await perform(createAccount(hash), administrator, { ...input, agencyId: String(agencyId) })
    expect(made).toMatchObject({ ok: true, repeated: false })
    const session = await resumeSession(database.db, await tokenOf('moi.vao'), clock.now())
    expect(session?.current).toMatchObject({ role: 'agencySpecialist', agencyId, agencyName: 'Phòng Kinh tế' })
    expect(stageOf(session!)).toBe('newPassword')
  })

  it('refuses a login that is taken, capitals regardless, and an agency of another authority', async () => {
    const again = { ...input, login: 'MOI.VAO', agencyId: String(agencyId) }
    expect(await perform(createAccount(hash), administrator, again)).toEqual({ ok: false, errors: { login: 'taken' } })
    const foreign = { ...input, login: 'khac', agencyId: '999999' }
    expect(await perform(createAccount(hash), administrator, foreign)).toEqual({
      ok: false,
      errors: { agencyId: 'notFound' },
    })
    const backward = { ...input, login: 'khac', agencyId: String(agencyId), fromDay: '10/3/2026', toDay: '9/3/2026' }
    expect(await perform(createAccount(hash), administrator, backward)).toEqual({
      ok: false,
      errors: { toDay: 'beforeStart' },
    })
  })

  it('makes no system administrator for somebody who is none', async () => {
    const power = { ...input, login: 'quyen.luc', role: 'systemAdministrator' }
    expect(await perform(createAccount(hash), administrator, power)).toEqual({
      ok: false,
      errors: { role: 'notInList' },
    })
    expect(await perform(createAccount(hash), system, power)).toMatchObject({ ok: true })
  })

  it('is refused to every other role, and in another authority', async () => {
    for (const role of ['clerk', 'officeLeader', 'chair', 'superior'] as const) {
      const actor = testActor(role, { authorityId: here, accountId: 1 })
      await expect(perform(createAccount(hash), actor, { ...input, login: 'x.y.z', role: 'clerk' })).rejects.toThrow(
        NotPermitted,
      )
    }
    await expect(
      perform(createAccount(hash), administrator, { ...input, login: 'x.y.z', role: 'clerk' }, 'k', elsewhere),
    ).rejects.toThrow(NotPermitted)
  })

  it('posted twice makes one, and no secret stands in log or idempotency record', async () => {
    const form = { ...input, login: 'hai.lan', role: 'clerk' }
    const first = await perform(createAccount(await hashPassword('mot')), administrator, form, 'same-key')
    const second = await perform(createAccount(await hashPassword('hai')), administrator, form, 'same-key')
    expect(second).toEqual({ ...first, repeated: true })
    const kept = JSON.stringify([
      await readChain(database.db, here, 0, 1000),
      await readChain(database.db, INSTALLATION, 0, 1000),
      await database.db.selectFrom('idempotencyKey').selectAll().execute(),
      await database.db.selectFrom('changeLogPersonal').selectAll().execute(),
    ])
    expect(kept).toContain('account/create')
    expect(kept).not.toContain('argon2id')
    expect(kept).not.toContain(PASSWORD)
  })
})

describe('giving and ending a role', () => {
  it('is for accounts known here; others only the system administrator brings in', async () => {
    const stranger = await newMember('noi.khac', [{ authorityId: elsewhere, role: 'clerk' }])
    const input = { login: 'noi.khac', role: 'secretary', agencyId: '', fromDay: '', toDay: '' }
    expect(await perform(grantMembership, administrator, input)).toEqual({ ok: false, errors: { login: 'notFound' } })
    expect(await perform(grantMembership, system, input)).toMatchObject({ ok: true })
    expect(await listMembershipsIn(database.db, here, [stranger])).toHaveLength(1)
    expect(await perform(grantMembership, administrator, input)).toEqual({
      ok: false,
      errors: { role: 'access/membership-exists' },
    })
  })

  it('ended, is gone with the next request', async () => {
    const id = await newMember('sap.nghi')
    const token = await tokenOf('sap.nghi')
    expect((await resumeSession(database.db, token, clock.now()))?.current?.role).toBe('clerk')
    const [membership] = await listMembershipsIn(database.db, here, [id])
    const input = { membershipId: membership!.id, reason: '' }
    expect(await perform(endMembership, administrator, input)).toEqual({ ok: false, errors: { reason: 'required' } })
    await perform(endMembership, administrator, { ...input, reason: 'chuyển công tác' })
    expect((await resumeSession(database.db, token, clock.now()))?.current).toBeNull()
    await expect(perform(endMembership, administrator, { ...input, reason: 'lần nữa' })).rejects.toThrow(BrokenRule)
  })

  it('never leaves the installation without a system administrator, nor ends one’s own role', async () => {
    const only = (await listMembershipsIn(database.db, here, [system.accountId!]))[0]!
    const end = { membershipId: only.id, reason: 'thử' }
    await expect(perform(endMembership, system, end)).rejects.toThrow('access/own-account')
    await expect(perform(endMembership, administrator, end)).rejects.toThrow('access/account-serves-elsewhere')
    const other = testActor('systemAdministrator', { authorityId: elsewhere, accountId: 424242 })
    await database.db.updateTable('account').set({ disabledAt: clock.now() }).where('login', '=', 'quyen.luc').execute()
    await expect(perform(endMembership, other, end)).rejects.toThrow('access/last-system-administrator')
  })

  it('of another authority is not found', async () => {
    const id = await newMember('o.xa', [{ authorityId: elsewhere, role: 'clerk' }])
    const [membership] = await listMembershipsIn(database.db, elsewhere, [id])
    await expect(
      perform(endMembership, administrator, { membershipId: membership!.id, reason: 'thử' }),
    ).rejects.toThrow(NotFound)
  })
})

describe('disabling an account', () => {
  it('ends its sessions at once, keeps it out, and can be taken back', async () => {
    const id = await newMember('bi.khoa')
    const tokens = [await tokenOf('bi.khoa'), await tokenOf('bi.khoa')]
    await perform(disableAccount, administrator, { accountId: id, version: await versionOf(id), reason: 'nghỉ hưu' })
    for (const token of tokens) expect(await resumeSession(database.db, token, clock.now())).toBeNull()
    await expect(tokenOf('bi.khoa')).rejects.toThrow('refused')
    await perform(enableAccount, administrator, { accountId: id, version: await versionOf(id), reason: 'trở lại' })
    for (const token of tokens) expect(await resumeSession(database.db, token, clock.now())).toBeNull()
    expect(await resumeSession(database.db, await tokenOf('bi.khoa'), clock.now())).not.toBeNull()
  })

  it('refuses a stale edit and asks for the reason', async () => {
    const id = await newMember('cu.roi')
    const version = await versionOf(id)
    await updateAccount(database.db, id, { displayName: 'Tên đã sửa' })
    await expect(perform(disableAccount, administrator, { accountId: id, version, reason: 'thử' })).rejects.toThrow(
      StaleEdit,
    )
    const noReason = await perform(disableAccount, administrator, { accountId: id, version, reason: ' ' })
    expect(noReason).toEqual({ ok: false, errors: { reason: 'required' } })
  })

  it('reaches neither oneself, nor who serves elsewhere, nor the system administrator, nor strangers', async () => {
    const both = await newMember('hai.noi', [
      { authorityId: here, role: 'clerk' },
      { authorityId: elsewhere, role: 'clerk' },
    ])
    const stranger = await newMember('xa.la', [{ authorityId: elsewhere, role: 'clerk' }])
    const tryOn = async (id: number, actor = administrator) =>
      perform(disableAccount, actor, { accountId: id, version: await versionOf(id), reason: 'thử' })
    await expect(tryOn(administrator.accountId!)).rejects.toThrow('access/own-account')
    await expect(tryOn(both)).rejects.toThrow('access/account-serves-elsewhere')
    await expect(tryOn(system.accountId!)).rejects.toThrow('access/account-serves-elsewhere')
    await expect(tryOn(stranger)).rejects.toThrow(NotFound)
    expect(await tryOn(both, system)).toMatchObject({ ok: true })
  })
})

describe('resetting', () => {
  it('a password lets the new one in, which has to be changed, and the old one not', async () => {
    const id = await newMember('quen.roi')
    const token = await tokenOf('quen.roi')
    const change = resetPassword(await hashPassword('k7mq-x2pd-9rtw-hn4c'))
    await perform(change, administrator, { accountId: id, version: await versionOf(id), reason: 'quên mật khẩu' })
    expect(await resumeSession(database.db, token, clock.now())).toBeNull()
    await expect(tokenOf('quen.roi')).rejects.toThrow('refused')
    expect((await findAccount(database.db, id))?.mustChangePassword).toBe(true)
  })

  it('the second factor takes telephone and recovery codes away', async () => {
    const id = await newMember('mat.may')
    const input = async () => ({ accountId: id, version: await versionOf(id), reason: 'mất điện thoại' })
    await expect(perform(resetSecondFactor, administrator, await input())).rejects.toThrow('access/no-second-factor')
    await updateAccount(database.db, id, { totpSecret: 'ABC', totpConfirmedAt: clock.now(), recoveryCodeHashes: ['x'] })
    await perform(resetSecondFactor, administrator, await input())
    expect(await findAccount(database.db, id)).toMatchObject({
      totpSecret: null,
      totpConfirmedAt: null,
      recoveryCodeHashes: [],
    })
  })
})
