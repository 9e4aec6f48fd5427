import { describe, expect, it } from 'vitest'
import { readYearEdits } from './year-edits-form.ts'

const official = { provisional: false, notices: [{ number: '1/TB', about: 'x', date: null }] }

describe('the form of single days', () => {
  it('reads days as officials write them, with the notice of the form where the row has none', () => {
    const { edits, errors } = readYearEdits(
      {
        remove: '2027-09-03',
        provisional: '',
        noticeNumber: '9/TB-BNV',
        noticeAbout: 'Nghỉ lễ',
        noticeDate: '01/12/2026',
        addDate1: '30/8/2027',
        addKind1: 'swap',
        addName1: 'Hoán đổi',
        addFor1: '21/8/2027',
        addDate2: '21/08/2027',
        addKind2: 'workedSaturday',
        addFor2: '30/08/2027',
        addNotice2: '1/CV',
      },
      official,
    )
    expect(errors).toEqual({})
    expect(edits.remove).toEqual(['2027-09-03'])
    expect(edits.provisional).toBe(false)
    expect(edits.notice).toEqual({ number: '9/TB-BNV', about: 'Nghỉ lễ', date: '2026-12-01' })
    expect(edits.add).toEqual([
      { date: '2027-08-30', kind: 'swap', name: 'Hoán đổi', for: '2027-08-21', notice: '9/TB-BNV' },
      { date: '2027-08-21', kind: 'workedSaturday', name: '', for: '2027-08-30', notice: '1/CV' },
    ])
  })

  it('leaves empty rows out and takes several days out', () => {
    const { edits, errors } = readYearEdits(
      {
        remove: ['2027-09-03', '2027-01-01'],
        provisional: 'yes',
        addKind1: 'holiday',
      },
      official,
    )
    expect(errors).toEqual({})
    expect(edits).toEqual({ remove: ['2027-09-03', '2027-01-01'], add: [], provisional: true, notice: null })
  })

  it('names every field that is wrong', () => {
    expect(readYearEdits({ addDate1: '31/2/2027', addKind1: 'holiday', addName1: 'x' }, official).errors).toEqual({
      addDate1: 'notADay',
    })
    expect(readYearEdits({ addDate3: '30/8/2027', addKind3: 'party' }, official).errors).toMatchObject({
      addKind3: 'notInList',
      addName3: 'required',
    })
    expect(
      readYearEdits({ addDate2: '30/8/2027', addKind2: 'swap', addName2: 'x', addFor2: 'mai' }, official).errors,
    ).toEqual({
      addFor2: 'notADay',
    })
    expect(readYearEdits({ noticeNumber: '1' }, official).errors).toEqual({ noticeAbout: 'required' })
  })

  it('says beside the field that a provisional year becomes official only by a notice', () => {
    const table = { provisional: true, notices: [] }
    expect(readYearEdits({}, table).errors).toEqual({ provisional: 'calendar/official-needs-notice' })
    expect(readYearEdits({ provisional: 'yes' }, table).errors).toEqual({})
    expect(readYearEdits({ noticeNumber: '9/TB-BNV', noticeAbout: 'Nghỉ Tết' }, table).errors).toEqual({})
    expect(readYearEdits({}, official).errors).toEqual({})
  })
})
