import { beforeAll, expect, test } from 'vitest'
import { compareRegulations } from './compare-regulations.ts'
import { loadRegulationFiles } from './load-regulation-files.ts'
import { findRegulation, type Regulation } from './regulation.ts'

let shipped: Regulation

beforeAll(async () => {
  shipped = findRegulation(await loadRegulationFiles(), 'hai-phong-13')!
})

function differencesAfter(change: (regulation: Regulation) => void) {
  const changed = structuredClone(shipped)
  change(changed)
  return compareRegulations(shipped, changed)
}

test('a changed term is named by its key and in Vietnamese', () => {
  expect(
    differencesAfter((r) => {
      r.deadlines[2]!.amount = 12
    }),
  ).toEqual([
    {
      path: 'deadlines[conclusionNotice].amount',
      label: 'Thời hạn › Ban hành và gửi thông báo kết luận › số ngày',
      change: 'changed',
      before: 10,
      after: 12,
    },
  ])
})

test('an entry taken out of the middle is one difference, not a shift of all that follow', () => {
  const found = differencesAfter((r) => void r.deadlines.splice(1, 1))
  expect(found.map((one) => [one.path, one.change])).toEqual([['deadlines[publicNotice]', 'removed']])
})

test('an added extension, a new order and a list of plain words are each seen', () => {
  const found = differencesAfter((r) => {
    r.deadlines[3]!.extension = r.deadlines[2]!.extension
    r.chairModels.reverse()
    r.adHoc.skips = ['collection']
  })
  expect(found.map((one) => [one.path, one.change])).toEqual([
    ['chairModels', 'changed'],
    ['deadlines[replyLetter].extension', 'added'],
    ['adHoc.skips', 'changed'],
  ])
})
