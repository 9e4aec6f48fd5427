/** First parts of addresses that are no authority: the portal, the way in, the API, the hall, the look. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'cong',
  'lich-han',
  'api',
  'assets',
  'dang-nhap',
  'dang-xuat',
  'tai-khoan',
  'chon-vai-tro',
  'thiet-lap',
  'ngon-ngu',
  'man-hinh',
  'dt',
  'phieu',
  'phieu-giay',
  'giay-moi',
  'truc-tiep',
  'thu',
  'lich',
  'tep',
  'en',
])

/** Whether an authority may not be called so in addresses. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED_SLUGS.has(slug)
}
