import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { listInvitees } from '../dialogues/dialogue-people-store.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { findArrivalOfInvitee, insertArrival } from './door-store.ts'
import { effectiveTime } from './hall-act.ts'
import { countArrivalForm, takeBackArrivalForm } from './hall-forms.ts'
import { growHall, lockOpenHall } from './hall-store.ts'
import { stampRow } from './stamp-row-store.ts'

/**
 * Somebody came in: by name, with an invitation (once: the same invitation at two doors counts once), or so many at a
 * time. A name is never needed.
 */
export const countArrival = defineChange({
  name: 'hall/count-arrival',
  permission: 'hall:door',
  input: countArrivalForm,
  async run(context, { id, at, sentAt, women, inviteeId, ...arrival }) {
    const { db, authorityId, now, actor } = context
    await lockOpenHall(db, authorityId, id)
    let { name } = arrival
    if (inviteeId !== null) {
      const invitee = (await listInvitees(db, authorityId, id)).find((one) => one.id === inviteeId)
      if (!invitee) throw new InputRejected({ inviteeId: 'notFound' })
      requireRule((await findArrivalOfInvitee(db, authorityId, id, inviteeId)) === null, 'hall/already-arrived', {
        name: invitee.name,
      })
      name = ''
    }
    const arrivalId = await insertArrival(db, {
      ...arrival,
      ...{ authorityId, dialogueId: id, inviteeId, name, women: women ?? 0 },
      at: new Date(effectiveTime(now.getTime(), at, sentAt)),
      accountId: actor.accountId,
    })
    await growHall(db, authorityId, id)
    context.record({
      subjectKind: 'dialogue',
      subjectId: id,
      after: { arrivalId, inviteeId, kind: arrival.kind, headcount: arrival.headcount, name },
      personal: ['name'],
    })
    return { arrivalId }
  },
})

/** A slip at the door is taken back; both stay to be read. */
export const takeBackArrival = defineChange({
  name: 'hall/take-back-arrival',
  permission: 'hall:door',
  input: takeBackArrivalForm,
  async run(context, { id, arrivalId }) {
    const { db, authorityId, now } = context
    await lockOpenHall(db, authorityId, id)
    const of = { authorityId, dialogueId: id, id: arrivalId }
    const taken = await stampRow(db, { table: 'hallArrival', column: 'takenBackAt' }, of, now)
    if (!taken) throw new NotFound('hall-arrival')
    await growHall(db, authorityId, id)
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { arrivalId, takenBack: true } })
    return { id }
  },
})
