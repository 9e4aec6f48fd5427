import { listAgencies } from '../../../agencies/agency-store.ts'
import { loadCalendar } from '../../../calendar/calendar-store.ts'
import { listLogOf } from '../../../changes/change-log-store.ts'
import { requirePermission } from '../../../changes/perform-change.ts'
import { listDeadlinesOf } from '../../../deadlines/deadline-store.ts'
import { listAttachments } from '../../../documents/attachment-store.ts'
import { listSubjectPapers } from '../../../documents/paper-store.ts'
import { listAnswers, listSupports } from '../../../petitions/answer-store.ts'
import type { Petition } from '../../../petitions/petition.ts'
import { nextActions, orderActions } from '../../../petitions/petition-actions.ts'
import { findDialogueOfPetition } from '../../../petitions/petition-dialogue-store.ts'
import { findPetitionFields } from '../../../petitions/petition-fields.ts'
import { listCopetitioners, listLinks } from '../../../petitions/petition-link-store.ts'
import { hasOpenedSince, listReaders } from '../../../petitions/petition-reader-store.ts'
import { type PetitionScopes, type Visibility, visibilityOf } from '../../../petitions/petition-scope.ts'
import { findPetition, findPetitionScopes, getPetitionFacts } from '../../../petitions/petition-store.ts'
import { findPetitioner } from '../../../petitions/petitioner-store.ts'
import { listEscalations, listTransfers } from '../../../petitions/referral-store.ts'
import { countSiblings, getSubmission, listSiblings } from '../../../petitions/submission-store.ts'
import { wholeTextIsOpen } from '../../../petitions/whole-text.ts'
import type { Db } from '../../../platform/db/connection.ts'
import { NotFound } from '../../../platform/errors.ts'
import { idParam, type OfficeRequest } from '../office-route.ts'

/** How long an opening of a confidential petition lasts. */
const OPENING_MINUTES = 60

/** The petition of the address; whoever may not read it gets 404. */
export async function readablePetition(request: OfficeRequest) {
  const { db, authority, actor } = request
  const id = idParam(request)
  const [scopes, petition] = await Promise.all([
    findPetitionScopes(db, authority.id, id),
    findPetition(db, authority.id, id),
  ])
  if (!scopes || !petition) throw new NotFound('petition')
  requirePermission(actor, 'petition:read', scopes.reading)
  return { petition, scopes }
}

/** Whether a confidential petition has lately been opened by this reader, with a purpose. */
export async function isOpened(
  request: OfficeRequest,
  petition: { id: number; confidential: boolean },
): Promise<boolean> {
  if (!petition.confidential) return true
  const since = new Date(request.now.getTime() - OPENING_MINUTES * 60_000)
  const { accountId } = request.actor
  return accountId !== null && hasOpenedSince(request.db, request.authority.id, petition.id, accountId, since)
}

/** Who asked, and what was done about it. */
async function loadCourse(db: Db, visibility: Visibility, { authorityId, id, ...petition }: Petition) {
  const [facts, submission, petitioner, copetitioners, answers, supports, transfers, escalations, links] =
    await Promise.all([
      getPetitionFacts(db, authorityId, id),
      getSubmission(db, authorityId, petition.submissionId),
      findPetitioner(db, authorityId, petition.petitionerId),
      listCopetitioners(db, authorityId, id),
      listAnswers(db, authorityId, id),
      listSupports(db, authorityId, id),
      listTransfers(db, authorityId, id),
      listEscalations(db, authorityId, id),
      listLinks(db, visibility, id),
    ])
  return { facts, submission, petitioner, copetitioners, answers, supports, transfers, escalations, links }
}

/** What stands around it: its dialogue, deadlines, files, papers and history. */
async function loadSurroundings(db: Db, visibility: Visibility, { authorityId, id, ...petition }: Petition) {
  const [siblings, parts, dialogue, fields, deadlines, files, papers, log, agencies, calendar, readers] =
    await Promise.all([
      listSiblings(db, visibility, petition.submissionId),
      countSiblings(db, authorityId, petition.submissionId),
      petition.dialogueId === null ? null : findDialogueOfPetition(db, authorityId, petition.dialogueId),
      findPetitionFields(db, authorityId, petition.dialogueId, petition.receivedOn),
      listDeadlinesOf(db, authorityId, 'petition', id),
      listAttachments(db, authorityId, 'petition', id),
      listSubjectPapers(db, authorityId, 'petition', id),
      listLogOf(db, authorityId, 'petition', id, 100),
      listAgencies(db, authorityId),
      loadCalendar(db),
      petition.confidential ? listReaders(db, authorityId, id) : [],
    ])
  return {
    wholeTextOpen: wholeTextIsOpen(petition, siblings, parts),
    siblings: siblings.filter((sibling) => sibling.id !== id),
    dialogue,
    fields,
    deadlines,
    files,
    ...papers,
    log,
    agencyNames: new Map(agencies.map((agency) => [agency.id, agency.name])),
    calendar,
    readers,
  }
}

/** Everything the page of a petition shows. */
export async function loadPetitionView(
  request: OfficeRequest,
  { petition, scopes }: { petition: Petition; scopes: PetitionScopes },
) {
  const { db, actor, today } = request
  const visibility = visibilityOf(actor, petition.authorityId)!
  const [course, surroundings] = await Promise.all([
    loadCourse(db, visibility, petition),
    loadSurroundings(db, visibility, petition),
  ])
  const actions = orderActions(nextActions(actor, course.facts, scopes), course.facts)
  return { petition, scopes, ...course, ...surroundings, actions, today }
}

export type PetitionView = Awaited<ReturnType<typeof loadPetitionView>>
