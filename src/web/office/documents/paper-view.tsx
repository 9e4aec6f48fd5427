import { findDialogue } from '../../../dialogues/dialogue-store.ts'
import { findDossierOfDialogue } from '../../../documents/dossier-store.ts'
import type { Paper } from '../../../documents/paper.ts'
import { findPaper } from '../../../documents/paper-store.ts'
import { findTextLock, type TextLock } from '../../../papers/text-lock-store.ts'
import { findPetition } from '../../../petitions/petition-store.ts'
import { findPlan } from '../../../plans/plan-store.ts'
import { yearOf } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { mayReadPaper, type PaperScopes, paperScopes } from '../../../procedures/paper-access.ts'
import { PAPER_KINDS, type PaperKind } from '../../../regulations/paper-kinds.ts'
import { REPORT_PERIODS } from '../../../regulations/regulation-vocabulary.ts'
import { readReportSubject } from '../../../regulations/report-period.ts'
import type { Tone } from '../../kit/badge.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { documentWords } from '../../words/document-words.ts'
import { dossierWords } from '../../words/dossier-words.ts'
import type { Lang } from '../../words/words.ts'
import { yearDossierWords } from '../../words/year-dossier-words.ts'
import { idParam, type OfficeRequest } from '../office-route.ts'

export const PAPERS = '/van-ban'

/** `Thông báo kết luận`; an unknown kind as it is stored. */
export function kindName(kind: string, lang: Lang): string {
  return PAPER_KINDS[kind as PaperKind]?.[lang] ?? kind
}

const TONES: Record<Paper['state'], Tone> = { draft: 'quiet', approved: 'info', issued: 'good', void: 'bad' }

export function PaperState({ state, lang }: { state: Paper['state']; lang: Lang }) {
  return <StateBadge tone={TONES[state]} label={documentWords[lang].states[state]} />
}

export interface LoadedPaper {
  paper: Paper
  scopes: PaperScopes
  /** why its text may not be shown; its title is that of its kind then, its body empty */
  lock: TextLock | null
}

/** The paper of the address with its scopes; throws NotFound for one the reader may not see. */
export async function loadPaper(request: OfficeRequest): Promise<LoadedPaper> {
  const { db, authority, actor } = request
  const paper = await findPaper(db, authority.id, idParam(request))
  const scopes = paper && (await paperScopes(db, authority.id, paper))
  if (!paper || !scopes || !mayReadPaper(actor, paper, scopes)) throw new NotFound('paper')
  const lock = await findTextLock(db, authority.id, paper.id)
  if (!lock) return { paper, scopes, lock }
  return { paper: { ...paper, title: kindName(paper.kind, request.lang), body: '' }, scopes, lock }
}

/** The dossier an issued paper lies in, for who reads dossiers: of its dialogue, else of its year. */
export async function dossierLink(
  request: OfficeRequest,
  paper: Paper,
): Promise<{ href: string; label: string } | null> {
  const { db, authority, actor, lang } = request
  if (paper.state !== 'issued' || !actor.may('dossier:read', { authorityId: authority.id })) return null
  if (paper.dialogueId !== null) {
    const dossier = await findDossierOfDialogue(db, authority.id, paper.dialogueId)
    return dossier && { href: request.link(`/ho-so/${dossier.id}`), label: dossierWords[lang].dossier }
  }
  const year = await yearOfPaper(request, paper)
  return year === null ? null : { href: request.link(`/ho-so/nam/${year}`), label: yearDossierWords[lang].short(year) }
}

async function yearOfPaper({ db, authority }: OfficeRequest, paper: Paper): Promise<number | null> {
  if (paper.subjectKind === 'petition') return null
  if (paper.subjectKind === 'report') return readReportSubject(paper.subjectId)?.year ?? null
  if (paper.subjectKind === 'plan') return (await findPlan(db, authority.id, paper.subjectId))?.year ?? null
  return paper.datedOn ? yearOf(paper.datedOn) : null
}

/** The page of what a paper is about, and its name. */
export async function subjectLink(
  request: OfficeRequest,
  paper: Pick<Paper, 'subjectKind' | 'subjectId'>,
): Promise<{ href: string; label: string } | null> {
  const { db, authority, lang } = request
  const words = documentWords[lang]
  switch (paper.subjectKind) {
    case 'dialogue': {
      const dialogue = await findDialogue(db, authority.id, paper.subjectId)
      return { href: request.link(`/hoi-nghi/${paper.subjectId}`), label: dialogue?.title ?? words.dialogue }
    }
    case 'petition': {
      const petition = await findPetition(db, authority.id, paper.subjectId)
      return { href: request.link(`/kien-nghi/${paper.subjectId}`), label: petition?.code ?? words.petition }
    }
    case 'plan':
      return { href: request.link(`/ke-hoach/${paper.subjectId}`), label: words.plan }
    case 'report': {
      const subject = readReportSubject(paper.subjectId)
      if (!subject || !request.actor.may('report:read', { authorityId: authority.id })) return null
      const label = words.reportOf(REPORT_PERIODS[subject.period][lang], subject.year)
      return { href: request.link(`/bao-cao/${paper.subjectId}`), label }
    }
    default:
      return null
  }
}
