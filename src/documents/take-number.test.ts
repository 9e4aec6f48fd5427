import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type DocumentHouse, openDocumentHouse } from '../../tests/support/document-house.ts'
import { defineChange } from '../changes/define-change.ts'
import { performChange } from '../changes/perform-change.ts'
import { type Day, parseDay } from '../platform/day.ts'
import { approvePaper } from './approve-paper.ts'
import { defineNumberBook, type NumberBookDraft, reviseNumberBook, voidNumber } from './define-number-book.ts'
import { draftPaper } from './draft-paper.ts'
import { issuePaper } from './issue-paper.ts'
import { defineNumberBookChange, reviseNumberBookChange, voidNumberChange } from './number-book-changes.ts'
import { listGaps, listNumberBooks, listNumberEntries } from './number-book-store.ts'

// `npm run proof` runs the promised 20 × 500; the sample of `npm test` is 20 × 25.
const ROUNDS = process.env['PROOF'] === '1' ? 500 : 25
const WORKERS = 20

let house: DocumentHouse
beforeAll(async () => {
  house = await openDocumentHouse({ poolSize: 20 })
})
afterAll(() => house.close())

const book = (more: Partial<NumberBookDraft> = {}): NumberBookDraft => ({
  name: 'Sổ',
  issuerAgencyId: house.committee,
  paperKinds: [],
  mode: 'ours',
  period: 'year',
  termFrom: null,
  termTo: null,
  pattern: '{n}/{kind}-UBND',
  firstNumber: 1,
  fromDay: '2025-01-01' as Day,
  toDay: null,
  ...more,
})

/** Issues a whole paper in one transaction; every third worker breaks off after it took its number. */
const issueOne = defineChange({
  name: 'test/issue-one',
  permission: 'paper:issue',
  input: z.object({ breaks: z.boolean() }),
  async run(context, { breaks }) {
    const paperId = await draftPaper(context, {
      kind: 'conferenceReport',
      subjectKind: 'dialogue',
      subjectId: 1,
      dialogueId: null,
      title: 'Báo cáo',
      issuerAgencyId: house.committee,
    })
    await approvePaper({ ...context, actor: { ...context.actor, accountId: house.accounts.leader } }, { paperId })
    const { number } = await issuePaper(context, {
      paperId,
      datedOn: context.today,
      signerName: 'Trần Thị Ví Dụ',
      signerTitle: 'CHỦ TỊCH',
      signCapacity: 'TM.',
    })
    if (breaks) throw new Error('cut off after the number')
    return { number }
  },
})

test(`${WORKERS} workers × ${ROUNDS} papers, a third of them cut off: no number twice, none missing`, async () => {
  const bookId = await defineNumberBook(house.context(), book({ firstNumber: 38 }))
  const given: string[] = []
  let cut = 0
  const work = async (worker: number) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const breaks = (worker + round) % 3 === 0
      const request = {
        actor: house.actor('recordsClerk', house.accounts.records),
        authorityId: house.authorityId,
        input: { breaks },
        key: `w${worker}-${round}`,
      }
      try {
        const outcome = await performChange(house.runtime, issueOne, request)
        if (outcome.ok) given.push(outcome.value.number!)
      } catch (error) {
        if (!String(error).includes('cut off')) throw error
        cut += 1
      }
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)))
  expect(given.length + cut).toBe(WORKERS * ROUNDS)
  expect(cut).toBeGreaterThan(0)
  const numbers = given.map((text) => Number(text.split('/')[0])).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: given.length }, (_, index) => 38 + index))
  expect(await listGaps(house.db)).toEqual([])
  const entries = await listNumberEntries(house.db, house.authorityId, bookId, '2025', 100_000)
  expect(entries).toHaveLength(given.length)
}, 600_000)

describe('a book', () => {
  test('void numbers are the only gaps among papers, each with its reason', async () => {
    const { id } = (await listNumberBooks(house.db, house.authorityId))[0]!
    const input = { id, on: '10/11/2025', reason: 'Cấp nhầm trên giấy' }
    const { number } = await house.done(voidNumberChange, input, 'recordsClerk')
    const [entry] = await listNumberEntries(house.db, house.authorityId, id, '2025')
    expect(entry).toMatchObject({ number, paperId: null, voidReason: 'Cấp nhầm trên giấy' })
    expect(await listGaps(house.db)).toEqual([])
    await expect(house.perform(voidNumberChange, input, 'clerk')).rejects.toThrow('not permitted')
    expect(await house.perform(voidNumberChange, { ...input, on: '31/12/2024' }, 'recordsClerk')).toMatchObject({
      errors: { on: 'outsideTerm' },
    })
  })

  test('a number taken away behind the program’s back is found', async () => {
    const { id } = (await listNumberBooks(house.db, house.authorityId))[0]!
    const [, second] = await listNumberEntries(house.db, house.authorityId, id, '2025')
    await sql`delete from number_entry where book_id = ${id} and number = ${second!.number}`.execute(house.db)
    expect(await listGaps(house.db)).toMatchObject([{ bookId: id, period: '2025', missing: second!.number }])
  })

  test('two books never number the same kind of one issuer on one day', async () => {
    await expect(defineNumberBook(house.context(), book({ name: 'Khác' }))).rejects.toThrow('number-book/overlaps')
    const named = book({ name: 'Thông báo', paperKinds: ['conclusionNotice'], pattern: '{n}/TB-UBND' })
    const id = await defineNumberBook(house.context(), named)
    await expect(defineNumberBook(house.context(), named)).rejects.toThrow('number-book/overlaps')
    await reviseNumberBook(house.context(), {
      bookId: id,
      version: 1,
      name: 'Thông báo 2025',
      toDay: parseDay('2025-12-31'),
    })
    await defineNumberBook(house.context(), { ...named, name: 'Thông báo 2026', fromDay: parseDay('2026-01-01') })
    await expect(reviseNumberBook(house.context(), { bookId: id, version: 2, name: 'x', toDay: null })).rejects.toThrow(
      'number-book/overlaps',
    )
  })

  test('is refused with the field and the reason', async () => {
    const form = {
      name: 'Sổ Mặt trận',
      issuerAgencyId: house.front,
      paperKinds: [],
      mode: 'external',
      period: 'term',
      termFrom: '',
      termTo: '',
      pattern: '{n}-{kind}/MTTQ',
      firstNumber: '1',
      fromDay: '01/07/2025',
      toDay: '',
    }
    const refusal = async (more: object) => {
      const outcome = await house.perform(defineNumberBookChange, { ...form, ...more }, 'administrator')
      return outcome.ok ? 'accepted' : outcome.errors
    }
    expect(await refusal({})).toEqual({ termFrom: 'required' })
    expect(await refusal({ period: 'year', pattern: 'TB' })).toEqual({ pattern: 'patternWithoutNumber' })
    expect(await refusal({ period: 'year', toDay: '30/06/2025' })).toEqual({ toDay: 'beforeStart' })
    expect(await refusal({ termFrom: '01/08/2025' })).toEqual({ fromDay: 'outsideTerm' })
    expect(await refusal({ period: 'year', paperKinds: ['poem'] })).toEqual({ paperKinds: 'notInList' })
    expect(await refusal({ period: 'year', issuerAgencyId: 999_999 })).toEqual({ issuerAgencyId: 'notInList' })
    expect(await refusal({ period: 'year', firstNumber: '0' })).toEqual({ firstNumber: 'tooSmall' })
    const { bookId } = await house.done(defineNumberBookChange, { ...form, termFrom: '01/07/2025' }, 'administrator')
    await expect(
      house.perform(voidNumberChange, { id: bookId, on: '10/11/2025', reason: 'x' }, 'recordsClerk'),
    ).rejects.toThrow('number-book/not-ours')
    await expect(
      voidNumber(house.context(), { bookId: 999_999, on: parseDay('2025-11-10'), reason: 'x' }),
    ).rejects.toThrow('not found')
    const revision = { id: bookId, version: 1, name: 'Sổ mới', toDay: '' }
    await house.done(reviseNumberBookChange, revision, 'administrator')
    await expect(house.perform(reviseNumberBookChange, revision, 'administrator')).rejects.toThrow('changed meanwhile')
  })
})
