import { AGENCY_KINDS, AGENCY_LEVELS, treeOrder } from '../../../agencies/agency.ts'
import { type Agency, listAgencies } from '../../../agencies/agency-store.ts'
import { existsOn } from '../../../agencies/lifespan.ts'
import { POST_KINDS } from '../../../agencies/post.ts'
import type { Day } from '../../../platform/day.ts'
import type { Regulation } from '../../../regulations/regulation.ts'
import { overlaysOf, regulationOfAuthority } from '../../../regulations/regulation-store.ts'
import type { Choice } from '../../kit/select-field.tsx'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'

export function kindChoices(lang: Lang): Choice[] {
  return Object.entries(AGENCY_KINDS).map(([value, label]) => ({ value, label: label[lang] }))
}

export function levelChoices(lang: Lang): Choice[] {
  return Object.entries(AGENCY_LEVELS).map(([value, label]) => ({ value, label: label[lang] }))
}

/** Agencies in the order of the tree, indented; those that exist on the day. */
export function treeChoices(agencies: readonly Agency[], on: Day): Choice[] {
  return treeOrder(agencies.filter((agency) => existsOn(agency, on))).map(({ agency, depth }) => ({
    value: String(agency.id),
    label: `${'  '.repeat(depth)}${agency.name}`,
  }))
}

/** Agencies of this authority that exist today, for a select. */
export async function agencyTreeChoices(request: OfficeRequest): Promise<Choice[]> {
  return treeChoices(await listAgencies(request.db, request.authority.id), request.today)
}

/** The regulation in force today and the laws over it. */
export async function regulationsToday(request: OfficeRequest): Promise<Regulation[]> {
  const { db, authority, today } = request
  const own = await regulationOfAuthority(db, authority.id, today)
  const overlays = await overlaysOf(db, authority.kind, today)
  return [...(own ? [own] : []), ...overlays].map((one) => one.regulation)
}

/** Roles that regulations name, each once, by the first that names it. */
export function rolesOf(regulations: readonly Regulation[], kind: 'post' | 'agency'): Regulation['roles'] {
  const seen = new Map<string, Regulation['roles'][number]>()
  for (const role of regulations.flatMap((one) => one.roles)) {
    if (role.kind === kind && !seen.has(role.key)) seen.set(role.key, role)
  }
  return [...seen.values()]
}

/** Roles of the regulations and those agencies play already, so that nothing chosen before is lost. */
export function roleChoices(regulations: readonly Regulation[], agencies: readonly Agency[], lang: Lang): Choice[] {
  const named = rolesOf(regulations, 'agency')
  const known = new Set(named.map((role) => role.key))
  const others = [...new Set(agencies.map((agency) => agency.roleKey))].filter((key) => key !== null && !known.has(key))
  return [
    ...named.map((role) => ({ value: role.key, label: lang === 'en' ? (role.labelEn ?? role.label) : role.label })),
    ...others.map((key) => ({ value: key!, label: agencies.find((agency) => agency.roleKey === key)!.name })),
  ]
}

/** Kinds of posts: those of the regulations in their own words first, then the general ones. */
export function postKindChoices(regulations: readonly Regulation[], lang: Lang): Choice[] {
  const named = rolesOf(regulations, 'post')
  const known = new Set(named.map((role) => role.key))
  return [
    ...named.map((role) => ({ value: role.key, label: lang === 'en' ? (role.labelEn ?? role.label) : role.label })),
    ...Object.entries(POST_KINDS)
      .filter(([key]) => !known.has(key))
      .map(([value, label]) => ({ value, label: label[lang] })),
  ]
}
