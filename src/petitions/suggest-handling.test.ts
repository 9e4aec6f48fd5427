import { expect, it } from 'vitest'
import { suggestHandling } from './suggest-handling.ts'

const earlier = [
  { id: 1, content: 'Đề nghị sửa đường liên thôn bị lầy lội khi mưa', subjectArea: 'transport', leadAgencyId: 11 },
  { id: 2, content: 'Đường liên thôn nhiều ổ gà, xe máy khó đi', subjectArea: 'transport', leadAgencyId: 11 },
  { id: 3, content: 'Điện yếu vào giờ cao điểm buổi tối', subjectArea: 'electricity', leadAgencyId: 12 },
  { id: 4, content: 'Đề nghị xem xét hỗ trợ bà con nuôi cá lồng bè', subjectArea: 'fishery', leadAgencyId: null },
].map((one) => ({ ...one, code: `CH-2025-000${one.id}`, petitionerId: one.id }))

it('suggests from what similar cases became, and names them', () => {
  const found = suggestHandling({ content: 'Đường liên thôn lầy lội, đề nghị sửa', petitionerId: 99 }, earlier)
  expect(found.subjectAreas[0]).toMatchObject({ key: 'transport' })
  expect(found.subjectAreas[0]!.cases.map((one) => one.code)).toEqual(['CH-2025-0001', 'CH-2025-0002'])
  expect(found.leadAgencies[0]).toMatchObject({ key: 11, share: 1 })
})

it('says nothing where nothing is like it, nor for the words that stand in every petition', () => {
  const silent = { subjectAreas: [], leadAgencies: [], repeats: [] }
  expect(
    suggestHandling({ content: 'Đề nghị chính quyền địa phương quan tâm giải quyết', petitionerId: 1 }, earlier),
  ).toEqual(silent)
  expect(suggestHandling({ content: 'Trường mầm non thiếu giáo viên', petitionerId: 1 }, earlier)).toEqual(silent)
  expect(suggestHandling({ content: '', petitionerId: null }, [])).toEqual(silent)
})

it('takes less for a repeat when the same person says it', () => {
  const said = 'Điện yếu, xin thay dây dẫn xóm trong'
  expect(suggestHandling({ content: said, petitionerId: 3 }, earlier).repeats.map((one) => one.id)).toEqual([3])
  expect(suggestHandling({ content: said, petitionerId: 9 }, earlier).repeats).toEqual([])
})

const choosable = {
  areas: [
    { key: 'water', label: 'Nước sạch, thủy lợi, thoát nước' },
    { key: 'education', label: 'Giáo dục, đào tạo' },
    { key: 'environment', label: 'Môi trường, rác thải' },
    { key: 'health', label: 'Y tế, bảo hiểm y tế, an toàn thực phẩm' },
  ],
  agencies: [
    { id: 21, name: 'Trung tâm Y tế' },
    { id: 22, name: 'Phòng Kinh tế' },
  ],
}
const fieldOf = (content: string) => suggestHandling({ content, petitionerId: null }, [], choosable).subjectAreas[0]

it('guesses the field from what people call it while there are no cases, and says by which words', () => {
  expect(fieldOf('Nước máy yếu, giếng cạn')).toMatchObject({ key: 'water', words: ['nước máy', 'giếng'], cases: [] })
  expect(fieldOf('nuoc may yeu'), 'typed without signs').toMatchObject({ key: 'water' })
  // where it is says less than what it is about
  expect(fieldOf('Rác để lâu ngày cạnh trường mầm non')?.key).toBe('environment')
  expect(fieldOf('Nước máy, rác thải đã kêu nhiều lần'), 'two as likely: not sure').toBeUndefined()
})

it('suggests who had the cases of the same field, or whose name speaks of it, once the field is known', () => {
  const lead = (subjectArea: string | null) =>
    suggestHandling({ content: 'Thiếu bác sĩ trực đêm', petitionerId: null, subjectArea }, earlier, choosable)
      .leadAgencies[0]
  expect(lead('health')).toMatchObject({ key: 21, cases: [] })
  expect(lead(null)).toBeUndefined()
  const road = { content: 'Xin đặt gờ giảm tốc', petitionerId: null, subjectArea: 'transport' }
  expect(suggestHandling(road, earlier, choosable).leadAgencies[0]).toMatchObject({
    key: 11,
    cases: [{ id: 1 }, { id: 2 }],
  })
})
