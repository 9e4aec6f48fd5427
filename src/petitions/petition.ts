import type { Selectable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'

/** One content raised by somebody: the unit of work. */
export type Petition = Omit<Selectable<DB['petition']>, 'words'>
/** What one person or organisation says once. */
export type Submission = Selectable<DB['submission']>
export type Petitioner = Selectable<DB['petitioner']>
export type PetitionAnswer = Selectable<DB['petitionAnswer']>
export type PetitionSupport = Selectable<DB['petitionSupport']>

export const petitionStates = [
  'received',
  'classified',
  'assigned',
  'answerPrepared',
  'answered',
  'transferred',
  'escalated',
  'handedOver',
  'merged',
  'withdrawn',
] as const
export type PetitionState = (typeof petitionStates)[number]

export const petitionKinds = ['opinion', 'feedback', 'request', 'complaint', 'denunciation'] as const
export type PetitionKind = (typeof petitionKinds)[number]

/** The three groups of the digest (004 V.1(3)). */
export const dispositions = ['answeredAtConference', 'verifyAndReplyLater', 'noteAndReportUp'] as const
export type Disposition = (typeof dispositions)[number]

export const raisedWhen = ['before', 'atConference', 'after'] as const
export type RaisedWhen = (typeof raisedWhen)[number]

export const petitionerKinds = ['person', 'organization', 'group', 'unnamed'] as const
export type PetitionerKind = (typeof petitionerKinds)[number]

export const spheres = ['party', 'government', 'publicSecurity'] as const
export type Sphere = (typeof spheres)[number]

export const competences = ['within', 'beyond'] as const

const answerKinds = ['prepared', 'atConference', 'reply', 'verification', 'settlement', 'escalationAnswer'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** States in which the work on a petition still goes on. */
export const openStates: readonly PetitionState[] = ['received', 'classified', 'assigned', 'answerPrepared']

export function isOpenState(state: string): boolean {
  return (openStates as readonly string[]).includes(state)
}

/** Complaints and denunciations have a legal procedure of their own and are answered there, not here. */
export function hasOwnProcedure(kind: string): boolean {
  return kind === 'complaint' || kind === 'denunciation'
}
