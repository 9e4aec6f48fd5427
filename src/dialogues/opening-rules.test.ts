import { beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { checkOpeningChoice, lastDayOf, requireWithinExistence } from './opening-rules.ts'

const day = (text: string) => text as Day
const district = { kind: 'formerDistrict', fromDay: day('2008-01-01'), toDay: null }

describe('the life of an authority', () => {
  it('ends for a district on 30/6/2025 even when nobody entered it', () => {
    expect(lastDayOf(district)).toBe('2025-06-30')
    expect(lastDayOf({ ...district, toDay: day('2024-12-31') })).toBe('2024-12-31')
    expect(lastDayOf({ ...district, kind: 'specialZone' })).toBeNull()
  })

  it('lets a past dialogue of a former district be entered, and nothing new', () => {
    expect(() => requireWithinExistence(district, day('2023-05-10'), day('2026-11-20'))).not.toThrow()
    expect(() => requireWithinExistence(district, null, day('2026-11-20'))).toThrow('dialogue/authority-ended')
    expect(() => requireWithinExistence(district, day('2025-07-01'), day('2026-11-20'))).toThrow(
      'dialogue/authority-ended',
    )
    expect(() => requireWithinExistence(district, day('2025-07-01'), day('2025-06-01'))).toThrow(
      'dialogue/authority-ended',
    )
    expect(() => requireWithinExistence(district, day('2025-06-30'), day('2025-06-01'))).not.toThrow()
  })

  it('begins with the authority', () => {
    const zone = { kind: 'specialZone', fromDay: day('2025-07-01'), toDay: null }
    expect(() => requireWithinExistence(zone, day('2025-06-30'), day('2025-10-01'))).toThrow(
      'dialogue/before-authority',
    )
    expect(() => requireWithinExistence(zone, null, day('2025-10-01'))).not.toThrow()
  })
})

describe('what is chosen when a dialogue is opened', () => {
  let haiPhong: Regulation
  let sonLa: Regulation
  beforeAll(async () => {
    const all = await loadRegulationFiles()
    haiPhong = all.find((one) => one.id === 'hai-phong-13')!
    sonLa = all.find((one) => one.id === 'son-la-12' && one.version === '2023')!
  })
  const choice = {
    ...{ kind: 'periodic' as const, form: 'inPerson' as const, chairModel: 'coPresiding', audience: [] },
    ...{ triggerKey: null, triggerReason: null, sessionKind: null, requestId: null },
    ...{ collectionOpensOn: null, collectionClosesOn: null, heldOn: null },
  }
  const errorsOf = (regulation: Regulation, more: Partial<Parameters<typeof checkOpeningChoice>[1]>) => {
    try {
      checkOpeningChoice(regulation, { ...choice, ...more })
    } catch (error) {
      if (error instanceof InputRejected) return error.errors
      throw error
    }
    return {}
  }

  it('passes what the regulation knows', () => {
    expect(errorsOf(haiPhong, {})).toEqual({})
  })

  it('refuses a chair model or a kind the regulation does not have', () => {
    expect(errorsOf(haiPhong, { chairModel: 'officeChief' })).toEqual({ chairModel: 'notInList' })
    expect(errorsOf(haiPhong, { kind: 'onRequest', requestId: 1 })).toEqual({ kind: 'notInList' })
  })

  it('asks an ad hoc dialogue for an admissible trigger and the reason (004 III.1.c)', () => {
    expect(errorsOf(haiPhong, { kind: 'adHoc' })).toEqual({ triggerKey: 'required', triggerReason: 'required' })
    expect(errorsOf(haiPhong, { kind: 'adHoc', triggerKey: 'whim', triggerReason: 'x' })).toEqual({
      triggerKey: 'notInList',
    })
    expect(errorsOf(haiPhong, { kind: 'adHoc', triggerKey: 'suddenEvent', triggerReason: 'Sạt lở' })).toEqual({})
  })

  it('asks an indirect dialogue when collection opens and closes', () => {
    expect(errorsOf(haiPhong, { form: 'indirect' })).toEqual({
      collectionOpensOn: 'required',
      collectionClosesOn: 'required',
    })
    const turned = { collectionOpensOn: day('2025-10-10'), collectionClosesOn: day('2025-10-01') }
    expect(errorsOf(haiPhong, { form: 'indirect', ...turned })).toEqual({ collectionClosesOn: 'beforeStart' })
  })

  it('refuses an end before its beginning and opinions collected after the conference', () => {
    expect(errorsOf(haiPhong, { startsAt: '10:00', endsAt: '08:00' })).toEqual({ endsAt: 'timeBeforeStart' })
    expect(errorsOf(haiPhong, { startsAt: '08:00', endsAt: '10:00' })).toEqual({})
    const late = { heldOn: day('2026-11-25'), collectionOpensOn: day('2026-12-01') }
    expect(errorsOf(haiPhong, late)).toEqual({ collectionOpensOn: 'dialogue/after-conference' })
    const closes = { heldOn: day('2026-11-25'), collectionClosesOn: day('2026-11-26') }
    expect(errorsOf(haiPhong, closes)).toEqual({ collectionClosesOn: 'dialogue/after-conference' })
  })

  it('asks a dialogue on request for its request and a session for its kind', () => {
    expect(errorsOf(sonLa, { chairModel: 'officeChief', kind: 'onRequest' })).toEqual({ requestId: 'required' })
    expect(errorsOf(sonLa, { chairModel: 'officeChief', kind: 'withinRegularMeeting' })).toEqual({
      sessionKind: 'required',
    })
    const unknown = { kind: 'withinRegularMeeting' as const, sessionKind: 'teaBreak' }
    expect(errorsOf(sonLa, { chairModel: 'officeChief', ...unknown })).toEqual({ sessionKind: 'notInList' })
  })
})
