import { foldText } from '../petitions/petition-search.ts'

/** What a column of a people's own sheet may be. */
export const sheetColumns = [
  'ordinal',
  'petitionerName',
  'village',
  'address',
  'phone',
  'email',
  'content',
  'subjectArea',
  'kind',
  'receivedOn',
  'channel',
  'representative',
  'headcount',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** The names such columns have had, folded; the first that fits a head counts, so the narrow ones stand first. */
const NAMES: readonly [SheetColumn, RegExp][] = [
  ['ordinal', /^(so )?(tt|stt|thu tu|so thu tu)$|^no\.?$/],
  ['email', /e-?mail|thu dien tu/],
  ['phone', /^(so )?(dt|sdt|d\.t|tel|so may)\b|dien thoai|lien he/],
  ['headcount', /so nguoi|so ho|bao nhieu nguoi/],
  ['representative', /nguoi dai dien|^dai dien$/],
  [
    'receivedOn',
    /^(ngay|thoi gian|ngay thang)\b|ngay (nhan|tiep nhan|kien nghi|phan anh|gui|thang)|thoi gian (nhan|tiep|kien)/,
  ],
  ['channel', /kenh|hinh thuc (tiep nhan|kien nghi|phan anh|gui)|nguon/],
  ['subjectArea', /linh vuc|nhom van de|chu de|phan loai/],
  ['kind', /^loai( (y kien|kien nghi|don))?$/],
  ['content', /noi dung|y kien|kien nghi|phan anh|de xuat|van de|cau hoi/],
  ['village', /^(ten )?(thon|xom|ban|khu pho|khu dan cu|to dan pho|tdp|ap|to)\b/],
  ['address', /dia chi|noi o|cho o|noi cu tru|cu tru|thuong tru|don vi|que quan/],
  [
    'petitionerName',
    /ho (va |, )?ten|ten (nguoi|cu tri|cong dan|to chuc|ca nhan)|cu tri|cong dan|nguoi (kien nghi|phan anh|neu|gui|de nghi|dan)|^ten$|ca nhan|to chuc/,
  ],
]

/** “Người kiến nghị” is who, though it has the word of what. */
const WHO = /^(nguoi|ten|ho ten|ho va ten|cu tri|cong dan|to chuc|ca nhan)\b/

/** What the office adds later: never read as what somebody said. */
const NOT_SAID = /tra loi|giai quyet|ket qua|co quan|ghi chu|xu ly|tham quyen|thoi han/

/** Which column a head means; null for none that is known, and for texts too long to be a head. */
export function columnOfHead(head: string): SheetColumn | null {
  const folded = foldText(head)
    .replace(/[^\p{L}\p{N}.\- ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (folded === '' || folded.length > 80 || NOT_SAID.test(folded)) return null
  if (WHO.test(folded) && !/^nguoi dai dien/.test(folded)) return 'petitionerName'
  return NAMES.find(([, name]) => name.test(folded))?.[0] ?? null
}
