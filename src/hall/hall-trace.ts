import type { HallSpeech, HallState, HallStep } from './hall-state.ts'

/** What the hall itself knows of a speech, beside its registration. */
export type LiveSpeech = Omit<HallSpeech, 'position' | 'name' | 'village' | 'content' | 'submissionId' | 'petitionIds'>
type LiveStep = Pick<HallStep, 'id' | 'startedAt' | 'endedAt'>
type Head = Pick<HallState, 'phase' | 'openedAt' | 'endedAt' | 'currentStepId' | 'currentSpeechId'>

/** What an act replaced, so that it can be taken back; nothing in it tells who somebody is. */
export interface HallTrace {
  head: Head
  steps: LiveStep[]
  speeches: LiveSpeech[]
  /** ids in the order before; null where the order stayed */
  order: number[] | null
}

/** What a state says of the hall as a whole. */
export const headOf = ({ phase, openedAt, endedAt, currentStepId, currentSpeechId }: HallState): Head => ({
  ...{ phase, openedAt, endedAt, currentStepId, currentSpeechId },
})
const liveStep = ({ id, startedAt, endedAt }: HallStep): LiveStep => ({ id, startedAt, endedAt })

function liveSpeech(speech: HallSpeech): LiveSpeech {
  const {
    position: _,
    name: __,
    village: ___,
    content: ____,
    submissionId: _____,
    petitionIds: ______,
    ...live
  } = speech
  return live
}

/** The speeches by their ids, in the order of the queue. */
export const orderOf = (state: HallState) =>
  [...state.speeches].sort((a, b) => a.position - b.position).map((one) => one.id)
/** Whether two plain values say the same. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The trace of an act: what stood where it changed something. */
export function traceOf(before: HallState, after: HallState): HallTrace {
  const order = orderOf(before)
  return {
    head: headOf(before),
    steps: before.steps
      .map(liveStep)
      .filter((step) => !same(step, after.steps.filter((one) => one.id === step.id).map(liveStep)[0])),
    speeches: before.speeches
      .map(liveSpeech)
      .filter((speech) => !same(speech, after.speeches.filter((one) => one.id === speech.id).map(liveSpeech)[0])),
    order: same(order, orderOf(after)) ? null : order,
  }
}

/** The state with an act taken back. Whoever registered since stays, at the end of the queue. */
export function takeBack(state: HallState, trace: HallTrace): HallState {
  const place = (speech: HallSpeech) => {
    if (trace.order === null) return speech.position
    const at = trace.order.indexOf(speech.id)
    return at < 0 ? trace.order.length + speech.position : at + 1
  }
  return {
    ...state,
    ...trace.head,
    steps: state.steps.map((step) => ({ ...step, ...trace.steps.find((one) => one.id === step.id) })),
    speeches: state.speeches.map((speech) => ({
      ...speech,
      ...trace.speeches.find((one) => one.id === speech.id),
      position: place(speech),
    })),
  }
}
