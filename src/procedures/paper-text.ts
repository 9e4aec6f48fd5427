import type { Actor } from '../changes/actor.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { findAttachment, listAttachments } from '../documents/attachment-store.ts'
import { keptBy, type Paper } from '../documents/paper.ts'
import {
  findPaperSheet,
  insertPaperSheet,
  lockPaperSheet,
  type StoredSheet,
  updatePaperSheet,
} from '../documents/paper-sheet-store.ts'
import { getPaper, listRecipients } from '../documents/paper-store.ts'
import { chooseLayout, layoutById } from '../papers/choose-layout.ts'
import { type DrawnPaper, drawPaper, type PaperQuestion } from '../papers/draw-paper.ts'
import { listNamedPetitionIds } from '../papers/facts/petition-fact-store.ts'
import { issuedSheet } from '../papers/issued-sheet.ts'
import type { Branch, Layout } from '../papers/layout-profile.ts'
import { shippedLayouts } from '../papers/load-layouts.ts'
import type { PaperFacts } from '../papers/paper-facts.ts'
import { readSignature } from '../papers/read-frame.ts'
import { readSheet, type Sheet } from '../papers/sheet.ts'
import { namedRecipients, withRecipients } from '../papers/sheet-recipients.ts'
import { findTextLock, holdTextLock } from '../papers/text-lock-store.ts'
import { findPetitionScopes } from '../petitions/petition-store.ts'
import { getPlan } from '../plans/plan-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { BrokenRule, NotPermitted } from '../platform/errors.ts'
import { findActOfPaper } from '../supervision/supervision-store.ts'

/** How a text came from the data: the paper then, and the facts it was filled from. */
export interface FromData {
  sheet: Sheet
  facts: PaperFacts
}

/** The layout of papers of a branch on the day of issue; a draft is asked with today. */
export async function layoutOf(branch: Branch, on: Day): Promise<Layout> {
  return chooseLayout(await shippedLayouts(), { issuerBranch: branch, chairBranch: null, kind: '', issuedOn: on })
}

/** The text of a paper and the layout it is written in: once issued always the same. */
export async function textOf(stored: StoredSheet, today: Day): Promise<{ sheet: Sheet; layout: Layout }> {
  const sheet = readSheet(stored.sheet)
  if (stored.layoutId !== null) return { sheet, layout: layoutById(await shippedLayouts(), stored.layoutId) }
  return { sheet, layout: await layoutOf(stored.branch as Branch, today) }
}

/**
 * Who draws a paper reads all it will hold: papers about a dialogue name its petitions, so they are for those who read
 * them all; an agency draws what is about its own share or a petition given to it.
 */
export async function mayReadFacts(
  db: Db,
  actor: Actor,
  authorityId: number,
  drawn: Pick<DrawnPaper, 'about' | 'aboutId' | 'agencyId'>,
): Promise<boolean> {
  if (drawn.about === 'petition') {
    const scopes = await findPetitionScopes(db, authorityId, drawn.aboutId)
    return scopes !== null && actor.may('petition:read', scopes.reading)
  }
  if (drawn.about === 'plan') return actor.may('plan:read', { authorityId })
  const agencyIds = drawn.agencyId === null ? [] : [drawn.agencyId]
  return actor.may('petition:read', { authorityId, agencyIds })
}

/** As `mayReadFacts`; throws NotPermitted. */
export async function requireFacts(context: ChangeContext, drawn: DrawnPaper): Promise<void> {
  if (!(await mayReadFacts(context.db, context.actor, context.authorityId, drawn)))
    throw new NotPermitted('petition:read')
}

/** Keeps a drawn text with its paper, for the first time or anew: as drawn, or as `sheet` with its recipients. */
export async function keepText(
  context: ChangeContext,
  paper: Paper,
  drawn: DrawnPaper,
  { variant, sheet = drawn.sheet }: { variant: string; sheet?: Sheet },
): Promise<void> {
  const { db, authorityId } = context
  const fromData: FromData = { sheet: drawn.sheet, facts: drawn.facts }
  const text = {
    about: drawn.about,
    aboutId: drawn.aboutId,
    agencyId: drawn.agencyId,
    variant,
    branch: drawn.branch,
    templateId: drawn.wording.templateId,
    templateSha256: drawn.wording.sha256,
    wordFormId: drawn.wordFormId,
    sheet,
    fromData,
    drawnAt: context.now,
    drawnBy: context.actor.accountId,
    petitionIds: await listNamedPetitionIds(db, { authorityId, ...drawn }),
  }
  const stored = await lockPaperSheet(db, authorityId, paper.id)
  if (stored) await updatePaperSheet(db, authorityId, stored, { ...text, wordAttachmentId: null })
  else await insertPaperSheet(db, authorityId, { ...text, paperId: paper.id })
}

/** Refuses a draft whose text holds what only some may know of now, or what was erased: it is drawn again first. */
export async function requireFreeText({ db, authorityId }: ChangeContext, paperId: number): Promise<void> {
  if (await findTextLock(db, authorityId, paperId)) throw new BrokenRule('paper/text-locked')
}

/**
 * Closes the text of a paper that was just issued: number, date and signer come in, the layout is that of the day of
 * issue; from then on it is the same for ever. Nothing is done for a paper whose text is not from data. Throws
 * BrokenRule `paper/text-locked` for one that must be drawn again first.
 */
export async function sealText(context: ChangeContext, paperId: number): Promise<void> {
  const { db, authorityId } = context
  const stored = await lockPaperSheet(db, authorityId, paperId)
  if (!stored || stored.sealedAt !== null) return
  if (await holdTextLock(db, authorityId, paperId)) throw new BrokenRule('paper/text-locked')
  const paper = await getPaper(db, authorityId, paperId)
  const signer = { capacity: paper.signCapacity ?? 'head', title: paper.signerTitle ?? '', name: paper.signerName }
  const on = paper.datedOn!
  const signature = await readSignature(db, authorityId, { issuerAgencyId: paper.issuerAgencyId, on, ...signer })
  const sheet = issuedSheet(readSheet(stored.sheet), { number: paper.number, datedOn: on, signature })
  const layout = await layoutOf(stored.branch as Branch, on)
  await updatePaperSheet(db, authorityId, stored, { sheet, layoutId: layout.id, sealedAt: context.now })
}

/**
 * As `sealText`, for a paper that an act of its own issues: its text is drawn from the data at that moment, unless a Word
 * file was approved in its place. `naming` gives the drawn text with those who get it. False where there is no wording.
 */
export async function drawAndSeal(
  context: ChangeContext,
  paperId: number,
  naming?: (paper: Paper, drawn: DrawnPaper) => Promise<Sheet>,
): Promise<boolean> {
  const { db, authorityId, today } = context
  const paper = await getPaper(db, authorityId, paperId)
  const stored = await findPaperSheet(db, authorityId, paperId)
  if (stored && stored.wordAttachmentId !== null) return sealWordFile(context, paper, stored)
  const asked = await questionOf(db, authorityId, paper, { variant: '', today })
  const drawn = asked && (await drawPaper(db, authorityId, asked))
  if (!drawn) return false
  const sheet = naming ? await naming(paper, drawn) : await namingRecipients(context, paper, drawn.sheet)
  await keepText(context, paper, drawn, { variant: '', sheet })
  await sealText(context, paperId)
  return true
}

/** What was approved as a Word file is issued as that, with the text from the data as it stood then. */
async function sealWordFile(context: ChangeContext, paper: Paper, stored: StoredSheet): Promise<true> {
  const { db, authorityId } = context
  const mayBeRead = (await wordFileOf(db, authorityId, stored)) && !(await holdTextLock(db, authorityId, paper.id))
  if (!mayBeRead) throw new BrokenRule('paper/word-locked')
  const sheet = await namingRecipients(context, paper, readSheet(stored.sheet))
  await updatePaperSheet(db, authorityId, stored, { sheet })
  await sealText(context, paper.id)
  return true
}

/** Of a paper that an act of its own sends: whom its register names one by one and its text does not yet, is added. */
async function namingRecipients({ db, authorityId }: ChangeContext, { id }: Paper, sheet: Sheet): Promise<Sheet> {
  const named = namedRecipients(sheet)
  const further = (await listRecipients(db, authorityId, id))
    .filter((one) => one.agencyId !== null && NAMED_SINGLY.has(one.purpose))
    .filter((one) => !named.some(({ name }) => name === one.name))
  const added = further.map(({ name, remark }) => ({ name, remark, writtenTo: false }))
  return further.length === 0 ? sheet : withRecipients(sheet, [...named, ...added])
}

/** The others stand together on the paper: “Các cơ quan, đơn vị được giao giải quyết”, “Trưởng các thôn”. */
const NAMED_SINGLY = new Set(['superior', 'board', 'front', 'other'])

/** What is asked to draw the text of a paper anew; null where nobody is known to issue it. */
export async function questionOf(
  db: Db,
  authorityId: number,
  paper: Pick<Paper, 'id' | 'kind' | 'subjectKind' | 'subjectId' | 'issuerAgencyId'>,
  { variant, today }: { variant: string | null; today: Day },
): Promise<PaperQuestion | null> {
  const { kind, subjectKind, subjectId } = paper
  // the issuer of a plan is chosen with the plan
  const issuerAgencyId =
    keptBy(paper) === 'plan' ? (await getPlan(db, authorityId, subjectId)).issuerAgencyId : paper.issuerAgencyId
  if (issuerAgencyId === null) return null
  const act = await findActOfPaper(db, authorityId, paper.id)
  const asked = { kind, subjectKind, subjectId, issuerAgencyId, today, variant: variant ?? (act ? 'act' : '') }
  return act ? { ...asked, actId: act.id } : asked
}

/** What an approver of this draft reads, as one word: it changes with its text, its Word file and its other files. */
export async function versionToApprove(
  db: Db,
  authorityId: number,
  paper: Pick<Paper, 'id' | 'version'>,
): Promise<string> {
  const sheet = await findPaperSheet(db, authorityId, paper.id)
  const files = await listAttachments(db, authorityId, 'paper', paper.id)
  const standing = files.filter((file) => !file.withdrawnAt)
  return [paper.version, sheet?.version ?? 0, standing.length, Math.max(0, ...standing.map((file) => file.id))].join(
    '.',
  )
}

/** The Word file that is the paper's text, null while the text is the one from the data. */
export async function wordFileOf(db: Db, authorityId: number, stored: StoredSheet | null) {
  if (!stored || stored.wordAttachmentId === null) return null
  const file = await findAttachment(db, authorityId, stored.wordAttachmentId)
  return file && !file.withdrawnAt && !file.erasedAt ? file : null
}
