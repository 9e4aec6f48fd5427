import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { listConclusionItems } from '../../dialogues/conclusion-store.ts'
import {
  countExclusions,
  findMinutes,
  listAgendaSteps,
  listMinutesRevisions,
  listSpeeches,
  type Speech,
} from '../../dialogues/conference-store.ts'
import { listInvitees, listPresiding } from '../../dialogues/dialogue-people-store.ts'
import { listArrivals } from '../../hall/door-store.ts'
import { attendanceOf } from '../../hall/hall.ts'
import { listHallEvents } from '../../hall/hall-event-store.ts'
import { listHallPetitions } from '../../hall/hall-petition-store.ts'
import { loadHallState } from '../../hall/hall-store.ts'
import { listNotes } from '../../hall/note-store.ts'
import { listOpenItems } from '../../hall/open-item-store.ts'
import { listQuestions } from '../../hall/question-store.ts'
import { visibilityOf } from '../../petitions/petition-scope.ts'
import { writeXlsx } from '../../reporting/write-xlsx.ts'
import { countPhoneBallots } from '../../surveys/ballot-store.ts'
import { listSurveys, listTallies } from '../../surveys/survey-store.ts'
import type { OfficeReply, OfficeRequest } from '../office/office-route.ts'
import { hallTableWords } from '../words/hall-table-words.ts'
import { hallOf } from './hall-request.ts'
import { hallTables } from './hall-tables.ts'

/**
 * GET …/xuat: everything of the conference in one ZIP, as far as its reader may know it: a workbook to read (agenda with its
 * times, the queue and every act on it, arrivals, questions, petitions with answers and promises, conclusion), the words of
 * the minutes, and the same for machines with all revisions and the ballots. Who was not admitted is only counted; how to
 * reach those who registered, and the names of browsers that asked, are not in it.
 */
export async function exportHall(request: OfficeRequest): Promise<OfficeReply> {
  const { dialogue, hall } = await hallOf(request)
  const { db, authority, actor } = request
  const at = [db, authority.id, dialogue.id] as const
  const visibility = visibilityOf(actor, authority.id)
  const of = { authorityId: authority.id, dialogueId: dialogue.id, heldOn: dialogue.heldOn }
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
  const [openItems, exclusions] = await Promise.all([
    visibility ? listOpenItems(db, visibility, of) : [],
    countExclusions(...at),
  ])
  const surveys = await surveysOf(request, dialogue.id)
  const { regulationVersionId: _, ...opened } = dialogue
  const body = {
    ...{ format: 'doi-thoai-hoi-nghi', formatVersion: 1, exportedAt: request.now, authority: authority.name },
    ...{ dialogue: opened, presiding, agenda, hall: { ...state, screenLook: hall.screenLook } },
    ...{
      speeches: speeches.map(registered),
      events,
      exclusions,
      attendance: attendanceOf(arrivals),
      arrivals,
      invitees,
    },
    questions: questions.map(({ askedBy: __, ...one }) => one),
    ...{ notes, petitions, openItems, conclusionItems: items, surveys },
    minutes: minutes ? { ...minutes, revisions: await listMinutesRevisions(db, authority.id, minutes.id) } : null,
  }
  const name = `hoi-nghi-${authority.slug}-${dialogue.heldOn ?? dialogue.id}`
  const tables = hallTables({ state, events, arrivals, invitees, questions, petitions, openItems, items }, request.lang)
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(`${hallTableWords[request.lang].readme}\n`), 'doc-truoc.txt')
  zip.addBuffer(await writeXlsx(tables, dialogue.title), 'bang-tong-hop.xlsx')
  if (minutes) zip.addBuffer(Buffer.from(minutesText(minutes)), 'bien-ban.txt')
  zip.addBuffer(Buffer.from(JSON.stringify(body, null, 2)), 'hoi-nghi.json')
  zip.end()
  const output = zip.outputStream as Readable
  return { kind: 'download', name: `${name}.zip`, mediaType: 'application/zip', body: output }
}

async function surveysOf({ db, authority }: OfficeRequest, dialogueId: number) {
  const surveys = await listSurveys(db, authority.id, dialogueId)
  return Promise.all(
    surveys.map(async (survey) => ({
      ...survey,
      tallies: await listTallies(db, authority.id, survey.id),
      // while ballots still come in, two exports would show the one cast between them
      phone: survey.state === 'settled' ? await countPhoneBallots(db, authority.id, survey.id) : null,
    })),
  )
}

/** A registration as the conference knows it: no telephone, no address, nothing of the Portal's receipt. */
function registered({ phone: _, email: __, tokenHash: ___, contactHash: ____, ...speech }: Speech) {
  return speech
}

function minutesText({ proceedings, conclusion }: { proceedings: string; conclusion: string }): string {
  return `${[proceedings, conclusion].filter(Boolean).join('\n\n')}\n`
}
