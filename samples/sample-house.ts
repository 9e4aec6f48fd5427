import { INSTALLATION } from '../src/access/actor-of-session.ts'
import { createAccount } from '../src/access/create-account.ts'
import { may } from '../src/access/may.ts'
import type { Role } from '../src/access/role.ts'
import { addAgency } from '../src/agencies/add-agency.ts'
import { addPost } from '../src/agencies/add-post.ts'
import type { AgencyKind, AgencyLevel } from '../src/agencies/agency.ts'
import { appoint } from '../src/agencies/appoint.ts'
import type { Actor } from '../src/changes/actor.ts'
import { programActor } from '../src/changes/program-actor.ts'
import { defineNumberBookChange } from '../src/documents/number-book-changes.ts'
import { parseDay } from '../src/platform/day.ts'
import { addAuthority } from '../src/procedures/add-authority.ts'
import { listRegulationVersions } from '../src/regulations/regulation-store.ts'
import type { SamplePlayer } from './sample-player.ts'

export interface SampleAgency {
  key: string
  name: string
  short: string
  kind: AgencyKind
  role?: string
  parent?: string
  level?: AgencyLevel
  external?: boolean
  from?: string
  to?: string
  /** symbol of its papers: `{n}/{kind}-KT`; without one it issues nothing with a number */
  symbol?: string
  /** its books run over the term of office and their numbers are given elsewhere */
  partyBook?: { termFrom: string; termTo: string; mode: 'ours' | 'external' }
  firstNumber?: number
  /** where the book of the following year stands when its first paper of the demo is numbered */
  nextYear?: number
}

export interface SamplePost {
  key: string
  agency: string
  title: string
  kind: string
  deputyOf?: string
  /** who holds it, one after the other */
  held: readonly { name: string; from?: string; to?: string }[]
}

export interface SampleAccount {
  key: string
  login: string
  role: Role
  agency: string | null
  name: string
}

export interface SampleAuthority {
  slug: string
  name: string
  shortName: string
  kind: string
  placeName: string
  casePrefix: string
  voters: number | null
  fromDay: string
  toDay?: string
  /** the day on which agencies, posts and accounts are entered */
  setUpOn: string
  parentSlug?: string
  /** one of several beside those the demo is about: its accounts are named, not listed */
  minor?: boolean
  regulations: readonly { ref: string; from: string; to?: string }[]
  agencies: readonly SampleAgency[]
  posts: readonly SamplePost[]
  accounts: readonly SampleAccount[]
}

/** Enters an authority with its agencies, posts, holders, number books and accounts. */
export async function buildHouse(
  player: SamplePlayer,
  house: SampleAuthority,
  options: { passwordHash: string; parentAuthorityId: number | null },
): Promise<void> {
  player.standAt(parseDay(house.setUpOn))
  const program = programActor(INSTALLATION)
  player.authorityId = await enterAuthority(player, program, house, options.parentAuthorityId)
  const setter: Actor = { ...programActor(player.authorityId), role: 'systemAdministrator' }
  for (const agency of house.agencies) await enterAgency(player, setter, house, agency)
  await enterPosts(player, setter, house)
  for (const account of house.accounts) await enterAccount(player, setter, account, options.passwordHash)
}

async function enterAuthority(
  player: SamplePlayer,
  program: Actor,
  house: SampleAuthority,
  parentAuthorityId: number | null,
): Promise<number> {
  const versions = await listRegulationVersions(player.db)
  const adoptions = house.regulations.map(({ ref, from, to }) => {
    const version = versions.find((one) => `${one.regulationId}@${one.version}` === ref)
    if (!version) throw new Error(`samples: regulation ${ref} is not stored`)
    return { regulationVersionId: version.id, fromDay: from, toDay: to ?? '' }
  })
  const {
    agencies: _,
    posts: _p,
    accounts: _a,
    regulations: _r,
    setUpOn: _s,
    parentSlug: _ps,
    minor: _m,
    ...fields
  } = house
  const input = { ...fields, toDay: house.toDay ?? '', parentAuthorityId, totpRequired: false, demo: true, adoptions }
  return (await player.do(program, addAuthority, input, INSTALLATION)).authorityId
}

async function enterAgency(player: SamplePlayer, setter: Actor, house: SampleAuthority, agency: SampleAgency) {
  const fromDay = agency.from ?? house.fromDay
  const id = await player.do(setter, addAgency, {
    parentId: agency.parent ? player.agency(agency.parent) : '',
    name: agency.name,
    shortName: agency.short,
    kind: agency.kind,
    roleKey: agency.role ?? '',
    level: agency.level ?? 'commune',
    external: agency.external ?? false,
    fromDay,
    toDay: agency.to ?? '',
    email: '',
    phone: '',
    address: '',
  })
  player.agencies.set(agency.key, id)
  if (!agency.symbol) return
  const party = agency.partyBook
  // the books are taken over with the year in which the authority starts to use the program
  const bookFrom = `${house.setUpOn.slice(0, 4)}-01-01`
  const start = bookFrom > fromDay ? bookFrom : fromDay
  const year = Number(start.slice(0, 4))
  const book = {
    issuerAgencyId: id,
    paperKinds: [],
    mode: party?.mode ?? 'ours',
    period: party ? 'term' : 'year',
    termFrom: party?.termFrom ?? '',
    termTo: party?.termTo ?? '',
    pattern: agency.symbol,
  }
  const name = `Sổ văn bản đi ${agency.short}`
  const toDay = agency.nextYear ? `${year}-12-31` : ''
  const first = { ...book, name, firstNumber: agency.firstNumber ?? 1, fromDay: start, toDay }
  await player.do(setter, defineNumberBookChange, first)
  if (!agency.nextYear) return
  const next = {
    ...book,
    name: `${name} từ năm ${year + 1}`,
    firstNumber: agency.nextYear,
    fromDay: `${year + 1}-01-01`,
    toDay: '',
  }
  await player.do(setter, defineNumberBookChange, next)
}

async function enterPosts(player: SamplePlayer, setter: Actor, house: SampleAuthority): Promise<void> {
  const ids = new Map<string, number>()
  for (const post of house.posts) {
    const agency = house.agencies.find((one) => one.key === post.agency)
    const fromDay = agency?.from ?? house.fromDay
    const id = await player.do(setter, addPost, {
      agencyId: player.agency(post.agency),
      title: post.title,
      kind: post.kind,
      isHead: post.deputyOf === undefined,
      deputyOfPostId: post.deputyOf === undefined ? '' : (ids.get(post.deputyOf) ?? ''),
      fromDay,
      toDay: '',
    })
    ids.set(post.key, id)
    for (const holder of post.held) {
      await player.do(setter, appoint, {
        postId: id,
        personId: '',
        fullName: holder.name,
        fromDay: holder.from ?? fromDay,
        toDay: holder.to ?? '',
        basis: '',
        endsPrevious: false,
      })
    }
  }
}

async function enterAccount(player: SamplePlayer, setter: Actor, account: SampleAccount, passwordHash: string) {
  const agencyId = account.agency === null ? null : player.agency(account.agency)
  const { accountId } = await player.do(setter, createAccount(passwordHash, false), {
    login: account.login,
    displayName: account.name,
    email: '',
    role: account.role,
    agencyId: agencyId ?? '',
    fromDay: '',
    toDay: '',
  })
  const { authorityId } = player
  const membership = { role: account.role, authorityId, agencyId, accountId, authoritiesBelow: [] }
  player.people.set(account.key, {
    accountId,
    displayName: account.name,
    homeAuthorityId: authorityId,
    agencyId,
    role: account.role,
    may: (permission, scope) => may(membership, permission, scope),
  })
}

/** Somebody of the superior who now has this authority below. */
export function overseerOf(person: Actor, authorityId: number): Actor {
  const { role, homeAuthorityId, agencyId, accountId } = person
  const membership = {
    role: role as Role,
    authorityId: homeAuthorityId,
    agencyId,
    accountId,
    authoritiesBelow: [authorityId],
  }
  return { ...person, may: (permission, scope) => may(membership, permission, scope) }
}
