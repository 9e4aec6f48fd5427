/** `noun:verb`, a row of the table in `access/permission-table.ts`. */
export type Permission = `${string}:${string}`

/** What the table needs to know of the thing in question. Absent parts do not restrict. */
export interface AccessScope {
  authorityId: number
  /** agencies the thing is given to (lead, supporting); who holds a permission “for the own agency” must be one of them */
  agencyIds?: readonly number[]
  /** accounts on the need-to-know list of a confidential thing; null or absent: not confidential */
  readers?: readonly number[] | null
  accusedAgencyId?: number | null
  accusedAccountId?: number | null
  /** which permission lets somebody know that the thing exists; without it the answer is 404, not 403 */
  seenBy?: Permission
}

/** Who acts, for which agency of which authority; `may` is the one table of access. */
export interface Actor {
  /** null: the program itself (jobs, first setup) */
  accountId: number | null
  displayName: string
  /** authority of the membership acted under */
  homeAuthorityId: number
  agencyId: number | null
  role: string
  may(permission: Permission, scope: AccessScope): boolean
}
