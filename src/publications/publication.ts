import { createHash } from 'node:crypto'
import { findPersonalData, type PersonalFind } from './find-personal-data.ts'

const publicationKinds = ['plan', 'dialogue', 'petition', 'conclusionItem'] as const
export type PublicationKind = (typeof publicationKinds)[number]

/** The texts of one subject that would be public, by field; a text that is not there is ''. */
export type SourceTexts = Readonly<Record<string, string>>

/** Something that may be published, with what would be read of it. */
export interface PublicationSource {
  kind: PublicationKind
  id: number
  dialogueId: number | null
  /** what the office calls it: its code, its place in the notice */
  label: string
  texts: SourceTexts
  /** names that must not stand in a text unless somebody decides so */
  names: readonly string[]
  /** the person's name as it would be public; null without consent */
  person: string | null
  /** why it can never be published; null when it can */
  refusal: string | null
}

/** Fingerprint of the texts: a decision is about exactly these words. */
export function hashOfTexts(source: Pick<PublicationSource, 'texts' | 'person'>): string {
  const fields = Object.entries(source.texts).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([source.person, fields]))
    .digest('hex')
}

export interface FieldFind extends PersonalFind {
  field: string
}

/** Everything found in the texts of a source, in their order. */
export function findsOf(source: Pick<PublicationSource, 'texts' | 'names'>): FieldFind[] {
  return Object.entries(source.texts).flatMap(([field, text]) =>
    findPersonalData(text, source.names).map((find) => ({ ...find, field })),
  )
}

/** The name of a find's decision in a form: what is found, where. */
export function findKey(
  source: Pick<PublicationSource, 'kind' | 'id'>,
  find: Pick<FieldFind, 'field' | 'start'>,
): string {
  return `find-${source.kind}-${source.id}-${find.field}-${find.start}`
}
