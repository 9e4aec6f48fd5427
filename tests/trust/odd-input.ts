/** Mulberry32: the same seed, the same odd requests. */
export function seededRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, pick: <T>(from: readonly T[]): T => from[below(from.length)]! }
}

export type Random = ReturnType<typeof seededRandom>

/** What people, broken browsers and attackers type where something else was meant. */
const ODD_TEXTS: readonly string[] = [
  ...['', ' ', '0', '-1', '1', '2', '3', '1.5', '1e3', '0x10', 'NaN', 'null', 'true', 'on', 'undefined'],
  ...['9007199254740993', '2147483648', '99999999999999999999', '-9223372036854775808', '١٢٣', '１２'],
  ...['2025-10-29', '29/10/2025', '31/02/2025', '0000-00-00', '99999-01-01', '2025-13-40', '1/1/1', '29102025'],
  ...['0001-01-01', '9999-12-31', '-0001-01-01', '24:00', '25:61', '07:30'],
  ...["'", '"', "' or 1=1 --", "'); drop table petition; --", '#{7*7}', '{{7*7}}', '%s%n', '\\', '$1', '%', '_', '%00'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '../../../etc/passwd'],
  ...['\u0000', 'a\u0000b', '\uFEFF', '\u200b', '\u202E', '\uD800', 'x\uDFFF', '\r\nSet-Cookie: a=b', '\u2028', '🧑‍🌾'],
  ...['đường', 'DUONG', 'Nguyễn Văn Thử', 'ệ'.repeat(300), 'a'.repeat(5000), '('.repeat(200), '* & ! | : <->'],
  ...['[]', '{}', '[object Object]', '__proto__', 'constructor', 'toString', '=1+1', '@sum', '-2+3', '\t=1'],
  ...['letter', 'request', 'asc', 'desc', 'state', 'open', 'periodic', 'post', 'head', 'village', 'clerk', 'due'],
]

const NAMES = [
  ...[
    'q',
    'page',
    'trang',
    'sort',
    'dir',
    'state',
    'year',
    'nam',
    'kind',
    'loai',
    'agency',
    'dialogue',
    'after',
    'from',
  ],
  ...['id', 'version', '_key', '_csrf', 'content', 'contents', 'text', 'reason', 'title', 'datedOn', 'receivedOn'],
  ...['petitionIds', 'recipientIds', 'leadAgencyId', 'channel', 'petitionerName', 'petitionerKind', 'phone', 'dueOn'],
  ...['__proto__', 'constructor', 'toString', 'a[b]', 'a.b', 'uploads', 'file', 'nhom', 'den', 'returnTo', 'lang', ''],
]

export function oddText(random: Random): string {
  const text = random.pick(ODD_TEXTS)
  if (random.next() < 0.12) return text + random.pick(ODD_TEXTS)
  return text
}

/** Names and values; the names of the real fields where they are known. */
export function oddFields(random: Random, known: readonly string[]): [string, string][] {
  return Array.from({ length: random.below(9) }, () => {
    const name = known.length > 0 && random.next() < 0.7 ? random.pick(known) : random.pick(NAMES)
    return [name, oddText(random)]
  })
}

/** One part of an address: mostly an id, sometimes anything. */
export function oddSegment(random: Random): string {
  const chance = random.next()
  if (chance < 0.6) return String(1 + random.below(12))
  if (chance < 0.95) return encodeOdd(oddText(random).slice(0, 150)) || '0'
  return random.pick(['%', '%zz', '%c0%af', '%00', '..%2f..', '%ff', '%ed%a0%80'])
}

/** encodeURIComponent that lets lone surrogates through as their bytes instead of throwing. */
export function encodeOdd(text: string): string {
  return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, '')) + (/[\uD800-\uDFFF]/.test(text) ? '%ED%A0%80' : '')
}

/** A body of multipart/form-data that may be cut, doubled or nonsense. */
export function oddMultipart(random: Random, fields: readonly [string, string][]): { type: string; body: Buffer } {
  const boundary = 'ranh-gioi-7MA4YWxk'
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const contents = [
    '',
    '%PDF-1.7\n%%EOF',
    'PK\u0003\u0004',
    '<svg onload=alert(1)>',
    'GIF89a',
    '\u0000'.repeat(2000),
    'MZ',
  ]
  for (let files = random.below(3); files > 0; files -= 1) {
    const name = oddText(random).replace(/[\r\n"]/g, '')
    const field = random.pick(['file', 'files', 'uploads', 'signedPage', 'upload'])
    const type = random.pick(['application/pdf', 'image/png', 'text/html', 'x', ''])
    parts.push(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${random.pick(contents)}\r\n`,
    )
  }
  const whole = `${parts.join('')}--${boundary}--\r\n`
  const chance = random.next()
  const text = chance < 0.8 ? whole : whole.slice(0, random.below(whole.length))
  const type = chance > 0.97 ? 'multipart/form-data' : `multipart/form-data; boundary=${boundary}`
  return { type, body: Buffer.from(text) }
}
