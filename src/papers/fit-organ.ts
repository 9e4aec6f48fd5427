/** Where the name of a place begins in the name of an organ: `Ủy ban nhân dân | xã Hoằng Phú`. */
const PLACE = /\s(?=(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s)/i

/** Words that are read as one: a line does not end within them. */
const PAIRS = [
  ...['ủy ban', 'uỷ ban', 'nhân dân', 'hội đồng', 'mặt trận', 'tổ quốc', 'việt nam', 'văn phòng', 'đảng ủy', 'đảng uỷ'],
  ...[
    'huyện ủy',
    'tỉnh ủy',
    'thành ủy',
    'đặc khu',
    'thị trấn',
    'thị xã',
    'thành phố',
    'tuyên giáo',
    'dân vận',
    'xã hội',
  ],
  ...[
    'kinh tế',
    'văn hóa',
    'hành chính',
    'tổ chức',
    'quản trị',
    'giáo dục',
    'đào tạo',
    'thông tin',
    'tài chính',
    'môi trường',
    'ban thường',
    'thường vụ',
    'thường trực',
    'công an',
    'trung tâm',
  ],
]

/** Widths of bold capitals of Times, of the size of the letters. */
const CAPITALS: Readonly<Record<string, number>> = {
  ...{ ' ': 0.25, '-': 0.33, I: 0.39, S: 0.56, P: 0.61, E: 0.67, L: 0.67, T: 0.67, B: 0.67, A: 0.72, C: 0.72 },
  ...{ D: 0.72, Đ: 0.72, N: 0.72, R: 0.72, U: 0.72, V: 0.72, X: 0.72, Y: 0.72, M: 0.94 },
}
const OTHER_CAPITAL = 0.78
interface Letters {
  size: number
  bold: boolean
}

const MM_PER_POINT = 25.4 / 72

/** What upright capitals take of the width of bold ones. */
const UPRIGHT = 0.94

/** How wide a name is in capitals, mm. The page on screen needs no font for it. */
function widthOf(name: string, { size, bold }: Letters): number {
  const letters = name.toLocaleUpperCase('vi').normalize('NFD').replace(/\p{M}/gu, '')
  const em = [...letters].reduce((sum, letter) => sum + (CAPITALS[letter] ?? OTHER_CAPITAL), 0)
  return em * size * MM_PER_POINT * (bold ? 1 : UPRIGHT)
}

/**
 * The name of an organ at the head of a paper in as few lines as fit `room` (mm), parted where a reader parts it: before
 * the place, else into lines of like length.
 */
export function fitOrgan(name: string, letters: Letters, room: number): string[] {
  const fits = (text: string) => widthOf(text, letters) <= room
  if (fits(name)) return [name]
  const at = name.search(PLACE)
  if (at > 0 && fits(name.slice(at + 1))) return [...fitOrgan(name.slice(0, at), letters, room), name.slice(at + 1)]
  const breaks = breaksOf(name)
  if (breaks.length === 0) return [name]
  const balance = (one: number) => Math.max(one, name.length - one - 1)
  const best = breaks.reduce((found, one) => (balance(one) < balance(found) ? one : found))
  return [...fitOrgan(name.slice(0, best), letters, room), ...fitOrgan(name.slice(best + 1), letters, room)]
}

/** Spaces at which a line may end: not within words read as one, before a dash, after “và”. */
function breaksOf(name: string): number[] {
  const small = name.toLocaleLowerCase('vi')
  return [...small.matchAll(/ /g)]
    .map((match) => match.index)
    .filter((at) => !PAIRS.some((pair) => within(small, pair, at)))
    .filter((at) => small[at + 1] !== '-' && !small.slice(0, at).endsWith(' và'))
}

function within(text: string, pair: string, at: number): boolean {
  const start = at - pair.indexOf(' ')
  return start >= 0 && text.startsWith(pair, start)
}
