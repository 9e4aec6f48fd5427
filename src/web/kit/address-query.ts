/**
 * The address with some of its query changed: a value replaces, `null` removes. Used by sort links, filters and pages,
 * so that each keeps what the others put there.
 */
export function withQuery(address: string, changes: Readonly<Record<string, string | number | null>>): string {
  const [path = '', query = ''] = address.split('?', 2)
  const all = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') all.delete(name)
    else all.set(name, String(value))
  }
  const rest = all.toString()
  return rest === '' ? path : `${path}?${rest}`
}
