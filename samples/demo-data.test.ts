import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../src/changes/verify-log.ts'
import { verifyFiles } from '../src/documents/verify-files.ts'
import type { FileStore } from '../src/platform/files/file-store.ts'
import { openDemoDatabase } from '../tests/support/demo-database.ts'
import { DEMO_PASSWORD, demoAuthorities } from './demo-authorities.ts'
import { accountTable, minorLogins } from './prepare-demo.ts'

let database: Awaited<ReturnType<typeof openDemoDatabase>>
let files: FileStore

beforeAll(async () => {
  database = await openDemoDatabase({ poolSize: 8 })
  files = database.files
}, 240_000)

afterAll(() => database?.close())

async function rows<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(database.db)).rows
}

/** The one dialogue of an authority held on a day. */
const heldOn = (slug: string, day: string) => sql`(select d.id from dialogue d join authority a on a.id = d.authority_id
  where a.slug = ${slug} and d.held_on = ${day} and d.kind <> 'withinRegularMeeting')`

/** Due days of a dialogue's own deadlines, by key and instrument. */
async function dueDays(slug: string, day: string) {
  const found = await rows(sql<{ key: string; instrumentId: string; dueOn: string; metOn: string | null }>`
    select key, instrument_id, due_on, met_on from deadline
    where subject_kind = 'dialogue' and subject_id = ${heldOn(slug, day)} order by key, instrument_id`)
  return Object.fromEntries(found.map((row) => [`${row.key} ${row.instrumentId}`, [row.dueOn, row.metOn]]))
}

async function countBy(column: 'state' | 'kind', slug: string, day: string) {
  const found = await rows(sql<{ value: string; count: number }>`
    select ${sql.ref(column)} as value, count(*)::int as count from petition
    where dialogue_id = ${heldOn(slug, day)} group by 1`)
  return Object.fromEntries(found.map((row) => [row.value, row.count]))
}

describe('Cát Hải 2025', () => {
  it('has forty-seven petitions in twenty-two fields through every channel', async () => {
    expect(await countBy('state', 'cat-hai', '2025-10-29')).toEqual({
      answered: 43,
      transferred: 2,
      escalated: 1,
      handedOver: 1,
    })
    expect(await countBy('kind', 'cat-hai', '2025-10-29')).toMatchObject({ denunciation: 1 })
    const [facts] = await rows(sql<Record<string, number>>`
      select count(distinct p.subject_area)::int as areas, count(distinct s.channel)::int as channels,
        count(*) filter (where p.continued)::int as continued, count(*) filter (where p.confidential)::int as confidential,
        count(distinct s.id) filter (where s.written_by is not null)::int as written,
        count(*) filter (where p.raised = 'atConference')::int as raised,
        count(*) filter (where p.promised_on is not null)::int as promised,
        count(*) filter (where p.petitioner_agrees)::int as agrees,
        count(*) filter (where not p.petitioner_agrees)::int as disagrees
      from petition p join submission s on s.authority_id = p.authority_id and s.id = p.submission_id
      where p.dialogue_id = ${heldOn('cat-hai', '2025-10-29')}`)
    expect(facts).toEqual({
      areas: 22,
      channels: 10,
      continued: 3,
      confidential: 1,
      written: 1,
      raised: 4,
      promised: 2,
      agrees: 10,
      disagrees: 2,
    })
  })

  it('falls due on the days counted by hand', async () => {
    // invitation: 7 working days before Wed 29/10; law: media 7 calendar days before; notice: 10 working days after;
    // result: 10 calendar days after is Sat 08/11, so Mon 10/11
    expect(await dueDays('cat-hai', '2025-10-29')).toEqual({
      'invitation hai-phong-13': ['2025-10-20', '2025-10-17'],
      'publicNotice hai-phong-13': ['2025-10-20', '2025-10-15'],
      'mediaNotice law-72': ['2025-10-22', '2025-10-15'],
      'conclusionNotice hai-phong-13': ['2025-11-12', '2025-11-10'],
      'resultPublication law-72': ['2025-11-10', '2025-11-07'],
    })
    // received on Mon 10/11: the fifteenth working day is Mon 01/12
    const replies = await rows(sql<{ dueOn: string; late: boolean }>`
      select due_on, met_on > due_on as late from deadline where key = 'replyLetter' and state = 'met'
        and dialogue_id = ${heldOn('cat-hai', '2025-10-29')}`)
    expect(new Set(replies.map((one) => one.dueOn))).toEqual(new Set(['2025-12-01']))
    expect([replies.length, replies.filter((one) => one.late).length]).toEqual([25, 4])
  })

  it('concluded twenty-five items in notice 37-TB/ĐU and reported before the fixed dates', async () => {
    const [notice] = await rows(sql<{ number: string; items: number }>`
      select p.number, (select count(*)::int from conclusion_item i where i.notice_id = c.id) as items
      from conclusion_notice c join paper p on p.authority_id = c.authority_id and p.id = c.paper_id
      where c.dialogue_id = ${heldOn('cat-hai', '2025-10-29')}`)
    expect(notice).toEqual({ number: '37-TB/ĐU', items: 25 })
    const reports = await rows(sql<{ dueOn: string; metOn: string }>`
      select due_on, met_on from deadline where subject_kind = 'report' and anchor_on between '2025-07-01' and '2025-12-31'
        and authority_id = (select id from authority where slug = 'cat-hai') and state = 'met' order by due_on`)
    expect(reports.map((one) => one.dueOn)).toEqual(['2025-09-12', '2025-11-14', '2025-12-12'])
  })

  it('closed its dossier with a manifest', async () => {
    const [dossier] = await rows(sql<{ state: string; manifestSha256: string }>`
      select state, manifest_sha256 from dossier where dialogue_id = ${heldOn('cat-hai', '2025-10-29')}`)
    expect(dossier).toEqual({ state: 'closed', manifestSha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })
})

describe('Cát Hải this year', () => {
  it('has replies due around today: late, today and to come', async () => {
    const open = await rows(sql<{ dueOn: string }>`
      select due_on from deadline where key = 'replyLetter' and state = 'open'
        and authority_id = (select id from authority where slug = 'cat-hai') order by due_on`)
    // received on 29/10, 30/10 and 03/11/2026; fifteen working days later
    expect(open.map((one) => one.dueOn)).toEqual(['2026-11-19', '2026-11-19', '2026-11-20', '2026-11-25', '2026-11-25'])
  })

  it('prepares a dialogue in twelve working days, its invitations due soon', async () => {
    // 24/11/2026 is a day off: the twelfth working day after Fri 20/11 is Wed 09/12
    const days = await dueDays('cat-hai', '2026-12-09')
    expect(days['invitation hai-phong-13']).toEqual(['2026-11-30', null])
    expect(await countBy('state', 'cat-hai', '2026-12-09')).toEqual({
      // three of them came through the Portal the day before, two from a village's list (a third joined), three from a sheet
      received: 13,
      merged: 1,
      classified: 3,
      assigned: 6,
      answerPrepared: 1,
    })
  })

  it('has every way in at work, and mails that went out, failed and wait', async () => {
    const values = async (query: ReturnType<typeof sql<{ value: string }>>) =>
      (await rows(query)).map((one) => one.value)
    expect(await values(sql`select state as value from opinion_list order by id`)).toEqual([
      'received',
      'atOffice',
      'atFront',
    ])
    expect(await values(sql`select state as value from import_batch order by id`)).toEqual(['taken', 'checked'])
    const [held] = await rows(sql<Record<string, number>>`
      select count(*) filter (where state = 'held')::int as waiting,
        count(*) filter (where state = 'refused' and appealed_at is not null)::int as appealed from intake_hold`)
    expect(held).toEqual({ waiting: 5, appealed: 1 })
    const mails = new Set(
      await values(sql`select distinct recipient_kind || ' ' || state as value from outbox_message`),
    )
    expect([...mails]).toEqual(expect.arrayContaining(['petitioner sent', 'petitioner givenUp', 'follower sent']))
    expect(await values(sql`select kind as value from outbox_message where kind = 'followNews'`)).not.toEqual([])
    const [asked] = await rows(sql<{ confirmed: number; waiting: number }>`
      select count(confirmed_at)::int as confirmed, count(*) filter (where confirmed_at is null)::int as waiting
      from following`)
    expect(asked).toEqual({ confirmed: 4, waiting: 1 })
  })
})

describe('Hoằng Phú 2023', () => {
  it('held two rounds with the loudspeaker seven days before', async () => {
    expect(await dueDays('hoang-phu', '2023-06-14')).toEqual({
      'loudspeaker thanh-hoa-2543': ['2023-06-07', '2023-06-05'],
    })
    expect(await dueDays('hoang-phu', '2023-11-15')).toEqual({
      'loudspeaker thanh-hoa-2543': ['2023-11-08', '2023-11-06'],
    })
    expect(await countBy('state', 'hoang-phu', '2023-06-14')).toEqual({ answered: 12 })
    expect(await countBy('state', 'hoang-phu', '2023-11-15')).toEqual({ answered: 13, escalated: 1 })
  })

  it('counted its ballots twice, shut out one drunk man and answered one question off topic', async () => {
    const surveys = await rows(
      sql<Record<string, unknown>>`select issued, returned, valid, state from survey order by id`,
    )
    expect(surveys).toEqual([
      { issued: 150, returned: 146, valid: 143, state: 'settled' },
      { issued: 160, returned: 155, valid: 152, state: 'settled' },
    ])
    const [odd] = await rows(sql<{ exclusions: number; offTopic: number }>`
      select (select count(*)::int from exclusion where ground_key = 'intoxicated') as exclusions,
        (select count(*)::int from petition where off_topic) as off_topic`)
    expect(odd).toEqual({ exclusions: 1, offTopic: 1 })
  })
})

describe('Than Uyên 2023', () => {
  it('falls due on the days counted by hand', async () => {
    // 01/9 and 04/9/2023 were days off
    expect(await dueDays('than-uyen', '2023-09-14')).toEqual({
      'internalReview lai-chau-06': ['2023-09-21', '2023-09-20'],
      'invitation lai-chau-06': ['2023-09-05', '2023-08-31'],
    })
    const replies = await rows(sql<{ complex: boolean; dueOn: string }>`
      select distinct complex, due_on from deadline where key = 'replyLetter' and state = 'met'
        and dialogue_id = ${heldOn('than-uyen', '2023-09-14')} order by due_on`)
    expect(replies).toEqual([
      { complex: false, dueOn: '2023-10-05' },
      { complex: true, dueOn: '2023-10-26' },
    ])
  })

  it('handed what was open over to the successors when the district ended', async () => {
    const open = await rows(sql<{ lead: string }>`
      select g.short_name as lead from petition p join authority a on a.id = p.authority_id
      join agency g on g.authority_id = p.authority_id and g.id = p.lead_agency_id
      where a.slug = 'than-uyen' and p.state = 'assigned'`)
    expect(open.map((one) => one.lead)).toEqual(['Phòng Kinh tế xã', 'Phòng Kinh tế xã'])
    const successions = await rows(sql<{ fromName: string; toName: string }>`
      select o.short_name as from_name, n.short_name as to_name from agency_succession s
      join agency o on o.authority_id = s.authority_id and o.id = s.from_agency_id
      join agency n on n.authority_id = s.authority_id and n.id = s.to_agency_id where s.on_day < '2025-07-01'`)
    expect(successions).toEqual([{ fromName: 'Ban Dân vận', toName: 'Ban TG&DV' }])
  })
})

describe('the office of Sơn La', () => {
  it('recorded six conferences, three ceremonies and thirty-five briefings in 2021, and no request', async () => {
    const sessions = await rows(sql<{ kind: string; count: number }>`
      select session_kind as kind, count(*)::int as count from dialogue
      where kind = 'withinRegularMeeting' and held_on < '2022-01-01' group by 1`)
    const count = Object.fromEntries(sessions.map((one) => [one.kind, one.count]))
    expect(count['yearConference']! + count['staffConference']! + count['documentBriefing']!).toBe(6)
    expect(count['flagCeremony']).toBe(3)
    expect(count['weeklyBriefing']! + count['monthlyBriefing']!).toBe(35)
    const [none] = await rows(sql<{ requests: number; adHoc: number }>`
      select (select count(*)::int from dialogue_request
          where authority_id = (select id from authority where slug = 'son-la-vpub')) as requests,
        (select count(*)::int from dialogue where kind = 'adHoc') as ad_hoc`)
    expect(none).toEqual({ requests: 0, adHoc: 0 })
    const [plan] = await rows(sql<{ number: string }>`
      select p.number from paper p where p.kind = 'annualPlan' and p.dated_on = '2021-02-01'`)
    expect(plan?.number).toBe('22/KH-VPUB')
  })

  it('reported before the fixed dates of both years', async () => {
    const reports = await rows(sql<{ dueOn: string; metOn: string }>`
      select due_on, met_on from deadline where subject_kind = 'report' and state = 'met'
        and authority_id = (select id from authority where slug = 'son-la-vpub') order by due_on`)
    expect(reports).toEqual([
      { dueOn: '2021-06-09', metOn: '2021-06-08' },
      { dueOn: '2021-11-19', metOn: '2021-11-18' },
      { dueOn: '2023-06-09', metOn: '2023-06-08' },
      { dueOn: '2023-11-17', metOn: '2023-11-16' },
    ])
  })

  it('held the topic for the chairman of the province after three appraisals', async () => {
    const [topic] = await rows(sql<{ appraisals: number; held: string }>`
      select (select count(*)::int from topic_appraisal a where a.proposal_id = t.id) as appraisals, d.held_on as held
      from topic_proposal t join dialogue d on d.authority_id = t.authority_id and d.id = t.dialogue_id
      join authority u on u.id = t.authority_id where u.slug = 'son-la-vpub'`)
    expect(topic).toEqual({ appraisals: 3, held: '2023-08-24' })
  })
})

describe('all of the demo', () => {
  it('keeps a log whose chain holds, and every file as it was', async () => {
    const { lines, problems } = await verifyLog(database.db)
    expect(problems).toEqual([])
    expect(lines).toBeGreaterThan(2000)
    expect((await verifyFiles(database.db, files, { now: new Date() })).problems).toEqual([])
  })

  it('contradicts itself nowhere', async () => {
    const [wrong] = await rows(sql<Record<string, number>>`select
      (select count(*)::int from deadline x join dialogue d on d.authority_id = x.authority_id and d.id = x.dialogue_id
        where d.state = 'closed' and x.state = 'open') as open_after_closing,
      (select count(*)::int from petition p where state = 'answered' and not exists (select from petition_answer a
        where a.authority_id = p.authority_id and a.petition_id = p.id)) as answered_without_answer,
      (select count(*)::int from number_entry e join number_book b on b.authority_id = e.authority_id and b.id = e.book_id
        where b.mode = 'ours' and e.number > 1 and e.number <> b.first_number and not exists (select from number_entry o
          where o.authority_id = e.authority_id and o.book_id = e.book_id and o.period = e.period and o.number = e.number - 1)) as gaps,
      (select count(*)::int from authority where not demo) as not_marked`)
    expect(wrong).toEqual({ openAfterClosing: 0, answeredWithoutAnswer: 0, gaps: 0, notMarked: 0 })
  })

  it('names every petitioner once, and nobody who signed a source', async () => {
    const twice = await rows(
      sql<{ name: string }>`select name from petitioner where name <> '' group by 1 having count(*) > 1`,
    )
    expect(twice).toEqual([])
    const tables = await rows(sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)
    // written apart, so that no file of the repository carries the names together
    const signers = [
      ['Trần Văn', 'Phương'],
      ['Lê Thị Kim', 'Ngân'],
      ['Nguyễn Văn', 'Hồng'],
      ['Sòi Đức', 'Nghĩa'],
      ['Lê Hồng', 'Minh'],
    ]
    for (const { name } of tables) {
      const words = signers.map((parts) => `%${parts.join(' ')}%`)
      const found = await rows(sql`select 1 from ${sql.table(name)} t where t::text ilike any(${words}) limit 1`)
      expect(found, name).toEqual([])
    }
  })

  it('prints every account with its role and the one password', () => {
    const table = accountTable()
    for (const { house } of demoAuthorities) {
      for (const account of house.accounts) expect(table.includes(account.login)).toBe(!house.minor)
      if (house.minor) expect(minorLogins()).toContain(house.accounts[0]!.login)
    }
    expect(DEMO_PASSWORD.length).toBeGreaterThanOrEqual(12)
    const roles = new Set(demoAuthorities.flatMap(({ house }) => house.accounts.map((account) => account.role)))
    expect(roles.size).toBe(13)
  })
})
