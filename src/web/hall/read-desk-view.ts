import { listAgencies } from '../../agencies/agency-store.ts'
import { countExclusions } from '../../dialogues/conference-store.ts'
import type { Dialogue } from '../../dialogues/dialogue.ts'
import { listInvitees, listPresiding } from '../../dialogues/dialogue-people-store.ts'
import { listArrivals } from '../../hall/door-store.ts'
import { attendanceOf, type Hall } from '../../hall/hall.ts'
import { findUndoableEvent } from '../../hall/hall-event-store.ts'
import { type HallPetition, listHallPetitions } from '../../hall/hall-petition-store.ts'
import { loadHallState } from '../../hall/hall-store.ts'
import { listNotes } from '../../hall/note-store.ts'
import {
  listOpenItems,
  listReportsOfOpenItems,
  type OpenItem,
  type OpenItemReport,
  openItemPath,
} from '../../hall/open-item-store.ts'
import { listQuestions } from '../../hall/question-store.ts'
import { isOpenState } from '../../petitions/petition.ts'
import { visibilityOf } from '../../petitions/petition-scope.ts'
import { formatDay } from '../../platform/day.ts'
import { getRegulationVersion } from '../../regulations/regulation-store.ts'
import { type OfficeRequest, queryText } from '../office/office-route.ts'
import { hallWords } from '../words/hall-words.ts'
import type { Desk, DeskOpenItem, DeskPetition, DeskView } from './hall-view.ts'

/** What one desk shows to this reader: every part by his own permissions. */
export async function readDeskView(
  request: OfficeRequest,
  dialogue: Dialogue,
  hall: Hall,
  desk: Desk,
): Promise<DeskView> {
  const { db, actor, authority, lang } = request
  const at = [db, authority.id, dialogue.id] as const
  const may = (permission: Parameters<typeof actor.may>[0]) => actor.may(permission, { authorityId: authority.id })
  const visibility = visibilityOf(actor, authority.id)
  const conducts = may('dialogue:conduct')
  const door = may('hall:door')
  const own = conducts ? null : actor.agencyId
  const [
    state,
    undoable,
    arrivals,
    invitees,
    petitions,
    questions,
    notes,
    agencies,
    version,
    presiding,
    open,
    told,
    exclusions,
  ] = await Promise.all([
    loadHallState(db, hall),
    conducts ? findUndoableEvent(...at) : null,
    listArrivals(...at),
    door && desk === 'door' ? listInvitees(...at) : [],
    visibility && desk !== 'door' ? listHallPetitions(db, visibility, dialogue.id) : [],
    conducts && desk !== 'door' ? listQuestions(...at) : [],
    conducts || (may('hall:note') && own !== null) ? listNotes(...at, own) : [],
    conducts ? listAgencies(db, authority.id, { on: request.today }) : [],
    getRegulationVersion(db, dialogue.regulationVersionId),
    listPresiding(...at),
    visibility && desk !== 'door'
      ? listOpenItems(db, visibility, { authorityId: authority.id, dialogueId: dialogue.id, heldOn: dialogue.heldOn })
      : [],
    desk === 'door' ? [] : listReportsOfOpenItems(...at),
    countExclusions(...at),
  ])
  const here = arrivals.filter((one) => one.takenBackAt === null)
  // the words people sent in and their names stay with those who keep the record
  const reads = conducts || door || may('dossier:read')
  return {
    ...{ kind: 'desk', desk, version: hall.version, now: request.now.getTime(), lang, csrf: request.chrome.csrf },
    reader: actor.accountId,
    base: request.link(`/hoi-nghi/${dialogue.id}/hoi-truong`),
    ...{ title: dialogue.title, topic: dialogue.topic, venue: dialogue.venue },
    day: dialogue.heldOn ? formatDay(dialogue.heldOn) : '',
    state: reads ? state : { ...state, speeches: state.speeches.map((one) => ({ ...one, content: '' })) },
    undoable: undoable ? { act: undoable.act, by: undoable.by ?? '', seq: undoable.seq, key: '' } : null,
    attendance: attendanceOf(arrivals),
    invitees: invitees.map((one) => ({
      ...{ id: one.id, name: one.name, title: one.title, kind: one.kind, headcount: one.headcount },
      arrivedAt: here.find((arrival) => arrival.inviteeId === one.id)?.at.getTime() ?? null,
      code: one.code,
    })),
    sought: desk === 'door' ? queryText(request, 'ma').slice(0, 200) : '',
    exclusions,
    exclusionGrounds: may('dialogue:see-exclusions')
      ? version.regulation.meetingRules.exclusionGrounds.map(({ key, label }) => ({ key, label }))
      : [],
    arrivals:
      desk === 'door'
        ? here.slice(0, 12).map(({ at: when, ...one }) => ({
            ...{ id: one.id, name: one.name, village: one.village, kind: one.kind, headcount: one.headcount },
            ...{ at: when.getTime(), inviteeId: one.inviteeId },
          }))
        : [],
    questions: questions.map((one) => ({
      ...{ id: one.id, version: one.version, source: one.source, name: one.name, village: one.village, text: one.text },
      ...{ shownText: one.shownText, answer: one.answer, state: one.state, hiddenReason: one.hiddenReason },
      ...{ supports: one.supports, at: one.at.getTime(), petitionId: one.petitionId },
    })),
    petitions: petitions
      .filter((one) => desk !== 'agency' || conducts || one.leadAgencyId === actor.agencyId || own === null)
      .map((one) => deskPetition(one, lang)),
    screenLook: hall.screenLook as DeskView['screenLook'],
    openItems: open
      .map((one, at) => deskOpenItem(request, one, { number: at + 1, told }))
      .filter((_, at) => desk !== 'agency' || conducts || open[at]!.leadAgencyId === actor.agencyId),
    notes: notes.map((one) => ({
      ...{ id: one.id, agency: one.agencyName, text: one.text, petitionId: one.petitionId },
      ...{ at: one.at.getTime(), isRead: one.readAt !== null },
    })),
    agencies: agencies
      .filter((one) => one.level !== 'village')
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    areas: (version.regulation.petitionFields?.subjectAreas ?? []).map(({ key, label }) => ({ key, label })),
    answerers: presiding.map((one) => [one.postTitle, one.personName].filter(Boolean).join(' ')),
    ownAgencyId: actor.agencyId,
    can: {
      ...{ conduct: conducts, door, capture: may('petition:receive'), answer: may('petition:answer-at-conference') },
      ...{ promise: may('petition:promise'), note: may('hall:note') },
    },
  }
}

function deskOpenItem(
  request: OfficeRequest,
  one: OpenItem,
  { number, told }: { number: number; told: readonly OpenItemReport[] },
): DeskOpenItem {
  const report = told.find((row) => row.subjectKind === one.subjectKind && row.subjectId === one.subjectId)
  const { subjectKind, subjectId, codes, content, conclusion, agency, proposed } = one
  return {
    ...{ number, subjectKind, subjectId, codes, content, conclusion, agency, proposed },
    heldOn: formatDay(one.heldOn),
    dueOn: one.dueOn ? formatDay(one.dueOn) : null,
    isLate: one.dueOn !== null && one.dueOn < request.today,
    href: request.link(openItemPath(one)),
    said: report?.said ?? null,
    reportedBy: report?.reportedBy ?? '',
    nextOn: report?.nextOn ? formatDay(report.nextOn) : null,
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
    ...{ id: one.id, code: one.code, content: one.content, raised: one.raised, state: one.state },
    isOpen: isOpenState(one.state),
    ...{ disposition: one.disposition, version: one.version, submissionId: one.submissionId },
    ...{ leadAgencyId: one.leadAgencyId, agency: one.agencyName ?? '', petitioner: one.petitionerName },
    promisedOn: one.promisedOn ? formatDay(one.promisedOn) : null,
    ...{ promise: one.promise, prepared: one.prepared, answer: one.answer, answeredBy: one.answeredBy },
    ...{ deferredReason: one.deferredReason, round: one.repeatNumber, earlier },
  }
}
