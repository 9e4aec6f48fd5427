import type { FindKind } from './find-pattern.ts'
import type { PersonalFind } from './find-personal-data.ts'

/** What stands in the public copy in place of what was hidden. */
const INSTEAD: Readonly<Record<FindKind, string>> = {
  email: '[đã che thư điện tử]',
  profile: '[đã che trang cá nhân]',
  phone: '[đã che số điện thoại]',
  idNumber: '[đã che số giấy tờ]',
  account: '[đã che số tài khoản]',
  plate: '[đã che biển số]',
  address: '[đã che địa chỉ]',
  land: '[đã che thửa đất]',
  child: '[đã che thông tin trẻ em]',
  name: '[đã che tên]',
}

/** The text with the finds hidden that are not kept. The finds must be those of this very text. */
export function hideFinds(
  text: string,
  finds: readonly PersonalFind[],
  isKept: (find: PersonalFind) => boolean,
): string {
  let shown = ''
  let from = 0
  for (const find of finds.filter((one) => !isKept(one))) {
    shown += text.slice(from, find.start) + INSTEAD[find.kind]
    from = find.end
  }
  return shown + text.slice(from)
}

/** Further words the publisher wants hidden, wherever they stand; without regard to large and small letters. */
export function hideWords(text: string, words: readonly string[]): string {
  return words
    .map((word) => word.trim())
    .filter((word) => word.length > 1)
    .reduce((shown, word) => shown.replace(new RegExp(escaped(word), 'giu'), '[đã che]'), text)
}

function escaped(word: string): string {
  return word
    .replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    .replaceAll('\\/', '/')
    .replaceAll('\\-', '-')
}
