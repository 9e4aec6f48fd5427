import { findAgency } from '../agencies/agency-store.ts'
import type { AccessScope } from '../changes/actor.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import type { Petition } from './petition.ts'
import { listActingAccounts } from './petition-reader-store.ts'
import type { PetitionScopes } from './petition-scope.ts'
import { type PetitionAction, type PetitionFacts, refusalOf } from './petition-state.ts'
import {
  findPetitionScopes,
  getPetition,
  getPetitionFacts,
  type PetitionValues,
  updatePetition,
} from './petition-store.ts'

/** Fields of a petition that may tell who somebody is; the log keeps them erasable. */
const PERSONAL: readonly string[] = [
  'content',
  'petitionerSaid',
  'acknowledgementNote',
  'promise',
  'settlement',
  'answer',
  'text',
]

/** The scope of a change that concerns one petition, for `defineChange`. */
export function scopeOf(which: keyof PetitionScopes) {
  return async (db: Db, authorityId: number, input: { id: number }): Promise<AccessScope | null> =>
    (await findPetitionScopes(db, authorityId, input.id))?.[which] ?? null
}

/** The petition for an act that must be possible now; throws the rule that forbids it. */
export async function petitionFor(
  context: ChangeContext,
  id: number,
  action: PetitionAction,
): Promise<Petition & { facts: PetitionFacts }> {
  const petition = await getPetition(context.db, context.authorityId, id)
  const facts = await getPetitionFacts(context.db, context.authorityId, id)
  const refusal = refusalOf(action, facts)
  if (refusal) throw new BrokenRule(refusal, { code: petition.code })
  return { ...petition, facts }
}

interface LogMore {
  action?: string
  reason?: string | null
  /** what happened beside the values of the row, e.g. the words of an answer */
  more?: Record<string, unknown>
}

/** Writes new values over the version read and logs what differs. */
export async function savePetition(
  context: ChangeContext,
  petition: Petition,
  version: number,
  values: PetitionValues,
  log: LogMore = {},
): Promise<void> {
  await updatePetition(context.db, petition, version, values)
  const stored = petition as unknown as Record<string, unknown>
  const wanted = values as Record<string, unknown>
  const differing = Object.keys(wanted).filter((key) => stored[key] !== wanted[key])
  const pick = (row: Record<string, unknown>) => Object.fromEntries(differing.map((key) => [key, row[key] ?? null]))
  context.record({
    subjectKind: 'petition',
    subjectId: petition.id,
    ...(log.action ? { action: log.action } : {}),
    before: pick(stored),
    after: { ...pick(wanted), ...log.more },
    reason: log.reason ?? null,
    personal: PERSONAL,
  })
}

/** A line of a petition's history about what does not lie in its own row. */
export function recordPetition(
  context: ChangeContext,
  petitionId: number,
  after: Record<string, unknown>,
  log: { reason?: string | null; action?: string } = {},
): void {
  context.record({
    subjectKind: 'petition',
    subjectId: petitionId,
    ...(log.action ? { action: log.action } : {}),
    after,
    reason: log.reason ?? null,
    personal: PERSONAL,
  })
}

/** Refuses an agency that is none of the authority's, beside its field. */
export async function requireAgency(context: ChangeContext, field: string, agencyId: number | null): Promise<void> {
  if (agencyId === null) return
  if (!(await findAgency(context.db, context.authorityId, agencyId))) throw new InputRejected({ [field]: 'notFound' })
}

/** Refuses accounts that do not act for the authority today, beside their field. */
export async function requireAccounts(context: ChangeContext, field: string, accountIds: readonly number[]) {
  if (accountIds.length === 0) return
  const acting = await listActingAccounts(context.db, context.authorityId, context.today)
  const known = new Set(acting.map((account) => account.id))
  if (accountIds.some((id) => !known.has(id))) throw new InputRejected({ [field]: 'notFound' })
}

/** What was done lies not in the future. */
export function requireNotFuture(context: ChangeContext, days: Readonly<Record<string, Day | null>>): void {
  for (const [field, day] of Object.entries(days)) {
    if (day !== null && day > context.today) throw new InputRejected({ [field]: 'inFuture' })
  }
}

/** What followed a petition lies not before it was received. */
export function requireNotBefore(earliest: Day, days: Readonly<Record<string, Day | null>>): void {
  for (const [field, day] of Object.entries(days)) {
    if (day !== null && day < earliest) throw new InputRejected({ [field]: 'beforeStart' })
  }
}
