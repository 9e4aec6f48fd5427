import { END_OF_WORD, eitherCase, NOT_IN_WORD, type Pattern } from './find-pattern.ts'

/** `Nguyễn`, `Thị`, `H'Hen`, and the initials of a name cut short: `N.V.A` */
const NAME_WORD = `(?:\\p{Lu}\\p{Ll}*(?:['’]\\p{Lu}?\\p{Ll}+)?${END_OF_WORD})`
const NAME = `(?:\\p{Lu}\\.[ ]?){1,3}\\p{Lu}${END_OF_WORD}|${NAME_WORD}(?:[ ]+${NAME_WORD}){0,4}`

/** Family names of the peoples of the country: who bears one of them before two more words is a person. */
const FAMILY_NAMES = [
  ...['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'],
  ...['Lý', 'Đào', 'Đoàn', 'Vương', 'Trịnh', 'Trương', 'Đinh', 'Lâm', 'Phùng', 'Mai', 'Tô', 'Hà', 'Tạ', 'Lưu', 'Cao'],
  ...['Châu', 'Chu', 'Thái', 'Quách', 'Tăng', 'Lương', 'Lò', 'Lường', 'Vi', 'Quàng', 'Cà', 'Tòng', 'Điêu', 'Giàng'],
  ...['Vàng', 'Sùng', 'Thào', 'Mùa', 'Hạng', 'Lầu', 'Vừ', 'Bàn', 'Triệu', 'Phàn', 'Tẩn', 'Chẻo', 'Lù', 'Nông', 'Ma'],
  ...['Kiều', 'Khuất', 'Nghiêm', 'Thân', 'Tống', 'Ninh', 'Bế', 'Hứa', 'La', 'Cầm', 'Bạc', 'Đèo', 'Lục', 'Từ', 'Doãn'],
].join('|')
/** those that written small cannot be read as another word before “thị”, “văn” */
const UNMISTAKABLE = 'nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|ngô|đinh|trịnh|trương|lò|lường|quàng'

/** streets, schools, towns named after somebody */
const NAMED_AFTER =
  '(?<!(?:đường|phố|ngõ|trường|học|THCS|THPT|cầu|viên|viện|đền|đài|quỹ|bổng|tỉnh|xã|phường|huyện|thôn|khu|vịnh|núi|tưởng|chủ tịch|bác|thưởng|tích)\\s)'
const NOBODY = '(?!Hồ Chí Minh)'

/** a title after “ông”, the words officials and places are called by: no names of persons */
const NO_NAME = `(?!(?:Chủ (?:tịch|nhiệm|trì)|Bí thư|Phó|Trưởng|Giám|Chánh|Đại (?:biểu|tá|úy|diện)|Thủ (?:trưởng|tướng)|Cục|Tổng|Bộ (?:trưởng|đội)|Đảng|Ủy|Hội|Ban|Sở|Phòng|Công (?:an|ty|chức|đoàn|nhân)|Quốc (?:hội|gia|phòng)|Hồ${END_OF_WORD}(?! \\p{Lu})|Hồ Chí|Nhà|Nhân dân|Mặt trận|Việt Nam|Nà|Rịa|Triệu${END_OF_WORD}(?! \\p{Lu})|Trưng${END_OF_WORD}(?! \\p{Lu})|Huyện|Đền|Na|Cán bộ|Nghèo)(?![\\p{L}]))`
const HONORIFICS =
  'ông bà|ông|bà|anh|chị|cô|chú|bác|cụ|thím|dì|cậu|mợ|hộ gia đình|gia đình|hộ|tên là|họ tên|họ và tên|người tên'
/** who says whom they mean, or themselves */
const INTRODUCED =
  'tôi là|tôi tên|em là|cháu là|tên tôi là|tên em là|ký tên|người gửi|người viết|người làm đơn|kính đơn|chồng tôi|vợ tôi|mẹ tôi|bố tôi|cha tôi|chồng tôi là|vợ tôi là|mẹ tôi là|bố tôi là|đồng chí|đ/c|thầy giáo|cô giáo|thầy|bác sĩ|trưởng thôn|vợ chồng'
const CHILD_WORDS =
  '[Cc]háu(?: nội| ngoại)?(?: bé| gái| trai)?(?: là| tên)?|[Bb]é(?: gái| trai)?(?: tên)?|[Tt]rẻ|[Cc]on(?: gái| trai)?(?: tôi)?(?: là| tên)?|[Ee]m(?: học sinh| bé)?'

export const CHILDREN: readonly Pattern[] = [
  {
    kind: 'child',
    pattern: new RegExp(`${NOT_IN_WORD}(?:${CHILD_WORDS})\\s+(?:${NAME_WORD}(?:[ ]+${NAME_WORD}){0,4})`, 'gu'),
  },
  {
    kind: 'child',
    pattern: new RegExp(`${NOT_IN_WORD}[Hh]ọc sinh\\s+(?:${FAMILY_NAMES})(?:[ ]+${NAME_WORD}){1,4}`, 'gu'),
  },
  {
    kind: 'child',
    pattern: new RegExp(`${NOT_IN_WORD}(?:CHÁU|BÉ|EM|CON)(?:\\s+\\p{Lu}{1,8}${END_OF_WORD}){2,5}`, 'gu'),
    really: (words) => new RegExp(`\\s(?:${FAMILY_NAMES.toUpperCase()})\\s`, 'u').test(words),
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
      /(?:cháu|bé|con (?:trai|gái)|con tôi|em học sinh)[^.;\n]{0,40}?(?:(?:1[0-5]|[1-9])\s*(?:tuổi|t(?![\p{L}\p{N}]))|sinh (?:năm|ngày)[^.;\n]{0,15}20[12]\d)/giu,
  },
]

export const PERSON_NAMES: readonly Pattern[] = [
  {
    kind: 'name',
    // “tiếng Anh” is a language, “23 hộ Nghĩa Lộ” a place
    pattern: new RegExp(
      `${NOT_IN_WORD}(?<![Tt]iếng )(?<!\\d )(?:${eitherCase(HONORIFICS)})(?:\\s*:)?\\s+${NO_NAME}(${NAME})`,
      'gu',
    ),
    group: 1,
  },
  {
    kind: 'name',
    pattern: new RegExp(`${NOT_IN_WORD}(?:${eitherCase(INTRODUCED)})(?:\\s*:)?\\s+${NO_NAME}(${NAME})`, 'gu'),
    group: 1,
  },
  {
    kind: 'name',
    pattern: new RegExp(`${NOT_IN_WORD}${NAMED_AFTER}${NOBODY}(?:${FAMILY_NAMES})(?:[ ]+${NAME_WORD}){2,4}`, 'gu'),
  },
  // ông nguyễn văn bình
  {
    kind: 'name',
    pattern: new RegExp(
      `${NOT_IN_WORD}${NAMED_AFTER}(?:${UNMISTAKABLE})[ ]+(?:văn|thị)[ ]+\\p{L}{1,7}${END_OF_WORD}`,
      'giu',
    ),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:ÔNG|BÀ|ANH|CHỊ|CÔ|CHÚ|BÁC|CỤ)\\s+((?:${FAMILY_NAMES.toUpperCase()})(?:\\s+\\p{Lu}{1,8}${END_OF_WORD}){1,4})`,
      'gu',
    ),
    group: 1,
  },
]
