import type { DraftedSubject } from '../src/documents/paper-forms.ts'
import { listRecipients } from '../src/documents/paper-store.ts'
import {
  approvePaperChange,
  draftPaperChange,
  issuePaperChange,
  recordIssuedPaperChange,
} from '../src/procedures/paper-changes.ts'
import { addRecipientsChange, sendPaperChange } from '../src/procedures/send-paper-changes.ts'
import type { PaperKind } from '../src/regulations/paper-kinds.ts'
import { sampleUpload } from './sample-file.ts'
import type { SamplePlayer } from './sample-player.ts'

/** Who does what in an authority's office; keys of its people. */
export interface SampleTeam {
  clerk: string
  leader: string
  chair: string
  records: string
  secretary: string
  front: string
  board?: string
}

export interface SampleSigner {
  name: string
  title: string
  capacity: string
}

export interface SamplePaper {
  on: string
  kind: PaperKind
  title: string
  body: string
  issuer: string
  signer: SampleSigner
  /** typed where the issuer's book is kept elsewhere, or the issuer is outside the authority */
  number?: string
  /** signed outside the program and entered in one step, with the page */
  onPaper?: boolean
  to?: readonly { agencies?: readonly string[]; name?: string; purpose: string }[]
  channel?: string
  /** whose draft it is, when not the clerk's */
  drafter?: string
}

interface About {
  subjectKind: DraftedSubject
  subjectId: number
}

/** Brings a paper through the office on the day of the clock: drafted, approved, numbered, sent. Returns its id. */
export async function playPaper(
  player: SamplePlayer,
  team: SampleTeam,
  about: About,
  paper: SamplePaper,
): Promise<number> {
  const paperId = paper.onPaper
    ? await enterSigned(player, team, about, paper)
    : await write(player, team, about, paper)
  for (const to of paper.to ?? []) {
    const agencyIds = (to.agencies ?? []).map((key) => player.agency(key))
    await player.do(team.records, addRecipientsChange, {
      id: paperId,
      purpose: to.purpose,
      agencyIds,
      name: to.name ?? '',
    })
  }
  if (paper.to?.length) await sendToAll(player, team, paperId, paper.channel ?? 'documentAxis')
  return paperId
}

export async function sendToAll(player: SamplePlayer, team: SampleTeam, paperId: number, channel: string) {
  const recipients = await listRecipients(player.db, player.authorityId, paperId)
  const recipientIds = recipients.filter((one) => one.sentOn === null).map((one) => one.id)
  await player.do(team.records, sendPaperChange, { id: paperId, recipientIds, sentOn: player.today, channel })
}

function draftOf(player: SamplePlayer, about: About, paper: SamplePaper) {
  const { kind, title, body } = paper
  return { kind, ...about, title, body, issuerAgencyId: player.agency(paper.issuer) }
}

function issueOf(player: SamplePlayer, paper: SamplePaper) {
  const { name, title, capacity } = paper.signer
  return {
    datedOn: player.today,
    number: paper.number ?? '',
    signerName: name,
    signerTitle: title,
    signCapacity: capacity,
    lateEntryReason: '',
  }
}

async function write(player: SamplePlayer, team: SampleTeam, about: About, paper: SamplePaper): Promise<number> {
  const draft = { ...draftOf(player, about, paper), replacesPaperId: '' }
  const { paperId } = await player.do(paper.drafter ?? team.clerk, draftPaperChange, draft)
  await player.do(team.leader, approvePaperChange, { id: paperId })
  await player.do(team.records, issuePaperChange, { id: paperId, ...issueOf(player, paper) })
  return paperId
}

async function enterSigned(player: SamplePlayer, team: SampleTeam, about: About, paper: SamplePaper) {
  const page = [paper.title, '', ...paper.body.split('\n'), '', paper.signer.title, paper.signer.name]
  const { paperId } = await player.do(team.records, recordIssuedPaperChange, {
    ...draftOf(player, about, paper),
    ...issueOf(player, paper),
    approver: paper.signer.name,
    approvedOn: player.today,
    signedPage: await sampleUpload(player, `${paper.kind}.pdf`, page),
  })
  return paperId
}
