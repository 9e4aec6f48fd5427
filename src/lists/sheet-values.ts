import type { PetitionKind } from '../petitions/petition.ts'
import { foldText } from '../petitions/petition-search.ts'
import { type Day, readTypedDay, shiftDay } from '../platform/day.ts'

const EXCEL_BEGIN = '1899-12-30' as Day

/** A day as people's sheets have it: 5/9/2025, 05.09.25, “ngày 5 tháng 9 năm 2025”, Excel's serial number; else null. */
export function readSheetDay(text: string): Day | null {
  const typed = text.trim().replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, '')
  const full = readTypedDay(typed)
  if (full) return full
  const short = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})$/.exec(typed)
  if (short) return readTypedDay(`${short[1]}/${short[2]}/${short[3]!.length === 2 ? `20${short[3]}` : short[3]}`)
  const said = /(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4})/.exec(foldText(typed))
  if (said) return readTypedDay(`${said[1]}/${said[2]}/${said[3]}`)
  // serial numbers of the years 1990 to 2099
  if (/^\d{5}$/.test(typed) && Number(typed) > 32_874 && Number(typed) < 73_051)
    return shiftDay(EXCEL_BEGIN, Number(typed))
  return null
}

/** A telephone number with the zero that a number cell has lost. */
export function readPhone(text: string): string {
  const bare = text.replace(/^'+/, '').trim()
  return /^[1-9]\d{8}$/.test(bare) ? `0${bare}` : bare
}

const KINDS: readonly [RegExp, PetitionKind][] = [
  [/to cao/, 'denunciation'],
  [/khieu nai/, 'complaint'],
  [/phan anh/, 'feedback'],
  [/kien nghi|de nghi/, 'request'],
  [/y kien|gop y/, 'opinion'],
]

/** “Phản ánh” → feedback; null when no kind of petition is named. */
export function readKind(text: string): PetitionKind | null {
  const folded = foldText(text)
  return KINDS.find(([name]) => name.test(folded))?.[1] ?? null
}

/** A name as it is compared: folded, without what stands before it (“thôn”, “TDP số”). */
function bareName(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(linh vuc|thon|xom|ban|ap|khu pho|khu dan cu|khu|to dan pho|tdp|to)\s+(?=\S)/, '')
    .replace(/^so\s+(?=\d)/, '')
    .replace(/\s+/g, ' ')
}

/** Of things with names the one that is meant: the same name, else the only one whose name begins or is begun by it. */
export function namedAs<T>(wanted: string, things: readonly T[], nameOf: (thing: T) => string): T | null {
  const name = bareName(wanted)
  if (name === '') return null
  const same = things.find((thing) => bareName(nameOf(thing)) === name)
  if (same) return same
  if (name.length < 3) return null
  const near = things.filter((thing) => {
    const other = bareName(nameOf(thing))
    return (
      other.length >= 3 && (other.startsWith(`${name} `) || name.startsWith(`${other} `) || other.includes(`, ${name}`))
    )
  })
  return near.length === 1 ? near[0]! : null
}
