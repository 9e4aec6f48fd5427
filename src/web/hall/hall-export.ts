import { listConclusionItems } from '../../dialogues/conclusion-store.ts'
import { findMinutes, listAgendaSteps, listMinutesRevisions, listSpeeches } from '../../dialogues/conference-store.ts'
import { listInvitees, listPresiding } from '../../dialogues/dialogue-people-store.ts'
import { listArrivals } from '../../hall/door-store.ts'
import { attendanceOf } from '../../hall/hall.ts'
import { listHallEvents } from '../../hall/hall-event-store.ts'
import { listHallPetitions } from '../../hall/hall-petition-store.ts'
import { loadHallState } from '../../hall/hall-store.ts'
import { listNotes } from '../../hall/note-store.ts'
import { listQuestions } from '../../hall/question-store.ts'
import { visibilityOf } from '../../petitions/petition-scope.ts'
import { listSurveys, listTallies } from '../../surveys/survey-store.ts'
import type { OfficeReply, OfficeRequest } from '../office/office-route.ts'
import { hallOf } from './hall-request.ts'

/**
 * GET …/xuat: everything of the conference in one file, as far as its reader may know it: agenda with its times, the
 * queue and every act on it, arrivals, questions, petitions with answers and promises, minutes with all revisions,
 * ballots, conclusion. Who was not admitted is only counted elsewhere; names of browsers that asked are not in it.
 */
export async function exportHall(request: OfficeRequest): Promise<OfficeReply> {
  const { dialogue, hall } = await hallOf(request)
  const { db, authority, actor } = request
  const at = [db, authority.id, dialogue.id] as const
  const visibility = visibilityOf(actor, authority.id)
  const [state, agenda, presiding, invitees, speeches, events, arrivals, questions, notes, petitions, minutes, items] =
    await Promise.all([
      loadHallState(db, hall),
      listAgendaSteps(...at),
      listPresiding(...at),
      listInvitees(...at),
      listSpeeches(...at),
      listHallEvents(...at),
      listArrivals(...at),
      listQuestions(...at),
      listNotes(...at),
      visibility ? listHallPetitions(db, visibility, dialogue.id) : [],
      findMinutes(...at),
      listConclusionItems(...at),
    ])
  const surveys = await Promise.all(
    (await listSurveys(...at)).map(async (survey) => ({
      ...survey,
      tallies: await listTallies(db, authority.id, survey.id),
    })),
  )
  const { regulationVersionId: _, ...told } = dialogue
  const body = {
    ...{ format: 'doi-thoai-hoi-nghi', formatVersion: 1, exportedAt: request.now, authority: authority.name },
    ...{ dialogue: told, presiding, agenda, hall: { ...state, screenLook: hall.screenLook } },
    ...{ speeches, events, attendance: attendanceOf(arrivals), arrivals, invitees },
    questions: questions.map(({ askedBy: __, ...one }) => one),
    ...{ notes, petitions, conclusionItems: items, surveys },
    minutes: minutes ? { ...minutes, revisions: await listMinutesRevisions(db, authority.id, minutes.id) } : null,
  }
  return {
    kind: 'download',
    name: `hoi-nghi-${authority.slug}-${dialogue.heldOn ?? dialogue.id}.json`,
    mediaType: 'application/json; charset=utf-8',
    body: Buffer.from(JSON.stringify(body, null, 2)),
  }
}
