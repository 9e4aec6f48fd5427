import type { FactVocabulary } from './paper-facts.ts'
import type { PaperTemplate } from './paper-template.ts'
import { type TemplatePlace, templatePlaces } from './template-places.ts'
import { readWords } from './template-words.ts'

/** What is wrong at one place of a template; `path` names the field of the template (`body.3.item`). */
export interface TemplateProblem {
  path: string
  code: 'braces' | 'unknownValue' | 'unknownList' | 'unknownField'
  /** the name that is not known; for braces the sentence says it all */
  name: string
  sentence: string
}

/** Numbers the rows of a table or list: a field every list has. */
export const ROW_NUMBER = 'rowNumber'
/** A column to write in by hand: a field every list has, always empty. */
const EMPTY_COLUMN = 'blank'

/** Every name a template uses that its subject does not have, and braces that do not fit; empty when all is well. */
export function checkTemplate(template: PaperTemplate, vocabulary: FactVocabulary): TemplateProblem[] {
  return templatePlaces(template).flatMap((place) => problemsAt(place, vocabulary))
}

function problemsAt(place: TemplatePlace, vocabulary: FactVocabulary): TemplateProblem[] {
  switch (place.kind) {
    case 'words':
      return wordProblems(place, vocabulary)
    case 'list':
      return hasList(vocabulary, place.list) ? [] : [unknownList(place.path, place.list)]
    case 'field':
      return !hasList(vocabulary, place.list) || hasField(vocabulary, place.list, place.field)
        ? []
        : [unknownField(place.path, place.list, place.field)]
    case 'condition':
      return hasValue(vocabulary, place.name) || hasList(vocabulary, place.name)
        ? []
        : [unknownValue(place.path, place.name)]
  }
}

function wordProblems(place: Extract<TemplatePlace, { kind: 'words' }>, vocabulary: FactVocabulary) {
  const { path, list } = place
  const reading = readWords(place.words)
  if ('problem' in reading) return [{ path, code: 'braces' as const, name: '', sentence: reading.problem }]
  const names = reading.parts.flatMap((part) => ('name' in part ? [part.name] : []))
  return names.flatMap((name) => {
    if (hasValue(vocabulary, name)) return []
    if (list === null) return [unknownValue(path, name)]
    if (!hasList(vocabulary, list) || hasField(vocabulary, list, name)) return []
    return [unknownField(path, list, name)]
  })
}

function hasValue(vocabulary: FactVocabulary, name: string): boolean {
  return Object.hasOwn(vocabulary.values, name)
}

function hasList(vocabulary: FactVocabulary, name: string): boolean {
  return Object.hasOwn(vocabulary.lists, name)
}

function hasField(vocabulary: FactVocabulary, list: string, field: string): boolean {
  return field === ROW_NUMBER || field === EMPTY_COLUMN || Object.hasOwn(vocabulary.lists[list]!.fields, field)
}

function unknownValue(path: string, name: string): TemplateProblem {
  return { path, code: 'unknownValue', name, sentence: `không có dữ liệu nào tên “${name}” cho loại văn bản này` }
}

function unknownList(path: string, name: string): TemplateProblem {
  return { path, code: 'unknownList', name, sentence: `không có danh sách nào tên “${name}” cho loại văn bản này` }
}

function unknownField(path: string, list: string, name: string): TemplateProblem {
  return { path, code: 'unknownField', name, sentence: `danh sách “${list}” không có cột “${name}”` }
}
