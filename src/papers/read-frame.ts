import { type Agency, findAgency, listAgencies } from '../agencies/agency-store.ts'
import { getAuthority } from '../agencies/authority-store.ts'
import { listPosts } from '../agencies/post-store.ts'
import { chooseBook, mayGoWithoutNumber, neverNumbered, symbolOf, writeNumber } from '../documents/number-book.ts'
import { listNumberBooks } from '../documents/number-book-store.ts'
import { type Day, yearOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { PaperFrame } from './fill-template.ts'
import type { Branch } from './layout-profile.ts'
import {
  branchOfOrgan,
  collectiveOf,
  headPost,
  houseOf,
  issuerLines,
  nameUnder,
  type Organ,
  organSign,
  placeAbove,
  type Signing,
  signatureOf,
  superiorLines,
} from './organ-words.ts'
import { type PaperSpelling, spellAll, spellAs } from './paper-spelling.ts'
import type { Signature } from './sheet.ts'
import { findSpelling } from './spelling-store.ts'

/** What a paper has from who issues it: head, symbol, the signature of its head. */
export interface IssuerFrame {
  frame: PaperFrame
  branch: Branch
}

interface FrameQuestion {
  kind: string
  /** '' for the ordinary paper of the kind */
  variant: string
  issuerAgencyId: number
  today: Day
}

/** The frame of a draft of this issuer on that day: no number, no date, its head as signer. */
export async function readFrame(db: Db, authorityId: number, question: FrameQuestion): Promise<IssuerFrame> {
  const { issuerAgencyId, today } = question
  const [authority, agency] = await Promise.all([
    getAuthority(db, authorityId),
    findAgency(db, authorityId, issuerAgencyId),
  ])
  const organ: Organ & { external?: boolean } = agency ?? {
    name: authority.name,
    shortName: authority.shortName,
    kind: 'other',
  }
  const [spelling, parent, parentAuthority, others, symbol, signer] = await Promise.all([
    findSpelling(db, authorityId),
    agency?.parentId ? findAgency(db, authorityId, agency.parentId) : null,
    authority.parentAuthorityId === null ? null : getAuthority(db, authority.parentAuthorityId),
    listAgencies(db, authorityId),
    symbolFor(db, authorityId, question, organ),
    headOf(db, authorityId, issuerAgencyId, today),
  ])
  const branch = branchOfOrgan(organ.kind)
  const over = parent ?? houseOf(organ)
  const signing: Signing = {
    capacity: capacityOf(organ),
    title: signer?.title ?? headPost(organ),
    name: signer?.personName ?? null,
  }
  const above = parentAuthority?.name ?? placeOver(organ, others)
  const frame: PaperFrame = {
    self: spellAs(organ.name, spelling),
    superior: spellAll(policeOver(organ, others) ?? superiorLines(organ, over, above), spelling),
    issuer: spellAll(issuerLines(nameUnder(organ.name, over?.name ?? null)), spelling),
    number: null,
    ...(symbol === undefined ? { sign: signOf(organ) } : { symbol }),
    place: authority.placeName,
    date: null,
    year: yearOf(today),
    signatures: [spelled(signatureOf(organ, signing.title, signing), spelling)],
    archive: branch === 'party' ? spellAs(organ.shortName, spelling) : 'VT',
    draft: true,
  }
  return { frame, branch }
}

/**
 * The place above, where the level above does not use the program itself. The Party, the Front and the police always
 * name the level above them; a People's Committee does not (002).
 */
function placeOver(organ: Organ, agencies: readonly Agency[]): string | null {
  if (branchOfOrgan(organ.kind) === 'state' && organ.kind !== 'police') return null
  return placeAbove(agencies.filter((one) => one.kind === 'superior').map((one) => one.name))
}

/** The police above, where the authority knows it by name; null for other organs. */
function policeOver(organ: Organ, agencies: readonly Agency[]): string[] | null {
  if (organ.kind !== 'police') return null
  const above = agencies.find((one) => one.kind === 'superior' && /^công an\s/iu.test(one.name))
  return above ? [above.name] : null
}

/** Who signs a paper of this agency when nobody stands in: its head, for the collective where it is one. */
export async function readLikelySigner(
  db: Db,
  authorityId: number,
  issuer: { issuerAgencyId: number | null; on: Day },
): Promise<{ capacity: string; title: string; name: string } | null> {
  const agency = issuer.issuerAgencyId === null ? null : await findAgency(db, authorityId, issuer.issuerAgencyId)
  if (!agency) return null
  const head = await headOf(db, authorityId, agency.id, issuer.on)
  return { capacity: capacityOf(agency), title: head?.title ?? headPost(agency) ?? '', name: head?.personName ?? '' }
}

/** The head of a collective signs for it (TM., T/M), that of an office in his own right. */
function capacityOf(organ: Organ): 'head' | 'TM.' | 'T/M' {
  if (collectiveOf(organ.kind) === null) return 'head'
  return branchOfOrgan(organ.kind) === 'party' ? 'T/M' : 'TM.'
}

/** The signature of who signed in his capacity, for a paper that is issued. */
export async function readSignature(
  db: Db,
  authorityId: number,
  paper: { issuerAgencyId: number | null; on: Day } & Signing,
): Promise<Signature | null> {
  const agency = paper.issuerAgencyId === null ? null : await findAgency(db, authorityId, paper.issuerAgencyId)
  if (!agency) return null
  const head = await headOf(db, authorityId, agency.id, paper.on)
  return spelled(signatureOf(agency, head?.title ?? null, paper), await findSpelling(db, authorityId))
}

/** The organs and posts of a signature; how a person writes his name is his own. */
function spelled(signature: Signature, spelling: PaperSpelling): Signature {
  return { ...spellAll(signature, spelling), name: signature.name }
}

async function headOf(db: Db, authorityId: number, agencyId: number, on: Day) {
  const posts = (await listPosts(db, authorityId, on)).filter((post) => post.agencyId === agencyId)
  return posts.find((post) => post.isHead) ?? null
}

/** Organs whose letters are the same everywhere; those of another body outside are its own to say. */
const EVERYWHERE: ReadonlySet<string> = new Set(['front', 'police'])

/** What will follow the number; undefined: as the wording says, null: kept without a number. */
async function symbolFor(db: Db, authorityId: number, question: FrameQuestion, organ: Organ & { external?: boolean }) {
  const { kind, variant, issuerAgencyId, today } = question
  if (neverNumbered(kind)) return null
  if (organ.external) return EVERYWHERE.has(organ.kind) ? undefined : null
  const book = chooseBook(await listNumberBooks(db, authorityId, issuerAgencyId), kind, today)
  if (book) return writeNumber(book.pattern.replace(/^\{n\}\s*[/-]?/, ''), 0, '', kind, variant)
  if (mayGoWithoutNumber(kind)) return null
  if (symbolOf(kind, variant) === '') return undefined
  return symbolOf(kind, variant) + signOf(organ)
}

/** KH-UBND of the state (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3), KH/ĐU of the Party (HD 36, HD 05). */
function signOf(organ: Organ): string {
  return `${branchOfOrgan(organ.kind) === 'party' ? '/' : '-'}${organSign(organ)}`
}
