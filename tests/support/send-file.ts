import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { FormVisitor } from './form-visitor.ts'

/** Sends the form of the visitor's present page with a file in it, as a browser would; where it led. */
export async function sendFile(
  server: FastifyInstance,
  visitor: FormVisitor,
  action: string,
  file: { field: string; name: string; content: Buffer },
  fields: Record<string, string> = {},
): Promise<{ status: number; address: string; body: string }> {
  const boundary = `----${randomUUID()}`
  const part = (head: string, content: Buffer | string) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])
  const payload = Buffer.concat([
    ...Object.entries({ ...visitor.hiddenFields(action), ...fields }).map(([name, value]) =>
      part(`content-disposition: form-data; name="${name}"`, value),
    ),
    part(`content-disposition: form-data; name="${file.field}"; filename="${file.name}"`, file.content),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const reply = await server.inject({
    ...{ method: 'POST', url: action, payload },
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  })
  const to = reply.headers['location']
  if (typeof to !== 'string') return { status: reply.statusCode, address: action, body: reply.body }
  await visitor.open(to)
  return { status: reply.statusCode, address: visitor.address, body: visitor.page }
}
