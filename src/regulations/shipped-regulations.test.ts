import { beforeAll, describe, expect, test } from 'vitest'
import { parseDay } from '../platform/day.ts'
import { loadRegulationFiles } from './load-regulation-files.ts'
import {
  agendaFor,
  dossierChecklistFor,
  findChairModel,
  findRegulation,
  findRegulationInForce,
  instrumentNumbers,
  isSensitiveArea,
  type Regulation,
  regulationRef,
  roleLabel,
} from './regulation.ts'

let all: Regulation[]
const get = (id: string, version?: string) => findRegulation(all, id, version)!

beforeAll(async () => {
  all = await loadRegulationFiles()
})

test('five regulations come with the program, the first in two versions', () => {
  expect(all.map(regulationRef)).toEqual([
    'hai-phong-13@2025',
    'lai-chau-06@2023',
    'law-72@2025',
    'son-la-12@2021',
    'son-la-12@2023',
    'thanh-hoa-2543@2023',
  ])
  expect(all.filter((regulation) => regulation.overlay).map((regulation) => regulation.id)).toEqual(['law-72'])
})

test('the versions of Sơn La follow each other without a gap and rest on their own instruments', () => {
  expect(findRegulationInForce(all, 'son-la-12', parseDay('2021-12-29'))?.version).toBe('2021')
  expect(findRegulationInForce(all, 'son-la-12', parseDay('2021-12-30'))?.version).toBe('2023')
  expect(instrumentNumbers(get('son-la-12', '2021'))).toEqual(['12-QĐi/TU', '08/KH-UBND', '1037-CV/BDVTU'])
  expect(instrumentNumbers(get('son-la-12'))).toEqual(['12-QĐi/TU', '4639/UBND-NC', '1037-CV/BDVTU'])
  expect(get('son-la-12', '2021').reports[1]!.recipients).toEqual(['massMobilizationBoard', 'homeAffairsDepartment'])
  expect(get('son-la-12').reports[1]!.recipients).toEqual(['provincialPeoplesCommittee', 'massMobilizationBoard'])
})

test('only the dialogue of the Chủ tịch UBND tỉnh is appraised, by office, Ban Dân vận and Front', () => {
  expect(get('son-la-12').topicAppraisal).toMatchObject({
    requiredForChairModels: ['peoplesCommitteeChair'],
    lead: 'provincialOffice',
    members: ['massMobilizationBoard', 'fatherlandFront'],
  })
  for (const id of ['thanh-hoa-2543', 'lai-chau-06', 'hai-phong-13'])
    expect(get(id).topicAppraisal.requiredForChairModels).toEqual([])
})

test('agendas: ten steps in Hoằng Phú, six in Than Uyên and Cát Hải', () => {
  expect(agendaFor(get('thanh-hoa-2543'), 'periodic')!.steps).toHaveLength(10)
  expect(agendaFor(get('lai-chau-06'), 'periodic')!.steps).toHaveLength(6)
  expect(agendaFor(get('hai-phong-13'), 'thematic')!.steps).toHaveLength(6)
  expect(agendaFor(get('son-la-12'), 'withinRegularMeeting')!.key).toBe('withinMeeting')
  expect(agendaFor(get('son-la-12'), 'onRequest')!.key).toBe('conference')
  expect(agendaFor(get('law-72'), 'periodic')).toBeNull()
})

describe('the dossier of Cát Hải', () => {
  test('has sixteen entries, 6 before, 4 during, 6 after; those “nếu có” are optional', () => {
    const entries = dossierChecklistFor(get('hai-phong-13'), 'periodic')
    const count = (stage: string) => entries.filter((entry) => entry.stage === stage).length
    expect([count('before'), count('during'), count('after')]).toEqual([6, 4, 6])
    for (const entry of entries) expect(entry.need === 'ifAny', entry.label).toBe(entry.label.includes('(nếu có)'))
  })

  test('is another one after an ad hoc dialogue, beginning with its written notice', () => {
    const entries = dossierChecklistFor(get('hai-phong-13'), 'adHoc')
    expect(entries[0]!.satisfiedBy).toEqual(['adHocNotice'])
    expect(entries.map((entry) => entry.key)).not.toContain('petitionDigest')
  })
})

test('lead office, archive and layout follow from who chairs (Cát Hải)', () => {
  const facts = get('hai-phong-13').chairModels.map((m) => [m.key, m.leadOffice, m.archiveOwner, m.layoutProfile])
  expect(facts).toEqual([
    ['partySecretary', 'partyCommitteeOffice', 'partyCommitteeOffice', 'party'],
    ['peoplesCommitteeChair', 'councilAndPeoplesCommitteeOffice', 'councilAndPeoplesCommitteeOffice', 'state'],
    ['coPresiding', 'partyCommitteeOffice', 'partyCommitteeOffice', 'party'],
  ])
  expect(findChairModel(get('hai-phong-13'), 'coPresiding')?.countsFor).toHaveLength(2)
})

test('a deputy may preside only in Cát Hải, in force majeure; only Hoằng Phú excludes persons and holds the forum', () => {
  expect(all.filter((r) => r.deputyAuthorization.allowed).map((r) => r.id)).toEqual(['hai-phong-13'])
  expect(all.filter((r) => r.meetingRules.exclusionGrounds.length === 3).map((r) => r.id)).toEqual(['thanh-hoa-2543'])
  expect(all.filter((r) => r.forum).map((r) => r.id)).toEqual(['thanh-hoa-2543'])
})

test('the three triggers of an ad hoc dialogue are those of 004 III.1.c', () => {
  const kind = get('hai-phong-13').kinds.find((one) => one.key === 'adHoc')!
  expect(kind.triggers.map((trigger) => trigger.key)).toEqual([
    'prolongedComplexCase',
    'seriousConsequences',
    'suddenEvent',
  ])
})

test('the sensitive fields are those of 003 III.1', () => {
  const sensitive = get('lai-chau-06').petitionFields!.subjectAreas.filter((area) => area.sensitive)
  expect(sensitive.map((area) => area.key)).toEqual([
    'land',
    'landRecovery',
    'siteClearance',
    'socialPolicy',
    'administrativeReform',
  ])
  expect(isSensitiveArea(get('lai-chau-06'), 'land')).toBe(true)
  expect(isSensitiveArea(get('lai-chau-06'), 'health')).toBe(false)
})

test('the spelling slips of the sources reach no screen', () => {
  const text = JSON.stringify(all)
  for (const slip of [
    'đổi mới đột xuất',
    'Đổi mới',
    'gắp gỡ',
    'Tổ chức ký',
    'đào đạo',
    'của của',
    'chi đạo',
    'chặc chẽ',
    'toóm',
    'quân tâm',
    'THAM MUU',
    '12-QĐ/TU',
    '2543/QĐ-TU',
  ])
    expect(text.includes(slip), slip).toBe(false)
})

test('a role is called by the words of its regulation, else by the general word', () => {
  expect(roleLabel(get('lai-chau-06'), 'partyCommitteeOffice')).toBe('Văn phòng Huyện ủy')
  expect(roleLabel(get('lai-chau-06'), 'leadAgency')).toBe('cơ quan được giao giải quyết')
  expect(roleLabel(get('lai-chau-06'), 'toString')).toBe('toString')
})
