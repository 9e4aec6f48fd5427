import type { FastifyReply } from 'fastify'
import type { HallHub } from '../../hall/hall-hub.ts'

/** Readers of one process; more are asked to come again, and look for themselves meanwhile. */
const MOST_READERS = 6_000
/** A reader that takes nothing any more is let go; it comes back and reads the whole state. */
const MOST_UNREAD_BYTES = 16_384

/**
 * Tells a reader of every new version of a hall, nothing else: what stands in it is asked for apart, with the
 * permissions of whoever asks. Without `Accept: text/event-stream` the version is told once.
 */
export function streamVersions(
  reply: FastifyReply,
  hub: HallHub,
  { hall, version }: { hall: string; version: number },
): FastifyReply {
  const asked = String(reply.request.headers.accept ?? '')
  if (!asked.includes('text/event-stream')) {
    return reply.type('text/event-stream; charset=utf-8').send(`retry: 3000\ndata: ${version}\n\n`)
  }
  if (hub.size >= MOST_READERS) return reply.code(503).header('retry-after', '10').send('')
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  raw.write(`retry: 3000\ndata: ${version}\n\n`)
  const unwatch = hub.watch(hall, (_told, line) => {
    if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy()
    else raw.write(line)
  })
  raw.on('close', unwatch)
  raw.on('error', () => raw.destroy())
  return reply
}
