import type { FactVocabulary, PaperSubject } from '../paper-facts.ts'
import { agencyShareVocabulary } from './agency-share-facts.ts'
import { dialogueVocabulary } from './dialogue-paper-facts.ts'
import { dossierVocabulary } from './dossier-paper-facts.ts'
import { petitionVocabulary } from './petition-paper-facts.ts'
import { planVocabulary } from './plan-paper-facts.ts'
import { reportVocabulary } from './report-paper-facts.ts'
import { supervisionVocabulary } from './supervision-paper-facts.ts'

const VOCABULARIES: Readonly<Record<PaperSubject, FactVocabulary>> = {
  plan: planVocabulary,
  dialogue: dialogueVocabulary,
  petition: petitionVocabulary,
  agencyShare: agencyShareVocabulary,
  supervisionAct: supervisionVocabulary,
  report: reportVocabulary,
  dossier: dossierVocabulary,
}

/** The names a template about a subject may use, with what they mean. */
export function vocabularyOf(about: PaperSubject): FactVocabulary {
  return VOCABULARIES[about]
}
