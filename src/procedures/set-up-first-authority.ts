import { hasAccounts, insertAccount } from '../access/account-store.ts'
import { firstVisitor, INSTALLATION } from '../access/actor-of-session.ts'
import { insertMembership } from '../access/membership-store.ts'
import { hashPassword } from '../access/password.ts'
import { passwordProblem } from '../access/password-policy.ts'
import { checkSetUpCode, type TypedSetUpCode } from '../access/set-up-code.ts'
import { lockFirstSetUp } from '../access/set-up-lock-store.ts'
import { insertAuthority } from '../agencies/authority-store.ts'
import { isReservedSlug } from '../agencies/reserved-slugs.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { type ChangeRuntime, type Outcome, performChange } from '../changes/perform-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { insertAdoption, listRegulationVersions } from '../regulations/regulation-store.ts'
import { addStandardAgencies } from './add-standard-agencies.ts'
import { casePrefixOf, type SetUpInput, setUpForm, slugOf } from './set-up-forms.ts'

/** From when the commune-level units of the two-tier model exist. */
const TWO_TIER_FROM = '2025-07-01' as Day

export interface SetUpRequest {
  input: Record<string, unknown>
  password: string
  repeated: string
  key: string
  code: TypedSetUpCode
}

/**
 * The first visit of an empty installation: an authority with its usual agencies and posts, the regulation it works
 * under, and the system administrator's account. Asks for the code printed at the start, and works once; afterwards
 * everything has its own screen.
 */
export async function setUpFirstAuthority(
  runtime: ChangeRuntime,
  request: SetUpRequest,
): Promise<Outcome<{ authorityId: number; slug: string }>> {
  const wrong = await checkSetUpCode(runtime, request.code)
  if (wrong) return { ok: false, errors: { setUpCode: wrong } }
  const own = [request.input['login'], request.input['displayName'], request.input['name']].map((value) =>
    String(value ?? ''),
  )
  const problem = passwordProblem(request.password, own)
  if (problem) return { ok: false, errors: { newPassword: problem } }
  if (request.password !== request.repeated)
    return { ok: false, errors: { repeatedPassword: 'access/passwords-differ' } }
  const passwordHash = await hashPassword(request.password)
  return performChange(runtime, setUp(passwordHash), {
    actor: firstVisitor(),
    authorityId: INSTALLATION,
    input: request.input,
    key: request.key,
  })
}

function setUp(passwordHash: string) {
  return defineChange({
    name: 'authority/set-up-first',
    permission: 'authority:set-up',
    input: setUpForm,
    async run(context, input) {
      const { db, record } = context
      await lockFirstSetUp(db)
      if (await hasAccounts(db)) throw new BrokenRule('access/already-set-up')
      const authority = await addAuthority(context, input)
      const agencies = await addStandardAgencies(context, { ...input, id: authority.id, fromDay: authority.fromDay })
      const regulation = await adoptRegulation(context, authority.id, input, authority.fromDay)
      const accountId = await addSystemAdministrator(context, authority.id, input, passwordHash)
      const { name, kind, totpRequired } = input
      const after = {
        authorityId: authority.id,
        slug: authority.slug,
        name,
        kind,
        totpRequired,
        agencies,
        regulation,
        accountId,
      }
      record({ subjectKind: 'authority', subjectId: authority.id, after })
      return { authorityId: authority.id, slug: authority.slug }
    },
  })
}

async function addAuthority({ db, today }: ChangeContext, input: SetUpInput) {
  const slug = input.slug || slugOf(input.name)
  if (!/^[a-z0-9-]{2,60}$/.test(slug)) throw new InputRejected({ slug: 'access/slug-form' })
  if (isReservedSlug(slug)) throw new InputRejected({ slug: 'access/slug-reserved' })
  const communeLevel = ['commune', 'ward', 'specialZone'].includes(input.kind)
  const fromDay = input.fromDay ?? (communeLevel && today >= TWO_TIER_FROM ? TWO_TIER_FROM : today)
  const id = await insertAuthority(db, {
    ...{ slug, name: input.name, shortName: input.shortName, kind: input.kind, placeName: input.placeName },
    ...{ parentAuthorityId: null, fromDay, toDay: null, casePrefix: input.casePrefix || casePrefixOf(slug) },
    ...{ voters: input.voters, totpRequired: input.totpRequired, demo: false },
  })
  return { id, slug, fromDay }
}

async function adoptRegulation({ db }: ChangeContext, authorityId: number, input: SetUpInput, fromDay: Day) {
  const version = (await listRegulationVersions(db)).find((one) => one.id === input.regulationVersionId)
  if (!version || version.overlay) throw new InputRejected({ regulationVersionId: 'notInList' })
  // nothing is counted by a regulation before it is in force
  const { effectiveFrom } = version.data as Regulation
  const from = fromDay < effectiveFrom ? effectiveFrom : fromDay
  await insertAdoption(db, { authorityId, regulationVersionId: version.id, fromDay: from, toDay: null })
  return `${version.regulationId}@${version.version}`
}

async function addSystemAdministrator(
  context: ChangeContext,
  authorityId: number,
  input: SetUpInput,
  passwordHash: string,
) {
  const { db, today } = context
  const { login, displayName } = input
  const account = { login, displayName, email: input.email || null, passwordHash, mustChangePassword: false }
  const accountId = await insertAccount(db, account)
  if (accountId === null) throw new InputRejected({ login: 'taken' })
  const membership = { accountId, authorityId, agencyId: null, fromDay: today, toDay: null }
  await insertMembership(db, { ...membership, role: 'systemAdministrator' })
  return accountId
}
