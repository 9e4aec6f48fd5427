import { findAttachment } from '../../../documents/attachment-store.ts'
import type { Paper } from '../../../documents/paper.ts'
import { findPaperSheet, type StoredSheet } from '../../../documents/paper-sheet-store.ts'
import type { Layout } from '../../../papers/layout-profile.ts'
import type { PaperFacts } from '../../../papers/paper-facts.ts'
import { type PaperMark, writePaperMark } from '../../../papers/paper-mark.ts'
import type { Sheet } from '../../../papers/sheet.ts'
import { sheetFingerprint } from '../../../papers/sheet-text.ts'
import { findWordForm } from '../../../papers/template-store.ts'
import { formTexts } from '../../../papers/word-form-places.ts'
import { type PaperFormat, writeOnForm, writePaper } from '../../../papers/write-paper.ts'
import type { Day } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { readStored } from '../../../platform/files/receive-upload.ts'
import { drawKept, isKeptDraft } from '../../../procedures/kept-text.ts'
import { type FromData, layoutOf, mayReadFacts, textOf, wordFileOf } from '../../../procedures/paper-text.ts'
import { kindName, loadPaper, PAPERS } from '../documents/paper-view.tsx'
import { redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { drawnIssuer, drawnKind, drawnNow, drawnSubject, keptPaper, paperName } from './drawn-request.ts'

const MEDIA: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** `?ban=du-lieu` */
export const FROM_DATA = 'du-lieu'

/** GET /van-ban/:id/van-ban.docx and .pdf – open to whom the paper is open, in the state it is in. */
export async function downloadPaper(request: OfficeRequest, format: PaperFormat): Promise<OfficeReply> {
  const { db, authority, runtime, today } = request
  const { paper, lock } = await loadPaper(request)
  if (lock) throw new NotFound('paperSheet')
  const stored = await findPaperSheet(db, authority.id, paper.id)
  // the text from the data beside the Word file in its place, to begin anew with
  const fresh = isKeptDraft(paper) && queryText(request, 'ban') === FROM_DATA
  const file = fresh ? null : await wordFileOf(db, authority.id, stored)
  if (file) {
    // of a text edited in Word there is no other PDF than the signed copy
    if (format === 'pdf') throw new NotFound('paperSheet')
    return { kind: 'download', name: file.name, mediaType: file.mediaType, body: await runtime.files.open(file.sha256) }
  }
  const { sheet, layout, facts, wordFormId, mark } =
    (await keptText(request, paper)) ?? (await storedText(stored, today))
  const shown = stateShown(sheet, paper)
  const name = fileName(paper)
  const form = format === 'docx' ? await formOf(request, wordFormId) : null
  if (!form) return sheetFile(shown, layout, { name, format, mark: writePaperMark(mark) })
  const texts = formTexts(form.places, shown, layout, facts)
  const body = await writeOnForm({ form: form.bytes, texts, sheet: shown, layout, mark: writePaperMark(mark) })
  return { kind: 'download', name: `${name}.docx`, mediaType: MEDIA.docx, body }
}

interface TextToWrite {
  sheet: Sheet
  layout: Layout
  facts: PaperFacts
  wordFormId: number | null
  mark: PaperMark
}

async function storedText(stored: StoredSheet | null, today: Day): Promise<TextToWrite> {
  if (!stored) throw new NotFound('paperSheet')
  const { facts } = stored.fromData as FromData
  const mark = { paperId: stored.paperId, version: stored.version }
  return { ...(await textOf(stored, today)), facts, wordFormId: stored.wordFormId, mark }
}

/** Of a conclusion or a plan before its issue: as its data are now. Null for other papers. */
async function keptText(request: OfficeRequest, paper: Paper): Promise<TextToWrite | null> {
  if (!isKeptDraft(paper)) return null
  const { db, authority, actor, today } = request
  const drawn = await drawKept(db, authority.id, paper, today)
  if (!drawn || !(await mayReadFacts(db, actor, authority.id, drawn))) throw new NotFound('paperSheet')
  const { sheet, facts, wordFormId } = drawn
  return { sheet, facts, wordFormId, layout: await layoutOf(drawn.branch, today), mark: keptMark(paper, sheet) }
}

function keptMark(paper: Pick<Paper, 'id'>, sheet: Sheet): PaperMark {
  return { paperId: paper.id, version: 0, words: sheetFingerprint(sheet) }
}

/** The authority's own Word file the text was drawn on; null for the program's layout, or when the file is gone. */
async function formOf({ db, authority, runtime }: OfficeRequest, wordFormId: number | null) {
  const form = wordFormId === null ? null : await findWordForm(db, authority.id, wordFormId)
  const file = form?.attachmentId ? await findAttachment(db, authority.id, form.attachmentId) : null
  if (!form || !file || file.erasedAt) return null
  return { places: form.places, bytes: await readStored(runtime.files, file.sha256) }
}

/** A paper that is approved waits only for its number: it is a draft no more. */
export function stateShown(sheet: Sheet, { state }: Pick<Paper, 'state'>): Sheet {
  if (state === 'draft') return { ...sheet, draft: true }
  const { draft: _, ...text } = sheet
  return text
}

function fileName(paper: Paper): string {
  const number = paper.number?.replace(/[/\\]/g, '-')
  return [kindName(paper.kind, 'vi'), number].filter(Boolean).join(' ')
}

/** A paper as a file to take away. */
async function sheetFile(
  sheet: Sheet,
  layout: Layout,
  { name, format, mark }: { name: string; format: PaperFormat; mark?: string },
): Promise<OfficeReply> {
  const body = await writePaper(format, sheet, layout, mark)
  return { kind: 'download', name: `${name}.${format}`, mediaType: MEDIA[format], body }
}

/** GET /van-ban/soan/xem-truoc.docx and .pdf – the paper as the data give it now, kept nowhere. */
export async function downloadDrawn(request: OfficeRequest, format: PaperFormat): Promise<OfficeReply> {
  const subject = await drawnSubject(request)
  const asked = drawnKind(request)
  // nothing named: the way to choose
  if (!subject || asked.kind === '') return redirectTo(request.link(`${PAPERS}/soan`))
  const { issuerId } = await drawnIssuer(request, subject, asked.kind)
  if (issuerId === null) throw new NotFound('paper')
  const drawn = await drawnNow(request, subject, { ...asked, issuerAgencyId: issuerId })
  const layout = await layoutOf(drawn.branch, request.today)
  const name = paperName(asked.kind, asked.variant, 'vi')
  // taken away from here, a conclusion or a plan may come back edited, too
  const kept = asked.variant === '' ? await keptPaper(request, subject, asked.kind) : null
  const mark = kept && isKeptDraft(kept) ? { mark: writePaperMark(keptMark(kept, drawn.sheet)) } : {}
  return sheetFile(drawn.sheet, layout, { name, format, ...mark })
}
