import { END_OF_WORD, NOT_IN_WORD, type Pattern } from './find-pattern.ts'

const STREET = '(?:đường|phố|ngõ|ngách|hẻm|kiệt)'
const NUMBER = '\\d+[A-Za-z]?(?:/\\d+[A-Za-z]?)*'
const PLACE_NAME = '\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){0,3}'
/** what has a number of its own: “tổ dân phố số 5 Núi Ngọc”, “Nghị quyết số 18” */
const NUMBERED =
  '(?<!(?:[Pp]hố|[Tt]hôn|[Kk]hu|[Đđ]ội|[Đđ]ịnh|[Vv]ăn|[Bb]áo|[Hh]oạch|[Qq]uyết|[Ll]uật|[Hh]ọp|[Tt]ổ|[Đđ]iểm|[Tt]rạm|[Cc]ầu|[Bb]ến|[Tt]rường|[Tt]hị|[Bb]ản|[Tt]hư|[Đđ]ường)\\s)'

/** Where somebody lives, and whose land it is. */
export const PERSONAL_PLACES: readonly Pattern[] = [
  {
    kind: 'land',
    pattern: new RegExp(
      [
        'thửa(?: đất)?(?: số)?\\s*\\d+(?:[^.;\\n]{0,25}?tờ(?: bản đồ)?(?: số)?\\s*\\d+)?',
        'thửa(?: đất)?[^.;\\n\\d]{1,20}?số\\s*\\d+(?:[^.;\\n]{0,25}?tờ(?: bản đồ)?(?: số)?\\s*\\d+)?',
        'tờ bản đồ(?: số)?\\s*\\d+',
        `${NOT_IN_WORD}(?:sổ đỏ|sổ hồng|GCN(?:QSDĐ)?|giấy chứng nhận)[^.;\\n\\d]{0,30}?[A-ZĐ]{1,2} ?\\d{6,8}`,
      ].join('|'),
      'giu',
    ),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:(?:[Ss]ố nhà|[Nn]hà số|[Cc]ăn hộ(?: số)?)\\s*[A-Z]?\\d+[\\p{L}\\d/]*|(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt)\\s+\\d+[\\d/]*|[Ss]ố\\s+${NUMBER},?\\s+${STREET})(?:[ ,]+${STREET}?\\s*(?:\\d+[\\d/]*|\\p{Lu}\\p{Ll}*(?: \\p{Lu}\\p{Ll}*){0,3}))?`,
      'gu',
    ),
  },
  // số 12 Núi Ngọc
  {
    kind: 'address',
    pattern: new RegExp(
      `${NOT_IN_WORD}${NUMBERED}[Ss]ố\\s+${NUMBER},?\\s+\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,3}${END_OF_WORD}`,
      'gu',
    ),
  },
  // nhà tôi ở 15/4 Lê Lợi, địa chỉ: 45 Hùng Vương
  {
    kind: 'address',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:[Nn]hà|[Ởở]|[Tt]rú tại|[Tt]hường trú|[Đđ]ịa chỉ)\\s*:?\\s*(${NUMBER},?\\s+(?:${STREET}\\s+(?:\\d[\\d/-]*|${PLACE_NAME})|(?!Thôn|Xã|Tổ|Khu|Đơn|Huyện|Bản|Xóm)${PLACE_NAME}))`,
      'gu',
    ),
    group: 1,
  },
  { kind: 'address', pattern: new RegExp(`${NOT_IN_WORD}[Đđ]ịa chỉ\\s*:\\s*([^.;\\n]{4,80})`, 'gu'), group: 1 },
]
