import { type Agency, listAgencies } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import type { Paper, PaperRecipient, RecipientPurpose } from '../documents/paper.ts'
import { findPaperSheet, updatePaperSheet } from '../documents/paper-sheet-store.ts'
import { getPaper, listRecipients, updatePaper } from '../documents/paper-store.ts'
import { addRecipients, type RecipientDraft, removeRecipient } from '../documents/send-paper.ts'
import type { PaperFacts } from '../papers/paper-facts.ts'
import { spellAs, USUAL_SPELLING } from '../papers/paper-spelling.ts'
import { readSheet, type Sheet } from '../papers/sheet.ts'
import {
  type NamedRecipient,
  namedRecipients,
  recipientDifference,
  withRecipients,
} from '../papers/sheet-recipients.ts'
import { sheetText } from '../papers/sheet-text.ts'
import { findPetition } from '../petitions/petition-store.ts'

// Who gets a paper stands once: in its recipients. “Kính gửi” and “Nơi nhận” of a text from data are written from them,
// and what is typed there is taken over into them.

/** Recipients as the paper names them, in the order in which they came. */
function asNamed(recipients: readonly PaperRecipient[]): NamedRecipient[] {
  return recipients.map(({ name, remark, writtenTo }) => ({ name, remark, writtenTo }))
}

/**
 * The recipients of a draft after its text was drawn: whom the data name now and did not before are added, whom they
 * name no more goes, who was added by hand stays. Returns the text naming just these.
 */
export async function takeDrawnRecipients(
  context: ChangeContext,
  paper: Paper,
  drawn: { sheet: Sheet; facts: PaperFacts; before: Sheet | null },
): Promise<Sheet> {
  const before = drawn.before ? namedRecipients(drawn.before) : []
  await takeOver(context, paper, { ...recipientDifference(before, namedRecipients(drawn.sheet)), facts: drawn.facts })
  const recipients = asNamed(await listRecipients(context.db, context.authorityId, paper.id))
  return withRecipients(drawn.sheet, inOrder(recipients, namedRecipients(drawn.sheet)))
}

/** As `takeDrawnRecipients`, without changing anything: how the text would name them. */
export function drawnWithRecipients(drawn: Sheet, before: Sheet | null, recipients: readonly PaperRecipient[]): Sheet {
  const { gone, added } = recipientDifference(before ? namedRecipients(before) : [], namedRecipients(drawn))
  const stay = asNamed(recipients).filter((one) => !gone.some((other) => isSame(one, other)))
  const fresh = added.filter((one) => !stay.some((other) => isSame(one, other)))
  return withRecipients(drawn, inOrder([...stay, ...fresh], namedRecipients(drawn)))
}

/** What was typed into “Kính gửi” and “Nơi nhận” becomes the recipients of the draft. */
export async function takeTypedRecipients(
  context: ChangeContext,
  paper: Paper,
  { before, after }: { before: Sheet; after: Sheet },
): Promise<void> {
  await takeOver(context, paper, recipientDifference(namedRecipients(before), namedRecipients(after)))
}

/** Writes the recipients of a paper not yet issued into its text, when it has one from data. */
export async function writeRecipients(context: ChangeContext, paperId: number): Promise<void> {
  const { db, authorityId } = context
  const stored = await findPaperSheet(db, authorityId, paperId)
  if (!stored || stored.sealedAt !== null) return
  const sheet = readSheet(stored.sheet)
  const recipients = await listRecipients(db, authorityId, paperId)
  const named = withRecipients(sheet, inOrder(asNamed(recipients), namedRecipients(sheet)))
  await updatePaperSheet(db, authorityId, stored, { sheet: named })
  await updatePaper(db, authorityId, await getPaper(db, authorityId, paperId), { body: sheetText(named) })
}

/** Those the text named already keep its order; the others follow. */
function inOrder(recipients: readonly NamedRecipient[], order: readonly NamedRecipient[]): NamedRecipient[] {
  const known = order.filter((one) => recipients.some((other) => isSame(one, other)))
  return [...known, ...recipients.filter((one) => !known.some((other) => isSame(one, other)))]
}

function isSame(one: NamedRecipient, other: NamedRecipient): boolean {
  return one.name === other.name && one.remark === other.remark && one.writtenTo === other.writtenTo
}

async function takeOver(
  context: ChangeContext,
  paper: Paper,
  { gone, added, facts }: { gone: NamedRecipient[]; added: NamedRecipient[]; facts?: PaperFacts },
): Promise<void> {
  const { db, authorityId } = context
  const present = await listRecipients(db, authorityId, paper.id)
  for (const one of present)
    if (one.sentOn === null && gone.some((other) => isSame(asNamed([one])[0]!, other)))
      await removeRecipient(context, one.id)
  const stay = asNamed(await listRecipients(db, authorityId, paper.id))
  const missing = added.filter((one) => !stay.some((other) => isSame(one, other)))
  if (missing.length > 0) await addRecipients(context, paper.id, await knownRecipients(context, paper, missing, facts))
}

/** Names of a paper as recipients: agencies and the petitioner where they are known by that name. */
async function knownRecipients(
  context: ChangeContext,
  paper: Paper,
  named: readonly NamedRecipient[],
  facts?: PaperFacts,
): Promise<RecipientDraft[]> {
  const agencies = await listAgencies(context.db, context.authorityId)
  const petitioner = await petitionerOf(context, paper, facts)
  return named.map((one) => recipientOf(one, agencies, petitioner))
}

/**
 * Who gets a written reply, in one list for the register and the letter: whom its wording names, with those chosen when it
 * was issued (the people, their locality, to whom it is reported). Returns the text with these.
 */
export async function takeReplyRecipients(
  context: ChangeContext,
  paper: Paper,
  { sheet, facts }: { sheet: Sheet; facts: PaperFacts },
  chosen: readonly RecipientDraft[],
): Promise<Sheet> {
  const named = await knownRecipients(context, paper, namedRecipients(sheet), facts)
  const printed = (one: RecipientDraft) => named.find((other) => isMeant(one, other))
  const told = chosen.filter(({ purpose }) => purpose !== 'other')
  const first = told.map((one) => ({ ...one, writtenTo: true, ...printed(one), purpose: one.purpose }))
  const others = named.filter((one) => {
    if (told.some((other) => isMeant(other, one))) return false
    // a nameless petitioner gets no letter; the locality is the one that was chosen
    return !one.petitionerId && !(one.writtenTo && one.name === facts.values['petitionerVillage'])
  })
  const reported = chosen.filter((one) => one.purpose === 'other')
  const further = reported.filter((one) => !printed(one)).map((one) => ({ ...one, remark: 'để b/c' }))
  const asOther = (one: RecipientDraft) => reported.some((other) => isMeant(other, one))
  const list = [...first, ...others.map((one) => (asOther(one) ? { ...one, purpose: 'other' } : one)), ...further]
  await addRecipients(context, paper.id, list)
  const recipients = await listRecipients(context.db, context.authorityId, paper.id)
  return withRecipients(sheet, namingOnly(await petitionerOf(context, paper, facts), recipients))
}

/**
 * Of several people who get one letter it names only the one whose words it answers: they wrote each by themselves and
 * do not know of one another. The register knows them all.
 */
function namingOnly(own: { id: number } | null, recipients: readonly PaperRecipient[]): NamedRecipient[] {
  const people = recipients.filter(({ petitionerId }) => petitionerId !== null)
  const named = people.filter(({ petitionerId }) => petitionerId === own?.id)
  const others = people.length > named.length ? [{ name: ALL_BEHIND_IT, remark: '', writtenTo: true }] : []
  const rest = recipients.filter(({ petitionerId }) => petitionerId === null)
  return [...asNamed(named), ...others, ...asNamed(rest)]
}

const ALL_BEHIND_IT = 'Các ông (bà) cùng kiến nghị'

/** Whether a recipient that was chosen is the one so named: the same person, the same agency. */
function isMeant(chosen: RecipientDraft, named: RecipientDraft): boolean {
  if (chosen.petitionerId) return chosen.petitionerId === named.petitionerId
  return !!chosen.agencyId && chosen.agencyId === named.agencyId
}

/** Whose petition the paper answers, as the paper calls the person. */
async function petitionerOf({ db, authorityId }: ChangeContext, paper: Paper, facts?: PaperFacts) {
  const name = facts?.values['addressee'] ?? ''
  if (paper.subjectKind !== 'petition' || name === '') return null
  const petition = await findPetition(db, authorityId, paper.subjectId)
  return petition && { id: petition.petitionerId, name }
}

/** All of them in one line: “Trưởng các thôn, tổ trưởng tổ dân phố”. */
const VILLAGE_HEADS = /^(tổ trưởng|trưởng) (các )?(thôn|xóm|ấp|buôn|làng|bản|khóm|khu phố|khu dân cư|tổ dân phố)/iu

const PURPOSE_OF_ROLE: Readonly<Record<string, RecipientPurpose>> = {
  fatherlandFront: 'front',
  informationEducationMassMobilizationBoard: 'board',
  massMobilizationBoard: 'board',
  superiorInformationEducationMassMobilizationBoard: 'superior',
  superiorParty: 'superior',
  superiorPartyCommittee: 'superior',
  superiorGovernment: 'superior',
}

/** A name of the paper as a recipient: the agency of that name, the petitioner, else somebody named only. */
function recipientOf(
  named: NamedRecipient,
  agencies: readonly Agency[],
  petitioner: { id: number; name: string } | null,
): RecipientDraft {
  // as addressed, with or without the address behind
  if (petitioner && `${named.name},`.startsWith(`${petitioner.name},`))
    return { ...named, petitionerId: petitioner.id, purpose: 'petitioner' }
  const fold = (name: string) => spellAs(name, USUAL_SPELLING).toLocaleLowerCase('vi').trim()
  const called = agencies.filter((one) => [one.name, one.shortName].some((name) => fold(name) === fold(named.name)))
  const agency = called.find((one) => one.toDay === null) ?? called.at(-1)
  if (!agency) return { ...named, purpose: VILLAGE_HEADS.test(named.name) ? 'village' : 'other' }
  return { ...named, agencyId: agency.id, purpose: purposeOf(agency, named) }
}

function purposeOf(agency: Agency, { remark, writtenTo }: NamedRecipient): RecipientPurpose {
  const ofRole = agency.roleKey === null ? undefined : PURPOSE_OF_ROLE[agency.roleKey]
  if (ofRole) return ofRole
  if (agency.level === 'village') return 'village'
  return writtenTo || remark === 'để thực hiện' ? 'competentAgency' : 'other'
}
