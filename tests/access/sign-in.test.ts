import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAccount, updateAccount } from '../../src/access/account-store.ts'
import { passSecondFactor } from '../../src/access/pass-second-factor.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from '../../src/access/recovery-codes.ts'
import { type Session, stageOf } from '../../src/access/session.ts'
import { endSessions, listSessions, resumeSession } from '../../src/access/session-store.ts'
import { signIn } from '../../src/access/sign-in.ts'
import { forgetOldTries } from '../../src/access/sign-in-limit.ts'
import { newTotpSecret, totpCode } from '../../src/access/totp.ts'
import { listLogOf } from '../../src/changes/change-log-store.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { addTestAccount, addTestAuthority } from '../support/access-fixtures.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const OFFICE = '10.0.0.1'
const STRANGER = '203.0.113.7'
const HOUR = 3_600_000

let database: TestDatabase
let authorityId: number
const clock = new SettableClock(new Date('2026-03-02T08:00:00+07:00'))
const later = (ms: number) => clock.set(new Date(clock.now().getTime() + ms))

function attempt(login: string, password: string, address = OFFICE) {
  return signIn({ db: database.db, clock }, { login, password, address, userAgent: 'test' })
}

async function signedIn(login: string, address = OFFICE): Promise<{ token: string; session: Session }> {
  const answer = await attempt(login, PASSWORD, address)
  if (answer.outcome !== 'signedIn') throw new Error(`sign-in ${answer.outcome}`)
  const session = await resumeSession(database.db, answer.token, clock.now())
  if (!session) throw new Error('no session')
  return { token: answer.token, session }
}

beforeAll(async () => {
  database = await createTestDatabase()
  authorityId = await addTestAuthority(database.db, 'cat-hai')
  await addTestAccount(database.db, { login: 'Van.Thu', password: PASSWORD }, [{ authorityId, role: 'recordsClerk' }])
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.deleteFrom('signInAttempt').execute()
})

describe('signing in', () => {
  it('opens a session that stores only the hash of its token, and acts under the single membership', async () => {
    const { token, session } = await signedIn('van.thu')
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(session).toMatchObject({ login: 'Van.Thu', current: { role: 'recordsClerk', slug: 'cat-hai', authorityId } })
    expect(stageOf(session)).toBe('ready')
    const stored = await database.db
      .selectFrom('session')
      .selectAll()
      .where('id', '=', session.id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(stored.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('gives every sign-in a token of its own', async () => {
    const [one, two] = [await signedIn('van.thu'), await signedIn('van.thu')]
    expect(one.token).not.toBe(two.token)
    expect(one.session.id).not.toBe(two.session.id)
  })

  it('is written to the log of the installation, with the failures before it and no address in the chain', async () => {
    await attempt('van.thu', 'không phải mật khẩu này')
    await attempt('van.thu', 'cũng không phải')
    const { session } = await signedIn('van.thu')
    const [line] = await listLogOf(database.db, 0, 'account', session.accountId, 1)
    expect(line).toMatchObject({ action: 'session/sign-in', after: { sessionId: session.id, failuresBefore: 2 } })
    expect(JSON.stringify(line)).not.toContain(OFFICE)
  })

  it('answers an unknown login, a wrong password and a disabled account alike', async () => {
    const disabled = await addTestAccount(database.db, { login: 'khoa', password: PASSWORD }, [
      { authorityId, role: 'clerk' },
    ])
    await updateAccount(database.db, disabled, { disabledAt: clock.now(), disabledReason: 'nghỉ hưu' })
    const answers = await Promise.all([
      attempt('khong.co', PASSWORD),
      attempt('van.thu', 'sai rồi'),
      attempt('khoa', PASSWORD),
    ])
    expect(answers).toEqual([{ outcome: 'refused' }, { outcome: 'refused' }, { outcome: 'refused' }])
  })

  it('takes the same time for an unknown login as for a wrong password', async () => {
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
    const timed = async (login: string) => {
      const start = performance.now()
      await attempt(login, 'một câu không đúng')
      return performance.now() - start
    }
    await timed('van.thu')
    const times: { unknown: number[]; known: number[] } = { unknown: [], known: [] }
    for (let round = 0; round < 9; round += 1) {
      times.unknown.push(await timed(`nguoi.la.${round}`))
      times.known.push(await timed('van.thu'))
    }
    const ratio = median(times.unknown) / median(times.known)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })
})

describe('a session', () => {
  it('ends after twelve idle hours, and lasts when it is used', async () => {
    const { token } = await signedIn('van.thu')
    later(11 * HOUR)
    expect(await resumeSession(database.db, token, clock.now())).not.toBeNull()
    later(11 * HOUR)
    expect(await resumeSession(database.db, token, clock.now())).not.toBeNull()
    later(12 * HOUR)
    expect(await resumeSession(database.db, token, clock.now())).toBeNull()
  })

  it('ends seven days after sign-in, however much it is used', async () => {
    const { token } = await signedIn('van.thu')
    for (let hours = 8; hours < 7 * 24; hours += 8) {
      later(8 * HOUR)
      expect(await resumeSession(database.db, token, clock.now())).not.toBeNull()
    }
    later(8 * HOUR)
    expect(await resumeSession(database.db, token, clock.now())).toBeNull()
  })

  it('keeps its last use to the minute, without writing on every request', async () => {
    const { token, session } = await signedIn('van.thu')
    const seen = async () =>
      (await listSessions(database.db, session.accountId, clock.now())).find((s) => s.id === session.id)!.lastSeenAt
    const first = await seen()
    later(59_000)
    await resumeSession(database.db, token, clock.now())
    expect(await seen()).toEqual(first)
    later(1_000)
    await resumeSession(database.db, token, clock.now())
    expect(await seen()).toEqual(clock.now())
  })

  it('ends at once when it is ended, when the account is disabled, and knows no foreign token', async () => {
    const [one, two] = [await signedIn('van.thu'), await signedIn('van.thu')]
    await endSessions(database.db, one.session.accountId, { now: clock.now(), reason: 'owner', only: one.session.id })
    expect(await resumeSession(database.db, one.token, clock.now())).toBeNull()
    expect(await resumeSession(database.db, two.token, clock.now())).not.toBeNull()
    await updateAccount(database.db, two.session.accountId, { disabledAt: clock.now(), disabledReason: 'thử' })
    expect(await resumeSession(database.db, two.token, clock.now())).toBeNull()
    await updateAccount(database.db, two.session.accountId, { disabledAt: null, disabledReason: null })
    for (const token of ['', 'x'.repeat(43), `${two.token}x`, "' or 1=1 --"]) {
      expect(await resumeSession(database.db, token, clock.now())).toBeNull()
    }
  })

  it('asks for a choice among several memberships and forgets one that has run out', async () => {
    const day = (text: string) => text as never
    await addTestAccount(database.db, { login: 'hai.vai', password: PASSWORD }, [
      { authorityId, role: 'clerk', toDay: day('2026-04-30') },
      { authorityId, role: 'secretary', fromDay: day('2026-01-01') },
      { authorityId, role: 'chair', fromDay: day('2027-01-01') },
    ])
    const start = clock.now()
    clock.setDay(day('2026-04-30'))
    const { session, token } = await signedIn('hai.vai')
    expect(session.memberships.map((one) => one.role).sort()).toEqual(['clerk', 'secretary'])
    expect(stageOf(session)).toBe('membership')
    const clerk = session.memberships.find((one) => one.role === 'clerk')!
    await database.db.updateTable('session').set({ membershipId: clerk.id }).where('id', '=', session.id).execute()
    expect((await resumeSession(database.db, token, clock.now()))?.current?.role).toBe('clerk')
    later(9 * HOUR)
    expect((await resumeSession(database.db, token, clock.now()))?.current?.role).toBe('clerk')
    later(7 * HOUR)
    const next = await resumeSession(database.db, token, clock.now())
    expect(next?.current).toBeNull()
    expect(stageOf(next!)).toBe('membership')
    clock.set(start)
  })

  it('gives a superior the authorities below, at every depth, and nobody else any', async () => {
    const province = await addTestAuthority(database.db, 'tinh')
    const below = await addTestAuthority(database.db, 'xa-duoi', { parentAuthorityId: province })
    const deeper = await addTestAuthority(database.db, 'thon-duoi', { parentAuthorityId: below })
    await addTestAccount(database.db, { login: 'cap.tren', password: PASSWORD }, [
      { authorityId: province, role: 'superior' },
    ])
    await addTestAccount(database.db, { login: 'cung.cap', password: PASSWORD }, [
      { authorityId: province, role: 'clerk' },
    ])
    const superior = await signedIn('cap.tren')
    expect([...superior.session.authoritiesBelow].sort()).toEqual([below, deeper].sort())
    expect((await signedIn('cung.cap')).session.authoritiesBelow).toEqual([])
  })
})

describe('guessing', () => {
  it('stops after ten tries an hour, also for a login that does not exist, and goes on an hour later', async () => {
    for (const login of ['van.thu', 'khong.co.ai']) {
      for (let n = 0; n < 10; n += 1)
        expect(await attempt(login, `đoán lần ${n}`, STRANGER)).toEqual({ outcome: 'refused' })
      expect(await attempt(login, PASSWORD, STRANGER)).toEqual({ outcome: 'tooMany' })
    }
    later(HOUR + 1)
    expect((await attempt('van.thu', PASSWORD, STRANGER)).outcome).toBe('signedIn')
  })

  it('lets no stranger lock the owner out of the office where they always sign in', async () => {
    await signedIn('van.thu', OFFICE)
    for (let n = 0; n < 12; n += 1) await attempt('van.thu', `đoán lần ${n}`, STRANGER)
    expect(await attempt('van.thu', PASSWORD, STRANGER)).toEqual({ outcome: 'tooMany' })
    expect((await attempt('van.thu', PASSWORD, OFFICE)).outcome).toBe('signedIn')
  })

  it('gains nothing by changing addresses: strangers share the ten', async () => {
    await signedIn('van.thu', OFFICE)
    const answers = []
    for (let n = 0; n < 12; n += 1) answers.push((await attempt('van.thu', `đoán lần ${n}`, `198.51.100.${n}`)).outcome)
    expect(answers.filter((outcome) => outcome === 'refused')).toHaveLength(10)
  })

  it('is limited at a known address too', async () => {
    await signedIn('van.thu', OFFICE)
    for (let n = 0; n < 10; n += 1) await attempt('van.thu', `đoán lần ${n}`, OFFICE)
    expect(await attempt('van.thu', PASSWORD, OFFICE)).toEqual({ outcome: 'tooMany' })
  })

  it('gains nothing by trying all at once: of forty at the same moment ten are looked at', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => attempt('van.thu', `đoán ${n}`, STRANGER)))
    expect(answers.filter(({ outcome }) => outcome === 'refused')).toHaveLength(10)
    expect(answers.filter(({ outcome }) => outcome === 'tooMany')).toHaveLength(30)
  })

  it('of many logins from one address is stopped at a hundred', async () => {
    await database.db
      .insertInto('signInAttempt')
      .values(
        Array.from({ length: 100 }, (_, n) => ({
          loginHash: `other ${n}`,
          address: STRANGER,
          at: clock.now(),
          succeeded: false,
        })),
      )
      .execute()
    expect(await attempt('van.thu', PASSWORD, STRANGER)).toEqual({ outcome: 'tooMany' })
    expect((await attempt('van.thu', PASSWORD, '198.51.100.200')).outcome).toBe('signedIn')
  })

  it('that runs out leaves one line in the log', async () => {
    const before = await database.db
      .selectFrom('changeLog')
      .select('seq')
      .where('action', '=', 'session/tries-exhausted')
      .execute()
    for (let n = 0; n < 15; n += 1) await attempt('van.thu', `đoán lần ${n}`, '192.0.2.44')
    const after = await database.db
      .selectFrom('changeLog')
      .select('seq')
      .where('action', '=', 'session/tries-exhausted')
      .execute()
    expect(after).toHaveLength(before.length + 1)
  })
})

describe('the second factor', () => {
  const codes = newRecoveryCodes()
  const secret = newTotpSecret()
  const second = (session: Session, typed: string, address = OFFICE) =>
    passSecondFactor({ db: database.db, clock }, session, typed, address)

  beforeAll(async () => {
    const id = await addTestAccount(database.db, { login: 'hai.buoc', password: PASSWORD }, [
      { authorityId, role: 'clerk' },
    ])
    const recoveryCodeHashes = codes.map((code) => hashOfRecoveryCode(code)!)
    await updateAccount(database.db, id, { totpSecret: secret, totpConfirmedAt: clock.now(), recoveryCodeHashes })
  })

  it('is asked for before anything else, and rotates the token', async () => {
    const { session, token } = await signedIn('hai.buoc')
    expect(stageOf(session)).toBe('secondFactor')
    const answer = await second(session, totpCode(secret, clock.now()))
    if (answer.outcome !== 'passed') throw new Error(answer.outcome)
    expect(answer.token).not.toBe(token)
    expect(await resumeSession(database.db, token, clock.now())).toBeNull()
    expect(stageOf((await resumeSession(database.db, answer.token, clock.now()))!)).toBe('ready')
  })

  it('does not take the same code twice, not even at the same moment', async () => {
    later(60_000)
    const sessions = await Promise.all([signedIn('hai.buoc'), signedIn('hai.buoc'), signedIn('hai.buoc')])
    const code = totpCode(secret, clock.now())
    const answers = await Promise.all(sessions.map(({ session }) => second(session, code)))
    expect(answers.filter(({ outcome }) => outcome === 'passed')).toHaveLength(1)
    expect((await second((await signedIn('hai.buoc')).session, code)).outcome).toBe('refused')
  })

  it('takes each recovery code once and counts those left', async () => {
    const { session } = await signedIn('hai.buoc')
    expect(await second(session, codes[3]!.toLowerCase())).toMatchObject({ outcome: 'passed', recoveryCodesLeft: 9 })
    expect((await second((await signedIn('hai.buoc')).session, codes[3]!)).outcome).toBe('refused')
    const account = await findAccount(database.db, session.accountId)
    expect(account?.recoveryCodeHashes).toHaveLength(9)
  })

  it('is limited to ten tries an hour', async () => {
    const { session } = await signedIn('hai.buoc', STRANGER)
    for (let n = 0; n < 10; n += 1) expect((await second(session, '000000', STRANGER)).outcome).toBe('refused')
    later(60_000)
    expect((await second(session, totpCode(secret, clock.now()), STRANGER)).outcome).toBe('tooMany')
  })
})

describe('old tries', () => {
  it('are forgotten after ninety days, and the address with them', async () => {
    await signedIn('van.thu', OFFICE)
    later(89 * 24 * HOUR)
    await attempt('van.thu', 'sai một lần')
    await forgetOldTries(database.db, clock.now())
    expect(await database.db.selectFrom('signInAttempt').select('id').execute()).toHaveLength(2)
    later(2 * 24 * HOUR)
    await forgetOldTries(database.db, clock.now())
    const left = await database.db.selectFrom('signInAttempt').select('succeeded').execute()
    expect(left).toEqual([{ succeeded: false }])
  })
})
