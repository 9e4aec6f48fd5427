import { findNewestAnswer } from '../src/petitions/answer-store.ts'
import { approveAnswer, approveAnswerOnPaper, submitAnswer } from '../src/petitions/approve-answer.ts'
import { classifyPetition } from '../src/petitions/classify-petition.ts'
import { contributeToAnswer } from '../src/petitions/contribute-to-answer.ts'
import { draftAnswer } from '../src/petitions/draft-answer.ts'
import { linkRepeat } from '../src/petitions/link-repeat.ts'
import { nameAccused } from '../src/petitions/name-accused.ts'
import { getPetition } from '../src/petitions/petition-store.ts'
import { assignPetition } from '../src/procedures/assign-petition.ts'
import { markComplex } from '../src/procedures/mark-complex.ts'
import { receiveSubmission } from '../src/procedures/receive-submission.ts'
import type { DialogueAtWork } from './sample-dialogue.ts'
import type { SampleTeam } from './sample-papers.ts'
import type { SampleContent, SampleSpeaker, SampleSubmission } from './sample-petition.ts'
import type { SamplePlayer } from './sample-player.ts'

/** Who works in an agency with accounts: the specialist drafts, the head approves. */
export type SampleDesks = Readonly<Record<string, { specialist: string; head: string }>>

export interface PetitionStage {
  player: SamplePlayer
  team: SampleTeam
  desks: SampleDesks
  dialogue: DialogueAtWork | null
  /** every petition of the authority by its key */
  all: Map<string, number>
}

export interface PetitionDays {
  classify: string
  assign: string
  prepare?: string
  approve?: string
}

export async function versionOf({ player }: PetitionStage, id: number): Promise<number> {
  return (await getPetition(player.db, player.authorityId, id)).version
}

export function idOf(stage: PetitionStage, content: SampleContent): number {
  const id = stage.all.get(content.key)
  if (id === undefined) throw new Error(`samples: ${content.key} was never received`)
  return id
}

function speakerFields(player: SamplePlayer, who: SampleSpeaker) {
  return {
    petitionerKind: who.kind ?? 'person',
    petitionerName: who.name ?? '',
    representative: who.representative ?? '',
    headcount: who.headcount ?? '',
    phone: who.phone ?? '',
    email: who.email ?? '',
    address: who.address ?? '',
    villageAgencyId: who.village ? player.agency(who.village) : '',
  }
}

/** Takes a submission in with all its contents. */
export async function receive(stage: PetitionStage, submission: SampleSubmission): Promise<void> {
  const { player, team } = stage
  const { contents } = submission
  const received = await player.do(submission.by ?? team.clerk, receiveSubmission, {
    dialogueId: stage.dialogue?.id ?? '',
    receivedOn: submission.on,
    channel: submission.channel,
    raised: submission.raised ?? 'before',
    petitionerId: '',
    ...speakerFields(player, submission.who),
    text: submission.text ?? contents.map((one) => one.says).join('\n'),
    contents: contents.map((one) => one.says),
    kinds: contents.map((one) => one.kind ?? 'request'),
    subjectAreas: contents.map(() => ''),
    consentToPublishName: submission.consent ?? true,
    confidential: submission.confidential !== undefined,
    readerIds: [],
    confidentialReason: submission.confidential ?? '',
    writtenBy: submission.writtenBy ?? '',
    interpreterNeeded: submission.interpreter ?? '',
    forwardedByAgencyId: submission.forwardedBy ? player.agency(submission.forwardedBy) : '',
    accusedAgencyId: '',
    accusedAccountId: '',
  })
  contents.forEach((one, at) => {
    stage.all.set(one.key, received.petitionIds[at]!)
    stage.dialogue?.petitions.set(one.key, received.petitionIds[at]!)
  })
}

export async function classify(stage: PetitionStage, content: SampleContent): Promise<void> {
  if (content.area === null) return
  const { player, team } = stage
  const id = idOf(stage, content)
  await player.do(team.clerk, classifyPetition, {
    id,
    version: await versionOf(stage, id),
    kind: content.kind ?? 'request',
    subjectArea: content.area,
    audience: content.audience ?? '',
    urgency: content.urgency ?? 'normal',
    sphere: content.sphere ?? 'government',
    disposition: content.group ?? '',
    sensitive: false,
    offTopic: content.offTopic ?? false,
  })
  if (content.repeatOf) {
    const earlierId = stage.all.get(content.repeatOf)
    const input = { id, version: await versionOf(stage, id), earlierId, continued: content.continued ?? false }
    await player.do(team.clerk, linkRepeat, input)
  }
  if (content.accused) {
    await player.do(team.clerk, nameAccused, {
      id,
      version: await versionOf(stage, id),
      accusedAgencyId: player.agency(content.accused),
      accusedAccountId: '',
      reason: 'Nội dung phản ánh về cơ quan này; cơ quan bị phản ánh không tham gia xử lý.',
    })
  }
}

export async function assign(stage: PetitionStage, content: SampleContent): Promise<void> {
  if (!content.lead) return
  const { player, team } = stage
  const id = idOf(stage, content)
  await player.do(team.clerk, assignPetition, {
    id,
    version: await versionOf(stage, id),
    leadAgencyId: player.agency(content.lead),
    supportingAgencyIds: (content.supporting ?? []).map((one) => player.agency(one.agency)),
    reason: 'Phân công theo lĩnh vực phụ trách.',
  })
  if (content.complex) {
    await player.do(team.chair, markComplex, { id, version: await versionOf(stage, id), reason: content.complex })
  }
}

/** The agency drafts its answer for the conference; one without an account has it written by the lead office. */
export async function prepare(stage: PetitionStage, content: SampleContent): Promise<void> {
  if (!content.prepared || !content.lead) return
  const { player, team } = stage
  const id = idOf(stage, content)
  const drafter = stage.desks[content.lead]?.specialist ?? team.clerk
  await player.do(drafter, draftAnswer, {
    id,
    answerVersion: '',
    text: content.prepared.says,
    proposedSettlement: content.prepared.plan ?? '',
  })
  for (const { agency, says } of content.supporting ?? []) {
    const desk = stage.desks[agency]
    if (!says) continue
    const input = { id, agencyId: player.agency(agency), contribution: says }
    await player.do(desk?.specialist ?? team.clerk, contributeToAnswer, input)
  }
  if (content.prepared.state === 'draft') return
  await player.do(drafter, submitAnswer, { id, answerVersion: await answerVersion(stage, id, 'prepared') })
}

/** The head approves; where the agency has no account, the approval happened on paper. */
export async function approve(stage: PetitionStage, content: SampleContent, paperApprover: string): Promise<void> {
  const wanted = content.prepared?.state ?? 'approved'
  if (!content.prepared || !content.lead || wanted !== 'approved') return
  const { player, team } = stage
  const id = idOf(stage, content)
  const version = await answerVersion(stage, id, 'prepared')
  const desk = stage.desks[content.lead]
  if (desk) await player.do(desk.head, approveAnswer, { id, answerVersion: version })
  else {
    const input = { id, answerVersion: version, paperApprover, paperApprovedOn: player.today, uploads: [] }
    await player.do(team.clerk, approveAnswerOnPaper, input)
  }
}

export async function answerVersion(stage: PetitionStage, id: number, kind: 'prepared' | 'reply'): Promise<number> {
  const { player } = stage
  return (await findNewestAnswer(player.db, player.authorityId, id, kind))!.version
}
