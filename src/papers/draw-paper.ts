import { eventDay } from '../dialogues/dialogue.ts'
import { findDialogue } from '../dialogues/dialogue-store.ts'
import { findDossierOfDialogue } from '../documents/dossier-store.ts'
import { periodDays } from '../plans/plan.ts'
import { getPlan } from '../plans/plan-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { findChairModel } from '../regulations/regulation.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { paperBranch } from './choose-layout.ts'
import { joinFacts } from './facts/fact-names.ts'
import { vocabularyOf } from './facts/fact-vocabulary.ts'
import { readPaperFacts } from './facts/read-paper-facts.ts'
import { fillTemplate } from './fill-template.ts'
import { findWording, type Wording } from './find-wording.ts'
import type { Branch } from './layout-profile.ts'
import type { PaperFacts, PaperSubject } from './paper-facts.ts'
import { spellAll } from './paper-spelling.ts'
import { readFrame } from './read-frame.ts'
import { recipientsByRegulation } from './regulation-recipients.ts'
import type { Sheet } from './sheet.ts'
import { findSpelling } from './spelling-store.ts'
import { listWordForms } from './template-store.ts'

/** Which paper is wanted: its kind, what it is about, who issues it. */
export interface PaperQuestion {
  kind: string
  /** '' for the ordinary paper of the kind */
  variant: string
  subjectKind: string
  subjectId: number
  issuerAgencyId: number
  /** of a notice to a petitioner: whose own items */
  petitionerId?: number
  /** of a letter that belongs to an act of supervision: which */
  actId?: number
  today: Day
}

/** A paper as the data give it on that day, with where each part of it came from. */
export interface DrawnPaper {
  sheet: Sheet
  branch: Branch
  wording: Wording
  facts: PaperFacts
  about: PaperSubject
  aboutId: number
  agencyId: number | null
  /** the authority's own Word file it is written on; null for the program's layout */
  wordFormId: number | null
}

/** Draws a paper from the data of its subject. Null when there is no wording for it, or no such subject. */
export async function drawPaper(db: Db, authorityId: number, asked: PaperQuestion): Promise<DrawnPaper | null> {
  const found = await wordingFor(db, authorityId, asked)
  if (!found) return null
  const { wording, branch } = found
  const subject = await factSubject(db, authorityId, wording.template.about, asked)
  if (!subject) return null
  const read = await readPaperFacts(db, {
    ...subject,
    authorityId,
    today: asked.today,
    ...(asked.petitionerId === undefined ? {} : { petitionerId: asked.petitionerId }),
    public: isPublicVariant(asked.variant),
  })
  const { self } = found.frame
  const facts = self === undefined ? read : joinFacts(read, { values: { issuer: self }, lists: {} })
  // an authority's own wording is written as it writes
  const spelling = await findSpelling(db, authorityId)
  const listed = wording.templateId === null && asked.variant === '' ? found.listed : null
  const frame = listed ? { ...found.frame, recipients: spellAll(listed, spelling) } : found.frame
  const template = wording.templateId === null ? spellAll(wording.template, spelling) : wording.template
  const sheet = fillTemplate(template, facts, frame, vocabularyOf(subject.about))
  const wordFormId = await wordFormFor(db, authorityId, { kind: asked.kind, variant: asked.variant, branch })
  const of = { about: subject.about, aboutId: subject.subjectId, agencyId: subject.agencyId }
  return { sheet, branch, wording, facts, ...of, wordFormId }
}

/** The wording of a paper and the branch under whose rules it is written; null for a kind without wording. */
async function wordingFor(db: Db, authorityId: number, asked: PaperQuestion) {
  const { frame, branch: issuerBranch } = await readFrame(db, authorityId, asked)
  const ground = await groundOf(db, authorityId, asked)
  const branch = paperBranch({ issuerBranch, chairBranch: ground?.chairBranch ?? null, kind: asked.kind })
  const wording = await findWording(db, authorityId, { kind: asked.kind, variant: asked.variant, branch })
  const listed = ground && recipientsByRegulation(ground.regulation, { kind: asked.kind, on: ground.on ?? asked.today })
  // where the paper is kept is said in the words of its branch
  const archive = (branch === 'state' && listed?.archive) || (frame.archive ?? null)
  return wording && { wording, branch, frame, listed: listed && { ...listed, archive } }
}

/** The authority's own Word file for a kind: that of the branch, else the one for every branch; null for none. */
async function wordFormFor(db: Db, authorityId: number, asked: { kind: string; variant: string; branch: Branch }) {
  for (const branch of [asked.branch, '']) {
    const [newest] = await listWordForms(db, authorityId, { ...asked, branch })
    if (newest && newest.attachmentId !== null) return newest.id
  }
  return null
}

/** A version for everybody: without names, telephones and addresses of those who petition. */
function isPublicVariant(variant: string): boolean {
  return variant === 'public'
}

/** Under which regulation a paper is written, with the branch of who chaired and the day it is about. */
async function groundOf(db: Db, authorityId: number, { subjectKind, subjectId }: PaperQuestion) {
  if (subjectKind === 'plan') {
    const plan = await getPlan(db, authorityId, subjectId)
    const { regulation } = await getRegulationVersion(db, plan.regulationVersionId)
    return { regulation, chairBranch: null, on: periodDays(plan.year, 'year').from }
  }
  const dialogue = subjectKind === 'dialogue' ? await findDialogue(db, authorityId, subjectId) : null
  if (!dialogue) return null
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const chairBranch = findChairModel(regulation, dialogue.chairModel)?.layoutProfile ?? null
  return { regulation, chairBranch, on: eventDay(dialogue) }
}

/** What the facts are read of: a paper about a dialogue may be about the share of its issuer, or about the dossier. */
async function factSubject(db: Db, authorityId: number, about: PaperSubject, asked: PaperQuestion) {
  const { subjectKind, subjectId, issuerAgencyId, actId } = asked
  if (about === 'supervisionAct') return actId === undefined ? null : { about, subjectId: actId, agencyId: null }
  if (about === subjectKind) return { about, subjectId, agencyId: null }
  if (subjectKind !== 'dialogue') return null
  if (about === 'agencyShare') return { about, subjectId, agencyId: issuerAgencyId }
  const dossier = about === 'dossier' ? await findDossierOfDialogue(db, authorityId, subjectId) : null
  return dossier && { about, subjectId: dossier.id, agencyId: null }
}
