export type Query = Record<string, string | string[] | undefined>

/** No text in PostgreSQL can hold U+0000: nothing is found by it, so it is left out of what is asked. */
export function withoutNul(query: Query): Query {
  const clean = (value: string) => value.replaceAll('\u0000', '')
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : value === undefined ? value : clean(value),
    ]),
  )
}
