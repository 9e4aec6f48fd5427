import { z } from 'zod'
import { InputRejected } from '../../platform/errors.ts'
import { outboundFault } from '../../platform/outbound-post.ts'
import type { Outside } from '../../webhooks/tell-systems.ts'
import { endWebhook, newWebhookSecret, openWebhook } from '../../webhooks/webhook-changes.ts'
import { webhookEventNames } from '../../webhooks/webhook-events.ts'
import { listWebhooks } from '../../webhooks/webhook-store.ts'
import type { OfficeRuntime } from '../office/office-route.ts'
import { type ApiServer, keyOf, runForSystem } from './api-context.ts'
import { done, refusals } from './petition-shapes.ts'

const tags = ['Nhận tin']
const events = z.array(z.enum(webhookEventNames)).min(1)
const asked = z.strictObject({
  url: z.string().max(500).describe('Địa chỉ https nhận tin; không theo chuyển hướng'),
  events,
})
const opened = z.object({
  id: z.number().int(),
  secret: z.string().nullable().describe('Chỉ trả một lần; ký theo Standard Webhooks. null: đã trả ở lần gửi trước'),
  repeated: z.boolean(),
})
const list = z.object({
  webhooks: z.array(
    z.object({
      id: z.number().int(),
      url: z.string(),
      events: z.array(z.string()),
      failures: z.number().int(),
      lastError: z.string().nullable(),
      lastTakenAt: z.date().nullable(),
      ended: z.boolean(),
    }),
  ),
})

const NAMES = { notValid: 'notValid', notHttps: 'notHttps', inside: 'insideNetwork' } as const

/** Where a system wants to be told; the news carry codes and states only. */
export function addWebhookEndpoints(server: ApiServer, runtime: OfficeRuntime, outside: Outside): void {
  server.get(
    '/webhooks',
    {
      config: { scope: 'anyKey' },
      schema: { tags, summary: 'Các địa chỉ nhận tin của khóa', response: { 200: list, ...refusals } },
    },
    async (request) => {
      const { authorityId, id } = keyOf(request)
      const rows = await listWebhooks(runtime.db, authorityId, id)
      return { webhooks: rows.map((row) => ({ ...row, ended: row.endedAt !== null })) }
    },
  )
  server.post(
    '/webhooks',
    {
      config: { scope: 'petition:read' },
      schema: { tags, summary: 'Đăng ký một địa chỉ nhận tin', body: asked, response: { 201: opened, ...refusals } },
    },
    async (request, reply) => {
      const fault = outboundFault(request.body.url, outside.trusted)
      if (fault) throw new InputRejected({ url: NAMES[fault] })
      const secret = newWebhookSecret()
      const input = { ...request.body, apiKeyId: keyOf(request).id }
      const { value, repeated } = await runForSystem(runtime, request, openWebhook(secret), input)
      return reply.code(201).send({ id: value.webhookId, secret: repeated ? null : secret, repeated })
    },
  )
  server.delete(
    '/webhooks/:id',
    {
      config: { scope: 'petition:read' },
      schema: {
        tags,
        summary: 'Thôi nhận tin',
        params: z.object({ id: z.coerce.number().int().positive() }),
        response: { 200: done, ...refusals },
      },
    },
    async (request) => {
      const input = { id: request.params.id, apiKeyId: keyOf(request).id }
      const { repeated } = await runForSystem(runtime, request, endWebhook, input)
      return { repeated }
    },
  )
}
