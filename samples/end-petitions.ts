import { askPetitioner } from '../src/petitions/ask-petitioner.ts'
import { decidePetition } from '../src/petitions/decide-petition.ts'
import { deferPetition, verifyPetition } from '../src/petitions/defer-petition.ts'
import { recordPromise, settlePetition } from '../src/procedures/commit-to-petition.ts'
import { followEscalation, followTransfer } from '../src/procedures/follow-referral.ts'
import { recordAnswerAtConference, recordResolvedBefore } from '../src/procedures/record-answer-at-conference.ts'
import { escalatePetition, handOverPetition, transferPetition } from '../src/procedures/refer-petition.ts'
import { idOf, type PetitionStage, versionOf } from './play-petitions.ts'
import { playPaper } from './sample-papers.ts'
import type { SampleContent, SampleSubmission } from './sample-petition.ts'
import { type ReplyHabits, scheduleReply } from './send-replies.ts'

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
