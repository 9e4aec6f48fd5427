import { type Day, shiftDay } from '../src/platform/day.ts'
import { type BenchPlan, parentOf } from './bench-plan.ts'
import type { Row } from './copy-rows.ts'
import { accountId, accountsEach, agenciesEach, agencyId, DIALOGUES_EACH, dialogueId } from './filled-rows.ts'
import { personName, pick, seededChance, villageName } from './vietnamese-text.ts'

/** Agencies of an authority in order: two of the lead, six that are given work, one plain, five villages. */
const AGENCIES: readonly [name: string, roleKey: string | null][] = [
  ['Văn phòng Đảng ủy', 'partyCommitteeOffice'],
  ['Ủy ban nhân dân', 'peoplesCommittee'],
  ['Phòng Kinh tế', null],
  ['Phòng Văn hóa - Xã hội', 'culturalSocialDivision'],
  ['Công an', 'police'],
  ['Ủy ban Mặt trận Tổ quốc Việt Nam', 'fatherlandFront'],
  ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', 'councilAndPeoplesCommitteeOffice'],
  ['Trung tâm Phục vụ hành chính công', null],
  ['Đảng ủy', 'partyCommittee'],
]

const ROLES = [
  'clerk',
  'officeLeader',
  'agencySpecialist',
  'chair',
  'recordsClerk',
  'agencyLeader',
  'front',
  'collector',
]
const BEGAN = '2020-01-01'

export const slugOf = (authorityId: number) => `don-vi-${authorityId}`
export const loginOf = (authorityId: number, at: number) => `nguoi-dung-${authorityId}-${at}`

export function* authorityRows(plan: BenchPlan): Generator<Row> {
  for (let id = 1; id <= plan.authorities; id += 1) {
    const province = id > 1 && id <= plan.provinces + 1
    const name = `${province ? 'Tỉnh' : 'Xã'} ${villageName(id)} ${id}`
    yield {
      id,
      slug: slugOf(id),
      name,
      short_name: name,
      kind: province ? 'province' : 'commune',
      place_name: name,
      parent_authority_id: parentOf(id, plan),
      from_day: BEGAN,
      case_prefix: 'BN',
      totp_required: false,
    }
  }
}

export function* agencyRows(authorityId: number): Generator<Row> {
  for (let at = 0; at < agenciesEach; at += 1) {
    const [name, roleKey] = AGENCIES[at] ?? [`Thôn ${villageName(authorityId + at)}`, 'village']
    yield {
      authority_id: authorityId,
      id: agencyId(authorityId, at),
      name,
      short_name: name,
      kind: at < AGENCIES.length ? 'agency' : 'village',
      role_key: roleKey,
      level: at < AGENCIES.length ? 'commune' : 'village',
      from_day: BEGAN,
    }
  }
}

export function* accountRows(authorityId: number): Generator<Row> {
  const chance = seededChance(authorityId)
  for (let at = 0; at < accountsEach; at += 1)
    yield {
      id: accountId(authorityId, at),
      login: loginOf(authorityId, at),
      display_name: personName(chance),
      password_hash: '-',
    }
}

export function* membershipRows(authorityId: number): Generator<Row> {
  for (let at = 0; at < accountsEach; at += 1) {
    yield {
      id: accountId(authorityId, at),
      account_id: accountId(authorityId, at),
      authority_id: authorityId,
      agency_id: agencyId(authorityId, at < 2 ? 0 : at),
      role: ROLES[at]!,
      from_day: BEGAN,
    }
  }
}

export function* personRows(authorityId: number): Generator<Row> {
  const chance = seededChance(authorityId * 31)
  for (let at = 0; at < accountsEach; at += 1)
    yield { authority_id: authorityId, id: accountId(authorityId, at), full_name: personName(chance) }
}

const POSTS = [
  'Bí thư Đảng ủy',
  'Chủ tịch Ủy ban nhân dân',
  'Trưởng Công an',
  'Chánh Văn phòng',
  'Trưởng phòng Kinh tế',
].concat(['Phó Chủ tịch Ủy ban nhân dân', 'Chủ tịch Ủy ban Mặt trận Tổ quốc', 'Trưởng phòng Văn hóa - Xã hội'])

export function* postRows(authorityId: number): Generator<Row> {
  for (const [at, title] of POSTS.entries())
    yield {
      authority_id: authorityId,
      id: accountId(authorityId, at),
      agency_id: agencyId(authorityId, at),
      title,
      kind: 'other',
      is_head: true,
      from_day: BEGAN,
    }
}

export function* holdingRows(authorityId: number): Generator<Row> {
  for (let at = 0; at < POSTS.length; at += 1) {
    const id = accountId(authorityId, at)
    yield { authority_id: authorityId, id, post_id: id, person_id: id, from_day: BEGAN }
  }
}

export function* dialogueRows(authorityId: number, today: Day, regulationVersionId: number): Generator<Row> {
  const chance = seededChance(authorityId * 97)
  for (let at = 0; at < DIALOGUES_EACH; at += 1) {
    const coming = at === DIALOGUES_EACH - 1
    yield {
      authority_id: authorityId,
      id: dialogueId(authorityId, at),
      title: `Hội nghị đối thoại định kỳ lần ${at + 1} với Nhân dân`,
      kind: 'periodic',
      form: 'inPerson',
      chair_model: 'partySecretary',
      topic: `Phát triển hạ tầng ở ${villageName(at)}`,
      venue: `Nhà văn hóa ${villageName(Math.floor(chance() * 14))}`,
      regulation_version_id: regulationVersionId,
      state: coming ? 'preparing' : 'concluded',
      held_on: shiftDay(today, coming ? 14 : (at - 5) * 150),
      lead_agency_id: agencyId(authorityId, 0),
    }
  }
}

const PAPERS = ['conclusionNotice', 'replyLetter', 'invitation', 'publicNotice', 'plan']
const PAPERS_EACH = 24

export function* paperRows(authorityId: number, today: Day): Generator<Row> {
  const chance = seededChance(authorityId * 13)
  for (let at = 0; at < PAPERS_EACH; at += 1) {
    const dated = shiftDay(today, -at * 30)
    const dialogue = dialogueId(authorityId, at % DIALOGUES_EACH)
    yield {
      authority_id: authorityId,
      id: (authorityId - 1) * PAPERS_EACH + at + 1,
      kind: pick(chance, PAPERS),
      subject_kind: 'dialogue',
      subject_id: dialogue,
      dialogue_id: dialogue,
      title: `Về hội nghị đối thoại với Nhân dân ${villageName(at)}`,
      body: 'Căn cứ quy định, thông báo như sau.',
      issuer_agency_id: agencyId(authorityId, at % 9),
      state: 'issued',
      number: `${at + 1}-TB/ĐU`,
      dated_on: dated,
      signer_name: personName(chance),
      signer_title: 'Bí thư Đảng ủy',
    }
  }
}

/** Messages of the last weeks, a few still unread. */
export function* messageRows(authorityId: number, firstPetition: number): Generator<Row> {
  for (let at = 0; at < 40; at += 1) {
    yield {
      authority_id: authorityId,
      id: (authorityId - 1) * 40 + at + 1,
      account_id: null,
      agency_id: agencyId(authorityId, at % 8),
      kind: 'petition/assigned',
      subject_kind: 'petition',
      subject_id: firstPetition + at,
      dedupe_key: `bench ${at}`,
      read_at: at % 4 === 0 ? null : '2026-01-01',
    }
  }
}
