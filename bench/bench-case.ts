/** SQL with its values, as the bare page sends it. */
export interface BareQuery {
  sql: string
  parameters: readonly unknown[]
}

/** One request to the program and the queries the bare page answers in its place. */
export interface Variant {
  path: string
  cookie: string
  /** a form to post; `{n}` becomes a number never used before */
  body?: string
  queries: BareQuery[]
}

export interface BenchCase {
  name: string
  title: string
  aim: number
  variants: Variant[]
}
