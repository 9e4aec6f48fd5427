const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/CocCoc|coc_coc/i, 'Cốc Cốc'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** `Firefox · Windows`: enough to recognise one's own browser in a list of sessions; '–' when nothing is known. */
export function browserName(userAgent: string | null): string {
  const first = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const parts = [first(BROWSERS), first(SYSTEMS)].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : '–'
}
