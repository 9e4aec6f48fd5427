/** What an agency is; the part it plays in a regulation is its `roleKey`. */
export const AGENCY_KINDS = {
  partyCommittee: { vi: 'Cấp ủy', en: 'Party committee' },
  partyBody: { vi: 'Cơ quan tham mưu, giúp việc cấp ủy', en: 'Body of the party committee' },
  peoplesCouncil: { vi: 'Hội đồng nhân dân', en: "People's Council" },
  government: { vi: 'Ủy ban nhân dân', en: "People's Committee" },
  division: { vi: 'Văn phòng, phòng, ban chuyên môn', en: 'Office or division' },
  publicService: { vi: 'Trung tâm, đơn vị sự nghiệp', en: 'Public service unit' },
  front: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' },
  organization: { vi: 'Tổ chức chính trị - xã hội, hội', en: 'Mass organisation' },
  police: { vi: 'Công an', en: 'Police' },
  military: { vi: 'Quân sự', en: 'Military' },
  village: { vi: 'Thôn, tổ dân phố', en: 'Village or residential group' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  superior: { vi: 'Cơ quan cấp trên', en: 'Superior body' },
  other: { vi: 'Cơ quan, tổ chức khác', en: 'Other' },
} as const

export type AgencyKind = keyof typeof AGENCY_KINDS

export const AGENCY_LEVELS = {
  village: { vi: 'Thôn, tổ dân phố', en: 'Village' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  district: { vi: 'Cấp huyện (đến 30/6/2025)', en: 'District (until 30/6/2025)' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  central: { vi: 'Trung ương', en: 'Central' },
  other: { vi: 'Khác', en: 'Other' },
} as const

export type AgencyLevel = keyof typeof AGENCY_LEVELS

export const agencyKinds = Object.keys(AGENCY_KINDS) as [AgencyKind, ...AgencyKind[]]
export const agencyLevels = Object.keys(AGENCY_LEVELS) as [AgencyLevel, ...AgencyLevel[]]

interface TreeMember {
  id: number
  parentId: number | null
}

/** Agencies as they are read in the tree: each after the one it belongs to, with its depth. */
export function treeOrder<T extends TreeMember>(agencies: readonly T[]): { agency: T; depth: number }[] {
  const known = new Set(agencies.map((agency) => agency.id))
  const children = new Map<number | null, T[]>()
  for (const agency of agencies) {
    const parent = agency.parentId !== null && known.has(agency.parentId) ? agency.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), agency])
  }
  const rows: { agency: T; depth: number }[] = []
  const visit = (parent: number | null, depth: number): void => {
    for (const agency of children.get(parent) ?? []) {
      rows.push({ agency, depth })
      visit(agency.id, depth + 1)
    }
  }
  visit(null, 0)
  return rows
}

/** What is said of an agency where it is asked who issues its papers. */
export interface Issuing extends TreeMember {
  kind: string
  name: string
  roleKey: string | null
}

/**
 * The agency whose papers the work of this one goes out as: the room of an office, a single officer of a commune and
 * the office of a commune before 01/7/2025 issue none in their own name.
 */
export function issuingAgencyId(agencies: readonly Issuing[], id: number | null | undefined): number | null {
  const room = agencies.find((agency) => agency.id === id)
  const over = agencies.find((agency) => agency.id === room?.parentId)
  return room && over && issuesUnder(room, over) ? over.id : (id ?? null)
}

/** The agency with those whose work goes out as its papers. */
export function sharingAgencyIds(agencies: readonly Issuing[], id: number): number[] {
  const under = agencies.filter((one) => one.id !== id && issuingAgencyId(agencies, one.id) === id)
  return [id, ...under.map((one) => one.id)]
}

function issuesUnder(room: Issuing, over: Issuing): boolean {
  if (room.kind !== 'division') return false
  if (over.kind === 'division') return true
  return over.kind === 'government' && (room.roleKey === 'communeOffice' || /^công chức\s/iu.test(room.name))
}

/** True when `id` is `ancestorId` or stands somewhere under it; a circle would arise if it became its parent. */
export function isWithin(agencies: readonly TreeMember[], id: number, ancestorId: number): boolean {
  const parents = new Map(agencies.map((agency) => [agency.id, agency.parentId]))
  const seen = new Set<number>()
  let at: number | null = id
  while (at !== null && !seen.has(at)) {
    if (at === ancestorId) return true
    seen.add(at)
    at = parents.get(at) ?? null
  }
  return false
}

interface RoleEntry {
  key: string
  kind: 'post' | 'agency'
  label: string
}

/** Agencies that a regulation names and nobody of the authority is; the administrator is asked to enter them. */
export function rolesWithoutAgency(
  roles: readonly RoleEntry[],
  agencies: readonly { roleKey: string | null }[],
): RoleEntry[] {
  const played = new Set(agencies.map((agency) => agency.roleKey))
  return roles.filter((role) => role.kind === 'agency' && !played.has(role.key))
}
