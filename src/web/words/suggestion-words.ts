import { defineWords } from './words.ts'

/** Words of what earlier cases suggest. */
export const suggestionWords = defineWords({
  vi: {
    title: 'Gợi ý từ những kiến nghị trước',
    area: (name: string) => `Lĩnh vực: ${name}`,
    agency: (name: string) => `Đã giao: ${name}`,
    repeats: 'Có thể là nêu lại',
    because: 'giống',
    help: 'Chỉ để tham khảo, phần mềm không tự chọn. Mở kiến nghị được dẫn để xem có thật giống không.',
  },
  en: {
    title: 'What earlier petitions suggest',
    area: (name) => `Field: ${name}`,
    agency: (name) => `Was given to: ${name}`,
    repeats: 'May be raised again',
    because: 'like',
    help: 'For reference only; nothing is chosen for you. Open the petitions named to see whether they are alike.',
  },
})
