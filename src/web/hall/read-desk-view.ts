import { listAgencies } from '../../agencies/agency-store.ts'
import { countExclusions } from '../../dialogues/conference-store.ts'
import type { Dialogue } from '../../dialogues/dialogue.ts'
import { type Invitee, listInvitees, listPresiding } from '../../dialogues/dialogue-people-store.ts'
import { listArrivals } from '../../hall/door-store.ts'
import { attendanceOf, type Hall, type HallArrival } from '../../hall/hall.ts'
import { findUndoableEvent } from '../../hall/hall-event-store.ts'
import { type HallPetition, listHallPetitions } from '../../hall/hall-petition-store.ts'
import { loadHallState } from '../../hall/hall-store.ts'
import { listNotes } from '../../hall/note-store.ts'
import { listOpenItems, type OpenItem, openItemPath } from '../../hall/open-item-store.ts'
import { listQuestions } from '../../hall/question-store.ts'
import { isOpenState } from '../../petitions/petition.ts'
import { visibilityOf } from '../../petitions/petition-scope.ts'
import { formatDay } from '../../platform/day.ts'
import { readTogether } from '../../platform/read-together.ts'
import { getRegulationVersion } from '../../regulations/regulation-store.ts'
import { type OfficeRequest, queryText } from '../office/office-route.ts'
import { hallWords } from '../words/hall-words.ts'
import type { Desk, DeskInvitee, DeskOpenItem, DeskPetition, DeskQuestion, DeskView } from './hall-view.ts'

/** Which parts of a desk this reader may see, by his own permissions. */
function rightsOf({ actor, authority }: OfficeRequest) {
  const may = (permission: Parameters<typeof actor.may>[0]) => actor.may(permission, { authorityId: authority.id })
  const conducts = may('dialogue:conduct')
  const door = may('hall:door')
  return {
    ...{ conducts, door, note: may('hall:note'), exclusions: may('dialogue:see-exclusions') },
    ...{ capture: may('petition:receive'), answer: may('petition:answer-at-conference') },
    promise: may('petition:promise'),
    // the words people sent in and their names stay with those who keep the record
    reads: conducts || door || may('dossier:read'),
    /** the agency whose own part alone is shown; null: everybody's */
    own: conducts ? null : actor.agencyId,
  }
}

async function readParts(request: OfficeRequest, dialogue: Dialogue, hall: Hall, desk: Desk) {
  const { db, actor, authority, today } = request
  const at = [db, authority.id, dialogue.id] as const
  const { conducts, door, note, own } = rightsOf(request)
  const visibility = desk === 'door' ? null : visibilityOf(actor, authority.id)
  const of = { authorityId: authority.id, dialogueId: dialogue.id, heldOn: dialogue.heldOn }
  const { version, ...parts } = await readTogether({
    state: loadHallState(db, hall),
    undoable: conducts ? findUndoableEvent(...at) : null,
    arrivals: listArrivals(...at),
    invitees: door && desk === 'door' ? listInvitees(...at) : [],
    petitions: visibility ? listHallPetitions(db, visibility, dialogue.id) : [],
    questions: conducts && desk !== 'door' ? listQuestions(...at) : [],
    notes: conducts || (note && own !== null) ? listNotes(...at, own) : [],
    agencies: conducts ? listAgencies(db, authority.id, { on: today }) : [],
    version: getRegulationVersion(db, dialogue.regulationVersionId),
    presiding: listPresiding(...at),
    open: visibility ? listOpenItems(db, visibility, of) : [],
    excluded: countExclusions(...at),
  })
  return { ...parts, regulation: version.regulation }
}

/** What one desk shows to this reader: every part by his own permissions. */
export async function readDeskView(
  request: OfficeRequest,
  dialogue: Dialogue,
  hall: Hall,
  desk: Desk,
): Promise<DeskView> {
  const { actor, lang } = request
  const rights = rightsOf(request)
  const parts = await readParts(request, dialogue, hall, desk)
  const { state, undoable, regulation } = parts
  const here = parts.arrivals.filter((one) => one.takenBackAt === null)
  const isOurs = (leadAgencyId: number | null) => rights.conducts || leadAgencyId === actor.agencyId
  return {
    ...{ kind: 'desk', desk, version: hall.version, now: request.now.getTime(), lang, csrf: request.chrome.csrf },
    reader: actor.accountId,
    base: request.link(`/hoi-nghi/${dialogue.id}/hoi-truong`),
    ...{ title: dialogue.title, topic: dialogue.topic, venue: dialogue.venue },
    day: dialogue.heldOn ? formatDay(dialogue.heldOn) : '',
    state: rights.reads ? state : { ...state, speeches: state.speeches.map((one) => ({ ...one, content: '' })) },
    undoable: undoable ? { act: undoable.act, by: undoable.by ?? '', seq: undoable.seq, key: '' } : null,
    attendance: attendanceOf(parts.arrivals),
    invitees: parts.invitees.map((one) => deskInvitee(one, here)),
    sought: queryText(request, desk === 'door' ? 'ma' : 'tim').slice(0, 200),
    exclusions: parts.excluded,
    exclusionGrounds: rights.exclusions
      ? regulation.meetingRules.exclusionGrounds.map(({ key, label }) => ({ key, label }))
      : [],
    arrivals: desk === 'door' ? here.slice(0, 12).map(deskArrival) : [],
    questions: parts.questions.map(deskQuestion),
    petitions: parts.petitions
      .filter((one) => desk !== 'agency' || rights.own === null || isOurs(one.leadAgencyId))
      .map((one) => deskPetition(one, lang)),
    screenLook: hall.screenLook as DeskView['screenLook'],
    openItems: parts.open
      .map((one, at) => deskOpenItem(request, one, at + 1))
      .filter((_, at) => desk !== 'agency' || isOurs(parts.open[at]!.leadAgencyId)),
    notes: parts.notes.map((one) => ({
      ...{ id: one.id, agency: one.agencyName, text: one.text, petitionId: one.petitionId },
      ...{ at: one.at.getTime(), isRead: one.readAt !== null },
    })),
    agencies: parts.agencies
      .filter((one) => one.level !== 'village')
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    areas: (regulation.petitionFields?.subjectAreas ?? []).map(({ key, label }) => ({ key, label })),
    answerers: parts.presiding.map((one) => [one.postTitle, one.personName].filter(Boolean).join(' ')),
    can: {
      ...{ conduct: rights.conducts, door: rights.door, capture: rights.capture, answer: rights.answer },
      ...{ promise: rights.promise, note: rights.note },
    },
  }
}

function deskInvitee(one: Invitee, here: readonly HallArrival[]): DeskInvitee {
  const { id, name, title, kind, headcount, code } = one
  const arrivedAt = here.find((arrival) => arrival.inviteeId === id)?.at.getTime() ?? null
  return { id, name, title, kind, headcount, code, arrivedAt }
}

function deskArrival({ id, name, village, kind, headcount, at, inviteeId }: HallArrival): DeskView['arrivals'][number] {
  return { id, name, village, kind, headcount, at: at.getTime(), inviteeId }
}

function deskQuestion(one: Awaited<ReturnType<typeof listQuestions>>[number]): DeskQuestion {
  const { id, version, source, name, village, text, shownText, answer, state, hiddenReason, supports, petitionId } = one
  return {
    ...{ id, version, source, name, village, text, shownText, answer, state, hiddenReason, supports, petitionId },
    at: one.at.getTime(),
  }
}

function deskOpenItem(request: OfficeRequest, one: OpenItem, number: number): DeskOpenItem {
  const { subjectKind, subjectId, codes, content, conclusion, agency, proposed, said, reportedBy } = one
  return {
    ...{ number, subjectKind, subjectId, codes, content, conclusion, agency, proposed, said, reportedBy },
    heldOn: formatDay(one.heldOn),
    dueOn: one.dueOn ? formatDay(one.dueOn) : null,
    isLate: one.dueOn !== null && one.dueOn < request.today,
    href: request.link(openItemPath(one)),
    nextOn: one.nextOn ? formatDay(one.nextOn) : null,
  }
}

function deskPetition(one: HallPetition, lang: OfficeRequest['lang']): DeskPetition {
  const words = hallWords[lang].petition
  const earlier = one.earlierCode
    ? words.earlier(
        one.earlierCode,
        one.earlierAnsweredOn ? formatDay(one.earlierAnsweredOn) : '',
        one.earlierPromisedOn ? formatDay(one.earlierPromisedOn) : '',
        one.earlierSettledOn ? formatDay(one.earlierSettledOn) : '',
      )
    : null
  return {
    ...{ id: one.id, code: one.code, content: one.content, raised: one.raised },
    isOpen: isOpenState(one.state),
    ...{ disposition: one.disposition, version: one.version, submissionId: one.submissionId },
    ...{ leadAgencyId: one.leadAgencyId, agency: one.agencyName ?? '', petitioner: one.petitionerName },
    promisedOn: one.promisedOn ? formatDay(one.promisedOn) : null,
    ...{ prepared: one.prepared, answer: one.answer, answeredBy: one.answeredBy },
    ...{ deferredReason: one.deferredReason, round: one.repeatNumber, earlier },
  }
}
