import { findDialogue } from '../../../dialogues/dialogue-store.ts'
import { keptBy, type Paper } from '../../../documents/paper.ts'
import { listPapers } from '../../../documents/paper-store.ts'
import { type DrawnPaper, drawPaper } from '../../../papers/draw-paper.ts'
import { issuedSheet } from '../../../papers/issued-sheet.ts'
import { likelyIssuer } from '../../../papers/likely-issuer.ts'
import { readSignature } from '../../../papers/read-frame.ts'
import type { Sheet } from '../../../papers/sheet.ts'
import { findPetition, findReadingScope } from '../../../petitions/petition-store.ts'
import { findPlan } from '../../../plans/plan-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { mayReadFacts } from '../../../procedures/paper-text.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import type { Lang } from '../../words/words.ts'
import { issuersFor } from '../documents/new-paper-page.tsx'
import { kindName } from '../documents/paper-view.tsx'
import { type OfficeRequest, queryId, queryText } from '../office-route.ts'

/** What a drawn paper is about, from the address: `cuoc`, `kien-nghi` or `ke-hoach`. */
export interface DrawnSubject {
  subjectKind: 'dialogue' | 'petition' | 'plan'
  subjectId: number
  label: string
  href: string
  /** who would issue a paper about it */
  leadAgencyId: number | null
  /** the part of the address that names it */
  query: string
}

/** The subject of the address; null when none is named. Throws NotFound for one the reader may not see. */
export async function drawnSubject(request: OfficeRequest): Promise<DrawnSubject | null> {
  const { db, authority, actor } = request
  const petitionId = queryId(request, 'kien-nghi')
  if (petitionId > 0) {
    const petition = await findPetition(db, authority.id, petitionId)
    const scope = await findReadingScope(db, authority.id, petitionId)
    if (!petition || !scope || !actor.may('petition:read', scope)) throw new NotFound('petition')
    const href = request.link(`/kien-nghi/${petition.id}`)
    const about = { subjectKind: 'petition' as const, subjectId: petition.id, label: petition.code, href }
    return { ...about, leadAgencyId: petition.leadAgencyId, query: `kien-nghi=${petition.id}` }
  }
  const planId = queryId(request, 'ke-hoach')
  if (planId > 0) {
    const plan = await findPlan(db, authority.id, planId)
    if (!plan || !actor.may('plan:read', { authorityId: authority.id })) throw new NotFound('plan')
    const href = request.link(`/ke-hoach/${plan.id}`)
    const about = { subjectKind: 'plan' as const, subjectId: plan.id, label: plan.title, href }
    return { ...about, leadAgencyId: plan.issuerAgencyId, query: `ke-hoach=${plan.id}` }
  }
  const dialogueId = queryId(request, 'cuoc')
  if (dialogueId === 0) return null
  const dialogue = await findDialogue(db, authority.id, dialogueId)
  if (!dialogue) throw new NotFound('dialogue')
  const href = request.link(`/hoi-nghi/${dialogue.id}`)
  const about = { subjectKind: 'dialogue' as const, subjectId: dialogue.id, label: dialogue.title, href }
  return { ...about, leadAgencyId: dialogue.leadAgencyId, query: `cuoc=${dialogue.id}` }
}

/** `Thông báo kết luận (bản công khai …)`. */
export function paperName(kind: string, variant: string, lang: Lang): string {
  const variants: Readonly<Record<string, string>> = sheetWords[lang].variants
  return variant === '' ? kindName(kind, lang) : `${kindName(kind, lang)} (${variants[variant] ?? variant})`
}

/**
 * The agencies that may issue it for this reader, and the likely one. Whoever may not draft sees it as the lead agency
 * would issue it; of a paper that an act of its own leads the issuer stands.
 */
export async function drawnIssuer(request: OfficeRequest, subject: DrawnSubject, kind: string) {
  const issuers = await issuersFor(request)
  const may = (id: number | null) => id !== null && issuers.some((agency) => agency.id === id)
  const kept = (await keptPaper(request, subject, kind))?.issuerAgencyId ?? null
  const { subjectKind, subjectId } = subject
  const asked = { ...drawnKind(request), kind, subjectKind, subjectId, today: request.today }
  const likely = await likelyIssuer(request.db, request.authority.id, asked)
  const wanted = [queryId(request, 'co-quan'), likely, subject.leadAgencyId, request.actor.agencyId]
  const issuerId = kept ?? wanted.find(may) ?? issuers[0]?.id ?? subject.leadAgencyId
  return { issuers, issuerId, fixed: kept !== null }
}

/** The paper that an act of its own leads, as far as it is; null for other kinds. */
export async function keptPaper(request: OfficeRequest, { subjectKind, subjectId }: DrawnSubject, kind: string) {
  if (keptBy({ kind, subjectKind }) === null) return null
  const papers = await listPapers(request.db, request.authority.id, { subjectKind, subjectId })
  return papers.findLast((paper) => paper.kind === kind && paper.state !== 'void') ?? null
}

/** Kind and variant of the address. */
export function drawnKind(request: OfficeRequest): { kind: string; variant: string } {
  return { kind: queryText(request, 'loai'), variant: queryText(request, 'ban') }
}

/** The paper as the data give it now; throws NotFound where there is none or the reader may not know its facts. */
export async function drawnNow(
  request: OfficeRequest,
  subject: DrawnSubject,
  asked: { kind: string; variant: string; issuerAgencyId: number },
): Promise<DrawnPaper> {
  const { db, authority, actor, today } = request
  const { subjectKind, subjectId } = subject
  const petitionerId = queryId(request, 'nguoi')
  const question = { ...asked, subjectKind, subjectId, today, ...(petitionerId > 0 ? { petitionerId } : {}) }
  if (asked.variant === 'petitioner' && petitionerId === 0) throw new NotFound('petitioner')
  const drawn = await drawPaper(db, authority.id, question)
  if (!drawn || !(await mayReadFacts(db, actor, authority.id, drawn))) throw new NotFound('paper')
  const paper = await keptPaper(request, subject, asked.kind)
  return paper?.state === 'issued' ? { ...drawn, sheet: await asIssued(request, drawn.sheet, paper) } : drawn
}

/** The public version and that for a petitioner carry number, date and signer of the paper they are made of. */
async function asIssued({ db, authority }: OfficeRequest, sheet: Sheet, paper: Paper): Promise<Sheet> {
  const on = paper.datedOn!
  const signer = { capacity: paper.signCapacity ?? 'head', title: paper.signerTitle ?? '', name: paper.signerName }
  const signature = await readSignature(db, authority.id, { issuerAgencyId: paper.issuerAgencyId, on, ...signer })
  return issuedSheet(sheet, { number: paper.number, datedOn: on, signature })
}
