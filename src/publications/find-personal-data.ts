/** What in a text may tell who somebody is or where to find them; shown to the publisher, each decided by hand. */
const findKinds = ['email', 'phone', 'idNumber', 'account', 'plate', 'address', 'land', 'child', 'name'] as const
export type FindKind = (typeof findKinds)[number]

/** Where it stands: `text.slice(start, end) === words`. */
export interface PersonalFind {
  kind: FindKind
  start: number
  end: number
  words: string
}

const NOT_IN_WORD = '(?<![\\p{L}\\p{N}])'
const END_OF_WORD = '(?![\\p{L}\\p{N}])'
const GAP = '[ .\\-]?'
/** `Nguyễn`, `Thị`, `H'Hen`, and the initials of a name cut short: `N.V.A` */
const NAME_WORD = "(?:\\p{Lu}\\p{Ll}*(?:['’]\\p{Lu}?\\p{Ll}+)?)"
const NAME = `(?:\\p{Lu}\\.[ ]?){1,3}\\p{Lu}${END_OF_WORD}|${NAME_WORD}(?:[ ]+${NAME_WORD}){0,4}`
/** a title after “ông”, the words officials and places are called by: no names of persons */
const NO_NAME =
  '(?!(?:Chủ|Bí|Phó|Trưởng|Giám|Chánh|Đại|Thủ|Cục|Tổng|Bộ|Đảng|Ủy|Hội|Ban|Sở|Phòng|Công|Quốc|Hồ|Nhà|Nhân|Mặt|Việt|Nà|Rịa|Triệu|Trưng|Huyện|Đền|Na)(?![\\p{L}]))'
const HONORIFICS =
  'ông bà|ông|bà|anh|chị|cô|chú|bác|cụ|thím|dì|cậu|mợ|hộ gia đình|gia đình|hộ|tên là|họ tên|họ và tên|người tên'

/** A first letter large or small, as at the beginning of a sentence. */
function eitherCase(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`)
    .join('|')
}

interface Pattern {
  kind: FindKind
  pattern: RegExp
  /** the group that is the find; the whole match without one */
  group?: 1
}

/** In the order of their strength: of two that overlap the earlier row wins. */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'email',
    pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
  },
  {
    kind: 'account',
    pattern: /(?:số tài khoản|tài khoản số|tài khoản|STK)[^\d\n]{0,30}?(\d[\d .-]{6,20}\d)/giu,
    group: 1,
  },
  {
    kind: 'idNumber',
    pattern:
      /(?:CCCD|CMND|CMTND|căn cước(?: công dân)?|chứng minh(?: thư| nhân dân)?|định danh|BHXH|bảo hiểm xã hội|BHYT|bảo hiểm y tế|mã số thuế|MST|hộ chiếu)[^\d\n.]{0,25}?([A-Z]{0,2}\d[\d .]{5,16}\d)/giu,
    group: 1,
  },
  // the number of a citizen: 12 figures, the first three the place
  { kind: 'idNumber', pattern: /(?<![\d.,/-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/]|[.,]\d)/gu },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\d.,/-])(?:\\+84|\\(\\+84\\)|84|0)${GAP}\\(?(?:[35789]\\)?(?:${GAP}\\d){8}|2\\d{0,2}\\)?(?:${GAP}\\d){7,9})(?![\\d/])`,
      'gu',
    ),
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:[1-9]\\d)[ -]?(?:[A-Z]{1,2}|MĐ|[A-Z]\\d)[ .-]{0,3}(?:\\d{3}\\.?\\d{2}|\\d{4})(?![\\d/])`,
      'gu',
    ),
  },
  // thuyền, tàu cá: HP-90123-TS
  { kind: 'plate', pattern: new RegExp(`${NOT_IN_WORD}[A-ZĐ]{1,3}[ -]?\\d{4,5}[ -]?TS${END_OF_WORD}`, 'gu') },
  {
    kind: 'land',
    pattern:
      /(?:thửa(?: đất)?(?: số)?\s*\d+(?:[^.;\n]{0,25}?tờ(?: bản đồ)?(?: số)?\s*\d+)?|tờ bản đồ(?: số)?\s*\d+|(?:sổ đỏ|giấy chứng nhận)[^.;\n\d]{0,30}?[A-ZĐ]{1,2} ?\d{6,8})/giu,
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:(?:[Ss]ố nhà|[Nn]hà số)\\s*\\d+[\\p{L}\\d/]*|(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt)\\s+\\d+[\\d/]*|[Ss]ố\\s+\\d+[A-Za-z]?(?:/\\d+)*,?\\s+(?:đường|phố|ngõ|ngách|hẻm))(?:[ ,]+(?:đường|phố|ngõ|ngách|hẻm)?\\s*(?:\\d+[\\d/]*|\\p{Lu}\\p{Ll}*(?: \\p{Lu}\\p{Ll}*){0,3}))?`,
      'gu',
    ),
  },
  {
    kind: 'child',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:[Cc]háu(?: bé| gái| trai)?|[Bb]é(?: gái| trai)?|[Cc]on(?: gái| trai)?(?: tôi)?(?: là| tên)?|[Ee]m(?: học sinh| bé)?|[Hh]ọc sinh)\\s+(?:${NAME_WORD}(?:[ ]+${NAME_WORD}){0,4})`,
      'gu',
    ),
  },
  {
    kind: 'child',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:học\\s+)?lớp\\s+(?:\\d{1,2}[A-Z]\\d{0,2}|[Cc]hồi|[Mm]ầm|[Ll]á)${END_OF_WORD}`,
      'gu',
    ),
  },
  // only together with who it is said of: “trẻ em dưới 6 tuổi” is nobody
  {
    kind: 'child',
    pattern:
      /(?:cháu|bé|con (?:trai|gái)|con tôi|em học sinh)[^.;\n]{0,40}?(?:(?:1[0-5]|[1-9])\s*tuổi|sinh (?:năm|ngày)[^.;\n]{0,15}20[12]\d)/giu,
  },
  {
    kind: 'name',
    // “tiếng Anh” is a language, “23 hộ Nghĩa Lộ” a place
    pattern: new RegExp(
      `${NOT_IN_WORD}(?<![Tt]iếng )(?<!\\d )(?:${eitherCase(HONORIFICS)})(?:\\s*:)?\\s+${NO_NAME}(${NAME})`,
      'gu',
    ),
    group: 1,
  },
]

/**
 * Finds in a text (NFC) what may be personal data: telephone, identity and account numbers, e-mail, plates of vehicles
 * and boats, addresses and parcels of land, children, names after a form of address, and the names handed in (those of
 * the petitioners). It would rather show one too many: a human decides each. Sorted by place; no two overlap.
 */
export function findPersonalData(text: string, knownNames: readonly string[] = []): PersonalFind[] {
  const known = knownNames.filter((name) => name.trim().length > 1).flatMap((name) => occurrences(text, name))
  const finds = [...known, ...PATTERNS.flatMap((pattern) => matchesOf(text, pattern))]
  const taken = new Uint8Array(text.length)
  const kept = finds.filter((find) => {
    if (taken.subarray(find.start, find.end).includes(1)) return false
    taken.fill(1, find.start, find.end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

function matchesOf(text: string, { kind, pattern, group }: Pattern): PersonalFind[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const words = (group ? match[1] : match[0])?.trimEnd()
    if (!words) return []
    const start = match.index + (group ? match[0].lastIndexOf(words) : 0)
    return [{ kind, start, end: start + words.length, words }]
  })
}

function occurrences(text: string, name: string): PersonalFind[] {
  const wanted = name.normalize('NFC').toLowerCase()
  const searched = text.toLowerCase()
  // letters whose small form is longer would shift the places
  if (searched.length !== text.length) return []
  const found: PersonalFind[] = []
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length
    if (/\p{L}/u.test(text[at - 1] ?? ' ') || /\p{L}/u.test(text[end] ?? ' ')) continue
    found.push({ kind: 'name', start: at, end, words: text.slice(at, end) })
  }
  return found
}
