import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../tests/support/dialogue-world.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { appraiseTopic } from '../dialogues/appraise-topic.ts'
import { listAgendaSteps } from '../dialogues/conference-store.ts'
import { decideRequest, decideRequestOnPaper } from '../dialogues/decide-request.ts'
import { decideTopic, decideTopicOnPaper } from '../dialogues/decide-topic.ts'
import { listPresiding } from '../dialogues/dialogue-people-store.ts'
import { getDialogue, listDialogueHistory, listDialogues } from '../dialogues/dialogue-store.ts'
import { proposeTopic } from '../dialogues/propose-topic.ts'
import { registerRequest } from '../dialogues/register-request.ts'
import { listRequests } from '../dialogues/request-store.ts'
import { listAppraisals, listTopics } from '../dialogues/topic-store.ts'
import { withdrawRequest } from '../dialogues/withdraw-request.ts'
import { listAttachments } from '../documents/attachment-store.ts'
import { openDialogue } from './open-dialogue.ts'
import { recordRegularMeeting } from './record-regular-meeting.ts'

const periodic = {
  title: 'Hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân năm 2025',
  kind: 'periodic',
  form: 'inPerson',
  chairModel: 'coPresiding',
}

describe('opening a dialogue in Cát Hải', () => {
  let world: DialogueWorld
  beforeAll(async () => {
    world = await createDialogueWorld()
  })
  afterAll(() => world.close())

  it('derives lead office, supporting office and archive owner from who chairs (004 IV.3, VI.2)', async () => {
    const { id } = await world.done(world.people.clerk, openDialogue, periodic)
    const dialogue = await getDialogue(world.db, world.authorityId, id)
    expect(dialogue).toMatchObject({
      state: 'preparing',
      leadAgencyId: world.agencies.partyOffice,
      supportingAgencyIds: [world.agencies.councilOffice],
      archiveAgencyId: world.agencies.partyOffice,
    })
    const presiding = await listPresiding(world.db, world.authorityId, id)
    expect(presiding.map((one) => [one.postId, one.capacity, one.sphere])).toEqual([
      [world.posts.secretary, 'coChair', 'party'],
      [world.posts.chairman, 'coChair', 'government'],
    ])
    expect(presiding[0]!.personName).toBe('Bí thư Đảng ủy thử')
  })

  it('lays out the agenda and the meeting rules of the regulation, and one dossier', async () => {
    const { id } = await world.done(world.people.clerk, openDialogue, {
      ...periodic,
      chairModel: 'peoplesCommitteeChair',
    })
    const steps = await listAgendaSteps(world.db, world.authorityId, id)
    expect(steps.map((step) => step.position)).toEqual([1, 2, 3, 4, 5, 6])
    const dialogue = await getDialogue(world.db, world.authorityId, id)
    expect(dialogue.meetingRules).toMatch(/^1\. Phát biểu theo thứ tự/)
    const dossiers = await world.db.selectFrom('dossier').selectAll().where('dialogueId', '=', id).execute()
    expect(dossiers.map((one) => one.ownerAgencyId)).toEqual([world.agencies.councilOffice])
  })

  it('keeps the law over it, and opens both clocks when the day is known', async () => {
    const { id } = await world.done(world.people.clerk, openDialogue, { ...periodic, heldOn: '29/10/2025' })
    const dialogue = await getDialogue(world.db, world.authorityId, id)
    expect(dialogue.overlayVersionIds).toHaveLength(1)
    const deadlines = await listDeadlines(world.db, world.authorityId, { dialogueId: id })
    const due = Object.fromEntries(deadlines.map((one) => [`${one.key} ${one.instrumentId}`, one.dueOn]))
    expect(due['invitation hai-phong-13']).toBe('2025-10-20')
    expect(due['mediaNotice law-72']).toBe('2025-10-22')
    expect(due['conclusionNotice hai-phong-13']).toBe('2025-11-12')
    expect(due['resultPublication law-72']).toBe('2025-11-10')
  })

  it('refuses who may not open one, and what the regulation does not know', async () => {
    await expect(world.perform(world.people.front, openDialogue, periodic)).rejects.toThrow('not permitted')
    expect(await world.refused(world.people.clerk, openDialogue, { ...periodic, chairModel: 'officeChief' })).toEqual({
      chairModel: 'notInList',
    })
    expect(await world.refused(world.people.clerk, openDialogue, { ...periodic, title: '' })).toEqual({
      title: 'required',
    })
  })

  it('opens an ad hoc one only with an admissible trigger', async () => {
    const adHoc = { ...periodic, kind: 'adHoc', chairModel: 'partySecretary' }
    expect(await world.refused(world.people.clerk, openDialogue, adHoc)).toMatchObject({ triggerKey: 'required' })
    const named = { ...adHoc, triggerKey: 'suddenEvent', triggerReason: 'Sạt lở đường ven đảo' }
    const { id } = await world.done(world.people.clerk, openDialogue, named)
    expect(await getDialogue(world.db, world.authorityId, id)).toMatchObject({ triggerKey: 'suddenEvent' })
  })

  it('opens an entry of the plan once', async () => {
    const plan = await insertPlan(world)
    const { id } = await world.done(world.people.clerk, openDialogue, {
      ...periodic,
      plannedDialogueId: plan.plannedId,
    })
    expect(await getDialogue(world.db, world.authorityId, id)).toMatchObject({ planId: plan.planId })
    const again = world.perform(world.people.clerk, openDialogue, { ...periodic, plannedDialogueId: plan.plannedId })
    await expect(again).rejects.toThrow('dialogue/already-opened')
    expect(await world.refused(world.people.clerk, openDialogue, { ...periodic, plannedDialogueId: 9999 })).toEqual({
      plannedDialogueId: 'notFound',
    })
  })

  it('makes one dialogue of the same form sent twice, also at once', async () => {
    const before = await listDialogues(world.db, world.authorityId, { limit: 200 })
    const send = () => world.perform(world.people.clerk, openDialogue, periodic, 'same-key')
    const outcomes = await Promise.all([send(), send(), send()])
    expect(new Set(outcomes.map((one) => one.ok && one.value.id)).size).toBe(1)
    const after = await listDialogues(world.db, world.authorityId, { limit: 200 })
    expect(after).toHaveLength(before.length + 1)
  })

  it('finds dialogues by their words without diacritics, and keeps their history in a sound log', async () => {
    const found = await listDialogues(world.db, world.authorityId, { words: 'nguoi dung dau', kind: 'adHoc' })
    expect(found).toHaveLength(1)
    const history = await listDialogueHistory(world.db, world.authorityId, found[0]!.id)
    expect(history.map((line) => line.action)).toEqual(['dialogue/open'])
    expect(await verifyLog(world.db)).toMatchObject({ problems: [] })
  })
})

describe('the register of requests', () => {
  let world: DialogueWorld
  beforeAll(async () => {
    world = await createDialogueWorld({
      ...{ regulation: 'son-la-12', version: '2023', kind: 'provinceOffice', today: '2023-03-01' },
      agencies: {
        personnelAdministrationDivision: 'Phòng TC-HC-QT',
        contentDivisions: 'Các phòng khối nội dung',
        provincialOffice: 'Văn phòng UBND tỉnh',
        massMobilizationBoard: 'Ban Dân vận Tỉnh ủy',
      },
      posts: { officeChief: 'Chánh Văn phòng' },
    })
  })
  afterAll(() => world.close())
  const request = {
    receivedOn: '2023-02-20',
    requesterKind: 'citizen',
    requesterName: 'Bà Lò Thị Thử',
    content: 'Xin đối thoại',
  }

  it('takes a request up and opens a dialogue for it, only then and only once', async () => {
    const { requestId } = await world.done(world.people.records, registerRequest, request)
    const open = { ...periodic, kind: 'onRequest', chairModel: 'officeChief', requestId }
    expect(await world.refused(world.people.clerk, openDialogue, open)).toEqual({ requestId: 'notFound' })
    const decision = { id: requestId, decision: 'accepted', decidedOn: '2023-02-25' }
    await expect(world.perform(world.people.clerk, decideRequest, decision)).rejects.toThrow('not permitted')
    await world.done(world.people.chair, decideRequest, decision)
    const { id } = await world.done(world.people.clerk, openDialogue, open)
    const [stored] = await listRequests(world.db, world.authorityId, { state: 'accepted' })
    expect(stored).toMatchObject({ id: requestId, dialogueId: id })
    expect(await world.refused(world.people.clerk, openDialogue, open)).toEqual({ requestId: 'notFound' })
    await expect(world.perform(world.people.records, withdrawRequest, { id: requestId, reason: 'x' })).rejects.toThrow(
      'request/already-decided',
    )
  })

  it('records what the chair decided on paper, by whom and when, with its page', async () => {
    const { db, authorityId, people } = world
    const { requestId } = await world.done(people.records, registerRequest, request)
    const page = { name: 'but-phe.pdf', mediaType: 'application/pdf', size: 9, sha256: 'a'.repeat(64) }
    const paper = { id: requestId, decision: 'accepted', decidedOn: '2023-02-25', paperApprover: 'Chánh Văn phòng' }
    await expect(world.perform(people.front, decideRequestOnPaper, paper)).rejects.toThrow('not permitted')
    expect(await world.refused(people.clerk, decideRequestOnPaper, { ...paper, paperApprover: '' })).toEqual({
      paperApprover: 'required',
    })
    expect(await world.refused(people.clerk, decideRequestOnPaper, { ...paper, decidedOn: '2023-03-02' })).toEqual({
      decidedOn: 'inFuture',
    })
    await world.done(people.clerk, decideRequestOnPaper, { ...paper, paperNumber: '12/VP', signedPage: page })
    const stored = (await listRequests(db, authorityId)).find((one) => one.id === requestId)
    expect(stored).toMatchObject({ state: 'accepted', paperApprover: 'Chánh Văn phòng', paperNumber: '12/VP' })
    expect((await listAttachments(db, authorityId, 'dialogueRequest', requestId)).map((one) => one.name)).toEqual([
      'but-phe.pdf',
    ])
    const log = await listLogOf(db, authorityId, 'dialogueRequest', requestId)
    expect(log.map((line) => line.action)).toContain('request/decide-on-paper')
    expect(log.find((line) => line.action === 'request/decide-on-paper')!.reason).toContain(
      'Quyết định trên giấy: Chánh Văn phòng, ngày 25/02/2023',
    )

    const topic = { year: 2023, proposerAgencyId: world.agencies.economy, topic: 'Nước sạch', reason: 'Bức xúc' }
    const { topicId } = await world.done(people.clerk, proposeTopic, { ...topic, proposedOn: '2023-02-01' })
    const decline = { ...paper, id: topicId, decision: 'declined', decisionNote: 'Đã có kế hoạch riêng' }
    await world.done(people.clerk, decideTopicOnPaper, decline)
    expect((await listTopics(db, authorityId)).find((one) => one.id === topicId)).toMatchObject({
      ...{ state: 'declined', decidedOn: '2023-02-25', paperApprover: 'Chánh Văn phòng', paperNumber: null },
    })
  })

  it('declines only with a reason, and not what ten per cent of the voters ask for', async () => {
    const { requestId } = await world.done(world.people.records, registerRequest, request)
    const decline = { id: requestId, decision: 'declined', decidedOn: '2023-02-28' }
    expect(await world.refused(world.people.chair, decideRequest, decline)).toEqual({
      decisionReason: 'reasonRequired',
    })
    await world.done(world.people.chair, decideRequest, {
      ...decline,
      decisionReason: 'Đã trả lời tại buổi tiếp công dân',
    })
    const voters = { ...request, requesterKind: 'voters', requesterName: 'Cử tri', signerCount: '120' }
    const { requestId: binding } = await world.done(world.people.records, registerRequest, voters)
    const refusal = world.perform(world.people.chair, decideRequest, {
      ...decline,
      id: binding,
      decisionReason: 'Không',
    })
    await expect(refusal).rejects.toThrow('request/voters-bind')
  })

  it('opens what needs an appraised topic only after every member has spoken and the head accepted', async () => {
    const { people, further, agencies } = world
    const topic = {
      year: 2023,
      proposerAgencyId: agencies.economy,
      topic: 'Giá nông sản',
      reason: 'Bức xúc',
      proposedOn: '2023-02-01',
    }
    const { topicId } = await world.done(people.clerk, proposeTopic, topic)
    const open = { ...periodic, kind: 'thematic', chairModel: 'peoplesCommitteeChair' }
    expect(await world.refused(people.clerk, openDialogue, open)).toEqual({ topicProposalId: 'dialogue/topic-needed' })
    const accept = { id: topicId, decision: 'accepted', decidedOn: '2023-02-20' }
    await expect(world.perform(people.chair, decideTopic, accept)).rejects.toThrow('topic/not-appraised')
    const opinion = { id: topicId, opinion: 'agree', appraisedOn: '2023-02-10' }
    const own = world.perform(people.front, appraiseTopic, { ...opinion, agencyId: further['massMobilizationBoard'] })
    await expect(own).rejects.toThrow('topic/own-agency-only')
    expect(await world.refused(people.clerk, appraiseTopic, { ...opinion, agencyId: agencies.economy })).toEqual({
      agencyId: 'topic/not-an-appraiser',
    })
    await world.done(people.front, appraiseTopic, { ...opinion, agencyId: agencies.front })
    const byPaper = { ...opinion, agencyId: further['massMobilizationBoard'] }
    expect(await world.refused(people.clerk, appraiseTopic, byPaper)).toEqual({ paperApprover: 'topic/who-spoke' })
    for (const role of ['massMobilizationBoard', 'provincialOffice']) {
      const paper = { paperApprover: 'Phó Trưởng ban', paperNumber: '31-CV/BDV' }
      await world.done(people.clerk, appraiseTopic, { ...opinion, agencyId: further[role], ...paper })
    }
    const [said] = (await listAppraisals(world.db, world.authorityId, topicId)).filter((one) => one.paperNumber)
    expect(said).toMatchObject({ paperApprover: 'Phó Trưởng ban', paperNumber: '31-CV/BDV' })
    await world.done(people.chair, decideTopic, accept)
    await world.done(people.clerk, openDialogue, { ...open, topicProposalId: topicId })
    expect(await world.refused(people.clerk, openDialogue, { ...open, topicProposalId: topicId })).toEqual({
      topicProposalId: 'notFound',
    })
  })

  it('records a session within a regular meeting in one step, held at once', async () => {
    const session = {
      sessionKind: 'weeklyBriefing',
      heldOn: '27/02/2023',
      chairModel: 'officeChief',
      attendancePeople: '24',
    }
    const { id } = await world.done(world.people.clerk, recordRegularMeeting, session)
    expect(await getDialogue(world.db, world.authorityId, id)).toMatchObject({
      state: 'held',
      kind: 'withinRegularMeeting',
      title: expect.stringMatching(/ ngày 27\/02\/2023$/),
      heldOn: '2023-02-27',
      attendancePeople: 24,
    })
    expect(await listDeadlines(world.db, world.authorityId, { dialogueId: id })).toEqual([])
    const tomorrow = { ...session, heldOn: '02/03/2023' }
    expect(await world.refused(world.people.clerk, recordRegularMeeting, tomorrow)).toEqual({ heldOn: 'inFuture' })
    expect(await world.refused(world.people.clerk, recordRegularMeeting, { ...session, sessionKind: 'tea' })).toEqual({
      sessionKind: 'notInList',
    })
  })
})

describe('a former district', () => {
  it('lets its past dialogue be entered and nothing new be opened', async () => {
    const world = await createDialogueWorld({
      ...{ regulation: 'lai-chau-06', kind: 'formerDistrict', toDay: '2025-06-30', today: '2026-11-20' },
    })
    try {
      const model = { chairModel: 'coPresiding' }
      const opened = await world.done(world.people.clerk, openDialogue, { ...periodic, ...model, heldOn: '2023-05-18' })
      const dialogue = await getDialogue(world.db, world.authorityId, opened.id)
      expect(dialogue.overlayVersionIds).toEqual([])
      const later = { ...periodic, ...model, heldOn: '2025-08-01' }
      await expect(world.perform(world.people.clerk, openDialogue, later)).rejects.toThrow('dialogue/authority-ended')
      await expect(world.perform(world.people.clerk, openDialogue, { ...periodic, ...model })).rejects.toThrow(
        'dialogue/authority-ended',
      )
    } finally {
      await world.close()
    }
  })
})

async function insertPlan(world: DialogueWorld) {
  const { db, authorityId, agencies } = world
  const version = await db
    .selectFrom('authorityRegulation')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .executeTakeFirstOrThrow()
  const plan = { authorityId, year: 2025, title: 'Kế hoạch 2025', issuerAgencyId: agencies.party, state: 'issued' }
  const { id: planId } = await db
    .insertInto('plan')
    .values({ ...plan, regulationVersionId: version.regulationVersionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  const entry = {
    authorityId,
    planId,
    title: 'Đối thoại định kỳ',
    kind: 'periodic',
    form: 'inPerson',
    chairModel: 'coPresiding',
  }
  const { id: plannedId } = await db
    .insertInto('plannedDialogue')
    .values({ ...entry, expectedFrom: '2025-10-01' as never, expectedTo: '2025-10-31' as never })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { planId, plannedId }
}
