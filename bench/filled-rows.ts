import { createHash } from 'node:crypto'
import { type Day, shiftDay } from '../src/platform/day.ts'
import type { Share } from './bench-plan.ts'
import type { Row } from './copy-rows.ts'
import { personName, petitionText, pick, seededChance } from './vietnamese-text.ts'

const AGENCIES_EACH = 14
const ACCOUNTS_EACH = 8
export const DIALOGUES_EACH = 6

export const agencyId = (authorityId: number, at: number) => (authorityId - 1) * AGENCIES_EACH + 1 + at
export const accountId = (authorityId: number, at: number) => (authorityId - 1) * ACCOUNTS_EACH + 1 + at
export const dialogueId = (authorityId: number, at: number) => (authorityId - 1) * DIALOGUES_EACH + 1 + at
export const agenciesEach = AGENCIES_EACH
export const accountsEach = ACCOUNTS_EACH

/** What one petition is made of, the same each time it is asked. */
export interface PetitionFacts {
  id: number
  authorityId: number
  state: 'received' | 'classified' | 'assigned' | 'answerPrepared' | 'answered'
  receivedOn: Day
  leadAgencyId: number | null
  text: string
  name: string
  area: string
  confidential: boolean
  chance: () => number
}

const STATES = ['received', 'classified', 'assigned', 'answerPrepared'] as const

interface Filling {
  today: Day
  areas: readonly string[]
  textBytes: number
}

function petitionFacts(share: Share, id: number, { today, areas, textBytes }: Filling): PetitionFacts {
  const chance = seededChance(id * 7919)
  const age = Math.floor(((share.firstPetition + share.petitions - id) / share.petitions) * 900)
  const state = age > 45 ? (chance() < 0.97 ? 'answered' : 'assigned') : pick(chance, STATES)
  const given = state !== 'received' && state !== 'classified'
  return {
    id,
    authorityId: share.authorityId,
    state,
    receivedOn: shiftDay(today, -age),
    leadAgencyId: given ? agencyId(share.authorityId, 2 + Math.floor(chance() * 6)) : null,
    text: petitionText(chance, textBytes),
    name: personName(chance),
    area: pick(chance, areas),
    confidential: chance() < 0.01,
    chance,
  }
}

export function* everyPetition(shares: readonly Share[], filling: Filling) {
  for (const share of shares)
    for (let at = 0; at < share.petitions; at += 1) yield petitionFacts(share, share.firstPetition + at, filling)
}

export function petitionerRow(facts: PetitionFacts): Row {
  const { authorityId, id, name } = facts
  return {
    authority_id: authorityId,
    id,
    kind: 'person',
    name,
    phone: `09${String(id).padStart(8, '0')}`,
    village_agency_id: agencyId(authorityId, 9 + (id % 5)),
  }
}

export function submissionRow(facts: PetitionFacts): Row {
  const { authorityId, id, receivedOn, text, confidential } = facts
  return {
    authority_id: authorityId,
    id,
    petitioner_id: id,
    channel: 'letter',
    received_on: receivedOn,
    text,
    confidential,
    forwarded_by_agency_id: id % 10 === 0 ? agencyId(authorityId, 9 + (id % 5)) : null,
    entered_by: accountId(authorityId, 0),
    dialogue_id: dialogueOf(facts),
  }
}

const dialogueOf = ({ authorityId, id }: PetitionFacts) =>
  id % 3 === 0 ? null : dialogueId(authorityId, id % DIALOGUES_EACH)

export function petitionRow(facts: PetitionFacts): Row {
  const { authorityId, id, state, receivedOn, leadAgencyId, area, text, confidential } = facts
  const answered = state === 'answered'
  return {
    authority_id: authorityId,
    id,
    code: `BN-${receivedOn.slice(0, 4)}-${String(id).padStart(6, '0')}`,
    submission_id: id,
    dialogue_id: dialogueOf(facts),
    petitioner_id: id,
    received_on: receivedOn,
    raised: 'before',
    content: text,
    subject_area: area,
    confidential,
    state,
    lead_agency_id: leadAgencyId,
    disposition: state === 'received' ? null : 'verifyAndReplyLater',
    answered_on: answered ? shiftDay(receivedOn, 20) : null,
    answered_how: answered ? 'inWriting' : null,
    entered_by: accountId(authorityId, 0),
    version: 3,
  }
}

/** Of every petition its reply, of a third the law's clock beside it. */
export function* deadlineRows(facts: PetitionFacts): Generator<Row> {
  const { authorityId, id, receivedOn, state, leadAgencyId } = facts
  if (leadAgencyId === null) return
  const answered = state === 'answered'
  const one = (at: number, due: Day, key: string, instrument: string): Row => ({
    authority_id: authorityId,
    id: id * 2 + at,
    subject_kind: 'petition',
    subject_id: id,
    dialogue_id: dialogueOf(facts),
    agency_id: leadAgencyId,
    key,
    label: 'Trả lời người kiến nghị bằng văn bản',
    instrument_id: instrument,
    instrument: instrument === 'law-72' ? 'Luật số 72/2025/QH15' : 'Quy định số 13-QĐ/TU',
    clause: 'Điều 12 khoản 1',
    anchor_event: 'received',
    anchor_on: receivedOn,
    due_on: due,
    first_due_on: due,
    direction: 'after',
    counting: '{}',
    state: answered ? 'met' : 'open',
    met_on: answered ? shiftDay(receivedOn, 20) : null,
  })
  yield one(0, shiftDay(receivedOn, 25), 'replyLetter', 'hai-phong-13')
  if (id % 3 === 0) yield one(1, shiftDay(receivedOn, 30), 'replyLetter', 'law-72')
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** The history a petition has by now: received, classified, assigned, answered. Hashes are of the right size only. */
export function* logRows(facts: PetitionFacts, nextSeq: () => number, whole: boolean): Generator<Row> {
  const { authorityId, id, receivedOn, state, leadAgencyId, area } = facts
  const line = (action: string, day: number, after: object): Row => {
    const seq = nextSeq()
    return {
      authority_id: authorityId,
      seq,
      at: `${shiftDay(receivedOn, day)} 09:00:00+07`,
      account_id: accountId(authorityId, day % 3),
      agency_id: agencyId(authorityId, 0),
      action,
      subject_kind: 'petition',
      subject_id: id,
      after: JSON.stringify(after),
      request_key: `${id}-${action}`,
      prev_hash: hash(`${authorityId} ${seq - 1}`),
      hash: hash(`${authorityId} ${seq}`),
    }
  }
  yield line('petition/receive', 0, { kind: 'request', subjectArea: area, submissionId: id, raised: 'before' })
  if (state === 'received' || !whole) return
  yield line('petition/classify', 1, { subjectArea: area, disposition: 'verifyAndReplyLater' })
  if (leadAgencyId === null) return
  yield line('petition/assign', 2, { leadAgencyId })
  if (state === 'answered') yield line('petition/draft-answer', 12, { kind: 'reply' })
  if (state === 'answered') yield line('petition/mark-answered', 20, { answeredOn: shiftDay(receivedOn, 20) })
}

export function* answerRows(facts: PetitionFacts, bytes: number): Generator<Row> {
  const { authorityId, id, leadAgencyId, chance } = facts
  if (facts.state !== 'answered') return
  yield {
    authority_id: authorityId,
    id,
    petition_id: id,
    kind: 'reply',
    agency_id: leadAgencyId,
    text: petitionText(chance, bytes),
    state: 'approved',
    drafted_by: accountId(authorityId, 2),
    approved_by: accountId(authorityId, 1),
  }
}

export function* readerRows({ confidential, authorityId, id }: PetitionFacts): Generator<Row> {
  if (!confidential) return
  yield {
    authority_id: authorityId,
    petition_id: id,
    account_id: accountId(authorityId, 1),
    reason: 'Danh tính cần giữ kín',
  }
}
