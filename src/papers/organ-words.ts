import type { Branch } from './layout-profile.ts'
import type { Signature } from './sheet.ts'

// How the organs of an authority are named at the head and the foot of a paper, from what is known of them.

export interface Organ {
  name: string
  shortName: string
  kind: string
}

const BRANCHES: Readonly<Record<string, Branch>> = {
  partyCommittee: 'party',
  partyBody: 'party',
  front: 'front',
  organization: 'front',
}

/** Under whose rules an agency writes its papers. */
export function branchOfOrgan(kind: string): Branch {
  return BRANCHES[kind] ?? 'state'
}

/** An office under its organ is named without it: `Văn phòng` below `Ủy ban nhân dân xã Hoằng Phú`. */
export function nameUnder(name: string, parent: string | null): string {
  const fold = (text: string) => text.toLocaleLowerCase('vi')
  if (parent === null || !fold(name).endsWith(` ${fold(parent)}`)) return name
  return name.slice(0, -parent.length).trim()
}

/** The organ an office serves, told by its name alone: of `Văn phòng Ủy ban nhân dân tỉnh Sơn La` what follows. */
export function houseOf({ name, shortName, kind }: Organ): Organ | null {
  const house = /^văn phòng (?=(?:ủy|uỷ) ban |hội đồng nhân dân |(?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ))(.+)$/iu.exec(name)
  return house ? { name: house[1]!, shortName, kind } : null
}

/** The letters of an organ in the sign of its papers (`UBND`, `VPĐU`, `PKT`), where no number book says them. */
export function organSign({ name, kind }: Organ): string {
  if (kind === 'front') return 'MTTQ'
  // Huyện ủy Than Uyên: HU, Thành ủy Hải Phòng: TU
  const own = name
    .replace(/\s*\(.*\)/, '')
    .split(PLACE)[0]!
    .replace(/((?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ))\s.*/iu, '$1')
  // the police bear their level: CAX, CAT
  const level = kind === 'police' ? (PLACE.exec(name)?.[1] ?? '') : ''
  return `${own} ${level}`
    .split(/[\s-]+/)
    .filter((word) => !['và', 'của'].includes(word))
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.charAt(0)))
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
}

/** Where the name of a place begins in the name of an organ: `Ủy ban nhân dân | xã Hoằng Phú`. */
const PLACE = /\s(?=(xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s)/
const ONE_LINE = 30

/** The issuer in one or two lines. */
export function issuerLines(name: string): string[] {
  if (name.length <= ONE_LINE) return [name]
  const at = name.search(PLACE)
  return at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name]
}

/**
 * The place of the level above, told by the organs above that an authority knows by name: of `Tỉnh ủy Lai Châu` it is
 * `Tỉnh Lai Châu`, of `Ủy ban nhân dân huyện Hoằng Hóa` `Huyện Hoằng Hóa`. Null where no name tells it.
 */
export function placeAbove(names: readonly string[]): string | null {
  for (const name of names) {
    const party = /^(tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ) (.+)$/iu.exec(name)
    const government = /^(?:ủy|uỷ) ban nhân dân ((?:tỉnh|thành phố|huyện|quận|thị xã) .+)$/iu.exec(name)
    const place = party ? `${LEVELS[party[1]!.toLocaleLowerCase('vi')] ?? party[1]!} ${party[2]!}` : government?.[1]
    if (place) return place.charAt(0).toLocaleUpperCase('vi') + place.slice(1)
  }
  return null
}

const LEVELS: Readonly<Record<string, string>> = { thành: 'thành phố', thị: 'thị xã' }

/**
 * The organ above the issuer: that of the tree of agencies for an office, else the like organ one level up (NĐ
 * 30/2020/NĐ-CP, Phụ lục I, II.2). `above` is the name of the superior authority (`Thành phố Hải Phòng`), null where
 * none is known. The police stand under the police above, whatever committee they stand under in the tree.
 */
export function superiorLines(organ: Organ, parent: Organ | null, above: string | null): string[] {
  if (parent && organ.kind !== 'police') return [parent.name]
  if (above === null) return []
  const place = above.charAt(0).toLocaleLowerCase('vi') + above.slice(1)
  // the organ of that very place, which stands outside the authority, has none there above it
  if (organ.name.toLocaleLowerCase('vi').endsWith(` ${place.toLocaleLowerCase('vi')}`)) return []
  switch (organ.kind) {
    case 'partyCommittee':
    case 'partyBody':
      return [`Đảng bộ ${place}`]
    case 'front':
      return [`Ủy ban MTTQ Việt Nam ${place}`]
    case 'government':
      return [`Ủy ban nhân dân ${place}`]
    case 'police':
      return [`Công an ${place}`]
    default:
      return []
  }
}

/** The collective on whose behalf its head signs (TM., T/M); null for an office that is led by one person. */
export function collectiveOf(kind: string): string | null {
  switch (kind) {
    case 'partyCommittee':
      return 'Ban Thường vụ'
    case 'government':
      return 'Ủy ban nhân dân'
    case 'peoplesCouncil':
      return 'Thường trực Hội đồng nhân dân'
    case 'front':
      return 'Ban Thường trực'
    default:
      return null
  }
}

const POSTS =
  /^(Phó Bí thư Thường trực|Phó Bí thư|Bí thư|Phó Chủ tịch Thường trực|Phó Chủ tịch|Chủ tịch|Phó Chánh Văn phòng|Chánh Văn phòng|Phó Trưởng phòng|Trưởng phòng|Phó Trưởng ban|Trưởng ban|Phó Giám đốc|Giám đốc)(?=\s|$)/i

/** A post as it stands above a signature: `Chủ tịch Ủy ban nhân dân` → `Chủ tịch`. */
export function postAsSigned(title: string): string {
  return POSTS.exec(title.trim())?.[1] ?? title.trim()
}

const HEAD_POSTS: readonly [RegExp, string][] = [
  [/^ủy ban|^uỷ ban|^hội đồng nhân dân/i, 'Chủ tịch'],
  [/^(đảng|huyện|tỉnh|thành) (ủy|uỷ)|^ban thường vụ/i, 'Bí thư'],
  [/^văn phòng/i, 'Chánh Văn phòng'],
  [/^phòng/i, 'Trưởng phòng'],
  [/^ban/i, 'Trưởng ban'],
  [/^công an tỉnh/i, 'Giám đốc'],
  [/^công an/i, 'Trưởng Công an'],
  [/^(trung tâm|sở)/i, 'Giám đốc'],
]

/** The post of who leads an organ, for room to sign where nobody is known to hold it; '' where that cannot be told. */
export function headPost({ name, kind }: Organ): string {
  if (kind === 'front') return 'Chủ tịch'
  return HEAD_POSTS.find(([pattern]) => pattern.test(name))?.[1] ?? ''
}

export interface Signing {
  /** `SIGN_CAPACITIES` of papers */
  capacity: string
  title: string
  name: string | null
}

/** The signature for a capacity; `headTitle` is the post of the head in whose place or by whose order is signed. */
export function signatureOf(organ: Organ, headTitle: string | null, { capacity, title, name }: Signing): Signature {
  const collective = collectiveOf(organ.kind)
  const behalf = collective === null ? [] : [{ capacity: 'onBehalf' as const, of: collective }]
  const head = postAsSigned(headTitle ?? '') || organ.name
  const post = postAsSigned(title)
  switch (capacity) {
    case 'TM.':
    case 'T/M':
      return { capacities: [{ capacity: 'onBehalf', of: collective ?? organ.name }], post, name }
    case 'KT.':
      return { capacities: [...behalf, { capacity: 'deputyFor', of: head }], post, name }
    case 'TL.':
    case 'T/L':
      return { capacities: [{ capacity: 'byOrder', of: collective ?? head }], post: title.trim(), name }
    case 'TUQ.':
      return { capacities: [{ capacity: 'byAuthorization', of: head }], post: title.trim(), name }
    case 'Q.':
      return { capacities: [...behalf, { capacity: 'acting', of: post }], post: null, name }
    default:
      return { post, name }
  }
}
