import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../platform/project-root.ts'
import { regulationFolder } from './load-regulation-files.ts'
import { readRegulation, readRegulationValue, writeProblem } from './read-regulation.ts'
import type { Regulation } from './regulation.ts'

let source: string
let haiPhong: Regulation

beforeAll(async () => {
  source = await readFile(join(regulationFolder(), 'hai-phong-13.yaml'), 'utf8')
  haiPhong = readRegulation(source, 'hai-phong-13.yaml').regulation!
})

/** The problems after a change of the value, each as `path: sentence`. */
function problemsAfter(change: (regulation: Regulation) => void): string[] {
  const copy = structuredClone(haiPhong)
  change(copy)
  return readRegulationValue(copy, 'x.yaml').problems.map(({ path, problem }) => `${path}: ${problem}`)
}

describe('a file that is no regulation', () => {
  test('broken YAML names line and column', () => {
    const { problems } = readRegulation('id: [\nname: "x', 'broken.yaml')
    expect(problems[0]).toMatchObject({ file: 'broken.yaml', path: '', line: expect.any(Number) })
    expect(problems[0]!.problem).toContain('không đúng cú pháp YAML/JSON')
  })

  test('a field written twice is refused instead of the last one winning', () => {
    const { problems } = readRegulation('id: a\nid: b\n', 'twice.yaml')
    expect(problems[0]).toMatchObject({ line: 2, problem: expect.stringContaining('ghi hai lần') })
  })

  test.each(['', 'null', '[]', '42', '"text"'])('%j is answered, not thrown on', (text) => {
    expect(readRegulation(text, 'x.yaml').problems.length).toBeGreaterThan(0)
  })

  test('aliases that would grow without end are refused', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
      .join('\n')}`
    expect(readRegulation(bomb, 'bomb.yaml').problems[0]!.problem).toContain('tham chiếu lặp')
  })

  test('a huge text is refused before it is parsed', () => {
    expect(readRegulation('#'.repeat(1_000_001), 'huge.yaml').problems[0]!.problem).toContain('quá lớn')
  })
})

describe('a field that is wrong', () => {
  test('is named with file, line, path, its Vietnamese name and the reason', () => {
    const wrong = source.replace('amount: 10', 'amount: ten')
    const line = wrong.split('\n').findIndex((one) => one.includes('amount: ten')) + 1
    const { problems } = readRegulation(wrong, 'hai-phong-13.yaml')
    expect(problems.map(writeProblem)).toEqual([
      `hai-phong-13.yaml:${line} deadlines[2].amount — Thời hạn › số ngày: phải là một số, tệp ghi "ten"`,
    ])
  })

  test('an unknown field is refused by name', () => {
    const wrong = source.replace('    amount: 10', '    ammount: 10')
    const paths = readRegulation(wrong, 'x.yaml').problems.map(({ path, problem }) => `${path} ${problem}`)
    expect(paths.join('\n')).toContain('ammount')
    expect(paths.join('\n')).toContain('deadlines[2].amount Thời hạn › số ngày: thiếu mục bắt buộc này')
  })

  test('the same file as JSON is read alike', () => {
    expect(readRegulation(JSON.stringify(haiPhong), 'x.json').regulation).toEqual(haiPhong)
  })

  test('invisible characters and days that do not exist are refused', () => {
    expect(
      problemsAfter((r) => {
        r.name = 'Hướng dẫn\u202e 13'
      })[0],
    ).toContain('ký tự điều khiển')
    expect(
      problemsAfter((r) => {
        r.date = '2025-02-30' as never
      })[0],
    ).toContain('ngày có thật')
  })
})

test('the sample overlay is usable', async () => {
  const file = join(projectRoot(), 'samples/regulations/quy-dinh-11.yaml')
  expect(readRegulation(await readFile(file, 'utf8'), file).problems).toEqual([])
})
