import { listRecipientsOf } from '../src/documents/paper-store.ts'
import { approveReply, approveReplyOnPaper, submitReply } from '../src/petitions/approve-answer.ts'
import { askPetitioner } from '../src/petitions/ask-petitioner.ts'
import { decidePetition } from '../src/petitions/decide-petition.ts'
import { deferPetition, verifyPetition } from '../src/petitions/defer-petition.ts'
import { draftReply } from '../src/petitions/draft-answer.ts'
import { followEscalation } from '../src/petitions/petition-escalation.ts'
import { followTransfer } from '../src/petitions/petition-transfer.ts'
import { recordPromise, settlePetition } from '../src/procedures/commit-to-petition.ts'
import { issueReply } from '../src/procedures/issue-reply.ts'
import { recordAnswerAtConference, recordResolvedBefore } from '../src/procedures/record-answer-at-conference.ts'
import { escalatePetition, handOverPetition, transferPetition } from '../src/procedures/refer-petition.ts'
import { sendReply } from '../src/procedures/send-reply.ts'
import { answerVersion, idOf, type PetitionStage, versionOf } from './play-petitions.ts'
import { playPaper, type SampleSigner } from './sample-papers.ts'
import type { SampleContent, SampleReply, SampleSpeaker, SampleSubmission } from './sample-petition.ts'

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

/** Puts down everything that happens to a petition from the conference on. */
export function scheduleEnd(
  stage: PetitionStage,
  habits: ReplyHabits,
  submission: SampleSubmission,
  content: SampleContent,
) {
  const { player } = stage
  const { end, settled, asked, verified } = content
  if (end.how === 'before') player.on(end.on, () => resolveBefore(stage, content))
  if (end.how === 'transfer') scheduleTransfer(stage, habits, content)
  if (end.how === 'escalate') scheduleEscalation(stage, habits, content)
  if (end.how === 'handOver') player.on(end.on, () => handOver(stage, content))
  if (verified) player.on(verified.on, () => verify(stage, content))
  if (end.how === 'reply') scheduleReply(stage, habits, submission.who, content, end)
  if (settled) player.on(settled.on, () => settle(stage, content, settled.says))
  if (asked) player.on(asked.on, () => ask(stage, content))
}

/** At the conference: answered, put off, promised, decided on. */
export async function treatAtConference(stage: PetitionStage, content: SampleContent): Promise<void> {
  const { player, team } = stage
  const { end, decision, deferred, promise } = content
  const id = stage.all.get(content.key)
  if (id === undefined) return
  if (end.how === 'atConference') {
    await player.do(team.secretary, recordAnswerAtConference, {
      id,
      version: await versionOf(stage, id),
      text: end.says ?? content.prepared?.says,
      answeredByName: end.by,
      answeredOn: player.today,
      disposition: 'answeredAtConference',
    })
  }
  if (decision) {
    await player.do(team.chair, decidePetition, { id, version: await versionOf(stage, id), ...decision })
  }
  if (deferred) {
    await player.do(team.secretary, deferPetition, { id, version: await versionOf(stage, id), reason: deferred })
  }
  if (promise) {
    const input = { id, version: await versionOf(stage, id), promise: promise.says, promisedOn: promise.by }
    await player.do(team.secretary, recordPromise, input)
  }
}

async function resolveBefore(stage: PetitionStage, content: SampleContent): Promise<void> {
  const { end } = content
  if (end.how !== 'before') return
  const id = idOf(stage, content)
  await stage.player.do(stage.team.clerk, recordResolvedBefore, {
    id,
    version: await versionOf(stage, id),
    text: end.says,
    settledOn: end.on,
    answeredByName: end.by ?? '',
  })
}

function scheduleTransfer(stage: PetitionStage, habits: ReplyHabits, content: SampleContent): void {
  const { end } = content
  if (end.how !== 'transfer') return
  const { player, team } = stage
  player.on(end.on, async () => {
    const id = idOf(stage, content)
    const slip = await playPaper(
      player,
      team,
      { subjectKind: 'petition', subjectId: id },
      {
        on: end.on,
        kind: 'transferSlip',
        title: 'Phiếu chuyển kiến nghị của công dân đến cơ quan có thẩm quyền giải quyết',
        body: `Nội dung kiến nghị: ${content.says}\nLý do chuyển: ${end.reason}`,
        issuer: habits.office,
        signer: habits.officeSigner,
        to: [
          { agencies: [end.to], purpose: 'competentAgency' },
          { agencies: ['mttq'], purpose: 'front' },
        ],
      },
    )
    await player.do(team.clerk, transferPetition, {
      id,
      version: await versionOf(stage, id),
      toAgencyId: player.agency(end.to),
      transferredOn: player.today,
      reason: end.reason,
      slipPaperId: slip,
      petitionerToldOn: player.today,
      frontCopiedOn: player.today,
    })
  })
  const { answer } = end
  if (!answer) return
  player.on(answer.on, async () => {
    const input = { id: idOf(stage, content), answerReceivedOn: player.today, answer: answer.says }
    await player.do(team.clerk, followTransfer, { ...input, petitionerToldOn: '', frontCopiedOn: '' })
  })
}

function scheduleEscalation(stage: PetitionStage, habits: ReplyHabits, content: SampleContent): void {
  const { end } = content
  if (end.how !== 'escalate') return
  const { player, team } = stage
  player.on(end.on, async () => {
    const id = idOf(stage, content)
    const paperId = await playPaper(
      player,
      team,
      { subjectKind: 'petition', subjectId: id },
      {
        on: end.on,
        kind: 'escalation',
        title: 'Báo cáo, kiến nghị cấp trên giải quyết nội dung vượt thẩm quyền',
        body: end.says,
        issuer: habits.upwardIssuer,
        signer: habits.upwardSigner,
        ...(habits.upwardNumber ? { number: habits.upwardNumber } : {}),
        onPaper: true,
        to: [{ agencies: [end.to], purpose: 'superior' }],
      },
    )
    await player.do(team.clerk, escalatePetition, {
      id,
      version: await versionOf(stage, id),
      toAgencyId: player.agency(end.to),
      sentOn: player.today,
      content: end.says,
      paperId,
    })
  })
  const { answer } = end
  if (!answer) return
  player.on(answer.told, async () => {
    await player.do(team.clerk, followEscalation, {
      id: idOf(stage, content),
      answerReceivedOn: answer.on,
      answer: answer.says,
      petitionerToldOn: player.today,
    })
  })
}

async function handOver(stage: PetitionStage, content: SampleContent): Promise<void> {
  const { end } = content
  if (end.how !== 'handOver') return
  const id = idOf(stage, content)
  await stage.player.do(stage.team.clerk, handOverPetition, {
    id,
    version: await versionOf(stage, id),
    procedure: end.procedure,
    procedureBody: end.body,
    procedureOn: end.on,
    petitionerToldOn: end.told,
  })
}

async function verify(stage: PetitionStage, content: SampleContent): Promise<void> {
  const who = stage.desks[content.lead ?? '']?.specialist ?? stage.team.clerk
  const input = { id: idOf(stage, content), verifiedOn: stage.player.today, report: content.verified!.says }
  await stage.player.do(who, verifyPetition, { ...input, version: await versionOf(stage, input.id) })
}

function scheduleReply(
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

async function settle(stage: PetitionStage, content: SampleContent, settlement: string): Promise<void> {
  const id = idOf(stage, content)
  const who = stage.desks[content.lead ?? '']?.specialist ?? stage.team.clerk
  const input = { id, version: await versionOf(stage, id), settledOn: stage.player.today, settlement }
  await stage.player.do(who, settlePetition, input)
}

async function ask(stage: PetitionStage, content: SampleContent): Promise<void> {
  const id = idOf(stage, content)
  await stage.player.do(stage.team.front, askPetitioner, {
    id,
    version: await versionOf(stage, id),
    petitionerAskedOn: stage.player.today,
    petitionerAgrees: content.asked!.agrees ? 'yes' : 'no',
    petitionerSaid: content.asked!.says,
  })
}
