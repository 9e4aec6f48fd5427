import { defineWords } from './words.ts'

/** Words of what earlier cases suggest. */
export const suggestionWords = defineWords({
  vi: {
    title: 'Gợi ý',
    area: (name: string) => `Lĩnh vực: ${name}`,
    agency: (name: string) => `Đã giao: ${name}`,
    repeats: 'Có thể là nêu lại',
    because: 'giống',
    sameField: 'cùng lĩnh vực đã giao:',
    saying: (said: string) => `có chữ ${said}`,
    help: 'Chỉ để tham khảo, phần mềm không tự chọn. Mở kiến nghị được dẫn để xem có thật giống không.',
  },
  en: {
    title: 'Suggested',
    area: (name) => `Field: ${name}`,
    agency: (name) => `Was given to: ${name}`,
    repeats: 'May be raised again',
    because: 'like',
    sameField: 'given in the same field:',
    saying: (said) => `says ${said}`,
    help: 'For reference only; nothing is chosen for you. Open the petitions named to see whether they are alike.',
  },
})
