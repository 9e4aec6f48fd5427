import type { Speech } from '../../dialogues/conference-store.ts'
import type { Invitee } from '../../dialogues/dialogue-people-store.ts'
import type { FactRow, PaperFacts } from '../paper-facts.ts'
import type { FactSetting } from './common-facts.ts'
import type { PetitionerWords } from './petitioner-fact-store.ts'

/** What stands in a public paper where a citizen was named in running text. */
const INSTEAD_OF_NAME = '(công dân)'
const INSTEAD_OF_CONTACT = '(…)'

interface Sources {
  petitioners: readonly PetitionerWords[]
  speeches: readonly Speech[]
  invitees: readonly Invitee[]
  /** who presides is named, whoever else has the same name */
  officials: readonly string[]
  setting: Pick<FactSetting, 'agencies'>
}

export interface PersonalWords {
  names: readonly string[]
  /** what somebody is called after “ông”, “bà”: the last word or two of the name */
  called: readonly string[]
  contacts: readonly string[]
}

/** Names of citizens who did not agree to be named, and everybody's phone, e-mail and address. */
export function personalWords({ petitioners, speeches, invitees, officials, setting }: Sources): PersonalWords {
  const places = new Set(setting.agencies.flatMap((agency) => [agency.name, agency.shortName]))
  const agreed = new Set(petitioners.filter((row) => row.consentToPublishName).map((row) => row.petitionerName))
  const secret = petitioners.filter((row) => !row.consentToPublishName)
  const names = [
    ...secret.flatMap((row) => [row.petitionerName, row.representative]),
    ...speeches.map((speech) => speech.speakerName),
    ...invitees.filter((one) => ['people', 'petitioner'].includes(one.kind)).map((one) => one.name),
  ]
  const people = secret.filter((row) => row.petitionerKind !== 'organization').map((row) => row.petitionerName)
  const contacts = petitioners.flatMap((row) => [row.phone, row.email, row.address])
  return {
    names: known(names).filter((name) => !officials.includes(name) && !places.has(name) && !agreed.has(name)),
    called: known(
      [...people, ...secret.map((row) => row.representative), ...speeches.map((one) => one.speakerName)].flatMap(
        shortNames,
      ),
    ),
    contacts: known(contacts).filter((one) => !places.has(one)),
  }
}

/** `Tạo` and `Văn Tạo` of `Bùi Văn Tạo`. */
function shortNames(name: string): string[] {
  const parts = name.trim().split(/\s+/)
  return parts.length < 2 || parts.length > 5 ? [] : [parts.at(-1)!, parts.slice(-2).join(' ')]
}

function known(words: readonly (string | null)[]): string[] {
  const texts = words.map((word) => word?.trim() ?? '').filter((word) => word.length > 1)
  return [...new Set(texts)].sort((a, b) => b.length - a.length)
}

/** The facts with those words, and whatever looks like a telephone number or an e-mail address, put out of sight. */
export function withoutWords(facts: PaperFacts, words: PersonalWords): PaperFacts {
  const hide = hider(words)
  const row = (one: FactRow) => Object.fromEntries(Object.entries(one).map(([name, text]) => [name, hide(text)]))
  return {
    values: row(facts.values),
    lists: Object.fromEntries(Object.entries(facts.lists).map(([name, rows]) => [name, rows.map(row)])),
  }
}

/** A number of ten or eleven digits as people write it; sums of money and numbers of papers do not start so. */
const PHONE = /(?<![\d/])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d/])/g
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu

function hider({ names, called, contacts }: PersonalWords): (text: string) => string {
  const named = wordPattern(names)
  const reached = wordPattern(contacts)
  const addressed = wordPattern(called, '(?:ông|bà|anh|chị|cụ|cô|chú|bác|em)\\s+')
  return (text) => {
    let hidden = text.normalize('NFC')
    if (named) hidden = hidden.replace(named, INSTEAD_OF_NAME)
    if (addressed) hidden = hidden.replace(addressed, INSTEAD_OF_NAME)
    if (reached) hidden = hidden.replace(reached, INSTEAD_OF_CONTACT)
    return hidden.replace(EMAIL, INSTEAD_OF_CONTACT).replace(PHONE, INSTEAD_OF_CONTACT)
  }
}

/** One pattern for all words, whole words only, however their spaces and capitals are written. */
function wordPattern(words: readonly string[], before = ''): RegExp | null {
  if (words.length === 0) return null
  const sources = words.map((word) =>
    word
      .normalize('NFC')
      .split(/\s+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
  )
  return new RegExp(`(?<![\\p{L}\\d])${before}(?:${sources.join('|')})(?![\\p{L}\\d])`, 'giu')
}
