import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../../tests/support/petition-world.ts'
import { portalSteps } from '../../../tests/support/portal-world.ts'
import { testActor } from '../../../tests/support/test-actor.ts'
import { createTestOffice } from '../../../tests/support/test-office.ts'
import { newApiKey } from '../../access/api-key.ts'
import { issueApiKey, revokeApiKey } from '../../access/api-key-changes.ts'
import { hashOfSecret } from '../../access/session-token.ts'
import { submitAnswer } from '../../petitions/approve-answer.ts'
import { classifyPetition } from '../../petitions/classify-petition.ts'
import { restrictPetition } from '../../petitions/restrict-petition.ts'
import { dayOf } from '../../platform/day.ts'
import { recordPromise } from '../../procedures/commit-to-petition.ts'

let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let description: OpenApi
const keys: Record<'lead' | 'economy' | 'reader', string> = { lead: '', economy: '', reader: '' }

interface OpenApi {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      {
        summary?: string
        security?: unknown[]
        parameters?: { in: string; name: string; required?: boolean }[]
        responses?: Record<string, { content?: Record<string, { schema: object }> }>
      }
    >
  >
}

async function key(name: string, role: string, agencyId: number, scopes: readonly string[], perMinute = 6000) {
  const made = newApiKey()
  const admin = testActor('administrator', {
    authorityId: world.authorityId,
    agencyId: world.agencies.office,
    accountId: world.people.leader.accountId!,
  })
  const { keyId } = await world.done(admin, issueApiKey(hashOfSecret(made)), {
    name,
    role,
    agencyId,
    scopes,
    perMinute,
  })
  return { made, keyId, admin }
}

beforeAll(async () => {
  world = await createPetitionWorld()
  office = await createTestOffice(world.db, world.clock, { office: [], gate: [] })
  const everything = [
    'petition:read',
    'petition:raise',
    'petition:assign',
    'petition:reply',
    'petition:settle',
    'deadline:read',
  ]
  keys.lead = (await key('Quản lý văn bản', 'clerk', world.agencies.office, everything)).made
  keys.economy = (await key('Phần mềm của Phòng Kinh tế', 'agencySpecialist', world.agencies.economy, everything)).made
  keys.reader = (await key('Ứng dụng theo dõi', 'clerk', world.agencies.office, ['petition:read'])).made
  description = (await office.server.inject('/api/v1/openapi.json')).json()
})
afterAll(async () => {
  await office?.close()
  await world?.close()
})

let calls = 0
function nextCall(): string {
  calls += 1
  return `call-${calls}`
}

/** Asks as a system; every answer with a body is held against the description. */
async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  {
    as = keys.lead,
    body,
    idempotency = nextCall(),
  }: { as?: string | null; body?: unknown; idempotency?: string | null } = {},
) {
  const headers = {
    ...(as === null ? {} : { authorization: `Bearer ${as}` }),
    ...(idempotency === null || method === 'GET' ? {} : { 'idempotency-key': idempotency }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const reply = await office.server.inject({
    method,
    url: `/api/v1${path}`,
    headers,
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  expect(faultsOf(method, path, reply.statusCode, reply.json())).toEqual([])
  return { status: reply.statusCode, body: reply.json(), headers: reply.headers }
}

const ajv = new Ajv2020({
  strict: false,
  formats: { date: /^\d{4}-\d\d-\d\d$/, 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) },
})

/** What an answer has that the description does not say; an undescribed route or status is a fault as well. */
function faultsOf(method: string, path: string, status: number, body: unknown): string[] {
  const asked = path
    .replace(/\?.*/, '')
    .replace(/^\/petitions\/[^/]+/, '/petitions/{code}')
    .replace(/^\/authorities\/[^/]+/, '/authorities/{slug}')
    .replace(/\/results\/.+/, '/results/{id}')
    .replace(/^\/webhooks\/.+/, '/webhooks/{id}')
  const { responses = {} } = description.paths[`/api/v1${asked}`]?.[method.toLowerCase()] ?? {}
  const said = responses[status] ?? responses[`${Math.floor(status / 100)}XX`]
  const schema = said?.content?.[status < 400 ? 'application/json' : 'application/problem+json']?.schema
  if (!schema) return [`${method} ${path}: ${status} is not described`]
  const check = ajv.compile(schema)
  return check(body) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

const channel = 'letter'
const said = (text: string) => ({
  channel,
  receivedOn: '2025-10-20',
  petitioner: { kind: 'person', name: 'Bà Vũ Thị Hạt', phone: '0912 000 111' },
  text,
})

async function raise(text = 'Đề nghị sửa cống thoát nước đầu thôn.'): Promise<string> {
  const { status, body } = await ask('POST', '/petitions', { body: { ...said(text) } })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.petitions[0].code
}
describe('a neighbouring system', () => {
  it('is told by a description in OpenAPI 3.1 what it can ask', () => {
    expect(description.openapi).toMatch(/^3\.1/)
    expect(Object.keys(description.paths).sort()).toEqual([
      '/api/v1/agencies',
      '/api/v1/authorities',
      '/api/v1/authorities/{slug}/dialogues',
      '/api/v1/authorities/{slug}/results',
      '/api/v1/authorities/{slug}/results/{id}',
      '/api/v1/deadlines',
      '/api/v1/petitions',
      '/api/v1/petitions/{code}',
      '/api/v1/petitions/{code}/answers',
      '/api/v1/petitions/{code}/answers/approval',
      '/api/v1/petitions/{code}/assignment',
      '/api/v1/petitions/{code}/settlement',
      '/api/v1/webhooks',
      '/api/v1/webhooks/{id}',
    ])
    const doors = Object.values(description.paths).flatMap((path) => Object.entries(path))
    for (const [method, { security, parameters = [] }] of doors) {
      const headers = parameters.filter((one) => one.in === 'header').map((one) => [one.name, one.required])
      expect(headers).toEqual(method === 'get' ? [] : [['idempotency-key', true]])
      if (method !== 'get') expect(security).toBeUndefined()
    }
    expect(description.paths['/api/v1/authorities']!['get']!.security).toEqual([])
  })

  it('without a key reads what is published and nothing else', async () => {
    const { authorities } = (await ask('GET', '/authorities', { as: null })).body
    expect(authorities).toEqual([
      { slug: 'cat-hai', name: 'Đặc khu Cát Hải', shortName: 'Cát Hải', kind: 'specialZone', placeName: 'Cát Hải' },
    ])
    await raise()
    expect((await ask('GET', '/authorities/cat-hai/dialogues', { as: null })).body).toEqual({ dialogues: [] })
    expect((await ask('GET', '/authorities/cat-hai/results?search=cong', { as: null })).body.results).toEqual([])
    expect((await ask('GET', '/authorities/cat-hai/results/1', { as: null })).status).toBe(404)
    expect((await ask('GET', '/authorities/khong-co/results', { as: null })).status).toBe(404)
    const wanted = { authorityId: world.authorityId, subjectKind: 'petition', subjectId: 9, sourceHash: 'x' }
    const { id } = await world.db
      .insertInto('publication')
      .values({ ...wanted, decidedAt: world.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const copy = { authorityId: world.authorityId, id, kind: 'petition', subjectId: 9, content: 'Đèn đường' }
    const days = { publishedOn: dayOf(world.clock.now()), updatedAt: world.clock.now() }
    await world.db
      .insertInto('publicEntry')
      .values({ ...copy, ...days, state: 'answered' })
      .execute()
    const { body, headers } = await ask('GET', '/authorities/cat-hai/results?search=den+duong&state=answered', {
      as: null,
    })
    expect([body.total, body.results[0].content]).toEqual([1, 'Đèn đường'])
    expect(headers['cache-control']).toBe('public, max-age=60')
    expect((await ask('GET', `/authorities/cat-hai/results/${id}`, { as: null })).body.content).toBe('Đèn đường')
  })

  it('without a key, or with a wrong one, learns nothing', async () => {
    for (const as of [null, 'dt_x', newApiKey()]) expect((await ask('GET', '/petitions', { as })).status).toBe(401)
  })

  it('does only what its key opens', async () => {
    const code = await raise()
    expect((await ask('GET', `/petitions/${code}`, { as: keys.reader })).status).toBe(200)
    expect((await ask('POST', '/petitions', { as: keys.reader, body: { ...said('x') } })).status).toBe(403)
    expect((await ask('GET', '/deadlines', { as: keys.reader })).status).toBe(403)
  })

  it('raises once however often it sends, and stands in the log under its name', async () => {
    const body = {
      ...said('Đường liên thôn hư hỏng.\nĐèn đường không sáng.'),
      contents: [{ content: 'Đường liên thôn hư hỏng.' }, { content: 'Đèn đường không sáng.' }],
    }
    const first = await ask('POST', '/petitions', { body, idempotency: 'same' })
    const again = await ask('POST', '/petitions', { body, idempotency: 'same' })
    expect(first.body.petitions).toHaveLength(2)
    expect(again.body).toEqual({ ...first.body, repeated: true })
    const { action } = await world.db
      .selectFrom('changeLog')
      .innerJoin('account', 'account.id', 'changeLog.accountId')
      .select('action')
      .where('account.displayName', '=', 'Quản lý văn bản')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(action).toBe('petition/receive')
    expect((await ask('POST', '/petitions', { body, idempotency: null })).status).toBe(400)
  })

  it('is told field by field what is wrong', async () => {
    const { status, body } = await ask('POST', '/petitions', {
      body: { ...said('x'), receivedOn: '2025-10-21' },
    })
    expect(status).toBe(422)
    expect(body.errors.receivedOn).toContain('tương lai')
    const unknown = await ask('POST', '/petitions', { body: { ...said('x'), surprise: 1 } })
    expect(unknown.status).toBe(422)
  })

  it('assigns, and answers with the approval on paper', async () => {
    const code = await raise()
    const { id, version } = await world.db
      .selectFrom('petition')
      .select(['id', 'version'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    await world.done(world.people.clerk, classifyPetition, {
      id,
      version,
      kind: 'request',
      subjectArea: '',
      disposition: 'verifyAndReplyLater',
    })
    // before it is given to the agency, its system does not know of it
    expect((await ask('GET', `/petitions/${code}`, { as: keys.economy })).status).toBe(404)
    const now = (await ask('GET', `/petitions/${code}`)).body
    expect(
      (
        await ask('POST', `/petitions/${code}/assignment`, {
          body: { version: now.version, leadAgencyId: world.agencies.economy },
        })
      ).status,
    ).toBe(200)
    expect(
      (
        await ask('POST', `/petitions/${code}/assignment`, {
          body: { version: now.version, leadAgencyId: world.agencies.culture, reason: 'Đổi cơ quan.' },
        })
      ).status,
    ).toBe(409)
    const given = (await ask('GET', `/petitions/${code}`, { as: keys.economy })).body
    expect(given.leadAgency.name).toBe('Phòng Kinh tế')
    const promised = { id, version: given.version, promise: 'Thay cống trong tháng 11.', promisedOn: '2025-11-28' }
    await world.done(world.people.clerk, recordPromise, promised)
    const { deadlines } = (await ask('GET', `/petitions/${code}`, { as: keys.economy })).body
    expect(deadlines.map((one: { dueOn: string }) => one.dueOn)).toContain('2025-11-28')
    const draft = { kind: 'prepared', text: 'Đã khảo sát, sẽ thay cống trong tháng 11.' }
    expect((await ask('POST', `/petitions/${code}/answers`, { as: keys.economy, body: draft })).status).toBe(200)
    const drafted = (await ask('GET', `/petitions/${code}`)).body.answers.at(-1)
    await world.done(world.people.specialist, submitAnswer, { id, answerVersion: drafted.version })
    const approval = {
      kind: 'prepared',
      answerVersion: drafted.version + 1,
      paperApprover: 'Nguyễn Văn Khơi',
      paperApprovedOn: '2025-10-20',
    }
    const approved = await ask('POST', `/petitions/${code}/answers/approval`, { as: keys.economy, body: approval })
    expect(approved.status, JSON.stringify(approved.body)).toBe(200)
    expect((await ask('GET', `/petitions/${code}`)).body.state).toBe('answerPrepared')
    expect(
      (await ask('GET', '/deadlines')).body.deadlines.some(
        (one: { petitionCode: string }) => one.petitionCode === code,
      ),
    ).toBe(true)
    const list = (await ask('GET', '/petitions?search=cống', { as: keys.economy })).body
    expect(list.petitions.map((one: { code: string }) => one.code)).toContain(code)
  })

  it('reports what was settled, once, and drafts the letter that goes out', async () => {
    const code = await raise('Đề nghị nạo vét mương đầu xóm.')
    const assigned = {
      version: (await ask('GET', `/petitions/${code}`)).body.version,
      leadAgencyId: world.agencies.economy,
    }
    await ask('POST', `/petitions/${code}/assignment`, { body: assigned })
    const whole = async () => (await ask('GET', `/petitions/${code}`, { as: keys.economy })).body
    const report = { version: (await whole()).version, settledOn: '2025-10-20', settlement: 'Đã nạo vét 300 m mương.' }
    const settle = (body: object, idempotency?: string, as = keys.economy) =>
      ask('POST', `/petitions/${code}/settlement`, { as, body, ...(idempotency ? { idempotency } : {}) })
    expect((await settle({ ...report, settledOn: '2025-10-21' })).status, 'not in the future').toBe(422)
    expect((await settle({ ...report, settlement: '' })).status).toBe(422)
    expect((await settle(report, undefined, keys.reader)).status, 'a key that only reads').toBe(403)
    expect((await settle(report, 'settled')).body).toEqual({ repeated: false })
    expect((await settle(report, 'settled')).body).toEqual({ repeated: true })
    expect(await whole()).toMatchObject({ settledOn: '2025-10-20', settlement: 'Đã nạo vét 300 m mương.' })
    const again = await settle({ ...report, version: (await whole()).version })
    expect([again.status, again.body.title]).toEqual([409, expect.any(String)])
    const { settledOn } = (await ask('GET', '/petitions?search=muong')).body.petitions[0]
    expect(settledOn).toBe('2025-10-20')
  })

  it('pages through what it may see, and reads the tree of agencies', async () => {
    const first = (await ask('GET', '/petitions')).body
    expect(first).toMatchObject({ page: 1, total: first.petitions.length })
    expect((await ask('GET', '/petitions?page=2')).body).toMatchObject({ page: 2, petitions: [] })
    for (const wrong of ['page=0', 'page=x', 'state=cancelled'])
      expect((await ask('GET', `/petitions?${wrong}`)).status, wrong).toBe(422)
    const { agencies } = (await ask('GET', '/agencies', { as: keys.reader })).body
    expect(agencies.map((one: { name: string }) => one.name)).toContain('Phòng Kinh tế')
  })

  it('is told at the addresses of its own key, of which others know nothing', async () => {
    const open = (url: string, idempotency?: string) =>
      ask('POST', '/webhooks', {
        body: { url, events: ['petition.answered'] },
        ...(idempotency ? { idempotency } : {}),
      })
    for (const url of ['http://systems.example.vn/x', 'https://10.0.0.8/x', 'ftp://x', 'https://[::1]/x'])
      expect((await open(url)).status, url).toBe(422)
    const made = await open('https://systems.example.vn/doi-thoai', 'hook')
    expect(made.status).toBe(201)
    expect(made.body.secret).toMatch(/^whsec_/)
    const again = await open('https://systems.example.vn/doi-thoai', 'hook')
    expect(again.body, 'the secret is told once').toEqual({ id: made.body.id, secret: null, repeated: true })
    const mine = async () => (await ask('GET', '/webhooks')).body.webhooks
    expect(await mine()).toMatchObject([
      { id: made.body.id, url: 'https://systems.example.vn/doi-thoai', ended: false },
    ])
    expect((await ask('GET', '/webhooks', { as: keys.economy })).body.webhooks).toEqual([])
    expect((await ask('DELETE', `/webhooks/${made.body.id}`, { as: keys.economy })).status).toBe(404)
    expect((await ask('DELETE', `/webhooks/${made.body.id}`)).body).toEqual({ repeated: false })
    expect(await mine()).toMatchObject([{ ended: true }])
  })

  it('reads an announced dialogue as its description says', async () => {
    await portalSteps(world).announce()
    const { dialogues } = (await ask('GET', '/authorities/cat-hai/dialogues', { as: null })).body
    expect(dialogues).toMatchObject([{ title: 'Hội nghị đối thoại năm 2025', heldOn: '2025-10-29' }])
  })

  it('knows of no petition that is confidential', async () => {
    const code = await raise('Kiến nghị cần giữ kín: chim én bay thấp.')
    const { id, version } = await world.db
      .selectFrom('petition')
      .select(['id', 'version'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    await world.done(world.people.leader, restrictPetition, {
      id,
      version,
      confidential: true,
      readerIds: [String(world.people.leader.accountId)],
      reason: 'Người nêu đề nghị.',
    })
    expect((await ask('GET', `/petitions/${code}`)).status).toBe(404)
    expect(JSON.stringify((await ask('GET', '/petitions?search=chim')).body)).not.toContain('chim én')
  })

  it('is held to its requests a minute', async () => {
    const { made } = await key('Hệ thống vội', 'clerk', world.agencies.office, ['petition:read'], 3)
    const statuses = []
    for (let at = 0; at < 4; at += 1) statuses.push(await ask('GET', '/agencies', { as: made }))
    expect(statuses.map((one) => one.status)).toEqual([200, 200, 200, 429])
    expect(Number(statuses[3]!.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('cannot try keys without end: wrong ones count against the address like any request', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 121; at += 1) {
      const reply = await office.server.inject({
        ...{ method: 'GET', url: '/api/v1/petitions', remoteAddress: '203.0.113.7' },
        headers: { authorization: `Bearer dt_${String(at).padStart(43, 'a')}` },
      })
      statuses.push(reply.statusCode)
    }
    expect([statuses[0], statuses[119], statuses[120]]).toEqual([401, 401, 429])
  })

  it('takes the same call again as the one it was, and refuses its key for another body or another call', async () => {
    const first = { body: { ...said('Cống vỡ.') }, idempotency: 'same-key' }
    const { body } = await ask('POST', '/petitions', first)
    expect((await ask('POST', '/petitions', first)).body).toEqual({ ...body, repeated: true })
    const other = await ask('POST', '/petitions', { ...first, body: { ...said('Việc khác hẳn.') } })
    expect([other.status, other.body.code]).toEqual([409, 'form/key-reused'])
    const elsewhere = await ask('POST', `/petitions/${body.petitions[0].code}/answers`, {
      ...{ idempotency: 'same-key', body: { version: 1, text: 'Trả lời.' } },
    })
    expect(elsewhere.status).toBeGreaterThanOrEqual(400)
  })

  it('is out at once when its key is revoked or has run out, and nobody signs in with its account', async () => {
    const { made, keyId, admin } = await key('Hệ thống cũ', 'clerk', world.agencies.office, ['petition:read'])
    expect((await ask('GET', '/agencies', { as: made })).status).toBe(200)
    await world.done(admin, revokeApiKey, { id: keyId, version: 1, reason: 'Thay hệ thống.' })
    expect((await ask('GET', '/agencies', { as: made })).status).toBe(401)
  })

  it('gets no 500 for anything it sends', async () => {
    const code = await raise()
    const paths = [
      '/petitions',
      `/petitions/${code}/assignment`,
      `/petitions/${code}/answers`,
      `/petitions/${code}/settlement`,
      '/petitions/%00/answers',
      '/nothing',
    ]
    const odd = fc.record({
      path: fc.constantFrom(...paths),
      get: fc.boolean(),
      payload: fc.oneof(
        fc.json(),
        fc.string(),
        fc.jsonValue().map((value) => JSON.stringify({ ...said('x'), text: value, version: value, petitioner: value })),
      ),
    })
    await fc.assert(
      fc.asyncProperty(odd, async ({ path, get, payload }) => {
        const headers = {
          authorization: `Bearer ${keys.lead}`,
          'content-type': 'application/json',
          'idempotency-key': nextCall(),
        }
        const reply = await office.server.inject({
          method: get ? 'GET' : 'POST',
          url: `/api/v1${path}`,
          headers,
          ...(get ? {} : { payload }),
        })
        expect(reply.statusCode, `${path} ${payload}`).toBeLessThan(500)
      }),
      { numRuns: process.env['PROOF'] === '1' ? 5000 : 200 },
    )
  })
})
