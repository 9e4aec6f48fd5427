import { listRecipientsOf } from '../src/documents/paper-store.ts'
import { approveReply, approveReplyOnPaper, submitReply } from '../src/petitions/approve-answer.ts'
import { draftReply } from '../src/petitions/draft-answer.ts'
import { issueReply } from '../src/procedures/issue-reply.ts'
import { sendReply } from '../src/procedures/send-reply.ts'
import { answerVersion, idOf, type PetitionStage, versionOf } from './play-petitions.ts'
import type { SampleSigner } from './sample-papers.ts'
import type { SampleContent, SampleReply, SampleSpeaker } from './sample-petition.ts'

/** What the data of an authority say about the letters of its agencies. */
export interface ReplyHabits {
  /** who signs for an agency */
  signerOf: (agency: string) => SampleSigner
  /** the unit where a petition was raised, for those without a village */
  locality: string
  /** to whom replies are reported */
  reportTo: readonly string[]
  /** signs slips and letters upward */
  officeSigner: SampleSigner
  office: string
  upwardIssuer: string
  upwardSigner: SampleSigner
  upwardNumber?: string
}

/** Puts the written reply down: drafted, approved, issued, sent to the person and to the locality. */
export function scheduleReply(
  stage: PetitionStage,
  habits: ReplyHabits,
  who: SampleSpeaker,
  content: SampleContent,
  reply: SampleReply,
): void {
  const { player } = stage
  const draftedOn = reply.drafted ?? reply.issued
  if (!draftedOn) return
  player.on(draftedOn, () => draftAndApprove(stage, habits, content, reply))
  if (!reply.issued) return
  let paperId = 0
  player.on(reply.issued, async () => {
    paperId = await issue(stage, habits, who, content, reply)
  })
  if (!reply.sent) return
  const apart = reply.localitySent !== undefined
  player.on(reply.sent, () => send(stage, content, reply, paperId, apart ? ['petitioner', 'other'] : null))
  if (reply.localitySent) player.on(reply.localitySent, () => send(stage, content, reply, paperId, null))
}

async function draftAndApprove(stage: PetitionStage, habits: ReplyHabits, content: SampleContent, reply: SampleReply) {
  const { player, team } = stage
  const id = idOf(stage, content)
  const desk = stage.desks[content.lead!]
  const drafter = desk?.specialist ?? team.clerk
  await player.do(drafter, draftReply, { id, answerVersion: '', text: reply.says, proposedSettlement: '' })
  if (!reply.issued && !reply.submitted) return
  await player.do(drafter, submitReply, { id, answerVersion: await answerVersion(stage, id, 'reply') })
  if (!reply.issued) return
  const answer = await answerVersion(stage, id, 'reply')
  if (desk) await player.do(desk.head, approveReply, { id, answerVersion: answer })
  else {
    const paperApprover = habits.signerOf(content.lead!).name
    const input = { id, answerVersion: answer, paperApprover, paperApprovedOn: player.today, uploads: [] }
    await player.do(team.clerk, approveReplyOnPaper, input)
  }
}

async function issue(
  stage: PetitionStage,
  habits: ReplyHabits,
  who: SampleSpeaker,
  content: SampleContent,
  reply: SampleReply,
): Promise<number> {
  const { player, team } = stage
  const id = idOf(stage, content)
  const signer = habits.signerOf(content.lead!)
  const { paperId } = await player.do(stage.desks[content.lead!]?.specialist ?? team.records, issueReply, {
    id,
    version: await versionOf(stage, id),
    title: `Trả lời kiến nghị của ${who.kind === 'unnamed' ? 'công dân' : (who.name ?? 'công dân')}`,
    datedOn: player.today,
    number: reply.number ?? '',
    signerName: signer.name,
    signerTitle: signer.title,
    signCapacity: signer.capacity,
    lateEntryReason: '',
    localityAgencyId: player.agency(who.village ?? habits.locality),
    reportAgencyIds: habits.reportTo.map((key) => player.agency(key)),
    uploads: [],
  })
  return paperId
}

async function send(
  stage: PetitionStage,
  content: SampleContent,
  reply: SampleReply,
  paperId: number,
  purposes: readonly string[] | null,
): Promise<void> {
  const { player, team } = stage
  const recipients = await listRecipientsOf(player.db, player.authorityId, [paperId])
  const chosen = recipients.filter((one) => one.sentOn === null && (!purposes || purposes.includes(one.purpose)))
  if (chosen.length === 0) return
  const byHand = reply.channel === 'villageHead' || reply.channel === 'byHand'
  await player.do(stage.desks[content.lead!]?.specialist ?? team.records, sendReply, {
    id: idOf(stage, content),
    recipientIds: chosen.map((one) => one.id),
    sentOn: player.today,
    channel: reply.channel ?? 'post',
    receivedOn: byHand ? player.today : '',
    receivedNote: byHand ? 'Người nhận ký tại sổ giao nhận của thôn, tổ dân phố' : '',
  })
}
