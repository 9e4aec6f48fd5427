import type { Lang } from './words.ts'

/**
 * The notice on personal data where people send something without an account (Law 91/2025/QH15). A wording that was
 * shown is kept with who agreed to it: whoever changes a word here gives it a new version.
 */
const DATA_NOTICE_VERSION = '2026-1'

const TEXTS: Readonly<Record<Lang, (authority: string) => readonly string[]>> = {
  vi: (authority) => [
    `${authority} nhận họ tên, cách liên lạc, thôn (nếu ông/bà ghi) và nội dung ông/bà viết, chỉ để tiếp nhận, giải quyết và trả lời.`,
    'Người được biết: người có trách nhiệm giải quyết ở cơ quan này và cơ quan được giao trả lời. Số điện thoại, thư điện tử không bao giờ đăng lên mạng; tên chỉ đăng khi ông/bà đồng ý.',
    'Thông tin được giữ cùng hồ sơ đối thoại theo quy định về lưu trữ.',
    'Ông/bà có quyền xem, sửa, rút lại đồng ý, yêu cầu xóa dữ liệu của mình; liên hệ cơ quan hoặc ghi ở trang theo dõi.',
  ],
  en: (authority) => [
    `${authority} receives your name, contact, village (if given) and what you write, only to receive, deal with and answer it.`,
    'Known to: those responsible at this authority and the agency that is to answer. Telephone and mail address are never published; the name only if you agree.',
    'The data are kept with the record of the dialogue as the rules on archives require.',
    'You may see and correct your data, withdraw your consent and ask for erasure: tell the authority, or write it on the page where you follow.',
  ],
}

/** The paragraphs shown, and the same as one text to be kept. */
export function dataNotice(
  lang: Lang,
  authority: string,
): { version: string; lang: Lang; text: string; lines: readonly string[] } {
  const lines = TEXTS[lang](authority)
  return { version: DATA_NOTICE_VERSION, lang, text: lines.join('\n'), lines }
}
