import { getAuthority } from '../agencies/authority-store.ts'
import type { Actor } from '../changes/actor.ts'
import { findHead } from '../changes/change-log-store.ts'
import { type ArchivedEntry, bundleDossier } from '../documents/dossier-bundle.ts'
import { writeZip } from '../documents/write-zip.ts'
import { type Day, formatDay } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { type DossierArchive, paperNow } from './archive-dossier.ts'
import type { FiledPaper } from './assemble-dossier.ts'
import { assembleYearDossier, type YearDossier } from './assemble-year-dossier.ts'

/** The dossier of a year as one ZIP for one reader; the dossiers of its dialogues are named, each has a ZIP of its own. */
export async function archiveYearDossier(
  db: Db,
  files: FileStore,
  request: { authorityId: number; year: number; today: Day; reader: Actor | null },
): Promise<DossierArchive> {
  const { authorityId, year, today } = request
  const dossier = await assembleYearDossier(db, authorityId, request)
  const authority = await getAuthority(db, authorityId)
  const head = await findHead(db, authorityId)
  const bundle = bundleDossier({
    title: `Hồ sơ công tác đối thoại năm ${year}`,
    authority: authority.name,
    regulation: '',
    facts: [
      ['Lập ngày', formatDay(today)],
      ['Số hồ sơ từng cuộc đối thoại', String(dossier.dossiers.length)],
      ['Đầu chuỗi nhật ký', `số ${head.seq}, ${head.hash}`],
    ],
    entries: entriesOf(dossier),
    manifest: null,
  })
  return { name: `ho-so-doi-thoai-nam-${year}.zip`, body: await writeZip(files, bundle, today) }
}

function entriesOf({ year, plans, reports, inspections, rules, further, dossiers }: YearDossier): ArchivedEntry[] {
  const plan = `Kế hoạch công tác đối thoại năm ${year}`
  const missing = 'Chưa ban hành'
  return [
    { stage: 'yearPlan', label: plan, clause: '', emptyNote: missing, documents: plans.map(paperNow) },
    ...reports.map(
      ({ label, clause, papers }): ArchivedEntry => ({
        ...{ stage: 'yearReports', label: label.vi, clause, emptyNote: missing },
        documents: papers.map(paperNow),
      }),
    ),
    ...furtherEntry('Kiểm tra công tác dân vận, dân chủ', inspections),
    ...furtherEntry('Quy chế, nội quy, lịch tiếp công dân', rules),
    ...furtherEntry('Văn bản khác của năm', further),
    ...dossiers.map(
      ({ id, title, heldOn }): ArchivedEntry => ({
        ...{ stage: 'yearFurther', label: `Hồ sơ ${id}: ${title}`, clause: heldOn ? formatDay(heldOn) : '' },
        ...{ emptyNote: `Có hồ sơ riêng: ho-so-doi-thoai-${id}.zip`, documents: [] },
      }),
    ),
  ]
}

/** Papers that nothing asks for: no line where there are none. */
function furtherEntry(label: string, papers: readonly FiledPaper[]): ArchivedEntry[] {
  if (papers.length === 0) return []
  return [{ stage: 'yearFurther', label, clause: '', emptyNote: '', documents: papers.map(paperNow) }]
}
