import { expect, it } from 'vitest'
import { aboutText } from './deadline-about.ts'

const none = { petitionCode: null, itemContent: null }

it('names a petition by its code and first words, a confidential one by its code alone', () => {
  const petitionText = 'Đề nghị nạo vét cống thoát nước\nthôn Trân Châu'
  expect(aboutText({ ...none, petitionCode: 'CH-2025-0007', petitionText })).toBe(
    'CH-2025-0007: Đề nghị nạo vét cống thoát nước thôn Trân Châu',
  )
  expect(aboutText({ ...none, petitionCode: 'CH-2025-0007', petitionText: null })).toBe('CH-2025-0007')
})

it('names an item of the conclusion by its number and a task by its words', () => {
  expect(aboutText({ ...none, itemContent: 'Sửa đường', itemPosition: 3 })).toBe('II.3. Sửa đường')
  expect(aboutText({ ...none, taskContent: 'Trang trí hội trường' })).toBe('Trang trí hội trường')
  expect(aboutText(none)).toBeNull()
})
