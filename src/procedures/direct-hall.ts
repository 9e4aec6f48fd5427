import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { findResult } from '../changes/idempotency-store.ts'
import { requirePreparing } from '../dialogues/dialogue.ts'
import { changeRow } from '../dialogues/dialogue-row-store.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import type { Hall } from '../hall/hall.ts'
import { applyAct, effectiveTime, type HallAct } from '../hall/hall-act.ts'
import { appendHallEvent, findUndoableEvent, isTakenBack } from '../hall/hall-event-store.ts'
import { type DirectHallInput, directHallForm } from '../hall/hall-forms.ts'
import { type HallSpeech, type HallState, wallClock } from '../hall/hall-state.ts'
import { growHall, loadHallState, lockHall, saveHallState } from '../hall/hall-store.ts'
import { same, takeBack, traceOf } from '../hall/hall-trace.ts'
import { BrokenRule } from '../platform/errors.ts'

/**
 * Every act of the desk in the hall: who speaks, what the agenda has come to, pauses, order, taking back. Acts of one
 * hall come one after the other; one that was sent twice, or that another desk has done already, changes nothing; one
 * that does not fit what happened meanwhile is refused with what did. The register of speakers follows.
 */
export const directHall = defineChange({
  name: 'hall/direct',
  permission: 'dialogue:conduct',
  input: directHallForm,
  async run(context, input) {
    const { db, authorityId } = context
    requirePreparing(await getDialogue(db, authorityId, input.id))
    const hall = await lockHall(db, authorityId, input.id)
    const before = await loadHallState(db, hall)
    const act = actOf(context, input)
    const { state: after, undoes } = act.act === 'undo' ? await undone(context, before, input) : stepped(before, act)
    const action = `hall/act-${kebab(act.act)}`
    if (after === before) {
      context.record({ subjectKind: 'dialogue', subjectId: input.id, action, after: { alreadySo: true } })
      return { version: hall.version, agreed: true, seq: null }
    }
    await saveHallState(db, hall, before, after)
    await followInRegister(context, before, after)
    const seq = await keepEvent(context, hall, { act, before, after, undoes })
    const version = await growHall(db, authorityId, input.id)
    const at = new Date(act.at).toISOString()
    context.record({
      ...{ subjectKind: 'dialogue', subjectId: input.id, action },
      after: { seq, at, speechId: act.speechId ?? null, stepId: act.stepId ?? null, undoes },
      reason: input.reason || null,
    })
    return { version, agreed: false, seq }
  },
})

function actOf(context: ChangeContext, input: DirectHallInput): HallAct {
  const { id: _, seq: __, undoKey: ___, at, sentAt, startedAt, endedAt, ...rest } = input
  const now = context.now.getTime()
  return {
    ...rest,
    at: effectiveTime(now, at, sentAt),
    startedAt: startedAt === null ? null : effectiveTime(now, startedAt, sentAt),
    endedAt: endedAt === null ? null : effectiveTime(now, endedAt, sentAt),
  }
}

function stepped(before: HallState, act: HallAct): { state: HallState; undoes: number | null } {
  const outcome = applyAct(before, act)
  if (outcome.kind === 'conflict') throw new BrokenRule(outcome.code, { name: outcome.name })
  return { state: outcome.kind === 'agreed' ? before : outcome.state, undoes: null }
}

/**
 * Takes back the newest act. A desk names the one it means: when another desk has taken that back already the two agree, and
 * when something was done after it nothing is taken back unseen. Without a name it is the newest, whichever that is.
 */
async function undone({ db, authorityId }: ChangeContext, before: HallState, input: DirectHallInput) {
  const event = await findUndoableEvent(db, authorityId, input.id)
  const meant = input.undoKey ? await seqOfKey(db, authorityId, input.undoKey) : input.seq
  if (meant !== null && meant !== event?.seq) {
    if (await isTakenBack(db, authorityId, input.id, meant)) return { state: before, undoes: null }
    throw new BrokenRule('hall/not-the-last', { name: event?.by ?? '' })
  }
  if (!event) throw new BrokenRule('hall/nothing-to-undo')
  return { state: takeBack(before, event.before), undoes: event.seq }
}

/** The number of the act that was sent with a key. Throws when that act was refused or changed nothing. */
async function seqOfKey(db: ChangeContext['db'], authorityId: number, key: string): Promise<number> {
  const result = (await findResult(db, authorityId, key)) as { seq?: number | null } | null
  if (!result?.seq) throw new BrokenRule('hall/nothing-to-undo')
  return result.seq
}

interface Step {
  act: HallAct
  before: HallState
  after: HallState
  undoes: number | null
}

function keepEvent(context: ChangeContext, hall: Hall, { act, before, after, undoes }: Step): Promise<number> {
  return appendHallEvent(context.db, {
    ...{ authorityId: hall.authorityId, dialogueId: hall.dialogueId, act: act.act, undoes },
    ...{ speechId: act.speechId ?? null, stepId: act.stepId ?? null, reason: act.reason || null },
    at: new Date(act.at),
    recordedAt: context.now,
    accountId: context.actor.accountId,
    before: traceOf(before, after),
  })
}

const REGISTER_STATE: Readonly<Record<HallSpeech['state'], string>> = {
  waiting: 'registered',
  speaking: 'registered',
  paused: 'registered',
  spoken: 'spoken',
  skipped: 'absent',
  withdrawn: 'withdrawn',
}

/** What became of a registration stands in the register as soon as it is known; papers and lists read it there. */
async function followInRegister(context: ChangeContext, before: HallState, after: HallState): Promise<void> {
  const values = (speech: HallSpeech) => ({
    state: REGISTER_STATE[speech.state],
    offTopic: speech.offTopic,
    startedAt: speech.startedAt === null ? null : wallClock(speech.startedAt),
    endedAt: speech.endedAt === null ? null : wallClock(speech.endedAt),
  })
  for (const speech of after.speeches) {
    const earlier = before.speeches.find((one) => one.id === speech.id)
    if (earlier && same(values(earlier), values(speech))) continue
    await changeRow(context, 'speechRegistration', speech.id, null, values(speech), {
      action: 'dialogue/record-speech',
    })
  }
}

function kebab(act: string): string {
  return act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
