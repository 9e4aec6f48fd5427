import { beforeAll, describe, expect, it } from 'vitest'
import { compareRegulations } from './compare-regulations.ts'
import { applyEdits, editValues, fieldOfPath, freeKey } from './edit-fields.ts'
import { loadRegulationFiles } from './load-regulation-files.ts'
import { readRegulation, readRegulationValue } from './read-regulation.ts'
import { findRegulation, type Regulation } from './regulation.ts'
import { serializeRegulation } from './serialize-regulation.ts'

let all: Regulation[]
let base: Regulation
beforeAll(async () => {
  all = await loadRegulationFiles()
  base = findRegulation(all, 'hai-phong-13')!
})

const edited = (form: Record<string, unknown>) => {
  const value = applyEdits(base, form)
  return { value, reading: readRegulationValue(value, 'x') }
}

describe('the form of a regulation', () => {
  it('changes nothing when it is sent as it was opened', () => {
    for (const regulation of all) {
      const value = applyEdits(regulation, {
        ...editValues(regulation),
        'sensitive.shown': '1',
        version: regulation.version,
      })
      const { regulation: read, problems } = readRegulationValue(value, 'x')
      expect(problems).toEqual([])
      expect(compareRegulations(regulation, read!)).toEqual([])
    }
  })

  it('changes exactly what was typed', () => {
    const { reading } = edited({
      ...editValues(base),
      'sensitive.shown': '1',
      version: '2026',
      'deadlines.conclusionNotice.amount': '12',
      effectiveTo: '31/12/2026',
      'areas.add1': 'Bến bãi, luồng lạch',
      'checklist.add1.label': 'Ảnh hội nghị',
      'checklist.add1.stage': 'during',
      'checklist.add1.need': 'ifAny',
      'checklist.add1.clause': 'Kế hoạch 2026, mục V',
    })
    expect(reading.problems).toEqual([])
    const paths = compareRegulations(base, reading.regulation!).map((one) => one.path)
    expect(paths.toSorted()).toEqual(
      [
        'version',
        'effectiveTo',
        'deadlines[conclusionNotice].amount',
        'dossier.checklist[anhHoiNghi]',
        'petitionFields.subjectAreas[benBaiLuongLach]',
      ].toSorted(),
    )
    expect(reading.regulation!.petitionFields!.subjectAreas.at(-1)!.key).toBe('other')
  })

  it('takes an extension away when its field is emptied, and entries out', () => {
    const { reading } = edited({ 'deadlines.conclusionNotice.extension': '', 'areas.remove': ['land'] })
    expect(reading.regulation!.deadlines.find((rule) => rule.key === 'conclusionNotice')!.extension).toBeUndefined()
    expect(reading.regulation!.petitionFields!.subjectAreas.some((area) => area.key === 'land')).toBe(false)
  })

  it('adds the time to carry a petition on, changes it and takes it away; without a clause it is refused there', () => {
    const term = { 'contest.amount': '15', 'contest.unit': 'working', 'contest.clause': 'Điều 9' }
    const { regulation: stating } = edited(term).reading
    expect(stating!.contest).toEqual({ amount: 15, unit: 'working', clause: 'Điều 9' })
    expect(readRegulation(serializeRegulation(stating!), 'x').regulation).toEqual(stating)
    expect(compareRegulations(base, stating!).map((one) => one.path)).toEqual(['contest'])
    const shorter = readRegulationValue(applyEdits(stating!, { 'contest.amount': '10' }), 'x').regulation!
    expect(shorter.contest).toMatchObject({ amount: 10, unit: 'working', clause: 'Điều 9' })
    expect(applyEdits(stating!, { 'contest.amount': '' })).not.toHaveProperty('contest')
    const { value, reading } = edited({ 'contest.amount': 'mười' })
    expect(reading.problems.map((one) => fieldOfPath(value, one.path)).toSorted()).toEqual([
      'contest.amount',
      'contest.clause',
    ])
  })

  it('lets a problem find its field again', () => {
    const { value, reading } = edited({
      'deadlines.conclusionNotice.amount': 'mười',
      'deadlines.replyLetter.clause': '',
      effectiveFrom: '31/02/2026',
      'reports.annualReport.year.day': '31',
      'reports.annualReport.year.month': '13',
    })
    const fields = reading.problems.map((one) => fieldOfPath(value, one.path))
    expect(fields).toContain('deadlines.conclusionNotice.amount')
    expect(fields).toContain('deadlines.replyLetter.clause')
    expect(fields).toContain('effectiveFrom')
    expect(fields).toContain('reports.annualReport.year.month')
    expect(fieldOfPath(value, 'kinds[0].label')).toBeNull()
  })

  it('finds a free key for any label', () => {
    expect(freeKey('Đất đai', [])).toBe('datDai')
    expect(freeKey('Đất đai', [{ key: 'datDai' }])).toBe('datDai2')
    expect(freeKey('01 bản', [])).toBe('e01Ban')
    expect(freeKey('…', [])).toBe('entry')
  })
})
