import { type Day, daysBetween } from '../platform/day.ts'

export const PAPER_STATES = ['draft', 'approved', 'issued', 'void'] as const
export type PaperState = (typeof PAPER_STATES)[number]

/**
 * In what capacity a paper is signed: for a collective (TM. of the state, T/M of the party), for the head (KT.), by
 * order (TL.; party T/L), by authorisation (TUQ.), acting (Q.); head: in one's own office.
 */
export const SIGN_CAPACITIES = ['head', 'TM.', 'T/M', 'KT.', 'TL.', 'T/L', 'TUQ.', 'Q.'] as const
export type SignCapacity = (typeof SIGN_CAPACITIES)[number]

/** Why a recipient gets the paper; duties are counted by it (H2, H4, I1, I2). */
export const RECIPIENT_PURPOSES = [
  'competentAgency',
  'petitioner',
  'locality',
  'board',
  'front',
  'superior',
  'chair',
  'village',
  'other',
] as const
export type RecipientPurpose = (typeof RECIPIENT_PURPOSES)[number]

/** By which way a paper goes out: post, by hand (with signature), mail, the document axis, the portal, in the program. */
export const SENDING_CHANNELS = [
  'documentAxis',
  'post',
  'byHand',
  'villageHead',
  'email',
  'inProgram',
  'other',
] as const
export type SendingChannel = (typeof SENDING_CHANNELS)[number]

export interface Paper {
  id: number
  kind: string
  subjectKind: string
  subjectId: number
  dialogueId: number | null
  title: string
  body: string
  issuerAgencyId: number | null
  state: PaperState
  number: string | null
  datedOn: Day | null
  signerName: string | null
  signerTitle: string | null
  signCapacity: string | null
  draftedBy: number | null
  /** accounts that changed its words since it was last approved */
  editedBy: number[]
  approvedBy: number | null
  approvedAt: Date | null
  approvedOnPaper: boolean
  paperApprover: string | null
  paperApprovedOn: Day | null
  issuedAt: Date | null
  issuedBy: number | null
  lateEntry: boolean
  lateEntryReason: string | null
  replacesPaperId: number | null
  voidReason: string | null
  erasedAt: Date | null
  version: number
  createdAt: Date
}

export interface PaperRecipient {
  id: number
  paperId: number
  agencyId: number | null
  petitionerId: number | null
  name: string
  purpose: string
  /** behind the name on the paper, in brackets; '' for none */
  remark: string
  /** under “Kính gửi” rather than “Nơi nhận” */
  writtenTo: boolean
  channel: string | null
  sentOn: Day | null
  receivedOn: Day | null
  receivedNote: string | null
  version: number
}

/** Days back from which the date of a paper needs a reason (“Nothing is changed without a trace”). */
const LATE_AFTER_DAYS = 30

/** Whether a date on a paper, entered today, has to be explained and marked. */
export function needsLateEntryReason(datedOn: Day, today: Day): boolean {
  return datedOn > today || daysBetween(datedOn, today) > LATE_AFTER_DAYS
}

/**
 * Papers that are drafted, approved and issued by an act of their own (the conclusion, the yearly plan), which also
 * moves what they belong to; there is no second way to issue them. Null for all others.
 */
export function keptBy(paper: Pick<Paper, 'kind' | 'subjectKind'>): 'conclusion' | 'plan' | null {
  if (paper.kind === 'annualPlan') return 'plan'
  return paper.kind === 'conclusionNotice' && paper.subjectKind === 'dialogue' ? 'conclusion' : null
}

/** Whether a file may be taken back: of a draft any, of an issued paper what came with or after the issue. */
export function mayWithdrawFile(
  paper: Pick<Paper, 'state' | 'issuedAt'>,
  file: { label: string | null; uploadedAt: Date },
): boolean {
  if (paper.state === 'draft') return true
  const came = paper.state === 'issued' && paper.issuedAt !== null && file.uploadedAt >= paper.issuedAt
  return came && file.label !== 'content'
}

/**
 * Nobody approves own words in the program: not the drafter, nor who changed the draft since it was last approved. The
 * program itself (no account) drafts what others approve.
 */
export function mayApprove(paper: Pick<Paper, 'draftedBy' | 'editedBy'>, accountId: number | null): boolean {
  return accountId === null || (paper.draftedBy !== accountId && !paper.editedBy.includes(accountId))
}

/** Where a paper stands with its addressees. */
export function sendingState(recipients: readonly Pick<PaperRecipient, 'sentOn' | 'receivedOn'>[]) {
  const sent = recipients.filter((recipient) => recipient.sentOn !== null)
  return {
    recipients: recipients.length,
    sent: sent.length,
    received: recipients.filter((recipient) => recipient.receivedOn !== null).length,
    /** the day the last of them was sent, when all were; null before */
    completeOn:
      recipients.length > 0 && sent.length === recipients.length
        ? sent
            .map((recipient) => recipient.sentOn!)
            .sort()
            .at(-1)!
        : null,
  }
}
