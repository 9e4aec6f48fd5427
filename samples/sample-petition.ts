import type { Disposition, PetitionKind, Sphere } from '../src/petitions/petition.ts'

/** Who speaks: a person of a village, or an organisation with its representative. */
export interface SampleSpeaker {
  kind?: 'person' | 'organization' | 'group' | 'unnamed'
  name?: string
  representative?: string
  headcount?: number
  phone?: string
  email?: string
  address?: string
  village?: string
}

/** How a petition ends. Days are those on which the office acted. */
export type SampleEnd =
  | { how: 'open' }
  | { how: 'before'; on: string; by?: string; says: string }
  | { how: 'atConference'; by: string; says?: string }
  | SampleReply
  | { how: 'transfer'; to: string; on: string; reason: string; answer?: { on: string; says: string } }
  | { how: 'escalate'; to: string; on: string; says: string; answer?: { on: string; told: string; says: string } }
  | { how: 'handOver'; on: string; procedure: string; body: string; told: string }

export interface SampleReply {
  how: 'reply'
  /** drafted and approved; default: the day of issue */
  drafted?: string
  /** null: still a draft of the agency */
  issued: string | null
  sent: string | null
  /** the letter to the locality goes out later than the one to the person */
  localitySent?: string
  says: string
  number?: string
  channel?: string
  /** a draft that waits for the head of the agency */
  submitted?: boolean
}

export interface SampleContent {
  key: string
  says: string
  kind?: PetitionKind
  /** null: not classified yet */
  area: string | null
  urgency?: string
  audience?: string
  sphere?: Sphere
  group?: Disposition
  offTopic?: boolean
  /** agency that leads; absent: not assigned yet */
  lead?: string
  supporting?: readonly { agency: string; says?: string }[]
  /** the answer prepared for the conference */
  prepared?: { says: string; state?: 'draft' | 'submitted' | 'approved'; plan?: string }
  decision?: { competence: 'within' | 'beyond'; direction: string }
  promise?: { by: string; says: string }
  complex?: string
  deferred?: string
  verified?: { on: string; says: string }
  repeatOf?: string
  continued?: boolean
  accused?: string
  end: SampleEnd
  settled?: { on: string; says: string }
  asked?: { on: string; agrees: boolean; says: string }
}

export interface SampleSubmission {
  on: string
  channel: string
  who: SampleSpeaker
  /** whole words; default: the contents one after the other */
  text?: string
  forwardedBy?: string
  /** who enters it, when not the clerk */
  by?: string
  raised?: 'before' | 'atConference' | 'after'
  consent?: boolean
  confidential?: string
  writtenBy?: string
  interpreter?: string
  contents: readonly SampleContent[]
}

/** A villager. */
export function villager(name: string, village: string, more: Partial<SampleSpeaker> = {}): SampleSpeaker {
  return { kind: 'person', name, village, ...more }
}

/** An organisation, with the one who speaks for it. */
export function organization(name: string, representative: string, more: Partial<SampleSpeaker> = {}): SampleSpeaker {
  return { kind: 'organization', name, representative, ...more }
}

type Facts = Omit<SampleContent, 'end' | 'prepared' | 'group'>

/** A petition answered at the conference, in the words prepared for it or others. */
export function answered(facts: Facts & { by: string; answer: string; unprepared?: boolean }): SampleContent {
  const { by, answer, unprepared, ...rest } = facts
  const prepared = unprepared ? {} : { prepared: { says: answer } }
  return { ...rest, ...prepared, group: 'answeredAtConference', end: { how: 'atConference', by, says: answer } }
}

/** A petition examined after the conference and answered in writing. */
export function replied(facts: Facts & { prepared?: string; letter: Omit<SampleReply, 'how'> }): SampleContent {
  const { prepared, letter, ...rest } = facts
  const ready = prepared ? { prepared: { says: prepared } } : {}
  return { ...rest, ...ready, group: 'verifyAndReplyLater', end: { how: 'reply', ...letter } }
}
