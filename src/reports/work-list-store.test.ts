import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testActor } from '../../tests/support/test-actor.ts'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import type { Actor } from '../changes/actor.ts'
import type { Day } from '../platform/day.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { insertAdoption, listRegulationVersions, syncShippedRegulations } from '../regulations/regulation-store.ts'
import { workDays } from './deadline-filter.ts'
import { listWork } from './work-list-store.ts'
import { workReader } from './work-reader.ts'

const days = workDays('2025-10-20' as Day)

describe('what waits for whom', () => {
  let world: WorkWorld
  beforeAll(async () => {
    world = await createWorkWorld()
  })
  afterAll(async () => world.close())

  const workOf = (actor: Actor) => listWork(world.db, workReader(actor, world.authorityId), days)
  const kindsOf = async (actor: Actor) =>
    (await workOf(actor)).filter((one) => one.subjectKind === 'petition').map((one) => `${one.kind} ${one.count}`)

  it('gives each step to the role that takes it, one line for each dialogue', async () => {
    const { people, agencies } = world
    await world.petition()
    await world.petition()
    await world.petition({ state: 'classified' })
    await world.petition({ state: 'classified', kind: 'denunciation' })
    await world.petition({ state: 'assigned', leadAgencyId: agencies.economy })
    const submitted = await world.petition({ state: 'assigned', leadAgencyId: agencies.economy })
    await world.answer(submitted, 'prepared', 'submitted', people.specialist)
    const back = await world.petition({ state: 'assigned', leadAgencyId: agencies.economy })
    await world.answer(back, 'prepared', 'returned', people.specialist)
    expect((await kindsOf(people.clerk)).sort()).toEqual(['assign 1', 'classify 2', 'handOver 1'])
    expect((await kindsOf(people.specialist)).sort()).toEqual(['prepareAnswer 1', 'returnedAnswer 1'])
    expect((await kindsOf(people.head)).sort()).toEqual(['approveAnswer 1', 'prepareAnswer 2'])
    expect(await kindsOf(people.front)).toEqual([])
    expect(await kindsOf(people.supporter)).toEqual([])
    const classify = (await workOf(people.clerk)).find((one) => one.kind === 'classify')
    expect(classify).toMatchObject({ count: 2, dueOn: '2025-10-29', dialogueTitle: 'Hội nghị đối thoại năm 2025' })
  })

  it('asks for the plan of the year, for a day, and whether a conference was held once its day has come', async () => {
    const { people, db, authorityId, dialogueId } = world
    const asked = async (actor: Actor, today: string) => {
      const work = await listWork(db, workReader(actor, authorityId), workDays(today as Day))
      const kinds = ['makePlan', 'decideTimePlace', 'recordHeld', 'writeMinutes']
      return work.filter((one) => kinds.includes(one.kind)).map((one) => `${one.kind} ${one.label} ${one.dueOn}`)
    }
    const title = 'Hội nghị đối thoại năm 2025'
    const dialogue = () => db.updateTable('dialogue').where('id', '=', dialogueId)
    await dialogue().set({ timePlaceDecidedOn: null }).execute()
    expect(await asked(people.chair, '2025-10-20')).toEqual([`decideTimePlace ${title} null`])
    await dialogue()
      .set({ timePlaceDecidedOn: '2025-10-01' as Day })
      .execute()
    expect(await asked(people.chair, '2025-10-20')).toEqual([])
    expect(await asked(people.clerk, '2025-10-20')).toEqual(['makePlan 2025 null'])
    expect(await asked(people.clerk, '2025-12-01')).toEqual([
      `recordHeld ${title} 2025-10-29`,
      'makePlan 2025 null',
      'makePlan 2026 null',
    ])
    await dialogue().set({ state: 'held' }).execute()
    expect(await asked(people.clerk, '2025-10-29')).toEqual([`writeMinutes ${title} null`, 'makePlan 2025 null'])
    expect(await asked(people.front, '2025-10-29')).toEqual([])
    await dialogue().set({ state: 'preparing' }).execute()
  })

  it('asks nobody to approve what he drafted', async () => {
    const { people, agencies } = world
    const own = await world.petition({ state: 'assigned', leadAgencyId: agencies.economy })
    await world.answer(own, 'prepared', 'submitted', people.head)
    const approvals = (await workOf(people.head)).filter((one) => one.kind === 'approveAnswer')
    expect(approvals.map((one) => one.count)).toEqual([1])
  })

  it('keeps confidential petitions and their deadlines from those not on the list, and from the accused', async () => {
    const { people, agencies, db, authorityId } = world
    const hidden = await world.petition({ state: 'assigned', leadAgencyId: agencies.culture, confidential: true })
    await world.deadline({
      subjectKind: 'petition',
      subjectId: hidden,
      dueOn: '2025-10-17',
      agencyId: agencies.culture,
    })
    expect(await kindsOf(people.supporter)).toEqual([])
    expect((await workOf(people.clerk)).filter((one) => one.kind === 'deadline')).toEqual([])
    await db
      .insertInto('petitionReader')
      .values({ authorityId, petitionId: hidden, accountId: people.supporter.accountId!, reason: 'giải quyết' })
      .execute()
    const seen = await workOf(people.supporter)
    expect(seen.map((one) => [one.kind, one.subjectId, one.waitsFor])).toEqual([
      ['deadline', hidden, 'me'],
      ['prepareAnswer', hidden, 'me'],
    ])
    const accusing = await world.petition({
      state: 'assigned',
      leadAgencyId: agencies.culture,
      accusedAgencyId: agencies.culture,
    })
    await world.deadline({
      subjectKind: 'petition',
      subjectId: accusing,
      dueOn: '2025-10-16',
      agencyId: agencies.culture,
    })
    expect((await workOf(people.supporter)).some((one) => one.subjectId === accusing)).toBe(false)
    expect((await workOf(people.chair)).find((one) => one.subjectId === accusing)).toMatchObject({ waitsFor: 'others' })
  })

  it('lists papers to approve, to number, to send, and receipts that are missing', async () => {
    const { people, agencies, db, authorityId, dialogueId } = world
    const paper = async (state: string, kind: string, draftedBy: Actor) =>
      (
        await db
          .insertInto('paper')
          .values({
            authorityId,
            kind,
            subjectKind: 'dialogue',
            subjectId: dialogueId,
            dialogueId,
            title: `${kind} ${state}`,
            issuerAgencyId: agencies.office,
            state,
            draftedBy: draftedBy.accountId,
            datedOn: state === 'issued' ? ('2025-10-18' as Day) : null,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    await paper('draft', 'invitation', people.leader)
    await paper('draft', 'internalReviewMinutes', people.clerk)
    await paper('approved', 'publicNotice', people.clerk)
    const notice = await paper('issued', 'conclusionNotice', people.clerk)
    const recipient = (name: string, sentOn: Day | null, receivedOn: Day | null) =>
      db
        .insertInto('paperRecipient')
        .values({ authorityId, paperId: notice, name, purpose: 'competentAgency', sentOn, receivedOn })
        .execute()
    await recipient('Phòng Kinh tế', '2025-10-18' as Day, null)
    const papersOf = async (actor: Actor) =>
      (await workOf(actor))
        .filter((one) => one.subjectKind === 'paper')
        .map((one) => `${one.kind} ${one.key}`)
        .sort()
    expect(await papersOf(people.chair)).toEqual(['approvePaper internalReviewMinutes', 'approvePaper invitation'])
    expect(await papersOf(people.leader)).toEqual([
      'approvePaper internalReviewMinutes',
      'recordReceipt conclusionNotice',
    ])
    expect(await papersOf(people.records)).toEqual(['issuePaper publicNotice', 'recordReceipt conclusionNotice'])
    // the agency whose clock it is says itself when the notice came; others have nothing to do with it
    expect(await papersOf(people.specialist)).toEqual([])
    await db
      .updateTable('paperRecipient')
      .set({ agencyId: agencies.economy })
      .where('name', '=', 'Phòng Kinh tế')
      .where('paperId', '=', notice)
      .execute()
    expect(await papersOf(people.specialist)).toEqual(['recordReceipt conclusionNotice'])
    expect(await papersOf(people.supporter)).toEqual([])
    await recipient('Phòng Văn hóa', null, null)
    expect(await papersOf(people.clerk)).toEqual(['sendPaper conclusionNotice'])
    expect(await papersOf(people.villager)).toEqual([])
  })

  it('asks the accused agency for no account of it, and shows everybody else the account asked', async () => {
    const { people, agencies, db, authorityId } = world
    const accusing = await world.petition({ accusedAgencyId: agencies.economy })
    const ask = (content: string, petitionId: number | null) =>
      db
        .insertInto('supervisionAct')
        .values({
          authorityId,
          kind: 'accountRequest',
          byAgencyId: agencies.front,
          toAgencyId: agencies.economy,
          petitionId,
          onDay: '2025-10-19' as Day,
          content,
          answerDueOn: '2025-10-22' as Day,
        })
        .execute()
    await ask('Giải trình chậm trả lời', null)
    await ask('Giải trình việc bị tố', accusing)
    const asked = (await workOf(people.head)).filter((one) => one.kind === 'accountAsked')
    expect(asked.map((one) => [one.label, one.dueOn, one.agencyName])).toEqual([
      ['Giải trình chậm trả lời', '2025-10-22', 'Ủy ban MTTQ Việt Nam'],
    ])
  })

  it('brings what is to be decided to the chair', async () => {
    const { people, db, authorityId } = world
    await db
      .insertInto('dialogueRequest')
      .values({
        authorityId,
        receivedOn: '2025-10-15' as Day,
        requesterKind: 'citizen',
        requesterName: 'Bà Hoa',
        content: 'x',
      })
      .execute()
    expect((await workOf(people.chair)).filter((one) => one.kind === 'decideRequest').map((one) => one.label)).toEqual([
      'Bà Hoa',
    ])
    expect((await workOf(people.clerk)).some((one) => one.kind === 'decideRequest')).toBe(false)
  })

  it('brings a topic straight to the chair where the regulation asks for no appraisal, else first to those who appraise', async () => {
    const { people, agencies, db, authorityId } = world
    const topicsOf = async (actor: Actor) =>
      (await workOf(actor)).filter((one) => one.subjectKind === 'topicProposal').map((one) => one.kind)
    await db
      .insertInto('topicProposal')
      .values({
        ...{ authorityId, year: 2025, proposerAgencyId: agencies.economy, topic: 'Nước sạch', reason: 'x' },
        proposedOn: '2025-10-15' as Day,
      })
      .execute()
    expect([await topicsOf(people.chair), await topicsOf(people.clerk)]).toEqual([['decideTopic'], []])
    await syncShippedRegulations(db, await loadRegulationFiles())
    const appraising = (await listRegulationVersions(db)).find(
      (one) => one.regulationId === 'son-la-12' && one.version === '2023',
    )!
    const adopted = { authorityId, regulationVersionId: appraising.id, fromDay: '2025-10-01' as Day, toDay: null }
    await insertAdoption(db, adopted)
    expect([await topicsOf(people.chair), await topicsOf(people.clerk)]).toEqual([[], ['appraiseTopic']])
    await db.updateTable('topicProposal').set({ state: 'appraised' }).where('authorityId', '=', authorityId).execute()
    expect([await topicsOf(people.chair), await topicsOf(people.clerk)]).toEqual([['decideTopic'], []])
  })

  it('brings the minutes to the secretary, then to the chair, until both have signed', async () => {
    const { people, db, authorityId, dialogueId } = world
    const signs = async (actor: Actor) => (await workOf(actor)).some((one) => one.kind === 'signMinutes')
    const set = (values: { lockedBySecretary?: number | null; chairSignedOnPaper?: boolean }) =>
      db.updateTable('minutes').set(values).where('dialogueId', '=', dialogueId).execute()
    await db.updateTable('dialogue').set({ state: 'held' }).where('id', '=', dialogueId).execute()
    const secretary = testActor('secretary', { authorityId, agencyId: world.agencies.office, accountId: null })
    await db.insertInto('minutes').values({ authorityId, dialogueId, proceedings: 'Khai mạc' }).execute()
    expect([await signs(secretary), await signs(people.chair), await signs(people.clerk)]).toEqual([true, false, false])
    await set({ lockedBySecretary: people.clerk.accountId })
    expect([await signs(secretary), await signs(people.chair)]).toEqual([false, true])
    await set({ chairSignedOnPaper: true })
    expect(await signs(people.chair)).toBe(false)
    await db.updateTable('dialogue').set({ state: 'preparing' }).where('id', '=', dialogueId).execute()
  })
})
