import { beforeAll, describe, expect, test } from 'vitest'
import { loadRegulationFiles } from './load-regulation-files.ts'
import { readRegulationValue } from './read-regulation.ts'
import { findRegulation, type Regulation } from './regulation.ts'

let haiPhong: Regulation

beforeAll(async () => {
  haiPhong = findRegulation(await loadRegulationFiles(), 'hai-phong-13')!
})

/** The problems after a change of the value, each as `path: sentence`. */
function problemsAfter(change: (regulation: Regulation) => void): string[] {
  const copy = structuredClone(haiPhong)
  change(copy)
  return readRegulationValue(copy, 'x.yaml').problems.map(({ path, problem }) => `${path}: ${problem}`)
}

describe('what must fit together', () => {
  const cases: [string, (r: Regulation) => void, string, string][] = [
    [
      'dates of effect',
      (r) => {
        r.effectiveTo = '2025-01-01' as never
      },
      'effectiveTo',
      'sớm hơn ngày có hiệu lực',
    ],
    [
      'effect before issue',
      (r) => {
        r.effectiveFrom = '2025-01-01' as never
      },
      'effectiveFrom',
      'sớm hơn ngày ban hành',
    ],
    [
      'a deadline key twice',
      (r) => {
        r.deadlines[1]!.key = 'invitation'
      },
      'deadlines[1].key',
      'đã có ở trên',
    ],
    [
      'a report with the key of a deadline',
      (r) => {
        r.reports[0]!.key = 'invitation'
      },
      'reports[0].key',
      'đã dùng cho một thời hạn',
    ],
    [
      'an unknown lead office',
      (r) => {
        r.chairModels[0]!.leadOffice = 'nobody'
      },
      'chairModels[0].leadOffice',
      'không có trong danh sách vai trò',
    ],
    [
      'an unknown role in an agenda',
      (r) => {
        r.agendaTemplates[0]!.steps[1]!.who = ['nobody']
      },
      'agendaTemplates[0].steps[1].who[0]',
      'không có trong danh sách vai trò',
    ],
    [
      'an unknown report recipient',
      (r) => {
        r.reports[0]!.recipients = ['nobody']
      },
      'reports[0].recipients[0]',
      'không có trong danh sách vai trò',
    ],
    [
      'an agenda out of order',
      (r) => {
        r.agendaTemplates[0]!.steps[2]!.order = 7
      },
      'agendaTemplates[0].steps[2].order',
      'phải là 3',
    ],
    [
      'an extension that is not longer',
      (r) => {
        r.deadlines[2]!.extension!.amount = 5
      },
      'deadlines[2].extension.amount',
      'phải dài hơn',
    ],
    [
      'an extension of a backward term',
      (r) => {
        r.deadlines[0]!.extension = r.deadlines[2]!.extension
      },
      'deadlines[0].extension',
      'không có gia hạn',
    ],
    [
      'a report on 31/6',
      (r) => void Object.assign(r.reports[0]!.dates[1]!, { month: 6, day: 31 }),
      'reports[0].dates[1].day',
      'không có trong mọi năm',
    ],
    [
      'a dossier without a stage',
      (r) => {
        r.dossier.checklist = r.dossier.checklist.filter((e) => e.stage !== 'during')
      },
      'dossier.checklist',
      'giai đoạn trong hội nghị',
    ],
    [
      'ad hoc without a trigger',
      (r) => {
        r.kinds[2]!.triggers = []
      },
      'kinds[2].triggers',
      'ít nhất một trường hợp',
    ],
    [
      'a skip of an unknown deadline',
      (r) => {
        r.adHoc.skips = ['loudspeaker']
      },
      'adHoc.skips[0]',
      'không có trong mục deadlines',
    ],
    [
      'a kind that is not held',
      (r) => {
        r.targets[0]!.countsKinds = ['onRequest']
      },
      'targets[0].countsKinds[0]',
      'không có trong mục kinds',
    ],
    [
      'nobody to decide an extension',
      (r) => {
        r.decisionRights = r.decisionRights.filter((d) => d.act !== 'extendDeadline')
      },
      'decisionRights',
      'gia hạn',
    ],
    ['reminders out of order', (r) => void r.reminders.reverse(), 'reminders[1].offset', 'xếp từ sớm đến muộn'],
    [
      'a deputy without a reason',
      (r) => {
        r.deputyAuthorization.reasons = []
      },
      'deputyAuthorization.reasons',
      'phải nêu lý do',
    ],
    [
      'an instrument not among the bases',
      (r) => {
        r.deadlines[0]!.instrument = '1/QĐ'
      },
      'deadlines[0].instrument',
      'không có trong mục legalBases',
    ],
    [
      'no chair at all',
      (r) => {
        r.chairModels = []
      },
      'chairModels',
      'ít nhất một phần tử',
    ],
  ]
  test.each(cases)('%s', (_name, change, path, why) => {
    const found = problemsAfter(change)
    expect(
      found.some((one) => one.startsWith(`${path}: `) && one.includes(why)),
      found.join('\n'),
    ).toBe(true)
  })
})
