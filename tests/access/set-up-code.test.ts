import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkSetUpCode, newSetUpCode } from '../../src/access/set-up-code.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { inTemporaryFolder } from '../durability/temporary-folder.ts'
import { RunningProgram } from '../support/running-program.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
const clock = new SettableClock(new Date('2026-03-02T08:00:00+07:00'))
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const WRONG = 'access/wrong-set-up-code'
const check = (typed: string, hash: string | null, address = '10.0.0.1') =>
  checkSetUpCode({ db: database.db, clock }, { typed, hash, address })

it('is right however it is typed, and nothing else is; where none was printed nothing opens', async () => {
  const { code, hash } = newSetUpCode()
  expect(await check(code, hash)).toBeNull()
  expect(await check(` ${code.toLowerCase().replaceAll('-', ' ')} `, hash)).toBeNull()
  expect(await check(newSetUpCode().code, hash)).toBe(WRONG)
  expect(await check('', hash)).toBe(WRONG)
  expect(await check('', null)).toBe(WRONG)
  expect(hash).not.toContain(code)
  const stored = await database.db.selectFrom('signInAttempt').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain(code)
})

it('stops guessing after ten wrong tries an hour, from whatever addresses; a new start opens it again', async () => {
  const { code, hash } = newSetUpCode()
  for (let n = 0; n < 10; n += 1) expect(await check(`WRONG-${n}`, hash, `10.0.1.${n}`)).toBe(WRONG)
  await expect(check(code, hash, '10.0.2.1')).rejects.toMatchObject({ code: 'access/too-many-tries' })
  const anew = newSetUpCode()
  expect(await check(anew.code, anew.hash, '10.0.2.1')).toBeNull()
  clock.set(new Date(clock.now().getTime() + 3_600_001))
  expect(await check(code, hash, '10.0.2.1')).toBeNull()
})

it(
  'is printed when an empty installation starts, another at every start',
  () =>
    inTemporaryFolder(async (folder) => {
      const codes: (string | null)[] = []
      for (let start = 0; start < 2; start += 1) {
        const program = await RunningProgram.start(folder)
        codes.push(program.setUpCode)
        await program.stop()
      }
      expect(codes[0]).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
      expect(codes[1]).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
      expect(codes[1]).not.toBe(codes[0])
    }),
  120_000,
)
