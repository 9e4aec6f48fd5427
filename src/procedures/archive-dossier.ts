import type { Readable } from 'node:stream'
import { getAuthority } from '../agencies/authority-store.ts'
import type { Actor } from '../changes/actor.ts'
import { findHead } from '../changes/change-log-store.ts'
import type { Attachment } from '../documents/attachment-store.ts'
import {
  type ArchivedDocument,
  type ArchivedEntry,
  type ArchivedFile,
  type BundleFile,
  bundleDossier,
} from '../documents/dossier-bundle.ts'
import { type DossierManifest, type ManifestDocument, manifestText } from '../documents/dossier-manifest.ts'
import type { EntryState } from '../documents/dossier-rules.ts'
import { paperSheet } from '../documents/paper-sheet.ts'
import { writeZip } from '../documents/write-zip.ts'
import { dayOf, formatDay } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { DIALOGUE_KINDS } from '../regulations/regulation-vocabulary.ts'
import { type AssembledDossier, assembleDossier, type FiledItem, type FiledPaper } from './assemble-dossier.ts'

export interface DossierArchive {
  name: string
  body: Readable
}

/**
 * The dossier as one ZIP for one reader. A closed one holds exactly what its manifest names, and what came later as
 * dated supplements; an open one holds what is there now. The same state gives the same bytes.
 */
export async function archiveDossier(
  db: Db,
  files: FileStore,
  request: { authorityId: number; dossierId: number; reader: Actor | null },
): Promise<DossierArchive> {
  const assembled = await assembleDossier(db, request.authorityId, request.dossierId, request.reader)
  const bundle = await bundleOf(db, request.authorityId, assembled)
  const { dossier } = assembled
  const on = dayOf(dossier.closedAt ?? dossier.createdAt)
  const name = `ho-so-doi-thoai-${dossier.id}${dossier.state === 'closed' ? '' : '-chua-dong'}.zip`
  return { name, body: await writeZip(files, bundle, on) }
}

async function bundleOf(db: Db, authorityId: number, assembled: AssembledDossier): Promise<BundleFile[]> {
  const { dossier, dialogue, regulation } = assembled
  const authority = await getAuthority(db, authorityId)
  const head = dossier.manifest?.log ?? (await findHead(db, authorityId))
  return bundleDossier({
    title: dialogue.title,
    authority: authority.name,
    regulation: `${regulation.number} (${regulation.id}@${regulation.version})`,
    facts: [
      ['Loại đối thoại', DIALOGUE_KINDS[dialogue.kind].vi],
      ['Ngày tổ chức', dialogue.heldOn ? formatDay(dialogue.heldOn) : ''],
      ['Theo quy định', `${regulation.number} (${regulation.id}@${regulation.version})`],
      ['Tình trạng hồ sơ', dossier.closedAt ? `Đã đóng ngày ${formatDay(dayOf(dossier.closedAt))}` : 'Chưa đóng'],
      ['Mã băm bản kê (HO-SO.json)', dossier.manifestSha256 ?? ''],
      ['Đầu chuỗi nhật ký', `số ${head.seq}, ${head.hash}`],
    ],
    entries: dossier.manifest ? closedEntries(assembled, dossier.manifest) : openEntries(assembled),
    manifest: dossier.manifest && manifestText(dossier.manifest),
  })
}

const EMPTY: Record<EntryState, string> = {
  filled: '',
  statedNone: 'Không có',
  missing: 'Còn thiếu',
  recorded: 'Đã ghi trong phần mềm, không có văn bản riêng',
  notStated: 'Chưa ghi nhận',
}

function openEntries(assembled: AssembledDossier): ArchivedEntry[] {
  const entries: ArchivedEntry[] = assembled.entries.map(({ entry, state, papers, items }) => ({
    stage: entry.stage,
    label: entry.label,
    clause: entry.clause,
    emptyNote: EMPTY[state],
    documents: [...papers.map((paper) => paperNow(paper)), ...items.flatMap(itemNow)],
  }))
  return withFurther(
    entries,
    assembled.further.map((paper) => paperNow(paper)),
  )
}

function withFurther(entries: ArchivedEntry[], documents: ArchivedDocument[]): ArchivedEntry[] {
  if (documents.length === 0) return entries
  const label = 'Văn bản khác của cuộc đối thoại'
  return [...entries, { stage: 'further', label, clause: '', emptyNote: '', documents }]
}

/** What the manifest names, in its order, then what came after closing. */
function closedEntries(assembled: AssembledDossier, manifest: DossierManifest): ArchivedEntry[] {
  const closedAt = assembled.dossier.closedAt!
  const known = {
    papers: new Map(allPapers(assembled).map((paper) => [paper.id, paper])),
    items: new Map(assembled.entries.flatMap((one) => one.items).map((item) => [item.id, item])),
    files: new Map(allFiles(assembled).map((file) => [file.id, file])),
  }
  const entries = manifest.entries.map((entry) => {
    const now = assembled.entries.find((one) => one.entry.key === entry.key)
    const later = [
      ...laterPapers(now?.papers ?? [], closedAt),
      ...(now?.items ?? []).filter((item) => item.supplementOn !== null).flatMap(itemNow),
    ]
    return {
      stage: entry.stage,
      label: entry.label,
      clause: entry.clause,
      emptyNote: EMPTY[entry.state],
      documents: [...entry.documents.map((document) => documentAsClosed(document, known)), ...later],
    }
  })
  const furtherLater = laterPapers(assembled.further, closedAt)
  const last = entries.at(-1)
  if (last?.stage === 'further') last.documents.push(...furtherLater)
  return last?.stage === 'further' ? entries : withFurther(entries, furtherLater)
}

interface Known {
  papers: Map<number, FiledPaper>
  items: Map<number, FiledItem>
  files: Map<number, Attachment>
}

function documentAsClosed(document: ManifestDocument, known: Known): ArchivedDocument {
  const paper = document.paperId === null ? null : (known.papers.get(document.paperId) ?? null)
  const item = document.itemId === null ? null : (known.items.get(document.itemId) ?? null)
  return {
    title: paper?.title ?? item?.note ?? '',
    number: document.number,
    datedOn: document.datedOn as ArchivedDocument['datedOn'],
    supplementOn: null,
    // a paper made void after closing stays in the archive; who may read it was asked with the others
    restricted: document.paperId !== null && paper !== null && !paper.readable,
    files: document.files.map((file) => {
      const now = known.files.get(file.attachmentId)
      const erased = now === undefined || now.erasedAt !== null
      return { name: now?.name ?? 'tep', sha256: file.sha256, state: erased ? ('erased' as const) : ('here' as const) }
    }),
  }
}

/** A paper with its sheet and files as they are now. */
export function paperNow(paper: FiledPaper): ArchivedDocument {
  const sheet: ArchivedFile = {
    name: 'Phiếu văn bản.txt',
    sha256: null,
    text: paperSheet(paper, paper.issuer, paper.recipients),
    state: 'here',
  }
  return {
    title: paper.title,
    number: paper.number,
    datedOn: paper.datedOn,
    supplementOn: paper.late && paper.issuedAt ? dayOf(paper.issuedAt) : null,
    restricted: !paper.readable,
    files: [sheet, ...paper.files.map(fileNow)],
  }
}

function itemNow(item: FiledItem): ArchivedDocument[] {
  if (!item.file) return []
  const { note, supplementOn } = item
  return [
    { title: note ?? '', number: null, datedOn: null, supplementOn, restricted: false, files: [fileNow(item.file)] },
  ]
}

function fileNow(file: Attachment): ArchivedFile {
  return { name: file.name, sha256: file.sha256, state: file.erasedAt ? 'erased' : 'here' }
}

function allFiles(assembled: AssembledDossier): Attachment[] {
  return [...assembled.ownFiles, ...allPapers(assembled).flatMap((paper) => paper.files)]
}

function allPapers(assembled: AssembledDossier): FiledPaper[] {
  return [...assembled.entries.flatMap((one) => one.papers), ...assembled.further, ...assembled.voided]
}

/** What came after closing to one entry: papers issued later, and files added later to a paper it held already. */
function laterPapers(papers: readonly FiledPaper[], closedAt: Date): ArchivedDocument[] {
  return papers.flatMap((paper) => {
    if (paper.late) return [paperNow(paper)]
    const added = paper.files.filter((file) => file.uploadedAt > closedAt)
    if (added.length === 0) return []
    const supplementOn = dayOf(added.at(-1)!.uploadedAt)
    return [{ ...paperNow(paper), supplementOn, files: added.map(fileNow) }]
  })
}
