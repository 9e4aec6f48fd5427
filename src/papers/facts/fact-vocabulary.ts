import type { FactVocabulary, PaperSubject } from '../paper-facts.ts'
import { commonVocabulary } from './common-facts.ts'
import { dialogueVocabulary } from './dialogue-paper-facts.ts'

const VOCABULARIES: Readonly<Record<PaperSubject, FactVocabulary>> = {
  plan: commonVocabulary,
  dialogue: dialogueVocabulary,
  petition: commonVocabulary,
  agencyShare: commonVocabulary,
  supervisionAct: commonVocabulary,
  report: commonVocabulary,
  dossier: commonVocabulary,
}

/** The names a template about a subject may use, with what they mean. */
export function vocabularyOf(about: PaperSubject): FactVocabulary {
  return VOCABULARIES[about]
}
