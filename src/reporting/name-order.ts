const byName = new Intl.Collator('vi', { numeric: true })

/** Orders found before, by the names they order. Comparing 300 names by the rules of Vietnamese takes milliseconds. */
const known = new Map<string, readonly number[]>()
const MOST_KNOWN = 50

/** The rows by name as Vietnamese orders words, “Thôn 2” before “Thôn 10”; equal names stay as they came. */
export function inNameOrder<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] {
  const names = rows.map(nameOf)
  const key = names.join('\n')
  let order = known.get(key)
  if (!order) {
    order = names.map((_, at) => at).sort((a, b) => byName.compare(names[a]!, names[b]!) || a - b)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, order)
  }
  return order.map((at) => rows[at]!)
}
