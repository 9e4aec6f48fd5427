import type { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { formatDay } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { appointForm } from './agency-forms.ts'
import { dayBefore } from './lifespan.ts'
import { checkAppointment } from './post.ts'
import {
  closeHolding,
  findPerson,
  type Holding,
  insertHolding,
  insertPerson,
  listHoldings,
  lockPost,
} from './post-store.ts'

type Appointment = z.output<typeof appointForm>

/**
 * Somebody holds a post from a day on: within the post's life, one person at a time. With `endsPrevious` the person in
 * office leaves the day before. Returns the ids of the holding and the person.
 */
export async function enterAppointment(
  context: ChangeContext,
  input: Appointment,
): Promise<{ holdingId: number; personId: number }> {
  const { db, authorityId } = context
  const post = await lockPost(db, authorityId, input.postId)
  const inTheWay = checkAppointment(post, input, await listHoldings(db, authorityId, [post.id]))
  if (inTheWay) await endPrevious(context, input, inTheWay)
  const personId = await personOf(context, input)
  const { fromDay, toDay, basis } = input
  const holdingId = await insertHolding(db, { authorityId, postId: post.id, personId, fromDay, toDay, basis })
  context.record({
    subjectKind: 'post',
    subjectId: post.id,
    action: 'post/appoint',
    after: { holdingId, personId, fromDay, toDay, basis },
  })
  return { holdingId, personId }
}

async function endPrevious(context: ChangeContext, input: Appointment, previous: Holding): Promise<void> {
  const { db, authorityId } = context
  const leaves = input.endsPrevious && previous.toDay === null && previous.fromDay < input.fromDay
  if (!leaves) {
    throw new BrokenRule('post/held-already', { name: previous.personName, from: formatDay(previous.fromDay) })
  }
  const toDay = dayBefore(input.fromDay)
  await closeHolding(db, previous, toDay)
  const still = (await listHoldings(db, authorityId, [input.postId])).filter((one) => one.id !== previous.id)
  const other = checkAppointment({ fromDay: input.fromDay, toDay: input.toDay }, input, still)
  if (other) throw new BrokenRule('post/held-already', { name: other.personName, from: formatDay(other.fromDay) })
  context.record({
    subjectKind: 'post',
    subjectId: input.postId,
    action: 'post/end-holding',
    before: { holdingId: previous.id, toDay: null },
    after: { holdingId: previous.id, toDay },
    reason: input.basis,
  })
}

async function personOf(context: ChangeContext, input: Appointment): Promise<number> {
  const { db, authorityId } = context
  if (input.personId !== null) {
    const person = await findPerson(db, authorityId, input.personId)
    if (!person) throw new InputRejected({ personId: 'notFound' })
    return person.id
  }
  if (input.fullName === '') throw new InputRejected({ fullName: 'required' })
  const id = await insertPerson(db, { authorityId, fullName: input.fullName })
  context.record({
    subjectKind: 'person',
    subjectId: id,
    action: 'person/add',
    after: { fullName: input.fullName },
    personal: ['fullName'],
  })
  return id
}

export const appoint = defineChange({
  name: 'post/appoint',
  permission: 'agency:manage',
  input: appointForm,
  run: enterAppointment,
})
