/** What the villages of a place are called, with what their heads are called; in the order they are named. */
const KINDS: readonly (readonly [RegExp, village: string, head: string])[] = [
  [/^thôn/iu, 'thôn', 'trưởng thôn'],
  [/^xóm/iu, 'xóm', 'trưởng xóm'],
  [/^ấp/iu, 'ấp', 'trưởng ấp'],
  [/^buôn/iu, 'buôn', 'trưởng buôn'],
  [/^làng/iu, 'làng', 'trưởng làng'],
  [/^bản/iu, 'bản', 'trưởng bản'],
  [/^khóm/iu, 'khóm', 'trưởng khóm'],
  [/^khu dân cư/iu, 'khu dân cư', 'trưởng khu dân cư'],
  [/^khu phố/iu, 'khu phố', 'trưởng khu phố'],
  [/^tổ/iu, 'tổ dân phố', 'tổ trưởng tổ dân phố'],
]

interface VillageWords {
  villageHeads: string
  allVillageHeads: string
  villages: string
}

/**
 * How papers speak of the villages of a place and their heads, by the names of its own villages; “thôn, tổ dân phố”
 * where none are known. An office has divisions in their stead (000 III.2).
 */
export function villageWords(agencies: readonly { kind: string; name: string }[], office: boolean): VillageWords {
  if (office)
    return {
      villageHeads: 'các phòng, ban, đơn vị',
      allVillageHeads: 'Các phòng, ban, đơn vị, đoàn thể',
      villages: 'phòng, ban, đơn vị',
    }
  const names = agencies.filter((one) => one.kind === 'village').map((one) => one.name)
  const found = KINDS.filter(([pattern]) => names.some((name) => pattern.test(name)))
  const known = found.length > 0 ? found : KINDS.filter(([, village]) => ['thôn', 'tổ dân phố'].includes(village))
  const villages = [...new Set(known.map(([, village]) => village))]
  const heads = [...new Set(known.map(([, , head]) => head))]
  const all = heads.map((head) => head.replace(/^trưởng /u, 'trưởng các ')).join(', ')
  return {
    villageHeads: heads.join(', '),
    allVillageHeads: all.charAt(0).toLocaleUpperCase('vi') + all.slice(1),
    villages: villages.join(', '),
  }
}
