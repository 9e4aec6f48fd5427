import type { AccessScope, Actor, Permission } from '../changes/actor.ts'
import { findAttachment } from '../documents/attachment-store.ts'
import { findDossier } from '../documents/dossier-store.ts'
import type { Paper } from '../documents/paper.ts'
import { findPaper, listRecipients } from '../documents/paper-store.ts'
import { findTextLock } from '../papers/text-lock-store.ts'
import { findPetitionScopes } from '../petitions/petition-store.ts'
import { getSubmission } from '../petitions/submission-store.ts'
import type { Db } from '../platform/db/connection.ts'

/** A paper as asked by those who read it and those who work on it: both follow from what it is about. */
export interface PaperScopes {
  reading: AccessScope
  working: AccessScope
}

/**
 * The scopes of a paper: its issuer works on it, its addressees may read it, and a paper about a petition is never
 * open to more than the petition itself. Null when there is no such paper.
 */
export async function findPaperScopes(db: Db, authorityId: number, paperId: number): Promise<PaperScopes | null> {
  const paper = await findPaper(db, authorityId, paperId)
  return paper ? paperScopes(db, authorityId, paper) : null
}

/** As `findPaperScopes`, for a paper that was read already. */
export async function paperScopes(
  db: Db,
  authorityId: number,
  paper: Pick<Paper, 'id' | 'subjectKind' | 'subjectId' | 'issuerAgencyId'>,
): Promise<PaperScopes | null> {
  const about = await aboutSubject(db, authorityId, paper.subjectKind, paper.subjectId)
  if (!about) return null
  const issuer = paper.issuerAgencyId === null ? [] : [paper.issuerAgencyId]
  const recipients = await listRecipients(db, authorityId, paper.id)
  const addressees = recipients.flatMap((one) => (one.agencyId !== null && one.sentOn !== null ? [one.agencyId] : []))
  const scope = (agencyIds: readonly number[]): AccessScope => ({
    ...about.restriction,
    agencyIds,
    seenBy: 'paper:read',
  })
  return {
    reading: scope([...issuer, ...about.agencyIds, ...addressees]),
    working: scope([...issuer, ...about.agencyIds]),
  }
}

/** The scope in which a paper about a subject may be drafted for an issuer; null when there is no such subject. */
export async function draftingScope(
  db: Db,
  authorityId: number,
  draft: { subjectKind: string; subjectId: number; issuerAgencyId: number },
): Promise<AccessScope | null> {
  const about = await aboutSubject(db, authorityId, draft.subjectKind, draft.subjectId)
  return about && { ...about.restriction, agencyIds: [draft.issuerAgencyId] }
}

/** What a subject adds to the scope of its papers: the agencies it is given to, and who may not know of it. */
async function aboutSubject(db: Db, authorityId: number, subjectKind: string, subjectId: number) {
  if (subjectKind !== 'petition') return { agencyIds: [], restriction: { authorityId } as AccessScope }
  const scopes = await findPetitionScopes(db, authorityId, subjectId)
  if (!scopes) return null
  const { agencyIds = [], seenBy: _, ...restriction } = scopes.given
  return { agencyIds, restriction: restriction as AccessScope }
}

/** Drafts are seen by those who may work on them; minutes of the internal review only by their readers (003 4.3). */
export function mayReadPaper(actor: Actor, paper: Pick<Paper, 'kind' | 'state'>, scopes: PaperScopes): boolean {
  if (!actor.may('paper:read', scopes.reading)) return false
  const { authorityId } = scopes.reading
  if (paper.kind === 'internalReviewMinutes' && !actor.may('internal-review:read', { authorityId })) return false
  if (paper.state === 'issued' || paper.state === 'void') return true
  return (
    actor.may('paper:draft', scopes.working) ||
    actor.may('paper:issue', scopes.working) ||
    actor.may('paper:approve', scopes.working)
  )
}

/** Which permission opens the files of a record of another room. */
const FILES_OF: Readonly<Record<string, Permission>> = {
  dossier: 'dossier:read',
  dialogue: 'dialogue:read',
  plan: 'plan:read',
  topicProposal: 'topic:read',
  dialogueRequest: 'request:read',
  survey: 'survey:read',
  report: 'report:read',
  conclusionNotice: 'dialogue:read',
  conclusionItem: 'dialogue:read',
  internalReview: 'internal-review:read',
}

/**
 * Whether somebody may fetch a file: as far as its subject is open to them, and no file of a draft whose text is locked.
 * False for what does not exist, too.
 */
export async function mayReadFile(db: Db, actor: Actor, authorityId: number, attachmentId: number): Promise<boolean> {
  const file = await findAttachment(db, authorityId, attachmentId)
  if (!file) return false
  if (file.subjectKind === 'paper') {
    const paper = await findPaper(db, authorityId, file.subjectId)
    const scopes = paper && (await paperScopes(db, authorityId, paper))
    return scopes ? mayReadPaper(actor, paper, scopes) && !(await findTextLock(db, authorityId, paper.id)) : false
  }
  if (file.subjectKind === 'petition') {
    const scopes = await findPetitionScopes(db, authorityId, file.subjectId)
    return scopes !== null && actor.may('petition:read', scopes.reading)
  }
  if (file.subjectKind === 'submission') {
    // sent through the Portal and not a petition yet: open to who looks at it, a confidential one to the leader
    const { confidential } = await getSubmission(db, authorityId, file.subjectId)
    return actor.may(confidential ? 'petition:restrict' : 'intake:moderate', { authorityId })
  }
  if (file.subjectKind === 'dossier' && !(await findDossier(db, authorityId, file.subjectId))) return false
  const permission = FILES_OF[file.subjectKind]
  return permission !== undefined && actor.may(permission, { authorityId, agencyIds: [] })
}
