import { loadCalendar } from '../../../calendar/calendar-store.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { type DeadlineRow, listDeadlines } from '../../../deadlines/deadline-store.ts'
import { type Chain, chainOf } from '../../../dialogues/chain.ts'
import { findConclusionNotice, listConclusionItems, listNoticeRecipients } from '../../../dialogues/conclusion-store.ts'
import {
  findInternalReview,
  findMinutes,
  listAgendaSteps,
  listNotices,
  type Minutes,
} from '../../../dialogues/conference-store.ts'
import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { listInvitees, listPresiding, listTasks, type Presiding } from '../../../dialogues/dialogue-people-store.ts'
import { sendingGaps } from '../../../dialogues/notice-sending.ts'
import type { DialogueFacts } from '../../../dialogues/readiness.ts'
import { findDossierOfDialogue } from '../../../documents/dossier-store.ts'
import { countPetitionsOfDialogue } from '../../../petitions/conclusion-petition-store.ts'
import { assembleDossier } from '../../../procedures/assemble-dossier.ts'
import { readDialogueEvents } from '../../../procedures/clock-event-store.ts'
import type { Regulation } from '../../../regulations/regulation.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import type { OfficeRequest } from '../office-route.ts'

/** Everything the page of a dialogue shows at a glance. */
export interface DialogueOverview {
  dialogue: Dialogue
  regulation: Regulation
  overlays: Regulation[]
  presiding: Presiding[]
  deadlines: DeadlineRow[]
  calendar: WorkingCalendar
  petitions: Awaited<ReturnType<typeof countPetitionsOfDialogue>>
  dossierId: number | null
  chain: Chain
}

/** Reads where a dialogue stands; every figure comes from what is stored, none is typed. */
export async function readOverview(request: OfficeRequest, dialogue: Dialogue): Promise<DialogueOverview> {
  const { db } = request
  const authorityId = request.authority.id
  const id = dialogue.id
  const [{ regulation }, overlays, presiding, deadlines, calendar, petitions, dossier] = await Promise.all([
    getRegulationVersion(db, dialogue.regulationVersionId),
    Promise.all(dialogue.overlayVersionIds.map((overlay) => getRegulationVersion(db, overlay))),
    listPresiding(db, authorityId, id),
    listDeadlines(db, authorityId, { dialogueId: id }),
    loadCalendar(db),
    countPetitionsOfDialogue(db, authorityId, id),
    findDossierOfDialogue(db, authorityId, id),
  ])
  const facts: DialogueFacts = {
    ...(await readPreparation(request, dialogue)),
    ...(await readConclusion(request, dialogue)),
    dialogue,
    today: request.today,
    skips: dialogue.kind === 'adHoc' ? regulation.adHoc.skips : [],
    excludesClassified: regulation.reading.excludesClassified,
    presiding: presiding.length,
    petitions,
    deadlines: deadlines.map(({ key, dueOn, state }) => ({ key, dueOn, state })),
    rules: [regulation, ...overlays.map((one) => one.regulation)].flatMap((one) => one.deadlines.map(({ key }) => key)),
    dossier: await readDossier(request, dossier),
  }
  return {
    ...{ dialogue, regulation, overlays: overlays.map((one) => one.regulation), presiding, deadlines, calendar },
    ...{ petitions, dossierId: dossier?.id ?? null, chain: chainOf(facts) },
  }
}

async function readPreparation(request: OfficeRequest, { id }: Dialogue) {
  const { db } = request
  const authorityId = request.authority.id
  const [tasks, invitees, notices, steps, minutes] = await Promise.all([
    listTasks(db, authorityId, id),
    listInvitees(db, authorityId, id),
    listNotices(db, authorityId, id, 'announcement'),
    listAgendaSteps(db, authorityId, id),
    findMinutes(db, authorityId, id),
  ])
  const open = tasks.filter((task) => task.doneOn === null)
  return {
    tasks: {
      total: tasks.length,
      open: open.length,
      overdue: open.filter((task) => task.dueOn !== null && task.dueOn < request.today).length,
    },
    invitees: { total: invitees.length, unsent: invitees.filter((invitee) => invitee.sentOn === null).length },
    announcements: notices.length,
    agendaSteps: steps.length,
    minutes: minutesState(minutes),
  }
}

function minutesState(minutes: Minutes | null): DialogueFacts['minutes'] {
  if (minutes === null) return 'none'
  if (minutes.state === 'locked') return 'locked'
  return minutes.lockedBySecretary === null ? 'draft' : 'signed'
}

async function readConclusion(request: OfficeRequest, { id }: Dialogue) {
  const { db } = request
  const authorityId = request.authority.id
  const [notice, items, review, events] = await Promise.all([
    findConclusionNotice(db, authorityId, id),
    listConclusionItems(db, authorityId, id),
    findInternalReview(db, authorityId, id),
    readDialogueEvents(db, authorityId, id),
  ])
  const issued = notice?.state === 'issued'
  const recipients = issued ? await listNoticeRecipients(db, authorityId, notice.paperId) : []
  return {
    reviewed: review !== null,
    conclusion: (notice?.state ?? 'none') as DialogueFacts['conclusion'],
    conclusionItems: items.length,
    openProposals: items.filter((item) => item.openProposal && item.confirmedOn === null && item.doneOn === null)
      .length,
    sending: issued ? sendingGaps(recipients) : null,
    resultPublished: events.resultPublished !== null,
  }
}

async function readDossier(
  request: OfficeRequest,
  dossier: { id: number; state: string } | null,
): Promise<DialogueFacts['dossier']> {
  if (dossier === null) return { state: 'none', missing: 0 }
  if (dossier.state === 'closed') return { state: 'closed', missing: 0 }
  const { completeness } = await assembleDossier(request.db, request.authority.id, dossier.id, request.actor)
  return { state: 'open', missing: completeness.missing.length }
}
