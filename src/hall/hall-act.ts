import { currentSpeech, type HallSpeech, type HallState, type HallStep } from './hall-state.ts'

/**
 * What the desk does to the hall. An act names whom it is about, so that one that comes late over a bad line can be
 * told from one that still fits: two secretaries pressing the same button agree, two who did different things conflict.
 */
export const HALL_ACTS = [
  'open',
  'end',
  'reopen',
  'startStep',
  'endStep',
  'start',
  'next',
  'pause',
  'resume',
  'finish',
  'skip',
  'callBack',
  'move',
  'extend',
  'offTopic',
  'showName',
  'record',
  'undo',
] as const
export type HallActName = (typeof HALL_ACTS)[number]

export interface HallAct {
  act: HallActName
  /** when it happened, in the time of the server */
  at: number
  speechId?: number | null | undefined
  /** `next`: who spoke when the button was pressed */
  fromSpeechId?: number | null | undefined
  stepId?: number | null | undefined
  /** `move`: before whom; null: to the end */
  beforeSpeechId?: number | null | undefined
  seconds?: number | null | undefined
  on?: boolean | undefined
  reason?: string | undefined
  /** `record`: a speech that was held while this desk was cut off */
  startedAt?: number | null | undefined
  endedAt?: number | null | undefined
}

/** Applied; already so (somebody else did the same); or it does not fit what happened meanwhile. */
export type ActOutcome =
  | { kind: 'done'; state: HallState }
  | { kind: 'agreed'; state: HallState }
  | { kind: 'conflict'; code: string; name: string }

const done = (state: HallState): ActOutcome => ({ kind: 'done', state })
const agreed = (state: HallState): ActOutcome => ({ kind: 'agreed', state })
const conflict = (code: string, name = ''): ActOutcome => ({ kind: 'conflict', code, name })

const withSpeech = (state: HallState, speech: HallSpeech): HallState => ({
  ...state,
  speeches: state.speeches.map((one) => (one.id === speech.id ? speech : one)),
})
const withStep = (state: HallState, step: HallStep): HallState => ({
  ...state,
  steps: state.steps.map((one) => (one.id === step.id ? step : one)),
})

/** Stops the clock of a speech; the time used is kept. */
function stopped(speech: HallSpeech, at: number): HallSpeech {
  if (speech.runningSince === null) return speech
  const ran = Math.max(0, at - speech.runningSince) / 1000
  return { ...speech, runningSince: null, usedSeconds: Math.round(speech.usedSeconds + ran) }
}

function finished(speech: HallSpeech, at: number): HallSpeech {
  const end = Math.max(at, speech.startedAt ?? at)
  return { ...stopped(speech, at), state: 'spoken', endedAt: end }
}

function started(speech: HallSpeech, at: number): HallSpeech {
  return {
    ...speech,
    state: 'speaking',
    startedAt: speech.startedAt ?? at,
    runningSince: at,
    endedAt: null,
    skipReason: null,
  }
}

type Rule = (state: HallState, act: HallAct) => ActOutcome

function aboutSpeech(rule: (state: HallState, speech: HallSpeech, act: HallAct) => ActOutcome): Rule {
  return (state, act) => {
    const speech = state.speeches.find((one) => one.id === act.speechId)
    return speech ? rule(state, speech, act) : conflict('hall/no-such-speech')
  }
}

const isOnTurn = (speech: HallSpeech) => speech.state === 'speaking' || speech.state === 'paused'

const start = aboutSpeech((state, speech, { at }) => {
  if (isOnTurn(speech)) return agreed(state)
  if (speech.state === 'spoken') return conflict('hall/already-spoken', speech.name)
  const current = currentSpeech(state)
  if (current) return conflict('hall/another-speaks', current.name)
  return done({ ...withSpeech(state, started(speech, at)), currentSpeechId: speech.id })
})

/** Ends who speaks and gives the floor to the next, in one touch. */
const next: Rule = (state, act) => {
  const coming = state.speeches.find((one) => one.id === act.speechId)
  if (!coming) return conflict('hall/no-such-speech')
  if (isOnTurn(coming)) return agreed(state)
  if (coming.state === 'spoken') return conflict('hall/already-spoken', coming.name)
  const current = currentSpeech(state)
  if ((current?.id ?? null) !== (act.fromSpeechId ?? null)) return conflict('hall/moved-on', current?.name ?? '')
  const ended = current ? withSpeech(state, finished(current, act.at)) : state
  return done({ ...withSpeech(ended, started(coming, act.at)), currentSpeechId: coming.id })
}

const pause = aboutSpeech((state, speech, { at }) => {
  if (speech.state === 'paused') return agreed(state)
  if (speech.state !== 'speaking') return conflict('hall/not-speaking', speech.name)
  return done(withSpeech(state, { ...stopped(speech, at), state: 'paused' }))
})

const resume = aboutSpeech((state, speech, { at }) => {
  if (speech.state === 'speaking') return agreed(state)
  if (speech.state !== 'paused') return conflict('hall/not-paused', speech.name)
  return done(withSpeech(state, { ...speech, state: 'speaking', runningSince: at }))
})

const finish = aboutSpeech((state, speech, { at }) => {
  if (speech.state === 'spoken') return agreed(state)
  if (!isOnTurn(speech)) return conflict('hall/not-speaking', speech.name)
  return done({ ...withSpeech(state, finished(speech, at)), currentSpeechId: null })
})

const skip = aboutSpeech((state, speech, { reason }) => {
  if (speech.state === 'skipped') return agreed(state)
  if (speech.state !== 'waiting') return conflict('hall/not-waiting', speech.name)
  return done(withSpeech(state, { ...speech, state: 'skipped', skipReason: reason ?? '' }))
})

const callBack = aboutSpeech((state, speech) => {
  if (speech.state === 'waiting') return agreed(state)
  if (speech.state !== 'skipped') return conflict('hall/not-skipped', speech.name)
  return done(withSpeech(state, { ...speech, state: 'waiting', skipReason: null }))
})

/** Puts somebody before another one, as the chair directs; positions are counted anew from 1. */
const move = aboutSpeech((state, speech, { beforeSpeechId }) => {
  if (speech.state !== 'waiting') return conflict('hall/not-waiting', speech.name)
  const ordered = [...state.speeches].sort((a, b) => a.position - b.position).filter((one) => one.id !== speech.id)
  const at = beforeSpeechId == null ? ordered.length : ordered.findIndex((one) => one.id === beforeSpeechId)
  if (at < 0) return conflict('hall/no-such-speech')
  ordered.splice(at, 0, speech)
  const speeches = ordered.map((one, index) => ({ ...one, position: index + 1 }))
  return done({ ...state, speeches })
})

const extend = aboutSpeech((state, speech, { seconds }) => {
  const given = (speech.quotaSeconds ?? state.speakingSeconds ?? 0) + (seconds ?? 60)
  return done(withSpeech(state, { ...speech, quotaSeconds: Math.min(7200, given) }))
})

const offTopic = aboutSpeech((state, speech, { on }) =>
  speech.offTopic === (on ?? true) ? agreed(state) : done(withSpeech(state, { ...speech, offTopic: on ?? true })),
)

/** Agrees, or no longer, to be called by name on the screens: nobody is until it was asked. */
const showName = aboutSpeech((state, speech, { on }) =>
  speech.nameShown === (on ?? false) ? agreed(state) : done(withSpeech(state, { ...speech, nameShown: on ?? false })),
)

/** Held while the desk was cut off and somebody else went on: kept with its times, so that no speech is lost. */
const record = aboutSpeech((state, speech, { at, startedAt, endedAt }) => {
  if (speech.state === 'spoken' || isOnTurn(speech)) return conflict('hall/already-spoken', speech.name)
  const from = startedAt ?? at
  const to = Math.max(endedAt ?? at, from)
  return done(
    withSpeech(state, {
      ...speech,
      state: 'spoken',
      startedAt: from,
      endedAt: to,
      runningSince: null,
      usedSeconds: Math.round((to - from) / 1000),
      skipReason: null,
    }),
  )
})

function stepEnded(state: HallState, at: number): HallState {
  const current = state.steps.find((one) => one.id === state.currentStepId)
  return current ? withStep(state, { ...current, endedAt: Math.max(at, current.startedAt ?? at) }) : state
}

const startStep: Rule = (state, { stepId, at }) => {
  const step = state.steps.find((one) => one.id === stepId)
  if (!step) return conflict('hall/no-such-step')
  if (state.currentStepId === step.id) return agreed(state)
  const left = stepEnded(state, at)
  const opened = left.openedAt === null ? { openedAt: at, phase: 'running' as const } : {}
  return done({
    ...withStep(left, { ...step, startedAt: step.startedAt ?? at, endedAt: null }),
    currentStepId: step.id,
    ...opened,
  })
}

const endStep: Rule = (state, { at }) =>
  state.currentStepId === null ? agreed(state) : done({ ...stepEnded(state, at), currentStepId: null })

const open: Rule = (state, { at }) => {
  if (state.phase === 'running') return agreed(state)
  if (state.phase === 'ended') return conflict('hall/ended')
  const [first] = state.steps
  const begun: HallState = { ...state, phase: 'running', openedAt: at }
  return done(
    first ? { ...withStep(begun, { ...first, startedAt: at, endedAt: null }), currentStepId: first.id } : begun,
  )
}

const end: Rule = (state, { at }) => {
  if (state.phase === 'ended') return agreed(state)
  if (state.phase === 'waiting') return conflict('hall/not-opened')
  const current = currentSpeech(state)
  const quiet = current ? { ...withSpeech(state, finished(current, at)), currentSpeechId: null } : state
  return done({
    ...stepEnded(quiet, at),
    currentStepId: null,
    phase: 'ended',
    endedAt: Math.max(at, state.openedAt ?? at),
  })
}

const reopen: Rule = (state) =>
  state.phase === 'ended' ? done({ ...state, phase: 'running', endedAt: null }) : agreed(state)

const RULES: Readonly<Record<Exclude<HallActName, 'undo'>, Rule>> = {
  ...{ open, end, reopen, startStep, endStep, start, next, pause, resume, finish },
  ...{ skip, callBack, move, extend, offTopic, showName, record },
}

/** What may be done when the conference has ended: only going back to it. */
const AFTER_THE_END: readonly HallActName[] = ['end', 'reopen', 'record', 'undo']

/**
 * The state after an act. Nothing is guessed: an act that does not fit any more is a conflict that is shown to whoever
 * sent it; one whose effect is there already changes nothing. `undo` needs the stored events and is not known here.
 */
export function applyAct(state: HallState, act: HallAct): ActOutcome {
  if (act.act === 'undo') return conflict('hall/nothing-to-undo')
  if (state.phase === 'ended' && !AFTER_THE_END.includes(act.act)) return conflict('hall/ended')
  return RULES[act.act](state, act)
}

/**
 * When an act really happened, in the server's time: what the desk's own clock says is only used as a difference, so
 * that a laptop that is an hour wrong does no harm. Never in the future, never more than a day back.
 */
export function effectiveTime(now: number, at: number | null, sentAt: number | null): number {
  if (at === null || sentAt === null || !Number.isFinite(at) || !Number.isFinite(sentAt)) return now
  const ago = sentAt - at
  return ago <= 0 || ago > 24 * 3_600_000 ? now : now - ago
}
