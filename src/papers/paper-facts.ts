import type { Label } from '../regulations/regulation-vocabulary.ts'

/** One line of a list, e.g. a petition: text as it is to be read on paper; '' where there is none. */
export type FactRow = Readonly<Record<string, string>>

/** What the data say that a paper may need. Days are written out, people and agencies by name. */
export interface PaperFacts {
  values: Readonly<Record<string, string>>
  lists: Readonly<Record<string, readonly FactRow[]>>
}

/** What a name stands for; `blank` is written where nothing is known (`ngày … tháng … năm …`), else dots. */
export interface FactName extends Label {
  blank?: string
}

/** The names a template about a subject may use, with what they mean: what `PaperFacts` of that subject hold. */
export interface FactVocabulary {
  values: Readonly<Record<string, FactName>>
  lists: Readonly<Record<string, { label: Label; fields: Readonly<Record<string, Label>> }>>
}

/** What papers are about; each has its vocabulary and its reader of facts. */
export const PAPER_SUBJECTS = [
  'plan',
  'dialogue',
  'petition',
  'agencyShare',
  'supervisionAct',
  'report',
  'dossier',
] as const
export type PaperSubject = (typeof PAPER_SUBJECTS)[number]
