/** Something the schema cannot see: where it is and what is wrong, in Vietnamese. */
export interface Finding {
  path: PropertyKey[]
  problem: string
}
