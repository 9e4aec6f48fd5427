import { findAttachment } from '../../../documents/attachment-store.ts'
import type { Paper } from '../../../documents/paper.ts'
import { findPaperSheet, type StoredSheet } from '../../../documents/paper-sheet-store.ts'
import type { Layout } from '../../../papers/layout-profile.ts'
import { writePaperMark } from '../../../papers/paper-mark.ts'
import type { Sheet } from '../../../papers/sheet.ts'
import { findWordForm } from '../../../papers/template-store.ts'
import { formTexts } from '../../../papers/word-form-places.ts'
import { type PaperFormat, writeOnForm, writePaper } from '../../../papers/write-paper.ts'
import { NotFound } from '../../../platform/errors.ts'
import { readStored } from '../../../platform/files/receive-upload.ts'
import { type FromData, layoutOf, textOf, wordFileOf } from '../../../procedures/paper-text.ts'
import { kindName, loadPaper, PAPERS } from '../documents/paper-view.tsx'
import { redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { drawnIssuer, drawnKind, drawnNow, drawnSubject, paperName } from './drawn-request.ts'

const MEDIA: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** GET /van-ban/:id/van-ban.docx and .pdf – open to whom the paper is open, in the state it is in. */
export async function downloadPaper(request: OfficeRequest, format: PaperFormat): Promise<OfficeReply> {
  const { db, authority, runtime, today } = request
  const { paper, lock } = await loadPaper(request)
  if (lock) throw new NotFound('paperSheet')
  const stored = await findPaperSheet(db, authority.id, paper.id)
  if (!stored) throw new NotFound('paperSheet')
  const file = await wordFileOf(db, authority.id, stored)
  if (file) {
    // of a text edited in Word there is no other PDF than the signed copy
    if (format === 'pdf') throw new NotFound('paperSheet')
    return { kind: 'download', name: file.name, mediaType: file.mediaType, body: await runtime.files.open(file.sha256) }
  }
  const { sheet, layout } = await textOf(stored, today)
  const shown = stateShown(sheet, paper)
  const name = fileName(paper)
  const form = format === 'docx' ? await formOf(request, stored) : null
  const mark = writePaperMark({ paperId: paper.id, version: stored.version })
  if (!form) return sheetFile(shown, layout, { name, format, mark })
  const texts = formTexts(form.places, shown, layout, (stored.fromData as FromData).facts)
  const body = await writeOnForm({ form: form.bytes, texts, sheet: shown, layout })
  return { kind: 'download', name: `${name}.docx`, mediaType: MEDIA.docx, body }
}

/** The authority's own Word file the text was drawn on; null for the program's layout, or when the file is gone. */
async function formOf({ db, authority, runtime }: OfficeRequest, stored: StoredSheet) {
  const form = stored.wordFormId === null ? null : await findWordForm(db, authority.id, stored.wordFormId)
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
  return sheetFile(drawn.sheet, layout, { name: paperName(asked.kind, asked.variant, 'vi'), format })
}
