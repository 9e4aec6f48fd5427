import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemoDatabase } from '../../tests/support/demo-database.ts'
import { fillFrom, tablesOf, textsOf } from '../../tests/support/filled-papers.ts'
import { findAgency } from '../agencies/agency-store.ts'
import { listConclusionItems } from '../dialogues/conclusion-store.ts'
import { neverNumbered, symbolOf } from '../documents/number-book.ts'
import { type Day, parseDay } from '../platform/day.ts'
import { PAPER_KINDS } from '../regulations/paper-kinds.ts'
import { keysOf } from '../regulations/regulation-vocabulary.ts'
import { reportSubjectId } from '../regulations/report-period.ts'
import { dayText } from './facts/fact-text.ts'
import { likelyIssuer } from './likely-issuer.ts'
import { pickTemplate, shippedTemplates } from './load-templates.ts'
import type { PaperSubject } from './paper-facts.ts'
import { readSheet } from './sheet.ts'

const today = parseDay('2026-11-20')
let demo: Awaited<ReturnType<typeof openDemoDatabase>>

beforeAll(async () => {
  demo = await openDemoDatabase()
}, 240_000)
afterAll(() => demo.close())

/** The newest subjects of each sort that an authority has, as far as papers are about them. */
async function subjectsOf(authorityId: number): Promise<Record<PaperSubject, number[]>> {
  const ids = async (table: 'dialogue' | 'plan' | 'petition' | 'supervisionAct' | 'dossier', limit: number) => {
    const rows = await demo.db
      .selectFrom(table as 'dialogue')
      .select('id')
      .where('authorityId', '=', authorityId)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => row.id)
  }
  const dialogue = await ids('dialogue', 3)
  return {
    dialogue,
    agencyShare: dialogue,
    plan: await ids('plan', 2),
    petition: await ids('petition', 4),
    supervisionAct: await ids('supervisionAct', 2),
    dossier: await ids('dossier', 2),
    report: [reportSubjectId(2021, 'year'), reportSubjectId(2025, 'Q4'), reportSubjectId(2023, 'H1')],
  }
}

async function authorityOf(slug: string): Promise<number> {
  return (await demo.db.selectFrom('authority').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
}

async function dialogueOn(authorityId: number, heldOn: string): Promise<number> {
  const query = demo.db.selectFrom('dialogue').select('id').where('authorityId', '=', authorityId)
  return (await query.where('heldOn', '=', heldOn as Day).executeTakeFirstOrThrow()).id
}

describe('papers from the data of the demo', () => {
  it('bear the number of what they call themselves: no BÁO CÁO numbered as a letter', async () => {
    const wrong = (await shippedTemplates())
      .filter(({ kind, variant = '', symbol }) => !neverNumbered(kind) && symbolOf(kind, variant) !== (symbol ?? ''))
      .map(({ kind, variant, symbol }) => [kind, variant, symbol])
    expect(wrong).toEqual([])
  })

  it('come from whose they are by their wording', async () => {
    const of = async (slug: string, heldOn: string, kind: string, variant = '') => {
      const authorityId = await authorityOf(slug)
      const subjectId = await dialogueOn(authorityId, heldOn)
      const id = await likelyIssuer(demo.db, authorityId, { kind, variant, subjectKind: 'dialogue', subjectId, today })
      return id === null ? null : (await findAgency(demo.db, authorityId, id))!.shortName
    }
    expect(await of('cat-hai', '2025-10-29', 'deputyAuthorization')).toBe('Đảng ủy')
    expect(await of('cat-hai', '2025-10-29', 'frontSummary')).toBe('UBMTTQ')
    expect(await of('hoang-phu', '2023-11-15', 'conferencePlan')).toBe('UBND xã')
    expect(await of('hoang-phu', '2023-11-15', 'securityBriefing')).toBe('Công an xã')
    expect(await of('cat-hai', '2025-10-29', 'publicNotice')).toBe('VP Đảng ủy')
    // a room of the office prepares it, the office issues it (000 III.3)
    expect(await of('son-la-vpub', '2023-10-30', 'invitation')).toBe('Văn phòng UBND tỉnh')
  })

  it('has a wording for every kind of paper', async () => {
    const templates = await shippedTemplates()
    expect(keysOf(PAPER_KINDS).filter((kind) => !templates.some((template) => template.kind === kind))).toEqual([])
  })

  it('says nothing broken in any paper of any authority', { timeout: 240_000 }, async () => {
    const broken = /undefined|\bnull\b|NaN|\[object|[{}]|\S {2,}\S|\( ?\)|[.;,]{2}$|(?:^|\s)[,;.]\s/
    const found: string[] = []
    for (const { id: authorityId } of await demo.db.selectFrom('authority').select('id').execute()) {
      const subjects = await subjectsOf(authorityId)
      const agency = await demo.db
        .selectFrom('petition')
        .select(['leadAgencyId', 'petitionerId'])
        .where('authorityId', '=', authorityId)
        .where('leadAgencyId', 'is not', null)
        .limit(1)
        .executeTakeFirst()
      for (const template of await shippedTemplates())
        for (const subjectId of subjects[template.about]) {
          const whose = { agencyId: agency?.leadAgencyId ?? null, petitionerId: agency?.petitionerId ?? null }
          const sheet = await fillFrom(demo.db, template, { authorityId, subjectId, today, ...whose })
          readSheet(sheet)
          for (const text of textsOf(sheet)) if (broken.test(text)) found.push(`${template.kind} ${subjectId}: ${text}`)
        }
    }
    expect(found).toEqual([])
  })

  it('puts exactly the items of the conclusion into its notice, with their limits', async () => {
    const authorityId = await authorityOf('cat-hai')
    const dialogueId = await dialogueOn(authorityId, '2025-10-29')
    const items = await listConclusionItems(demo.db, authorityId, dialogueId)
    const template = pickTemplate(await shippedTemplates(), 'conclusionNotice', 'party')!
    const sheet = await fillFrom(demo.db, template, { authorityId, subjectId: dialogueId, today })
    const [table] = tablesOf(sheet)
    const column = (label: string) => table!.columns.findIndex((one) => one.label === label)
    const cells = table!.rows.map((row) => ('cells' in row ? row.cells : []))
    expect(items).toHaveLength(25)
    expect(cells.map((row) => row[column('Kiến nghị')])).toEqual(items.map((item) => item.content))
    expect(cells.map((row) => row[column('Ý kiến trả lời, kết luận')])).toEqual(items.map((item) => item.conclusion))
    expect(cells.map((row) => row[column('Thời hạn')])).toEqual(
      items.map(
        (item) => dayText(item.dueOn) || (item.openProposal && !item.confirmedOn ? 'Cơ quan chủ trì đề xuất' : ''),
      ),
    )
  })

  it('puts every petition that may be told once into one of the three groups of the digest', async () => {
    const authorityId = await authorityOf('cat-hai')
    const dialogueId = await dialogueOn(authorityId, '2025-10-29')
    const rows = await demo.db
      .selectFrom('petition')
      .select(['content', 'disposition', 'confidential', 'kind', 'state', 'accusedAgencyId', 'accusedAccountId'])
      .where('authorityId', '=', authorityId)
      .where('dialogueId', '=', dialogueId)
      .execute()
    const told = rows.filter(
      (row) =>
        !(row.confidential || row.accusedAgencyId || row.accusedAccountId) &&
        !['complaint', 'denunciation'].includes(row.kind) &&
        !['merged', 'withdrawn', 'handedOver'].includes(row.state),
    )
    const template = pickTemplate(await shippedTemplates(), 'petitionDigest', 'party')!
    const sheet = await fillFrom(demo.db, template, { authorityId, subjectId: dialogueId, today })
    const contents = tablesOf(sheet).map((table) => table.rows.map((row) => ('cells' in row ? row.cells[3] : '')))
    const groups = ['answeredAtConference', 'verifyAndReplyLater', 'noteAndReportUp']
    const expected = groups.map((group) => told.filter((row) => row.disposition === group).map((row) => row.content))
    expect(told.length).toBeGreaterThan(40)
    expect(expected.flat()).toHaveLength(told.length)
    expect(contents.map((group) => [...group].sort())).toEqual(expected.map((group) => group.sort()))
  })

  it('counts the yearly report of the Sơn La office 2021: 6 conferences, 3 sessions under the flag, 35 briefings, zeros', async () => {
    const authorityId = await authorityOf('son-la-vpub')
    const template = pickTemplate(await shippedTemplates(), 'annualReport', 'state')!
    const subjectId = reportSubjectId(2021, 'year')
    const texts = textsOf(await fillFrom(demo.db, template, { authorityId, subjectId, today })).join('\n')
    const counted = [...texts.matchAll(/^(Hội nghị|Họp giao ban|Sinh hoạt)[^:]*: (\d+)[;.]$/gm)]
    const sum = (kind: string) =>
      counted.filter(([, one]) => one === kind).reduce((total, [, , n]) => total + Number(n), 0)
    expect([sum('Hội nghị'), sum('Sinh hoạt'), sum('Họp giao ban')]).toEqual([6, 3, 35])
    expect(texts).toContain('Số công dân, tổ chức yêu cầu đối thoại trong kỳ: 0.')
    expect(texts).toMatch(/ĐỀ XUẤT, KIẾN NGHỊ\nKhông\./i)
  })
})
