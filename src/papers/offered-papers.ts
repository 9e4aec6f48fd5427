import type { Dialogue } from '../dialogues/dialogue.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { findDossierOfDialogue } from '../documents/dossier-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { PAPER_KINDS } from '../regulations/paper-kinds.ts'
import { listSurveys } from '../surveys/survey-store.ts'
import { ownWording } from './find-wording.ts'
import { shippedTemplates } from './load-templates.ts'
import type { PaperSubject } from './paper-facts.ts'
import type { PaperTemplate } from './paper-template.ts'
import { listNewestWordings } from './template-store.ts'

/** A paper that can be drawn: its kind, and '' or what tells it from the ordinary one. */
export interface OfferedPaper {
  kind: string
  variant: string
}

/** What a paper about each subject may draw its facts from. */
const FACTS_OF: Readonly<Record<string, readonly PaperSubject[]>> = {
  dialogue: ['dialogue', 'agencyShare', 'dossier'],
  petition: ['petition'],
  plan: ['plan'],
}

/** Forms printed in batches with a serial (`src/printed-forms`): no paper to be drawn and issued. */
const PRINTED = 'printed'

/** Papers about the ballots of a dialogue. */
const OF_BALLOTS: ReadonlySet<string> = new Set(['satisfactionBallot', 'surveySummary'])

/**
 * Every paper that can be drawn for a subject (`dialogue`, `petition`, `plan`), in the order of the kinds. Ballot and
 * tally only where there is something to rate: a survey, or the police's forum held with it (002 II.3.6);
 * the index of a dossier where there is one; the notice of an ad hoc dialogue where it is one.
 */
export async function offeredPapers(
  db: Db,
  authorityId: number,
  subjectKind: string,
  subjectId: number,
): Promise<OfferedPaper[]> {
  const papers = await papersAbout(db, authorityId, subjectKind)
  if (subjectKind !== 'dialogue') return papers
  const dialogue = await getDialogue(db, authorityId, subjectId)
  const ballot = await hasBallot(db, dialogue)
  const dossier = await findDossierOfDialogue(db, authorityId, subjectId)
  return papers.filter(({ kind }) => {
    if (OF_BALLOTS.has(kind)) return ballot
    if (kind === 'dossierIndex') return dossier !== null
    return ONLY_FOR[kind]?.(dialogue) ?? true
  })
}

/** Papers of one kind or form of dialogue only (004 III.1.c, III.2.c; 000 II.2). */
const ONLY_FOR: Readonly<Record<string, (dialogue: Pick<Dialogue, 'kind' | 'form'>) => boolean>> = {
  adHocNotice: ({ kind }) => kind === 'adHoc',
  collectionReport: ({ form }) => form === 'indirect',
  meetingRecord: ({ kind }) => kind === 'withinRegularMeeting',
}

async function hasBallot(db: Db, dialogue: Dialogue): Promise<boolean> {
  return dialogue.policeForum || (await listSurveys(db, dialogue.authorityId, dialogue.id)).length > 0
}

async function papersAbout(db: Db, authorityId: number, subjectKind: string): Promise<OfferedPaper[]> {
  const abouts = FACTS_OF[subjectKind] ?? []
  const own = (await listNewestWordings(db, authorityId)).flatMap((one) => ownWording(one)?.template ?? [])
  const templates = [...(await shippedTemplates()), ...own].filter(
    ({ about, variant }) => abouts.includes(about) && variant !== PRINTED,
  )
  return sortedPapers(templates)
}

/** Kind and variant of templates, each once, in the order of the kinds. */
function sortedPapers(templates: readonly Pick<PaperTemplate, 'kind' | 'variant'>[]): OfferedPaper[] {
  const order = Object.keys(PAPER_KINDS)
  const papers = new Map<string, OfferedPaper>()
  for (const { kind, variant = '' } of templates) papers.set(`${kind} ${variant}`, { kind, variant })
  return [...papers.values()].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.variant < b.variant ? -1 : 1),
  )
}
