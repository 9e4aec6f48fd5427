import type { z } from 'zod'
import { moveMemberships } from '../access/move-memberships.ts'
import { succeedAgencyForm } from '../agencies/agency-forms.ts'
import { type Agency, lockAgency } from '../agencies/agency-store.ts'
import { closeAgency } from '../agencies/close-agency.ts'
import { dayBefore, existsOn } from '../agencies/lifespan.ts'
import { type HandedOver, insertSuccession, listSuccessions } from '../agencies/succession-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { handOverDeadlines, insertMoves, listDeadlines } from '../deadlines/deadline-store.ts'
import { handOverDialogueWork } from '../dialogues/dialogue-handover-store.ts'
import { handOverDossiers } from '../documents/dossier-handover-store.ts'
import { sendMessage } from '../messages/send-message.ts'
import { handOverPetitionWork } from '../petitions/petition-handover-store.ts'
import { handOverPlanWork } from '../plans/plan-handover-store.ts'
import { formatDay } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { listOpenWork, sizeOfWork } from './open-work.ts'

type Succeeding = z.output<typeof succeedAgencyForm>

/**
 * An agency ends and another takes its place from `onDay`: everything open goes over in this one act, with the people who
 * work on it, and is kept with the succession, to be shown on both (“Agencies that end”; Ban Dân vận → Ban Tuyên giáo và Dân vận).
 */
async function succeed(context: ChangeContext, input: Succeeding): Promise<{ handedOver: HandedOver }> {
  const { db, authorityId } = context
  if (input.successorId === input.id) throw new InputRejected({ successorId: 'notValid' })
  const [old, heir] = await lockBoth(context, input)
  await checkSuccession(context, input, old, heir)
  const last = dayBefore(input.onDay)
  const ended = old.toDay !== null && old.toDay <= last
  if (!ended) await closeAgency(context, old, { version: input.version, toDay: last, reason: input.basis })
  const work = await listOpenWork(db, authorityId, old.id, context.today)
  await handOver(context, work, old, heir, input)
  const people = { fromAgencyId: old.id, toAgencyId: heir.id, onDay: input.onDay }
  const memberships = await moveMemberships(context, { ...people, reason: reasonOf(old, heir, input) })
  const handedOver = { ...work, memberships }
  const id = await insertSuccession(db, {
    authorityId,
    fromAgencyId: old.id,
    toAgencyId: heir.id,
    onDay: input.onDay,
    basis: input.basis,
    handedOver,
  })
  for (const subjectId of [old.id, heir.id]) {
    context.record({
      subjectKind: 'agency',
      subjectId,
      after: { successionId: id, from: old.name, to: heir.name, onDay: input.onDay, handedOver },
      reason: input.basis,
    })
  }
  await tell(context, id, handedOver, old, heir)
  return { handedOver }
}

/** Locks both in the order of their ids, so that two successions at once cannot wait for each other. */
async function lockBoth(context: ChangeContext, { id, successorId }: Succeeding): Promise<[Agency, Agency]> {
  const locked = new Map<number, Agency>()
  for (const one of [id, successorId].sort((a, b) => a - b)) {
    locked.set(one, await lockAgency(context.db, context.authorityId, one))
  }
  return [locked.get(id)!, locked.get(successorId)!]
}

async function checkSuccession(context: ChangeContext, input: Succeeding, old: Agency, heir: Agency): Promise<void> {
  if (input.onDay > context.today) throw new InputRejected({ onDay: 'inFuture' })
  if (input.onDay <= old.fromDay) throw new InputRejected({ onDay: 'beforeStart' })
  if (!existsOn(heir, input.onDay)) throw new BrokenRule('agency/successor-not-there', { name: heir.name })
  const successions = await listSuccessions(context.db, context.authorityId)
  const before = successions.find((one) => one.fromAgencyId === old.id)
  if (before) throw new BrokenRule('agency/already-succeeded', { name: before.toName })
  if (successions.some((one) => one.fromAgencyId === heir.id)) {
    throw new BrokenRule('agency/successor-not-there', { name: heir.name })
  }
}

function reasonOf(old: Agency, heir: Agency, { basis, onDay }: Succeeding): string {
  return `${heir.name} kế thừa ${old.name} từ ngày ${formatDay(onDay)} (${basis})`
}

async function handOver(
  context: ChangeContext,
  work: HandedOver,
  old: Agency,
  heir: Agency,
  input: Succeeding,
): Promise<void> {
  const { db, authorityId } = context
  await handOverPetitionWork(db, authorityId, work, old.id, heir.id)
  await handOverDialogueWork(db, authorityId, work, old.id, heir.id)
  await handOverPlanWork(db, authorityId, work, heir.id)
  await handOverDossiers(db, authorityId, work.dossiers, heir.id)
  const reason = reasonOf(old, heir, input)
  await moveDeadlines(context, old, heir, reason)
  const subjects: [string, readonly number[]][] = [
    ['petition', [...new Set([...work.petitions, ...work.supportedPetitions])]],
    ['dialogue', work.dialogues],
    ['conclusionItem', work.conclusionItems],
  ]
  for (const [subjectKind, ids] of subjects) {
    for (const subjectId of ids) {
      context.record({
        subjectKind,
        subjectId,
        action: `${subjectKind}/agency-succeeded`,
        before: { agencyId: old.id, agency: old.name },
        after: { agencyId: heir.id, agency: heir.name },
        reason,
      })
    }
  }
}

/** The date stays, the agency changes; the history of each deadline says why. */
async function moveDeadlines(context: ChangeContext, old: Agency, heir: Agency, reason: string): Promise<void> {
  const { db, authorityId, actor, now } = context
  const open = await listDeadlines(db, authorityId, { state: 'open', agencyId: old.id, limit: 1_000_000 })
  await handOverDeadlines(db, authorityId, old.id, heir.id)
  for (const deadline of open) {
    await insertMoves(db, [
      {
        authorityId,
        deadlineId: deadline.id,
        cause: 'handover',
        oldDueOn: deadline.dueOn,
        newDueOn: deadline.dueOn,
        reason,
        counting: deadline.counting,
        accountId: actor.accountId,
        at: now,
      },
    ])
    context.record({
      subjectKind: 'deadline',
      subjectId: deadline.id,
      action: 'deadline/move',
      before: { dueOn: deadline.dueOn, agencyId: old.id },
      after: { dueOn: deadline.dueOn, agencyId: heir.id, cause: 'handover' },
      reason,
    })
  }
}

async function tell(context: ChangeContext, id: number, work: HandedOver, old: Agency, heir: Agency): Promise<void> {
  const count = sizeOfWork(work)
  if (count === 0) return
  await sendMessage(context, {
    to: { agencyId: heir.id },
    kind: 'agency-succeeded',
    subjectKind: 'agency',
    subjectId: heir.id,
    params: { from: old.name, count, petitions: work.petitions.length },
    dedupeKey: `agency-succession ${id}`,
  })
}

export const succeedAgency = defineChange({
  name: 'agency/succeed',
  permission: 'agency:succeed',
  input: succeedAgencyForm,
  run: succeed,
})
