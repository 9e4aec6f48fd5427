import { formatDay, isDay } from '../../platform/day.ts'
import { inputErrorWords, sayInputError } from './input-error-words.ts'
import type { Lang } from './words.ts'

type Params = Record<string, string | number>
/** Sentences of broken rules, by code; `{name}` stands for a parameter. */
export type RuleWords = Readonly<Record<Lang, Readonly<Record<string, string>>>>

const formRules: RuleWords = {
  vi: {
    'form/key-reused':
      'Biểu mẫu này đã được gửi và ghi nhận một lần với nội dung khác. Nội dung dưới đây chưa được ghi; muốn ghi thêm thì gửi lần nữa.',
    'form/stale': 'Nội dung này vừa được người khác sửa. Xin mở lại trang để xem bản mới.',
    'form/not-permitted': 'Ông/bà không có quyền làm việc này.',
    'form/not-found': 'Không tìm thấy nội dung này; có thể nó đã được chuyển đi.',
  },
  en: {
    'form/key-reused':
      'This form was sent and recorded once with other content. What stands below is not recorded yet; send it again to record it too.',
    'form/stale': 'Somebody else has just changed this. Please open the page again.',
    'form/not-permitted': 'You may not do this.',
    'form/not-found': 'This was not found; it may have been moved.',
  },
}

/** Catalogues of broken rules, one for each noun; added where the screens are put together. */
const catalogues: RuleWords[] = [formRules]

export function addRuleWords(...more: RuleWords[]): void {
  for (const words of more) if (!catalogues.includes(words)) catalogues.push(words)
}

const unknownRule: Readonly<Record<Lang, string>> = {
  vi: 'Lúc này không làm được việc này. Xin mở lại trang để xem nội dung mới nhất.',
  en: 'This cannot be done now. Please open the page again to see what is stored.',
}

/** The sentence of a code as it stands in a catalogue; null when none has it, which the tests refuse. */
export function findRuleSentence(lang: Lang, code: string): string | null {
  return catalogues.map((words) => words[lang][code]).find((found) => found !== undefined) ?? null
}

/** The sentence of a broken rule; never its code, whatever happens. */
export function ruleSentence(lang: Lang, code: string, params: Params = {}): string {
  const sentence = findRuleSentence(lang, code) ?? unknownRule[lang]
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return isDay(value) ? formatDay(value) : String(value ?? whole)
  })
}

/** The sentence for a code of an input schema; codes with a slash are rules. */
export function inputSentence(lang: Lang, code: string): string {
  if (code.includes('/')) return ruleSentence(lang, code)
  return code in inputErrorWords[lang] ? sayInputError(code, lang) : inputErrorWords[lang].notValid
}
