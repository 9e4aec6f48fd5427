import { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { countExclusions, findMinutes, listAgendaSteps } from '../dialogues/conference-store.ts'
import { requireOpen } from '../dialogues/dialogue.ts'
import { changeRow } from '../dialogues/dialogue-row-store.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { writeMinutes } from '../dialogues/write-minutes.ts'
import type { Hall } from '../hall/hall.ts'
import { type HallPetition, listHallPetitions } from '../hall/hall-petition-store.ts'
import { growHall, loadHallState, lockHall } from '../hall/hall-store.ts'
import { type MinutesOpenItem, type MinutesPetition, proceedingsText, stepHappened } from '../hall/minutes-text.ts'
import { listOpenItems } from '../hall/open-item-store.ts'
import { listQuestions } from '../hall/question-store.ts'
import { hasOwnProcedure, isOpenState } from '../petitions/petition.ts'
import { savePetition } from '../petitions/petition-record.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { formatDay } from '../platform/day.ts'
import { StaleEdit } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'

/** Petitions of the conference about which nothing was recorded: not answered, not put off, nothing promised. */
export function withoutResult(petitions: readonly HallPetition[]): HallPetition[] {
  return petitions.filter(
    (one) =>
      isOpenState(one.state) &&
      !hasOwnProcedure(one.kind) &&
      one.answer === null &&
      one.deferredReason === null &&
      one.promisedOn === null,
  )
}

async function petitionsOf(context: ChangeContext, dialogueId: number): Promise<HallPetition[]> {
  const visibility = visibilityOf(context.actor, context.authorityId)
  return visibility ? listHallPetitions(context.db, visibility, dialogueId) : []
}

/** What nobody came to is examined and answered in writing (group 2), all at once, with the reason. */
export const putOffUnanswered = defineChange({
  name: 'hall/put-off-unanswered',
  permission: 'petition:answer-at-conference',
  input: z.object({ id: f.id(), reason: f.text(1000) }),
  async run(context, { id, reason }) {
    const { db, authorityId } = context
    await lockHall(db, authorityId, id)
    const open = withoutResult(await petitionsOf(context, id))
    for (const petition of open) {
      const stored = await getPetition(db, authorityId, petition.id)
      const values = { disposition: 'verifyAndReplyLater', deferredReason: reason }
      await savePetition(context, stored, stored.version, values, { action: 'petition/defer', reason })
      await refreshPetitionDeadlines(context, petition.id, { cause: 'day-set', reason })
    }
    await growHall(db, authorityId, id)
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { putOff: open.length }, reason })
    return { count: open.length }
  },
})

/**
 * Writes the minutes from what happened in the hall: the times of the agenda into its steps, the course of the
 * conference into the text. Minutes that stand already keep their conclusion, and the text before stays as a revision.
 */
export const composeMinutes = defineChange({
  name: 'minutes/compose',
  permission: 'minutes:write',
  input: z.object({ id: f.id(), version: f.optionalVersion(), secretaryName: f.personName(200) }),
  async run(context, { id, version, secretaryName }) {
    const { db, authorityId } = context
    requireOpen(await getDialogue(db, authorityId, id))
    const hall = await lockHall(db, authorityId, id)
    requireRule(hall.phase === 'ended', 'hall/still-running')
    const minutes = await findMinutes(db, authorityId, id)
    if (minutes && minutes.version !== version) throw new StaleEdit('minutes', minutes)
    await keepTimes(context, hall)
    const proceedings = await courseOf(context, hall)
    const conclusion = minutes?.conclusion ?? ''
    return writeMinutes.run(context, { id, version, secretaryName, proceedings, conclusion })
  },
})

/** The real times stand in the agenda, where nothing was written by hand. */
async function keepTimes(context: ChangeContext, hall: Hall): Promise<void> {
  const { db, authorityId } = context
  const state = await loadHallState(db, hall)
  for (const step of await listAgendaSteps(db, authorityId, hall.dialogueId)) {
    const live = state.steps.find((one) => one.id === step.id)
    const happened = live ? stepHappened(live) : ''
    if (step.happened !== '' || happened === '') continue
    await changeRow(context, 'agendaStep', step.id, null, { happened }, { action: 'dialogue/edit-agenda-step' })
  }
}

async function courseOf(context: ChangeContext, hall: Hall): Promise<string> {
  const { db, authorityId } = context
  const at = [db, authorityId, hall.dialogueId] as const
  const [state, petitions, questions, exclusions] = await Promise.all([
    loadHallState(db, hall),
    petitionsOf(context, hall.dialogueId),
    listQuestions(...at),
    countExclusions(...at),
  ])
  return proceedingsText({
    state,
    petitions: petitions.map(minutesPetition),
    questions: questions.map((one) => ({
      ...{ text: one.shownText || one.text, answer: one.answer, state: one.state, supports: one.supports },
      ...{ speechId: one.speechId, petitionId: one.petitionId },
    })),
    exclusions,
    openItems: await openItemsOf(context, hall.dialogueId),
  })
}

async function openItemsOf(context: ChangeContext, dialogueId: number): Promise<MinutesOpenItem[]> {
  const { db, authorityId, actor } = context
  const visibility = visibilityOf(actor, authorityId)
  const { heldOn } = await getDialogue(db, authorityId, dialogueId)
  const open = visibility ? await listOpenItems(db, visibility, { authorityId, dialogueId, heldOn }) : []
  return open.map(({ codes, content, agency, said, reportedBy, ...days }) => ({
    ...{ codes, content, agency, said, reportedBy },
    ...{ heldOn: formatDay(days.heldOn), nextOn: days.nextOn ? formatDay(days.nextOn) : null },
  }))
}

function minutesPetition(one: HallPetition): MinutesPetition {
  const { id, code, content, answer, answeredBy, disposition, deferredReason, promise } = one
  return {
    ...{ id, code, content, answer, answeredBy, disposition, deferredReason, promise },
    agency: one.agencyName ?? '',
    inTheHall: one.raised === 'atConference',
    promisedOn: one.promisedOn ? formatDay(one.promisedOn) : null,
  }
}
