const byName = new Intl.Collator('vi', { numeric: true })

/**
 * Orders found before, by the first name and how many there are. Comparing 300 names by the rules of Vietnamese takes
 * milliseconds; seeing that they are the same again takes none and makes no garbage.
 */
const known = new Map<string, { names: readonly string[]; order: readonly number[] }>()
const MOST_KNOWN = 50

/** The rows by name as Vietnamese orders words, “Thôn 2” before “Thôn 10”; equal names stay as they came. */
export function inNameOrder<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] {
  const names = rows.map(nameOf)
  const key = `${names.length} ${names[0]}`
  let found = known.get(key)
  if (!found?.names.every((name, at) => name === names[at])) {
    const order = names.map((_, at) => at).sort((a, b) => byName.compare(names[a]!, names[b]!) || a - b)
    if (known.size >= MOST_KNOWN) known.clear()
    found = { names, order }
    known.set(key, found)
  }
  return found.order.map((at) => rows[at]!)
}
