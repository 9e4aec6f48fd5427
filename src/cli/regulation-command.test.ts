import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { CommanderError } from 'commander'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadRegulationFiles, regulationFolder } from '../regulations/load-regulation-files.ts'
import { readRegulation } from '../regulations/read-regulation.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { regulationCommand } from './regulation-command.ts'

let folder: string
const shippedFile = join(regulationFolder(), 'hai-phong-13.yaml')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'regulation-command-'))
})

async function run(args: string[], importRegulation?: (regulation: Regulation, file: string) => Promise<void>) {
  const said = { output: '', errors: '' }
  const into = (part: 'output' | 'errors') =>
    new Writable({
      write(chunk, _encoding, done) {
        said[part] += String(chunk)
        done()
      },
    })
  const streams = { output: into('output'), errors: into('errors') }
  const command = regulationCommand({ listRegulations: () => loadRegulationFiles(), importRegulation, streams })
  try {
    await command.parseAsync(args, { from: 'user' })
    return { ...said, exitCode: 0 }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { ...said, exitCode: error.exitCode }
  }
}

describe('regulation list', () => {
  test('--json gives id, version, name and instrument numbers', async () => {
    const { output, exitCode } = await run(['list', '--json'])
    const rows = JSON.parse(output)
    expect(exitCode).toBe(0)
    expect(rows).toHaveLength(6)
    expect(rows[0]).toMatchObject({ id: 'hai-phong-13', version: '2025', instruments: ['13-HD/BTGDVTU'] })
  })

  test('for people it is a table with dates of effect', async () => {
    const { output } = await run(['list'])
    expect(output).toContain('son-la-12@2021')
    expect(output).toContain('06/01/2020 – 29/12/2021')
  })
})

describe('regulation show and export', () => {
  test('what is exported is read back equal', async () => {
    const file = join(folder, 'out.yaml')
    expect(await run(['export', 'son-la-12@2021', file])).toMatchObject({ exitCode: 0 })
    const read = readRegulation(await readFile(file, 'utf8'), file).regulation
    const shown = await run(['show', 'son-la-12@2021', '--json'])
    expect(read).toEqual(JSON.parse(shown.output))
  })

  test('an existing file is not overwritten without --force', async () => {
    const file = join(folder, 'mine.yaml')
    await writeFile(file, 'mine')
    const refused = await run(['export', 'law-72', file])
    expect(refused).toMatchObject({ exitCode: 2, errors: expect.stringContaining('--force') })
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect(await run(['export', 'law-72', file, '--force'])).toMatchObject({ exitCode: 0 })
  })

  test('an unknown one lists those known, with status 2', async () => {
    const { errors, exitCode } = await run(['show', 'hai-phong-13@1999'])
    expect(exitCode).toBe(2)
    expect(errors).toContain('hai-phong-13@2025')
  })
})

describe('regulation check', () => {
  test('usable files end with status 0', async () => {
    expect(await run(['check', shippedFile])).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('dùng được'),
    })
  })

  test('a wrong one ends with status 1 and names file, line, field and why', async () => {
    const file = join(folder, 'wrong.yaml')
    await writeFile(file, (await readFile(shippedFile, 'utf8')).replace('unit: working', 'unit: weeks'))
    const { errors, exitCode } = await run(['check', shippedFile, file])
    expect(exitCode).toBe(1)
    expect(errors).toMatch(
      /wrong\.yaml:\d+ deadlines\[0\]\.unit — Thời hạn › đơn vị ngày: phải là một trong: working, calendar/,
    )
    const json = await run(['check', file, '--json'])
    expect(JSON.parse(json.output)[0].problems[0]).toMatchObject({ file, path: 'deadlines[0].unit' })
  })

  test('a file that is not there ends with status 2', async () => {
    expect(await run(['check', join(folder, 'none.yaml')])).toMatchObject({ exitCode: 2 })
  })
})

describe('regulation import', () => {
  test('hands the checked regulation to the database', async () => {
    const taken: string[] = []
    const result = await run(['import', shippedFile], async (regulation) => {
      taken.push(regulation.id)
    })
    expect(result).toMatchObject({ exitCode: 0, output: expect.stringContaining('Đã nhập hai-phong-13@2025') })
    expect(taken).toEqual(['hai-phong-13'])
  })

  test('a wrong file never reaches it; a refusal of the database is status 1; without one it is status 2', async () => {
    const file = join(folder, 'bad.yaml')
    await writeFile(file, 'id: x')
    const taken: string[] = []
    expect(await run(['import', file], async (r) => void taken.push(r.id))).toMatchObject({ exitCode: 1 })
    expect(taken).toEqual([])
    const refused = await run(['import', shippedFile], () => Promise.reject(new Error('phiên bản này đã có')))
    expect(refused).toMatchObject({ exitCode: 1, errors: expect.stringContaining('phiên bản này đã có') })
    expect(await run(['import', shippedFile])).toMatchObject({ exitCode: 2 })
  })
})

test('regulation compare tells what differs between the versions of Sơn La', async () => {
  const { output } = await run(['compare', 'son-la-12@2021', 'son-la-12@2023'])
  expect(output).toContain('[legalBases[4639/UBND-NC]]: (không có) →')
  expect(output).toContain('[topicAppraisal.requiredForChairModels]: [] → ["peoplesCommitteeChair"]')
})

test('wrong use ends with status 2, help with 0', async () => {
  expect(await run(['nothing'])).toMatchObject({ exitCode: 2 })
  expect(await run(['show'])).toMatchObject({ exitCode: 2 })
  expect(await run(['--help'])).toMatchObject({ exitCode: 0, output: expect.stringContaining('import') })
})
