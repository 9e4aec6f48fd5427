import { createHash } from 'node:crypto'
import type { ChangeContext } from '../changes/define-change.ts'
import { eraseAttachment } from './attachment-store.ts'
import { clearReceiptNotes, type ErasedPerson, listFilesOfPapers, listPapersOfPerson } from './paper-erasure-store.ts'
import { findPaperSheet, listDraftsNaming, listSheetsHolding, updatePaperSheet } from './paper-sheet-store.ts'
import { blankRecipientsOf, getPaper, updatePaper } from './paper-store.ts'

/**
 * Erases what papers hold of a person (Law 91/2025/QH15): title, text and files of those about his petitions or addressed
 * to him, his name among the addressees of every other, and the sheets of all of them that lie in dossiers. Number, day and
 * hashes stay: the text leaves its own behind, so that a kept copy can still be told to be the same; the manifest of a
 * closed dossier names hashes only and stays true. Files of a draft that names his petitions go whole: nothing can be
 * struck out of them. Returns the ids of every paper touched.
 */
export async function erasePapersOf(
  context: ChangeContext,
  person: ErasedPerson,
  { tombstone, reason }: { tombstone: string; reason: string },
): Promise<{ erased: number[]; touched: number[]; files: number }> {
  const { db, authorityId } = context
  const papers = await listPapersOfPerson(db, authorityId, person)
  const addressed = await blankRecipientsOf(db, authorityId, person.petitionerId, tombstone)
  for (const paper of papers) {
    const sha256 = createHash('sha256').update(`${paper.title}\n${paper.body}`).digest('hex')
    const body = paper.body === '' ? '' : `${tombstone} SHA-256 ${sha256}`
    await updatePaper(db, authorityId, paper, { title: tombstone, body, erasedAt: context.now })
    context.record({
      subjectKind: 'paper',
      subjectId: paper.id,
      action: 'paper/erase',
      before: { erased: false },
      after: { erased: true, sha256 },
      reason,
    })
  }
  const erased = papers.map((paper) => paper.id)
  const struck = await eraseFromSheets(context, { erased, words: person.words }, tombstone)
  await clearReceiptNotes(db, authorityId, erased)
  const drafts = await listDraftsNaming(db, authorityId, person.namedIn)
  const touched = [...new Set([...erased, ...addressed, ...struck, ...drafts])]
  const { petitionIds } = person
  const files = await listFilesOfPapers(db, authorityId, {
    paperIds: [...erased, ...drafts],
    sheetsOf: touched,
    petitionIds,
  })
  for (const file of files) await eraseAttachment(context, file, reason)
  return { erased, touched, files: files.length }
}

/** Shorter words stand in many texts and name nobody. */
const SHORTEST_NAME = 5

/** Texts made from data: those of erased papers go, of all others what names the person is struck out. Returns the others. */
async function eraseFromSheets(
  { db, authorityId }: ChangeContext,
  { erased, words }: { erased: readonly number[]; words: readonly string[] },
  tombstone: string,
): Promise<number[]> {
  const blank = { head: null, name: null, subject: tombstone, body: [] }
  for (const paperId of erased) {
    const stored = await findPaperSheet(db, authorityId, paperId)
    if (!stored) continue
    const fromData = { sheet: blank, facts: { values: {}, lists: {} } }
    await updatePaperSheet(db, authorityId, stored, { sheet: blank, fromData })
  }
  const names = words.filter((word) => word.trim().length >= SHORTEST_NAME)
  const holding = await listSheetsHolding(db, authorityId, names)
  for (const stored of holding) {
    const sheet = struckOut(stored.sheet, names, tombstone)
    const fromData = struckOut(stored.fromData, names, tombstone)
    await updatePaperSheet(db, authorityId, stored, { sheet, fromData })
    const paper = await getPaper(db, authorityId, stored.paperId)
    const body = String(struckOut(paper.body, names, tombstone))
    if (body !== paper.body) await updatePaper(db, authorityId, paper, { body })
  }
  return holding.map(({ paperId }) => paperId)
}

function struckOut(value: unknown, words: readonly string[], tombstone: string): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'string' ? words.reduce((text, word) => text.replaceAll(word, tombstone), part) : part,
  )
}
