import { getAuthority } from '../agencies/authority-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { type Day, yearOf } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import type { PetitionerKind, RaisedWhen } from './petition.ts'
import { findPetitionFields } from './petition-fields.ts'
import { recordPetition, requireAgency } from './petition-record.ts'
import { findCasePrefix, insertPetitions, type NewPetition, takeCodeNumbers } from './petition-store.ts'
import { insertPetitioners } from './petitioner-store.ts'
import type { ContentRow } from './submission-forms.ts'
import { insertSubmissions } from './submission-store.ts'
import { requireOpenDialogue, throughWhom } from './take-submission.ts'

export interface NewPetitioner {
  kind: PetitionerKind
  name: string
  representative: string
  headcount: number | null
  phone: string | null
  email: string | null
  address: string
  villageAgencyId: number | null
}

/** One of many submissions that are taken together. */
interface ManySubmission {
  /** index in the list of new petitioners, or the id of a known one */
  petitioner: { fresh: number } | { id: number }
  channel: string
  receivedOn: Day
  text: string
  contents: readonly ContentRow[]
}

export interface ManySubmissions {
  dialogueId: number | null
  raised: RaisedWhen
  forwardedByAgencyId: number | null
  petitioners: readonly NewPetitioner[]
  submissions: readonly ManySubmission[]
}

export interface TakenSubmission {
  submissionId: number
  petitionIds: number[]
}

/** as many rows in one statement: the parameters of a statement are limited */
const AT_ONCE = 500

/**
 * Takes in many submissions of one list at once, each as `takeSubmission` would, with the same lines in the log. All of
 * them or none: the caller's transaction. What was read from the list is checked by the caller; the dialogue, the
 * agencies and the keys are checked here. `told` hears how many are stored.
 */
export async function takeSubmissions(
  context: ChangeContext,
  many: ManySubmissions,
  told: (done: number) => Promise<void> = async () => {},
): Promise<TakenSubmission[]> {
  await checkMany(context, many)
  const petitionerIds = await addPetitioners(context, many.petitioners)
  const forwardedByAgencyId = many.forwardedByAgencyId ?? throughWhom(context)
  const codes = await takeCodes(context, many.submissions)
  const taken: TakenSubmission[] = []
  for (let from = 0; from < many.submissions.length; from += AT_ONCE) {
    const portion = many.submissions.slice(from, from + AT_ONCE)
    taken.push(...(await takePortion(context, many, { portion, petitionerIds, forwardedByAgencyId, codes })))
    await told(taken.length)
  }
  return taken
}

async function checkMany(context: ChangeContext, many: ManySubmissions): Promise<void> {
  const { db, authorityId, today } = context
  await requireOpenDialogue(context, many.dialogueId)
  await requireAgency(context, 'forwardedByAgencyId', many.forwardedByAgencyId)
  for (const id of new Set(many.petitioners.map((one) => one.villageAgencyId)))
    await requireAgency(context, 'villageAgencyId', id)
  const { fromDay } = await getAuthority(db, authorityId)
  for (const { receivedOn } of many.submissions) {
    if (receivedOn > today) throw new InputRejected({ receivedOn: 'inFuture' })
    if (receivedOn < fromDay) throw new InputRejected({ receivedOn: 'beforeAuthority' })
  }
  const fields = await findPetitionFields(db, authorityId, many.dialogueId, today)
  if (!fields) return
  const channels = new Set(fields.channels.map((one) => one.key))
  const areas = new Set<string | null>([null, ...fields.subjectAreas.map((one) => one.key)])
  if (many.submissions.some((one) => !channels.has(one.channel))) throw new InputRejected({ channel: 'notInList' })
  if (many.submissions.some((one) => one.contents.some((row) => !areas.has(row.subjectArea))))
    throw new InputRejected({ subjectArea: 'notInList' })
}

async function addPetitioners(context: ChangeContext, petitioners: readonly NewPetitioner[]): Promise<number[]> {
  const ids: number[] = []
  for (let from = 0; from < petitioners.length; from += AT_ONCE) {
    const portion = petitioners.slice(from, from + AT_ONCE)
    const rows = portion.map((values) => ({ authorityId: context.authorityId, ...values }))
    ids.push(...(await insertPetitioners(context.db, rows)))
  }
  petitioners.forEach((values, at) => {
    context.record({
      subjectKind: 'petitioner',
      subjectId: ids[at]!,
      action: 'petitioner/enter',
      after: { ...values },
      personal: ['name', 'representative', 'phone', 'email', 'address'],
    })
  })
  return ids
}

/** A code for each content, numbered on within the year of receipt. Called once for each content, in order. */
async function takeCodes(
  context: ChangeContext,
  submissions: readonly ManySubmission[],
): Promise<(day: Day) => string> {
  const { db, authorityId } = context
  const wanted = new Map<number, number>()
  for (const { receivedOn, contents } of submissions)
    wanted.set(yearOf(receivedOn), (wanted.get(yearOf(receivedOn)) ?? 0) + contents.length)
  const next = new Map<number, number>()
  for (const [year, count] of [...wanted].sort(([one], [other]) => one - other))
    next.set(year, await takeCodeNumbers(db, authorityId, year, count))
  const prefix = await findCasePrefix(db, authorityId)
  return (day) => {
    const year = yearOf(day)
    const number = next.get(year)!
    next.set(year, number + 1)
    return `${prefix}-${year}-${String(number).padStart(4, '0')}`
  }
}

interface Portion {
  portion: readonly ManySubmission[]
  petitionerIds: readonly number[]
  forwardedByAgencyId: number | null
  codes: (day: Day) => string
}

async function takePortion(
  context: ChangeContext,
  many: ManySubmissions,
  { portion, petitionerIds, forwardedByAgencyId, codes }: Portion,
): Promise<TakenSubmission[]> {
  const { db, authorityId } = context
  const enteredBy = context.actor.accountId
  const people = portion.map(({ petitioner }) =>
    'id' in petitioner ? petitioner.id : petitionerIds[petitioner.fresh]!,
  )
  const submissionIds = await insertSubmissions(
    db,
    portion.map(({ channel, receivedOn, text }, at) => ({
      ...{ authorityId, dialogueId: many.dialogueId, petitionerId: people[at]!, channel, receivedOn, text },
      ...{ forwardedByAgencyId, enteredBy },
    })),
  )
  const taken = submissionIds.map((submissionId) => ({ submissionId, petitionIds: [] as number[] }))
  const rows: NewPetition[] = []
  const owners: TakenSubmission[] = []
  portion.forEach(({ channel, receivedOn, text, contents }, at) => {
    const submissionId = submissionIds[at]!
    const petitionerId = people[at]!
    context.record({
      ...{ subjectKind: 'submission', subjectId: submissionId, action: 'petition/receive-submission' },
      ...{ after: { petitionerId, channel, receivedOn, text }, personal: ['text'] },
    })
    for (const { content, kind, subjectArea } of contents) {
      rows.push({
        ...{
          authorityId,
          code: codes(receivedOn),
          submissionId,
          dialogueId: many.dialogueId,
          petitionerId,
          receivedOn,
        },
        ...{ raised: many.raised, content, kind, subjectArea, confidential: false, enteredBy },
      })
      owners.push(taken[at]!)
    }
  })
  const ids = await insertAll(context, rows)
  ids.forEach((id, at) => {
    owners[at]!.petitionIds.push(id)
    const { code, kind, raised, content, subjectArea, submissionId } = rows[at]!
    recordPetition(
      context,
      id,
      { code, kind, raised, content, subjectArea, submissionId },
      { action: 'petition/receive' },
    )
  })
  return taken
}

async function insertAll({ db }: ChangeContext, rows: readonly NewPetition[]): Promise<number[]> {
  const ids: number[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE)
    ids.push(...(await insertPetitions(db, rows.slice(from, from + AT_ONCE))))
  return ids
}
