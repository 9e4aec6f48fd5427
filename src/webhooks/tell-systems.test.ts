import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { testActor } from '../../tests/support/test-actor.ts'
import { newApiKey } from '../access/api-key.ts'
import { issueApiKey, revokeApiKey } from '../access/api-key-changes.ts'
import { findKeyById } from '../access/api-key-store.ts'
import { hashOfSecret } from '../access/session-token.ts'
import { isInside, outboundFault, postOutside } from '../platform/outbound-post.ts'
import { receiveSubmission } from '../procedures/receive-submission.ts'
import { tellSystems } from './tell-systems.ts'
import { newWebhookSecret, openWebhook } from './webhook-changes.ts'
import { listWebhooks } from './webhook-store.ts'

interface Heard {
  type: string
  code: string
  id: string
}

let world: PetitionWorld
let server: Server
let heard: Heard[] = []
let answer = 200
let secret = ''
let url = ''
const outside = { trusted: ['127.0.0.1'] }
const tell = () => tellSystems(world.runtime, outside)
const wait = (minutes: number) => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000))

beforeAll(async () => {
  world = await createPetitionWorld()
  server = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      if (answer === 200) {
        // the clock of the test stands still; the signature is what counts
        const said = (name: string) => String(request.headers[name])
        const at = new Date(Number(said('webhook-timestamp')) * 1000)
        // the clock of the test stands still; the signature is what counts
        expect(said('webhook-signature')).toBe(new Webhook(secret).sign(said('webhook-id'), at, body))
        const news = JSON.parse(body)
        heard.push({ type: news.type, code: news.data.code, id: said('webhook-id') })
      }
      reply.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tin`
})
afterAll(async () => {
  server?.close()
  await world?.close()
})
beforeEach(() => {
  heard = []
  answer = 200
})

async function subscribe() {
  const admin = testActor('administrator', {
    authorityId: world.authorityId,
    accountId: world.people.leader.accountId!,
  })
  const terms = {
    name: 'Ứng dụng của thành phố',
    role: 'clerk',
    agencyId: world.agencies.office,
    scopes: ['petition:read'],
    perMinute: 60,
  }
  const { keyId } = await world.done(admin, issueApiKey(hashOfSecret(newApiKey())), terms)
  const key = await findKeyById(world.db, world.authorityId, keyId, world.clock.now())
  secret = newWebhookSecret()
  const { webhookId } = await world.done(key!.actor, openWebhook(secret), {
    apiKeyId: keyId,
    url,
    events: ['petition.received'],
  })
  return { admin, keyId, webhookId }
}

async function raise(more: Record<string, unknown> = {}): Promise<string> {
  const input = {
    receivedOn: '2025-10-20',
    channel: 'letter',
    raised: 'before',
    petitionerKind: 'person',
    petitionerName: 'Ông Đỗ Văn Mận',
    text: 'Xin sửa đường.',
    ...more,
  }
  const { petitionIds } = await world.done(world.people.clerk, receiveSubmission, input)
  const { code } = await world.db
    .selectFrom('petition')
    .select('code')
    .where('id', '=', petitionIds[0]!)
    .executeTakeFirstOrThrow()
  return code
}

it('tells a system in order, once, and again what it did not take, with nothing of what was said', async () => {
  await raise()
  const { admin, keyId, webhookId } = await subscribe()
  expect(await tell()).toBe(0)
  const first = await raise()
  await raise({ confidential: true, confidentialReason: 'Người nêu đề nghị giữ kín.' })
  const second = await raise()
  wait(1)
  expect(await tell()).toBe(2)
  expect(heard.map((one) => one.code)).toEqual([first, second])
  wait(1)
  expect(await tell()).toBe(0)

  for (const broken of [500, 302, 404]) {
    answer = broken
    wait(10)
    expect(await tell()).toBe(0)
    answer = 500
    if (broken === 500) await raise({ text: 'Trong lúc hệ thống kia nghỉ.' })
  }
  const [failing] = await listWebhooks(world.db, world.authorityId)
  expect(failing).toMatchObject({ failures: expect.any(Number), lastError: expect.stringContaining('HTTP') })
  answer = 200
  wait(60 * 7)
  expect(await tell()).toBe(1)
  expect(heard).toHaveLength(3)
  expect(new Set(heard.map((one) => one.id)).size).toBe(3)
  expect((await listWebhooks(world.db, world.authorityId))[0]).toMatchObject({ failures: 0, lastError: null })

  await world.done(admin, revokeApiKey, { id: keyId, version: 1, reason: 'Thay hệ thống.' })
  await raise()
  wait(1)
  expect(await tell()).toBe(0)
  const { endedAt, secret: left } = await world.db
    .selectFrom('webhook')
    .select(['endedAt', 'secret'])
    .where('id', '=', webhookId)
    .executeTakeFirstOrThrow()
  expect([endedAt instanceof Date, left]).toEqual([true, null])
})

it('lets two programs share the work without telling anything twice', async () => {
  await subscribe()
  for (let at = 0; at < 5; at += 1) await raise()
  wait(1)
  const taken = await Promise.all([tell(), tell(), tell()])
  expect(taken.reduce((sum, one) => sum + one)).toBe(5)
  expect(heard).toHaveLength(5)
})

it('posts to nobody inside the own network unless told so', async () => {
  for (const address of [
    '10.1.2.3',
    '127.0.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    'nothing',
  ])
    expect(isInside(address), address).toBe(true)
  for (const address of ['8.8.8.8', '2606:4700::1111']) expect(isInside(address), address).toBe(false)
  expect(outboundFault('https://127.0.0.1/x', [])).toBe('inside')
  expect(outboundFault('https://[::1]/x', [])).toBe('inside')
  expect(outboundFault('https://0x7f.1/x', [])).toBe('inside')
  expect(outboundFault('http://example.vn/x', [])).toBe('notHttps')
  expect(outboundFault('https://a:b@example.vn/', [])).toBe('notValid')
  expect(outboundFault('file:///etc/passwd', [])).toBe('notHttps')
  expect(outboundFault('https://example.vn/x', [])).toBeNull()
  // a name that leads inside is found out when it is asked for
  await expect(postOutside('https://localhost/x', { body: '{}', headers: {}, trusted: [] })).rejects.toThrow(
    'own network',
  )
})
