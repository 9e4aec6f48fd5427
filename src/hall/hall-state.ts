/**
 * The live state of a conference as every screen knows it. Pure and free of the server: the same rules run in the
 * browser of secretary and door while the line is down. Times are milliseconds since 1970.
 */

const SPEECH_STATES = ['waiting', 'speaking', 'paused', 'spoken', 'skipped', 'withdrawn'] as const
type SpeechState = (typeof SPEECH_STATES)[number]

/** How somebody came into the queue: registered before, at the door, for a group, by telephone. */
const SPEECH_SOURCES = ['registered', 'onSite', 'group', 'phone'] as const
export type SpeechSource = (typeof SPEECH_SOURCES)[number]

export const SCREEN_LOOKS = ['speaker', 'agenda', 'questions', 'welcome'] as const
export type ScreenLook = (typeof SCREEN_LOOKS)[number]

export interface HallSpeech {
  id: number
  position: number
  name: string
  village: string
  content: string
  source: SpeechSource
  nameShown: boolean
  state: SpeechState
  quotaSeconds: number | null
  startedAt: number | null
  /** null while nobody's time runs */
  runningSince: number | null
  /** time used before `runningSince` */
  usedSeconds: number
  endedAt: number | null
  skipReason: string | null
  offTopic: boolean
  /** of the petition the person sent in before; null: none */
  submissionId: number | null
  petitionIds: number[]
}

export interface HallStep {
  id: number
  label: string
  performer: string
  plannedAt: string | null
  minutes: number | null
  startedAt: number | null
  endedAt: number | null
}

type HallPhase = 'waiting' | 'running' | 'ended'

export interface HallState {
  phase: HallPhase
  openedAt: number | null
  endedAt: number | null
  currentStepId: number | null
  currentSpeechId: number | null
  /** the time given to one speaker; null: what was registered, else none */
  speakingSeconds: number | null
  steps: HallStep[]
  speeches: HallSpeech[]
}

/** Seconds somebody has spoken until now. */
export function spokenSeconds(speech: Pick<HallSpeech, 'usedSeconds' | 'runningSince'>, now: number): number {
  const running = speech.runningSince === null ? 0 : Math.max(0, now - speech.runningSince) / 1000
  return Math.round(speech.usedSeconds + running)
}

/** The time given to a speaker: the one granted, the hall's, or none. */
export function quotaOf(state: Pick<HallState, 'speakingSeconds'>, speech: Pick<HallSpeech, 'quotaSeconds'>) {
  return speech.quotaSeconds ?? state.speakingSeconds
}

/** Those who wait, in their order. */
export function waitingSpeeches(state: Pick<HallState, 'speeches'>): HallSpeech[] {
  return state.speeches.filter((one) => one.state === 'waiting').sort((a, b) => a.position - b.position)
}

export function currentSpeech(state: Pick<HallState, 'speeches' | 'currentSpeechId'>): HallSpeech | null {
  return state.speeches.find((one) => one.id === state.currentSpeechId) ?? null
}

/** How long the people spoke and how long the officials: the steps of the agenda without the speeches in them. */
export function timeUsed(state: HallState, now: number): { people: number; officials: number } {
  const people = state.speeches.reduce((sum, one) => sum + spokenSeconds(one, now), 0)
  if (state.openedAt === null) return { people, officials: 0 }
  const whole = Math.round(((state.endedAt ?? now) - state.openedAt) / 1000)
  return { people, officials: Math.max(0, whole - people) }
}

/** `4:05`, `1:02:09`; a minus where the time is up. */
export function clockOf(seconds: number): string {
  const whole = Math.abs(Math.round(seconds))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return `${seconds < 0 ? '−' : ''}${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}`
}

/** A moment as the clock on the wall in Viet Nam says it: `08:05`. */
export function wallClock(at: number): string {
  return new Date(at + 7 * 3_600_000).toISOString().slice(11, 16)
}
