import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Role, roles } from '../../src/access/role.ts'
import { getPetition } from '../../src/petitions/petition-store.ts'
import { askForAccount } from '../../src/procedures/ask-for-account.ts'
import { assignPetition } from '../../src/procedures/assign-petition.ts'
import { receiveSubmission } from '../../src/procedures/receive-submission.ts'
import { officeRoutes } from '../../src/web/office/office-routes.ts'
import type { FormVisitor } from '../support/form-visitor.ts'
import { addressOf } from '../support/route-address.ts'
import { openTrustOffice, signIn, type TrustOffice } from '../support/trust-office.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

/** Words that stand nowhere else: the petitioner's name, address, telephone and what was said, whole and in part. */
const SECRET = {
  name: 'Khổng Thị Chim Yến',
  phone: '0999 314 159',
  address: 'Ngõ Hoàng Yến 31',
  text: 'Chim yến kêu: kế toán thôn thu tiền hai lần',
}
const CANARIES = [
  'Chim Yến',
  'chim yến',
  'Chim yến',
  'chim yen',
  '314 159',
  '314159',
  'Hoàng Yến 31',
  'kế toán thôn thu',
]
/** Of what names the accused: told to them as an accusation nowhere. */
const ACCUSING = ['bầy sáo nâu']

let office: TrustOffice
const hidden = { secretId: 0, secretCode: '', accusingId: 0, accusingCode: '', outsider: '' }

beforeAll(async () => {
  office = await openTrustOffice()
  const { here } = office
  const { people, agencies, authorityId, db } = here
  const receive = async (more: Record<string, unknown>) =>
    (
      await here.done(people.front, receiveSubmission, {
        ...{ dialogueId: here.dialogueId, receivedOn: '2025-10-20', channel: 'fatherlandFront', raised: 'before' },
        ...{ petitionerKind: 'person', kinds: 'feedback', villageAgencyId: agencies.village },
        ...more,
      })
    ).petitionIds[0]!
  hidden.secretId = await receive({
    ...{ petitionerName: SECRET.name, phone: SECRET.phone, address: SECRET.address, text: SECRET.text },
    ...{ contents: SECRET.text, confidential: 'on', confidentialReason: 'Chim yến xin giữ kín' },
  })
  hidden.accusingId = await receive({
    ...{ petitionerName: 'Bùi Văn Sáo', text: 'Phòng Kinh tế để bầy sáo nâu phá lúa' },
    ...{ contents: 'Phòng Kinh tế để bầy sáo nâu phá lúa', accusedAgencyId: agencies.economy },
  })
  const petition = async (id: number) => getPetition(db, authorityId, id)
  hidden.secretCode = (await petition(hidden.secretId)).code
  hidden.accusingCode = (await petition(hidden.accusingId)).code
  const given = { leadAgencyId: agencies.culture }
  await here.done(people.leader, assignPetition, {
    ...{ id: hidden.secretId, version: (await petition(hidden.secretId)).version, ...given },
  })
  await here.done(people.leader, assignPetition, {
    ...{ id: hidden.accusingId, version: (await petition(hidden.accusingId)).version, ...given },
  })
  await here.done(people.front, askForAccount, {
    ...{ petitionId: hidden.secretId, toAgencyId: agencies.culture, answerDueOn: '2025-12-01' },
    content: 'Vì sao kế toán thôn thu hai lần? (chim yến)',
  })
  for (const role of roles) await office.visitor(role)
})
afterAll(() => office?.close())

interface Output {
  address: string
  body: string
}

/** Everything somebody can get: every page, every page linked from there, downloads, searches for the very words. */
async function everythingFor(visitor: FormVisitor, limit: number): Promise<Output[]> {
  const outputs: Output[] = []
  const seen = new Set<string>()
  const { ids } = office
  const secretIds = { ...ids.here, petitions: { ...ids.here.petitions, road: hidden.secretId } }
  const searches = ['chim yen', 'Chim Yến', 'kế toán thôn', '0999314159', hidden.secretCode, 'bay sao nau'].flatMap(
    (words) =>
      ['/tim', '/kien-nghi', '/han', '/van-ban', '/giam-sat'].map(
        (page) => `/cat-hai${page}?q=${encodeURIComponent(words)}`,
      ),
  )
  const gets = officeRoutes.filter((route) => route.method === 'GET')
  const waiting = [
    ...searches,
    ...gets.map((route) => addressOf(route, 'cat-hai', ids.here)),
    ...gets.map((route) => addressOf(route, 'cat-hai', secretIds)),
    ...[`/cat-hai/kien-nghi/${hidden.accusingId}`, '/cat-hai/kien-nghi?page=2'],
  ]
  while (waiting.length > 0 && seen.size < limit) {
    const address = waiting.shift()!
    if (seen.has(address)) continue
    seen.add(address)
    const { body } = await visitor.send('GET', address)
    // what was asked for stands in the search box again: that is the reader's own word, not an answer
    outputs.push({ address, body: address.includes('?q=') ? withoutOwnWords(body) : body })
    for (const [, href] of body.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      if (!next.startsWith('/assets/') && !next.includes('q=') && !seen.has(next)) waiting.push(next)
    }
  }
  return outputs
}

/** Takes out the field that holds the search, addresses that repeat it, and sentences that quote it. */
function withoutOwnWords(body: string): string {
  return body
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/<input[^>]*name="q"[^>]*>/g, '')
    .replace(/(href|action|value)="[^"]*"/g, '')
    .replace(/[“"«][^”"»<]*[”"»]/g, '')
}

const found = (outputs: readonly Output[], words: readonly string[]) =>
  outputs.flatMap(({ address, body }) =>
    words.filter((word) => body.includes(word)).map((word) => `${address}: ${word}`),
  )

// the Front's member received it and the leader of the office is told; nobody else stands on its list
const INFORMED: readonly Role[] = ['front', 'officeLeader']

describe('a confidential petition', () => {
  it.each(roles.filter((role) => !INFORMED.includes(role)))(
    'is found by %s in no page, list, count, search, message or download',
    async (role) => {
      const outputs = await everythingFor(await office.visitor(role), process.env['PROOF'] === '1' ? 2000 : 320)
      expect(outputs.length).toBeGreaterThan(60)
      expect(found(outputs, [...CANARIES, hidden.secretCode])).toEqual([])
    },
  )

  it('is not found by the agency it was given to either, before somebody puts them on its list', async () => {
    const culture = await signIn(office.server, `supporter-${office.here.authorityId}`)
    expect(found(await everythingFor(culture, 320), [...CANARIES, hidden.secretCode])).toEqual([])
  })

  it('shows nothing to those who know of it before they say what for; then it does, and that is written down', async () => {
    const visitor = await office.visitor('officeLeader')
    const address = `/cat-hai/kien-nghi/${hidden.secretId}`
    await visitor.open(address)
    expect(visitor.page).not.toContain('kế toán thôn thu')
    await visitor.post(`${address}/mo`, { purpose: 'Phân công xác minh' })
    expect(visitor.page, visitor.text()).toContain('kế toán thôn thu')
    const lines = await office.db
      .selectFrom('changeLog')
      .select(['action', 'reason'])
      .where('subjectKind', '=', 'petition')
      .where('subjectId', '=', hidden.secretId)
      .orderBy('seq', 'desc')
      .limit(2)
      .execute()
    // opened for that purpose, then read
    expect(lines.map((line) => line.reason)).toContain('Phân công xác minh')
    expect(lines[0]!.action).toBe('petition/read')
  })
})

describe('a petition that accuses an agency', () => {
  it.each(['agencySpecialist', 'agencyLeader'] as const)('is found in nothing the accused %s gets', async (role) => {
    const outputs = await everythingFor(await office.visitor(role), 320)
    expect(found(outputs, [...ACCUSING, hidden.accusingCode])).toEqual([])
  })

  it('is seen by those who handle it', async () => {
    const culture = await signIn(office.server, `supporter-${office.here.authorityId}`)
    expect(found(await everythingFor(culture, 60), ACCUSING)).not.toEqual([])
  })
})
