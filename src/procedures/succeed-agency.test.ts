import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DocumentHouse, openDocumentHouse } from '../../tests/support/document-house.ts'
import { listMembershipsOfAgency } from '../access/membership-store.ts'
import { getAgency, insertAgency } from '../agencies/agency-store.ts'
import { insertHolding, insertPerson, insertPost, listAllPosts, listHoldings } from '../agencies/post-store.ts'
import { listSuccessions } from '../agencies/succession-store.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { getDeadline, insertDeadline, listMoves } from '../deadlines/deadline-store.ts'
import { openDossier } from '../documents/open-dossier.ts'
import type { Day } from '../platform/day.ts'
import { NotPermitted, StaleEdit } from '../platform/errors.ts'
import { endAgency } from './end-agency.ts'
import { succeedAgency } from './succeed-agency.ts'

let house: DocumentHouse
let old: number
let heir: number
beforeAll(async () => {
  house = await openDocumentHouse()
})
afterAll(() => house.close())

async function agency(name: string, fields: { fromDay?: string; toDay?: string; parentId?: number } = {}) {
  return insertAgency(house.db, {
    authorityId: house.authorityId,
    parentId: fields.parentId ?? null,
    name: `${name} ${Math.random()}`,
    shortName: name,
    kind: 'partyBody',
    roleKey: null,
    level: 'commune',
    external: false,
    fromDay: (fields.fromDay ?? '2025-01-01') as Day,
    toDay: (fields.toDay ?? null) as Day | null,
  })
}

beforeEach(async () => {
  old = await agency('Ban Dân vận')
  heir = await agency('Ban Tuyên giáo và Dân vận', { fromDay: '2025-07-01' })
})

const succession = (fields: Record<string, unknown> = {}) => ({
  id: old,
  version: 1,
  successorId: heir,
  onDay: '01/07/2025',
  basis: 'Quyết định 201-QĐ/TU',
  ...fields,
})

async function deadlineOf(agencyId: number, state: 'open' | 'met' = 'open') {
  const subjectId = Math.floor(Math.random() * 1_000_000_000)
  const id = await insertDeadline(house.db, {
    authorityId: house.authorityId,
    subjectKind: 'petition',
    subjectId,
    dialogueId: null,
    agencyId,
    key: 'replyLetter',
    label: 'Trả lời bằng văn bản',
    instrumentId: 'hai-phong-13',
    instrument: '13-HD/BTGDVTU',
    clause: 'V.3.b',
    anchorEvent: 'noticeReceived',
    anchorOn: '2025-11-10' as Day,
    dueOn: '2025-12-01' as Day,
    strictDueOn: null,
    direction: 'after',
    counting: {},
    provisional: false,
    extended: false,
    complex: false,
  })
  if (state === 'met') {
    const met = { state, metOn: '2025-11-20' as Day }
    await house.db.updateTable('deadline').set(met).where('id', '=', id).execute()
  }
  return id
}

describe('an agency that ends', () => {
  test('hands over petitions, deadlines, dialogues and dossiers in one act, shown on both', async () => {
    const dialogueId = await house.dialogue({ state: 'concluded' })
    const set = { leadAgencyId: old, archiveAgencyId: old, supportingAgencyIds: [house.front, old] }
    await house.db.updateTable('dialogue').set(set).where('id', '=', dialogueId).execute()
    const open = await house.petition(dialogueId, { state: 'assigned', leadAgencyId: old })
    const gone = await house.petition(dialogueId, { state: 'transferred', leadAgencyId: old })
    const supported = await house.petition(dialogueId, { state: 'assigned', leadAgencyId: house.front })
    const support = {
      authorityId: house.authorityId,
      petitionId: supported,
      agencyId: old,
      askedOn: '2025-10-01' as Day,
    }
    await house.db.insertInto('petitionSupport').values(support).execute()
    const [due, met] = [await deadlineOf(old), await deadlineOf(old, 'met')]
    await openDossier(house.context(), dialogueId, old)

    const { handedOver } = await house.done(succeedAgency, succession(), 'administrator')
    expect(handedOver).toMatchObject({
      petitions: [open],
      supportedPetitions: [supported],
      deadlines: [due],
      dialogues: [dialogueId],
    })
    expect(handedOver.dossiers).toHaveLength(1)
    const leads = await house.db
      .selectFrom('petition')
      .select(['id', 'leadAgencyId'])
      .where('id', 'in', [open, gone])
      .orderBy('id')
      .execute()
    expect(leads).toEqual([
      { id: open, leadAgencyId: heir },
      { id: gone, leadAgencyId: old },
    ])
    const supports = await house.db
      .selectFrom('petitionSupport')
      .select('agencyId')
      .where('petitionId', '=', supported)
      .execute()
    expect(supports).toEqual([{ agencyId: heir }])
    const dialogue = await house.db
      .selectFrom('dialogue')
      .selectAll()
      .where('id', '=', dialogueId)
      .executeTakeFirstOrThrow()
    expect(dialogue).toMatchObject({
      leadAgencyId: heir,
      archiveAgencyId: heir,
      supportingAgencyIds: [house.front, heir],
    })
    expect(await getDeadline(house.db, house.authorityId, due)).toMatchObject({ agencyId: heir, dueOn: '2025-12-01' })
    expect(await getDeadline(house.db, house.authorityId, met)).toMatchObject({ agencyId: old })
    const [move] = await listMoves(house.db, house.authorityId, due)
    expect(move).toMatchObject({
      cause: 'handover',
      oldDueOn: '2025-12-01',
      newDueOn: '2025-12-01',
      reason: expect.stringContaining('201-QĐ/TU'),
    })
    for (const id of [old, heir]) {
      expect(await listSuccessions(house.db, house.authorityId, id)).toMatchObject([
        { fromAgencyId: old, toAgencyId: heir, handedOver },
      ])
      const [line] = await listLogOf(house.db, house.authorityId, 'agency', id)
      expect(line).toMatchObject({ action: 'agency/succeed', reason: 'Quyết định 201-QĐ/TU' })
    }
    expect(await listLogOf(house.db, house.authorityId, 'petition', open)).toMatchObject([
      { action: 'petition/agency-succeeded' },
    ])
    expect(await getAgency(house.db, house.authorityId, old)).toMatchObject({ toDay: '2025-06-30' })
  })

  test('ends its posts and who holds them', async () => {
    const { db, authorityId } = house
    const life = { fromDay: '2025-01-01' as Day, toDay: null }
    const postId = await insertPost(db, {
      authorityId,
      agencyId: old,
      title: 'Trưởng Ban',
      kind: 'other',
      isHead: true,
      deputyOfPostId: null,
      ...life,
    })
    const personId = await insertPerson(db, { authorityId, fullName: 'Trần Văn Thử' })
    await insertHolding(db, { authorityId, postId, personId, basis: null, ...life })
    await house.done(succeedAgency, succession(), 'administrator')
    expect(await listAllPosts(db, authorityId, old)).toMatchObject([{ toDay: '2025-06-30' }])
    expect(await listHoldings(db, authorityId, [postId])).toMatchObject([{ toDay: '2025-06-30' }])
  })

  test('takes its people along: same role in the successor, the old membership ended, both in the log', async () => {
    const { db, authorityId } = house
    const today = '2025-11-10' as Day
    const join = async (accountId: number, agencyId: number, role: string, toDay: Day | null = null) => {
      const values = { accountId, authorityId, agencyId, role, fromDay: '2025-01-01' as Day, toDay }
      return (await db.insertInto('membership').values(values).returning('id').executeTakeFirstOrThrow()).id
    }
    const { specialist, leader, clerk, records } = house.accounts
    const moved = await join(specialist, old, 'agencySpecialist', '2026-12-31' as Day)
    await join(leader, old, 'agencyLeader')
    await join(leader, heir, 'agencyLeader')
    await join(records, old, 'agencySpecialist', '2025-06-30' as Day)
    await join(clerk, house.front, 'agencySpecialist')
    const open = { accountId: specialist, membershipId: moved, tokenHash: `hash ${old}`, createdAt: new Date() }
    const times = { lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) }
    await db
      .insertInto('session')
      .values({ ...open, ...times })
      .execute()

    const { handedOver } = await house.done(succeedAgency, succession(), 'administrator')
    expect(handedOver.memberships).toHaveLength(1)
    expect(await listMembershipsOfAgency(db, authorityId, old, today)).toEqual([])
    const there = await listMembershipsOfAgency(db, authorityId, heir, today)
    expect(there.map((one) => [one.accountId, one.role, one.fromDay, one.toDay])).toEqual(
      expect.arrayContaining([
        [specialist, 'agencySpecialist', '2025-07-01', '2026-12-31'],
        [leader, 'agencyLeader', '2025-01-01', null],
      ]),
    )
    expect(there).toHaveLength(2)
    const ended = await db.selectFrom('membership').selectAll().where('id', '=', moved).executeTakeFirstOrThrow()
    expect(ended.endedReason).toContain('201-QĐ/TU')
    const session = await db.selectFrom('session').selectAll().where('accountId', '=', specialist).executeTakeFirst()
    expect(session?.membershipId).toBe(handedOver.memberships![0])
    const log = await listLogOf(db, authorityId, 'account', specialist)
    expect(log.map((line) => line.action)).toEqual(['membership/grant', 'membership/end'])
  })

  test('that ended before keeps its last day', async () => {
    old = await agency('Công an huyện', { toDay: '2025-02-28' })
    await house.done(succeedAgency, succession(), 'officeLeader')
    expect(await getAgency(house.db, house.authorityId, old)).toMatchObject({ toDay: '2025-02-28', version: 1 })
  })

  test('has one successor, which exists on that day and has not ended itself', async () => {
    await expect(house.perform(succeedAgency, succession({ onDay: '30/06/2025' }), 'administrator')).rejects.toThrow(
      'agency/successor-not-there',
    )
    expect(await house.perform(succeedAgency, succession({ successorId: old }), 'administrator')).toMatchObject({
      errors: { successorId: 'notValid' },
    })
    expect(await house.perform(succeedAgency, succession({ onDay: '01/07/2026' }), 'administrator')).toMatchObject({
      errors: { onDay: 'inFuture' },
    })
    await expect(house.perform(succeedAgency, succession(), 'clerk')).rejects.toThrow(NotPermitted)
    await expect(house.perform(succeedAgency, succession({ version: 7 }), 'administrator')).rejects.toThrow(StaleEdit)
    await house.done(succeedAgency, succession(), 'administrator')
    await expect(house.perform(succeedAgency, succession({ version: 2 }), 'administrator')).rejects.toThrow(
      'agency/already-succeeded',
    )
    const back = succession({ id: heir, successorId: old, onDay: '01/08/2025' })
    await expect(house.perform(succeedAgency, back, 'administrator')).rejects.toThrow('agency/successor-not-there')
  })
})

describe('ending an agency without a successor', () => {
  const ending = (fields: Record<string, unknown> = {}) => ({
    id: old,
    version: 1,
    toDay: '30/06/2025',
    reason: 'Giải thể',
    ...fields,
  })

  test('is possible when nothing is open', async () => {
    await house.done(endAgency, ending(), 'administrator')
    expect(await getAgency(house.db, house.authorityId, old)).toMatchObject({ toDay: '2025-06-30' })
  })

  test('is refused while something is open, while it has parts, or before it began', async () => {
    await deadlineOf(old)
    await expect(house.perform(endAgency, ending(), 'administrator')).rejects.toThrow('agency/has-open-work')
    const parent = await agency('Huyện ủy')
    await agency('Văn phòng', { parentId: parent })
    await expect(house.perform(endAgency, ending({ id: parent }), 'administrator')).rejects.toThrow('agency/has-parts')
    const young = await agency('Mới', { fromDay: '2025-07-01' })
    expect(await house.perform(endAgency, ending({ id: young }), 'administrator')).toMatchObject({
      errors: { toDay: 'beforeStart' },
    })
    await expect(house.perform(endAgency, ending(), 'officeLeader')).rejects.toThrow(NotPermitted)
  })
})
