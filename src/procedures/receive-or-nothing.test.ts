import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notSent, openFailingDatabase, replyLost } from '../../tests/support/failing-database.ts'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { performChange } from '../changes/perform-change.ts'
import { receiveSubmission } from './receive-submission.ts'

let world: PetitionWorld
let failing: ReturnType<typeof openFailingDatabase>
beforeAll(async () => {
  world = await createPetitionWorld()
  failing = openFailingDatabase(world.url)
})
afterAll(async () => {
  await failing.close()
  await world.close()
})

const TABLES = [
  'petitioner',
  'submission',
  'petition',
  'petitionReader',
  'petitionCodeCounter',
  'changeLog',
  'changeLogPersonal',
  'idempotencyKey',
] as const

async function stored() {
  const rows = await Promise.all(TABLES.map((table) => world.db.selectFrom(table).selectAll().execute()))
  return JSON.stringify([rows, await world.db.selectFrom('changeLogHead').selectAll().execute()])
}

const receive = (key: string) =>
  performChange({ db: failing.db, clock: world.clock }, receiveSubmission, {
    actor: world.people.clerk,
    authorityId: world.authorityId,
    key,
    input: {
      ...{ dialogueId: world.dialogueId, receivedOn: '2025-10-10', channel: 'letter', raised: 'before' },
      ...{ petitionerKind: 'person', petitionerName: 'Lê Thị Thu', text: 'Hai việc', contents: ['một', 'hai'] },
      ...{ confidential: 'on', confidentialReason: 'kín', accusedAgencyId: world.agencies.economy },
    },
  })

describe('receiving a confidential submission of two contents', () => {
  it('stores all of it or nothing, whichever query fails', async () => {
    await receive('the regulation is read once and remembered')
    failing.arm()
    await receive('first')
    const calls = failing.calls().length
    expect(calls).toBeGreaterThan(15)
    const before = await stored()
    for (let nth = 1; nth <= calls; nth += 1) {
      failing.arm((_, n) => (n === nth ? notSent : null))
      await expect(receive(`key ${nth}`), `query ${nth}`).rejects.toThrow('the query was not sent')
      expect(await stored(), `after the failure of query ${nth}: ${failing.calls()[nth - 1]}`).toBe(before)
    }
  })

  it('makes one record when the reply to the COMMIT is lost', async () => {
    const count = async () => (await world.db.selectFrom('submission').select('id').execute()).length
    const before = await count()
    let lost = false
    failing.arm((text) => {
      if (lost || text !== 'commit') return null
      lost = true
      return replyLost
    })
    const outcome = await receive('lost reply')
    expect(lost).toBe(true)
    expect(outcome).toMatchObject({ ok: true, repeated: true })
    expect(await count()).toBe(before + 1)
  })
})
