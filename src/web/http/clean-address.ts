import type { FastifyInstance } from 'fastify'

export type Query = Record<string, string | string[] | undefined>

/** No text in PostgreSQL can hold U+0000: nothing is found by it, so it is left out of what is asked. */
function withoutNul(asked: Query): Query {
  const clean = (value: string) => value.replaceAll('\u0000', '')
  return Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : value === undefined ? value : clean(value),
    ]),
  )
}

/** Cleans the address of every request to this server, the parts named in its path and what is asked behind `?`. */
export function addCleanAddresses(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    if (!request.url.includes('%00')) return
    request.params = withoutNul(request.params as Query)
    request.query = withoutNul(request.query as Query)
  })
}
