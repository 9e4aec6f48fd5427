import { draftPlan } from '../src/plans/draft-plan.ts'
import { disseminatePlan } from '../src/plans/make-plan-known.ts'
import { getPlan } from '../src/plans/plan-store.ts'
import { addPlanTask, reportPlanTask } from '../src/plans/plan-tasks.ts'
import { addPlannedDialogue } from '../src/plans/planned-dialogues.ts'
import { approvePlan } from '../src/procedures/approve-plan.ts'
import { issuePlan } from '../src/procedures/issue-plan.ts'
import { publishPlan } from '../src/procedures/publish-plan.ts'
import { type SampleSigner, type SampleTeam, sendToAll } from './sample-papers.ts'
import type { SamplePlayer } from './sample-player.ts'

export interface SamplePlanned {
  key: string
  title: string
  kind: string
  form?: string
  chairModel: string
  sessionKind?: string
  topic?: string
  audience?: readonly string[]
  period?: string
  from?: string
  to?: string
  venue?: string
}

export interface SamplePlanTask {
  agency: string
  content: string
  role?: 'lead' | 'supporting'
  due?: string
  done?: { on: string; result: string }
}

export interface SamplePlan {
  year: number
  title: string
  issuer: string
  drafted: string
  approved: string
  issued: string
  number?: string
  signer: SampleSigner
  planned: readonly SamplePlanned[]
  tasks: readonly SamplePlanTask[]
  published?: string
  disseminated: readonly { on: string; channel: string; note: string; agency?: string }[]
  /** who drafts, when not the clerk */
  drafter?: string
}

export interface PlanAtWork {
  id: number
  planned: Map<string, number>
}

/** Puts a year's plan down: drafted, approved by another, issued with its number, made known, its tasks reported. */
export function schedulePlan(player: SamplePlayer, team: SampleTeam, plan: SamplePlan): PlanAtWork {
  const work: PlanAtWork = { id: 0, planned: new Map() }
  const tasks: number[] = []
  const drafter = plan.drafter ?? team.clerk
  const version = async () => (await getPlan(player.db, player.authorityId, work.id)).version
  player.on(plan.drafted, async () => {
    work.id = await draft(player, drafter, plan)
    for (const planned of plan.planned) work.planned.set(planned.key, await addPlanned(player, drafter, work, planned))
    for (const { agency, content, role, due } of plan.tasks) {
      const input = { id: work.id, agencyId: player.agency(agency), role: role ?? 'lead', content, dueOn: due ?? '' }
      tasks.push(await player.do(drafter, addPlanTask, input))
    }
  })
  player.on(plan.approved, async () => {
    await player.do(team.chair, approvePlan, { id: work.id, version: await version() })
  })
  player.on(plan.issued, async () => {
    await player.do(team.records, issuePlan, {
      id: work.id,
      version: await version(),
      datedOn: player.today,
      number: plan.number ?? '',
      signerName: plan.signer.name,
      signerTitle: plan.signer.title,
      signCapacity: plan.signer.capacity,
      lateEntryReason: '',
    })
    const { paperId } = await getPlan(player.db, player.authorityId, work.id)
    await sendToAll(player, team, paperId!, 'documentAxis')
  })
  if (plan.published) {
    player.on(plan.published, async () => {
      await player.do(team.leader, publishPlan, { id: work.id, version: await version() })
    })
  }
  scheduleFollowUp(player, team, plan, work, tasks)
  return work
}

function scheduleFollowUp(
  player: SamplePlayer,
  team: SampleTeam,
  plan: SamplePlan,
  work: PlanAtWork,
  tasks: readonly number[],
): void {
  for (const { on, channel, note, agency } of plan.disseminated) {
    player.on(on, async () => {
      const agencyId = agency ? player.agency(agency) : ''
      await player.do(team.clerk, disseminatePlan, { id: work.id, channel, doneOn: player.today, note, agencyId })
    })
  }
  plan.tasks.forEach(({ done }, at) => {
    if (!done) return
    player.on(done.on, async () => {
      const input = { taskId: tasks[at], version: 1, doneOn: player.today, result: done.result }
      await player.do(team.clerk, reportPlanTask, input)
    })
  })
}

function draft(player: SamplePlayer, drafter: string, plan: SamplePlan): Promise<number> {
  return player.do(drafter, draftPlan, {
    year: plan.year,
    title: plan.title,
    issuerAgencyId: player.agency(plan.issuer),
    regulationVersionId: '',
    copyFromPlanId: '',
    replacesPlanId: '',
  })
}

function addPlanned(player: SamplePlayer, drafter: string, work: PlanAtWork, planned: SamplePlanned): Promise<number> {
  return player.do(drafter, addPlannedDialogue, {
    id: work.id,
    title: planned.title,
    kind: planned.kind,
    form: planned.form ?? 'inPerson',
    chairModel: planned.chairModel,
    sessionKind: planned.sessionKind ?? '',
    topic: planned.topic ?? '',
    audience: planned.audience ?? [],
    period: planned.period ?? '',
    expectedFrom: planned.from ?? '',
    expectedTo: planned.to ?? '',
    venue: planned.venue ?? '',
  })
}
