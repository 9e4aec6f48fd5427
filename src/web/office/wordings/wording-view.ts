import { listAgencies } from '../../../agencies/agency-store.ts'
import { vocabularyOf } from '../../../papers/facts/fact-vocabulary.ts'
import { readPaperFacts } from '../../../papers/facts/read-paper-facts.ts'
import { fillTemplate } from '../../../papers/fill-template.ts'
import { ownWording } from '../../../papers/find-wording.ts'
import type { Branch, Layout } from '../../../papers/layout-profile.ts'
import { shippedTemplates } from '../../../papers/load-templates.ts'
import { branchOfOrgan } from '../../../papers/organ-words.ts'
import type { PaperFacts } from '../../../papers/paper-facts.ts'
import type { PaperTemplate } from '../../../papers/paper-template.ts'
import { readFrame } from '../../../papers/read-frame.ts'
import { sampleFacts } from '../../../papers/sample-facts.ts'
import type { Sheet } from '../../../papers/sheet.ts'
import { listWordingVersions, type WordingKey, type WordingVersion } from '../../../papers/template-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { layoutOf } from '../../../procedures/paper-text.ts'
import { wordingWords } from '../../words/wording-words.ts'
import type { Lang } from '../../words/words.ts'
import { type OfficeRequest, queryId } from '../office-route.ts'
import { paperName } from '../papers/drawn-request.ts'

export const WORDINGS = '/quan-tri/mau-van-ban'

/** One wording: the program's, and the authority's own versions of it. */
export interface WordingView {
  key: WordingKey
  shipped: PaperTemplate
  versions: WordingVersion[]
  /** what is in use */
  template: PaperTemplate
  /** the newest version when it is in use */
  own: WordingVersion | null
}

export function keyOf(template: PaperTemplate): WordingKey {
  return { kind: template.kind, variant: template.variant ?? '', branch: template.branch ?? '' }
}

/** `conclusionNotice.public`, `minutes..party`: a wording in an address. */
export function wordingAddress({ kind, variant, branch }: WordingKey): string {
  return [kind, variant, branch].join('.').replace(/\.+$/, '')
}

export function wordingName({ kind, variant, branch }: WordingKey, lang: Lang): string {
  const branches: Readonly<Record<string, string>> = wordingWords[lang].branches
  const name = paperName(kind, variant, lang)
  return branch === '' ? name : `${name}, ${branches[branch]}`
}

/** The wording of the address; throws NotFound. */
export async function loadWording(request: OfficeRequest): Promise<WordingView> {
  const asked = request.params['mau'] ?? ''
  const shipped = (await shippedTemplates()).find((one) => wordingAddress(keyOf(one)) === asked)
  if (!shipped) throw new NotFound('paperTemplate')
  const key = keyOf(shipped)
  const versions = await listWordingVersions(request.db, request.authority.id, key)
  const newest = versions[0]
  const own = newest ? ownWording(newest) : null
  return { key, shipped, versions, template: own?.template ?? shipped, own: own && newest ? newest : null }
}

/** A wording filled for looking at it: with samples, or with a dialogue's data without personal data. */
export async function wordingPreview(
  request: OfficeRequest,
  template: PaperTemplate,
): Promise<{ sheet: Sheet; layout: Layout }> {
  const { db, authority, today } = request
  const vocabulary = vocabularyOf(template.about)
  const issuerAgencyId = await issuerOfBranch(request, template.branch)
  const { frame, branch } = await readFrame(db, authority.id, {
    ...{ kind: template.kind, variant: template.variant ?? '', issuerAgencyId, today },
  })
  const facts = (await dialogueFacts(request, template)) ?? sampleFacts(vocabulary)
  const sheet = fillTemplate(template, facts, frame, vocabulary)
  return { sheet, layout: await layoutOf(template.branch ?? branch, today) }
}

async function dialogueFacts(request: OfficeRequest, { about }: PaperTemplate): Promise<PaperFacts | null> {
  const subjectId = queryId(request, 'cuoc') || Number(request.form['cuoc'] ?? 0)
  if (about !== 'dialogue' || !(subjectId > 0)) return null
  const { db, authority, today } = request
  return readPaperFacts(db, { about, authorityId: authority.id, subjectId, today, public: true })
}

/** An agency that would issue such a paper: one of that branch, the first of the tree. */
async function issuerOfBranch({ db, authority, today }: OfficeRequest, branch: Branch | undefined): Promise<number> {
  const agencies = (await listAgencies(db, authority.id, { on: today })).filter(
    ({ external, level }) => !external && level !== 'village',
  )
  const fitting = agencies.find(({ kind }) => branch === undefined || branchOfOrgan(kind) === branch)
  const found = fitting ?? agencies[0]
  if (!found) throw new NotFound('agency')
  return found.id
}
