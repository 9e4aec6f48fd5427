import { END_OF_WORD, eitherCase, NOT_IN_WORD, type Pattern } from './find-pattern.ts'

const GAP = '[ .·_*-]{0,3}'
/** a figure, or a letter that is typed for one: O912, 09l2 */
const FIGURE = '[\\dOoIl]'
const NUMBER_WORDS = [
  ...['không', 'một', 'mốt', 'hai', 'ba', 'bốn', 'tư', 'năm', 'lăm', 'sáu', 'bảy', 'bẩy', 'tám', 'chín', 'mười'],
  ...['mươi', 'linh', 'lẻ', 'khong', 'mot', 'bon', 'tu', 'nam', 'lam', 'sau', 'bay', 'tam', 'chin', 'muoi'],
].join('|')
const PHONE_WORDS = 'sđt|đt|sdt|dt|điện thoại|dien thoai|zalo|hotline|tel|phone|số máy|di động|máy bàn'
const BANKS =
  'Vietcombank|VCB|Agribank|BIDV|Techcombank|TCB|VietinBank|MB ?Bank|Sacombank|ACB|VPBank|TPBank|LPBank|SHB|HDBank'
const MAIL_HOSTS = 'gmail|yahoo|outlook|hotmail|icloud|live|zoho'

const enoughFigures = (words: string) => (words.match(/\d/g) ?? []).length >= 7

const EMAILS: readonly Pattern[] = [
  {
    kind: 'email',
    pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
  },
  // lan @ gmail . com, lan(at)gmail.com, lan a còng gmail chấm com
  {
    kind: 'email',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}(?: ?@ ?| ?[([]at[)\\]] ?| a còng | a cong )(?:${MAIL_HOSTS})(?: ?\\. ?| chấm | cham | dot )(?:com|vn)(?: ?\\. ?vn)?${END_OF_WORD}`,
      'giu',
    ),
  },
  {
    kind: 'profile',
    pattern:
      /(?:https?:\/\/)?(?:www\.|m\.)?(?:facebook\.com|fb\.com|fb\.me|m\.me|zalo\.me|tiktok\.com|instagram\.com)\/[^\s,;)]{2,120}/giu,
  },
]

const ACCOUNTS: readonly Pattern[] = [
  {
    kind: 'account',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:số tài khoản|tài khoản số|tài khoản|số thẻ|số TK|STK|TK|${BANKS})[^\\d\\n]{0,30}?(\\d[\\d .-]{6,22}\\d)`,
      'giu',
    ),
    group: 1,
  },
]

const IDENTITY: readonly Pattern[] = [
  {
    kind: 'idNumber',
    pattern:
      /(?:CCCD|CMND|CMTND|căn cước(?: công dân)?|chứng minh(?: thư| nhân dân)?|định danh|BHXH|bảo hiểm xã hội|BHYT|bảo hiểm y tế|mã số thuế|MST|hộ chiếu)[^\d\n.]{0,25}?([A-Z]{0,2}\d[\d .-]{5,16}\d)/giu,
    group: 1,
  },
  // the number of a citizen: 12 figures, the first three the place
  { kind: 'idNumber', pattern: /(?<!\d[.,/-]?)0\d{2}(?:[ .-]?\d{3}){3}(?![\d/]|[.,]\d)/gu },
]

const PHONES: readonly Pattern[] = [
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<!\\d)(?<!\\d[.,])(?:\\+ ?84|\\(\\+84\\)|0084|84|0)${GAP}\\(?(?:[35789]\\)?(?:${GAP}${FIGURE}){8}|1[2689](?:${GAP}\\d){8}|2\\d{0,2}\\)?(?:${GAP}\\d){7,9})(?!\\d|/\\p{Lu})`,
      'gu',
    ),
    really: enoughFigures,
  },
  // the zero typed as a letter
  {
    kind: 'phone',
    pattern: new RegExp(`${NOT_IN_WORD}[Oo]${GAP}[35789](?:${GAP}${FIGURE}){8}${END_OF_WORD}`, 'gu'),
    really: enoughFigures,
  },
  // the zero left out
  {
    kind: 'phone',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:${PHONE_WORDS}|số|gọi)[^\\d\\n.;]{0,15}([35789](?:[ .-]?\\d){8})(?![\\d/]|[.,]\\d| ?(?:đ|đồng|triệu|m2)${END_OF_WORD})`,
      'giu',
    ),
    group: 1,
  },
  // không chín một hai …: eight words or figures one after the other are no sentence
  {
    kind: 'phone',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:${NUMBER_WORDS}|\\d)(?:[ ,.-]{1,3}(?:${NUMBER_WORDS}|\\d)){7,15}${END_OF_WORD}`,
      'giu',
    ),
  },
]

const VEHICLES = eitherCase('xe|biển|biển số|ô tô|mô tô|BKS|BSX')

const PLATES: readonly Pattern[] = [
  {
    kind: 'plate',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:[1-9]\\d)[ -]?(?:[A-Z]{1,2}|MĐ|[A-Z]\\d)[ .-]{0,3}(?:\\d{3}\\.?\\d{2}|\\d{4})(?![\\d/])`,
      'gu',
    ),
  },
  // written small only where a vehicle is spoken of: “15a” alone is a house
  {
    kind: 'plate',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:${VEHICLES})[^\\d\\n.;]{0,20}([1-9]\\d[ -]?[A-Za-zĐđ]{1,2}\\d?[ .-]{0,3}(?:\\d{3}\\.?\\d{2}|\\d{4}))(?![\\d/])`,
      'gu',
    ),
    group: 1,
  },
  // thuyền, tàu cá: HP-90123-TS
  { kind: 'plate', pattern: new RegExp(`${NOT_IN_WORD}[A-ZĐ]{1,3}[ -]?\\d{4,5}[ -]?TS${END_OF_WORD}`, 'giu') },
  {
    kind: 'plate',
    pattern: new RegExp(
      `${NOT_IN_WORD}(?:[Tt]àu|[Tt]huyền|[Gg]he|[Đđ]ò|[Xx]uồng)[^\\d\\n.;]{0,15}?${NOT_IN_WORD}([A-ZĐ]{2,3}[ -]?\\d{4,5})${END_OF_WORD}`,
      'gu',
    ),
    group: 1,
  },
]

/** Numbers that belong to one person: mail, telephone, papers, accounts, plates. */
export const PERSONAL_NUMBERS: readonly Pattern[] = [...EMAILS, ...ACCOUNTS, ...IDENTITY, ...PHONES, ...PLATES]
