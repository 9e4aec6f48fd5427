import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseDay } from '../platform/day.ts'
import { chooseLayout, layoutById } from './choose-layout.ts'
import { layoutFolder } from './layout-folder.ts'
import { loadLayouts, readLayout } from './load-layouts.ts'

const layouts = await loadLayouts()
const chosen = (
  issuerBranch: 'state' | 'party' | 'front',
  chairBranch: 'state' | 'party' | null,
  kind: string,
  day: string,
) => chooseLayout(layouts, { issuerBranch, chairBranch, kind, issuedOn: parseDay(day) }).id

it('come with the program: state, Party before and after 27/5/2026, Front', () => {
  expect(layouts.map((one) => one.id).sort()).toEqual(['front-mttq', 'party-hd05', 'party-hd36', 'state-nd30'])
})

it.each([
  ['state', null, 'annualPlan', '2023-06-05', 'state-nd30'],
  ['party', null, 'annualPlan', '2026-05-26', 'party-hd36'],
  ['party', null, 'annualPlan', '2026-05-27', 'party-hd05'],
  ['front', 'party', 'conclusionNotice', '2025-01-01', 'front-mttq'],
  ['state', 'party', 'conclusionNotice', '2025-11-04', 'party-hd36'],
  ['party', 'state', 'conclusionNotice', '2026-11-04', 'state-nd30'],
  ['party', null, 'conclusionNotice', '2026-11-04', 'party-hd05'],
  ['state', 'party', 'invitation', '2026-11-04', 'state-nd30'],
  ['party', null, 'annualPlan', '2017-01-01', 'party-hd36'],
] as const)('issued by %s, chaired by %s, %s of %s: %s', (issuer, chair, kind, day, id) => {
  expect(chosen(issuer, chair, kind, day)).toBe(id)
})

it('name the file, the field and what is wrong', async () => {
  const text = await readFile(join(layoutFolder(), 'state-nd30.yaml'), 'utf8')
  const problems = (changed: string) => {
    const reading = readLayout(changed, 'x.yaml')
    return 'problems' in reading ? reading.problems.join('\n') : ''
  }
  expect(problems(text)).toBe('')
  expect(problems(text.replace('top: 20', 'top: wide'))).toMatch(/^x\.yaml page\.top — /)
  expect(problems(text.replace('branch: state', 'branch: army'))).toContain('x.yaml branch — ')
  expect(problems(text.replace('closing: "./."', ''))).toContain('body.closing — thiếu mục này')
  expect(problems(text.replace('titleSide:', 'colour: red\n  titleSide:'))).toContain('có mục không nhận biết: colour')
  expect(problems(text.replace('to: null', 'to: "2019-01-01"'))).toContain('trước ngày đầu')
  expect(problems('a: [')).toContain('không đúng cú pháp')
})

it('are found by id', () => {
  expect(layoutById(layouts, 'party-hd05').body.closing).toBe('.')
  expect(() => layoutById(layouts, 'none')).toThrow(RangeError)
})
