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
import { drawPaper } from './draw-paper.ts'
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
    // a commune of 2023 issues what its office and its officers prepare (002 III.1)
    expect(await of('hoang-phu', '2023-11-15', 'invitation')).toBe('UBND xã')
    expect(await of('hoang-phu', '2023-11-15', 'answerReport')).toBe('UBND xã')
    expect(await of('than-uyen', '2023-09-14', 'conferencePlan')).toBe('Huyện ủy')
    expect(await of('than-uyen', '2023-09-14', 'conclusionNotice')).toBe('VP Huyện ủy')
    expect(await of('son-la-vpub', '2023-08-24', 'conferencePlan')).toBe('UBND tỉnh')
    expect(await of('son-la-vpub', '2023-10-30', 'deputyAuthorization')).toBe('Văn phòng UBND tỉnh')
    // a room of the office prepares it, the office issues it (000 III.3)
    expect(await of('son-la-vpub', '2023-10-30', 'invitation')).toBe('Văn phòng UBND tỉnh')
    // the office has no Front and no police of its own: those of the province write what is theirs
    expect(await of('son-la-vpub', '2023-10-30', 'frontSummary')).toBe('UBMTTQ tỉnh')
    expect(await of('son-la-vpub', '2023-10-30', 'securityPlan')).toBe('Công an tỉnh')
  })

  it('bears at its head the organ above, though the level above does not use the program', async () => {
    const headOf = async (slug: string, heldOn: string, kind: string) => {
      const authorityId = await authorityOf(slug)
      const about = {
        kind,
        variant: '',
        subjectKind: 'dialogue',
        subjectId: await dialogueOn(authorityId, heldOn),
        today,
      }
      const issuerAgencyId = (await likelyIssuer(demo.db, authorityId, about))!
      const { head } = (await drawPaper(demo.db, authorityId, { ...about, issuerAgencyId }))!.sheet
      return [...(head!.superior ?? []), '/', ...head!.issuer, head!.symbol].join(' ')
    }
    expect(await headOf('hoang-phu', '2023-11-15', 'invitation')).toBe('/ Ủy ban nhân dân xã Hoằng Phú GM-UBND')
    expect(await headOf('hoang-phu', '2023-11-15', 'securityBriefing')).toBe(
      'Công an huyện Hoằng Hóa / Công an xã Hoằng Phú BC-CAX',
    )
    expect(await headOf('hoang-phu', '2023-11-15', 'frontSummary')).toMatch(
      /^Ủy ban MTTQ Việt Nam huyện Hoằng Hóa \/ Ủy ban Mặt trận Tổ quốc Việt Nam/,
    )
    expect(await headOf('than-uyen', '2023-09-14', 'conferencePlan')).toBe(
      'Đảng bộ tỉnh Lai Châu / Huyện ủy Than Uyên KH/HU',
    )
    expect(await headOf('than-uyen', '2023-09-14', 'invitation')).toBe('Huyện ủy Than Uyên / Văn phòng GM/VPHU')
    expect(await headOf('than-uyen', '2023-09-14', 'directive')).toBe('Huyện ủy Than Uyên / Văn phòng CV/VPHU')
    expect(await headOf('son-la-vpub', '2023-10-30', 'frontSummary')).toBe(
      '/ Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La BC-MTTQ',
    )
    expect(await headOf('son-la-vpub', '2023-10-30', 'securityBriefing')).toBe('/ Công an tỉnh Sơn La BC-CAT')
    expect(await headOf('hoang-phu', '2023-11-15', 'directive')).toBe('/ Ủy ban nhân dân xã Hoằng Phú UBND')
  })

  it('words the yearly plan as its own authority does: its title, its recipients, what its regulation allows', async () => {
    const planOf = async (slug: string, year: number) => {
      const authorityId = await authorityOf(slug)
      const plan = await demo.db
        .selectFrom('plan')
        .select(['id', 'issuerAgencyId'])
        .where('authorityId', '=', authorityId)
        .where('year', '=', year)
        .executeTakeFirstOrThrow()
      const about = { kind: 'annualPlan', variant: '', subjectKind: 'plan', subjectId: plan.id, today }
      return (await drawPaper(demo.db, authorityId, { ...about, issuerAgencyId: plan.issuerAgencyId }))!.sheet
    }
    const recipients = (sheet: Awaited<ReturnType<typeof planOf>>) => [
      ...sheet.recipients!.items.map(({ name, purpose }) => (purpose ? `${name} (${purpose})` : name)),
      sheet.recipients!.archive,
    ]
    const commune = await planOf('hoang-phu', 2023)
    expect(commune.subject).toMatch(
      /^Tổ chức hội nghị đối thoại người đứng đầu cấp ủy, chính quyền với MTTQ, các đoàn thể/,
    )
    expect(recipients(commune)).toEqual([
      'Huyện ủy, UBND huyện (để b/c)',
      'Thường trực Đảng ủy, HĐND xã',
      'UBMTTQ, trưởng các ngành, cán bộ, công chức chuyên môn xã',
      'Trưởng Ban Công tác Mặt trận thôn, trưởng các thôn',
      'Đài truyền thanh, trang thông tin điện tử xã',
      'VP',
    ])
    // only the regulation of Hải Phòng speaks of a deputy (004 V.1(4)); the motto stands in the plan already
    expect(textsOf(commune).join('\n')).not.toMatch(/ủy quyền cho cấp phó|Thực hiện phương châm/)
    expect(textsOf(await planOf('cat-hai', 2025)).join('\n')).toContain('ủy quyền cho cấp phó')
    const office = await planOf('son-la-vpub', 2023)
    expect(office.subject).toBe('Thực hiện công tác đối thoại năm 2023')
    expect(recipients(office)).toContain('Ban Dân vận Tỉnh ủy (báo cáo)')
    expect(recipients(office).at(-1)).toBe('VT, TCHCQT')
    const party = await planOf('than-uyen', 2023)
    expect(party.subject).toMatch(/^Tổ chức tiếp xúc, đối thoại trực tiếp .* xã Khoen On năm 2023$/)
    expect(recipients(party)).not.toContain('VT')
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
