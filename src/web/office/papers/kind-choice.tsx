import { listPapers } from '../../../documents/paper-store.ts'
import type { OfferedPaper } from '../../../papers/offered-papers.ts'
import { Section } from '../../kit/section.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import { PaperState } from '../documents/paper-view.tsx'
import type { OfficeRequest } from '../office-route.ts'
import { type DrawnSubject, paperName } from './drawn-request.ts'

const DURING: ReadonlySet<string> = new Set([
  ...['attendanceList', 'minutes', 'satisfactionBallot', 'surveySummary', 'meetingRecord'],
])
const AFTER: ReadonlySet<string> = new Set([
  ...['collectionReport', 'conclusionNotice', 'internalReviewMinutes', 'settlementReport', 'continuedPetitionSummary'],
  ...['escalation', 'directive', 'urgingLetter', 'conferenceReport', 'resultPublication', 'supervisionResult'],
])
const FURTHER: ReadonlySet<string> = new Set(['dossierIndex', 'other'])

const STAGES = ['before', 'during', 'after', 'further'] as const

function stageOf({ kind }: OfferedPaper): (typeof STAGES)[number] {
  if (FURTHER.has(kind)) return 'further'
  return AFTER.has(kind) ? 'after' : DURING.has(kind) ? 'during' : 'before'
}

interface KindChoiceProps {
  request: OfficeRequest
  subject: DrawnSubject
  offered: readonly OfferedPaper[]
  address(paper: OfferedPaper): string
}

/** The papers that can be drawn: of a dialogue by its stages, each with how far the newest of its kind came. */
export async function kindChoice({ request, subject, offered, address }: KindChoiceProps) {
  const { db, authority, lang } = request
  const { subjectKind, subjectId } = subject
  const known = (await listPapers(db, authority.id, { subjectKind, subjectId })).filter(({ state }) => state !== 'void')
  const list = (papers: readonly OfferedPaper[]) => (
    <ul class="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {papers.map((paper) => {
        // the state is that of the ordinary paper; its other versions follow it
        const newest = paper.variant === '' ? known.findLast(({ kind }) => kind === paper.kind) : undefined
        return (
          <li key={`${paper.kind} ${paper.variant}`} class="flex flex-wrap items-baseline gap-x-2">
            <a href={address(paper)}>{paperName(paper.kind, paper.variant, lang)}</a>
            {newest ? <PaperState state={newest.state} lang={lang} /> : null}
            {newest?.number ? <span class="text-sm">{newest.number}</span> : null}
          </li>
        )
      })}
    </ul>
  )
  if (subjectKind !== 'dialogue') return list(offered)
  return (
    <>
      {STAGES.map((stage) => {
        const papers = offered.filter((paper) => stageOf(paper) === stage)
        return papers.length === 0 ? null : (
          <Section key={stage} title={dossierWords[lang].stages[stage]}>
            {list(papers)}
          </Section>
        )
      })}
    </>
  )
}
