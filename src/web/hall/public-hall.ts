import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Hall, hallKey } from '../../hall/hall.ts'
import { findHallByToken } from '../../hall/hall-store.ts'
import type { OfficeSettings } from '../office/office-settings.ts'
import type { PublicView } from './hall-view.ts'
import { readPublicView } from './read-public-view.ts'
import { streamVersions } from './stream-versions.ts'

const zip = promisify(gzip)
/** How long an address is believed where no line to the database tells of changes. */
const BELIEVED_MS = 900
const MOST_ADDRESSES = 2_000

type Which = 'screenToken' | 'phoneToken'
interface Believed {
  hall: Hall | null
  at: number
}
interface Rendered {
  version: number
  view: Promise<{ view: PublicView; plain: Buffer; zipped: Buffer }>
}

/**
 * What the public sees of the halls: put together once for each version and handed to everybody. Thousands of
 * telephones ask for it at the same moment; the database is asked once.
 */
export class PublicHalls {
  readonly #settings: Pick<OfficeSettings, 'runtime'>
  readonly #believed = new Map<string, Believed>()
  readonly #asking = new Map<string, Promise<Hall | null>>()
  readonly #rendered = new Map<string, Rendered>()

  constructor(settings: Pick<OfficeSettings, 'runtime'>) {
    this.#settings = settings
  }

  /** The hall an address leads to; null: none (any more). Looked up anew when the hall has grown. */
  async find(which: Which, token: string): Promise<Hall | null> {
    const name = `${which} ${token}`
    const known = this.#believed.get(name)
    if (known && this.#isFresh(known)) return known.hall
    const asking = this.#asking.get(name) ?? this.#ask(which, token, name)
    this.#asking.set(name, asking)
    return asking
  }

  #isFresh({ hall, at }: Believed): boolean {
    const told = hall ? this.#settings.runtime.hub.knownVersion(hallKey(hall.authorityId, hall.dialogueId)) : null
    return told === null ? Date.now() - at < BELIEVED_MS : told <= hall!.version
  }

  async #ask(which: Which, token: string, name: string): Promise<Hall | null> {
    try {
      const hall = await findHallByToken(this.#settings.runtime.db, which, token)
      if (this.#believed.size >= MOST_ADDRESSES) this.#believed.clear()
      this.#believed.set(name, { hall, at: Date.now() })
      if (hall) this.#settings.runtime.hub.announce(hallKey(hall.authorityId, hall.dialogueId), hall.version)
      return hall
    } finally {
      this.#asking.delete(name)
    }
  }

  /** The public view of a hall as of its version; the same buffers for every reader. */
  async render(hall: Hall) {
    const key = hallKey(hall.authorityId, hall.dialogueId)
    const known = this.#rendered.get(key)
    if (known && known.version >= hall.version) return known.view
    const view = this.#draw(hall)
    this.#rendered.set(key, { version: hall.version, view })
    view.catch(() => this.#rendered.delete(key))
    return view
  }

  async #draw(hall: Hall) {
    const { db, clock } = this.#settings.runtime
    const view = await readPublicView(db, hall, clock.now().getTime())
    const plain = Buffer.from(JSON.stringify(view))
    return { view, plain, zipped: await zip(plain) }
  }
}

const halls = new WeakMap<OfficeSettings['runtime'], PublicHalls>()

/** One for each running program. */
export function publicHallsOf(runtime: OfficeSettings['runtime']): PublicHalls {
  const known = halls.get(runtime) ?? new PublicHalls({ runtime })
  halls.set(runtime, known)
  return known
}

const PLACES = [
  { at: '/man-hinh/:token', which: 'screenToken' },
  { at: '/dt/:token', which: 'phoneToken' },
] as const

/**
 * The state and the events of screen and telephones. No session and no cookie is looked at: the address is what opens
 * them, and everybody who has it sees the same.
 */
export function addPublicHall(server: FastifyInstance, settings: OfficeSettings): void {
  const { runtime } = settings
  const cache = publicHallsOf(runtime)
  const tokenOf = (request: FastifyRequest) => (request.params as { token: string }).token
  for (const { at, which } of PLACES) {
    server.get(`${at}/du-lieu`, async (request, reply) => {
      const hall = await cache.find(which, tokenOf(request))
      return hall ? sendView(request, reply, await cache.render(hall), runtime.clock.now()) : gone(reply)
    })
    server.get(`${at}/su-kien`, async (request, reply) => {
      const hall = await cache.find(which, tokenOf(request))
      if (!hall) return gone(reply)
      return streamVersions(reply, runtime.hub, {
        hall: hallKey(hall.authorityId, hall.dialogueId),
        version: hall.version,
      })
    })
  }
}

type Drawn = Awaited<ReturnType<PublicHalls['render']>>

function sendView(request: FastifyRequest, reply: FastifyReply, { view, plain, zipped }: Drawn, now: Date) {
  reply
    .type('application/json; charset=utf-8')
    .header('x-hall-now', String(now.getTime()))
    .header('x-hall-version', String(view.version))
    .header('vary', 'accept-encoding')
  if (!String(request.headers['accept-encoding'] ?? '').includes('gzip')) return reply.send(plain)
  return reply.header('content-encoding', 'gzip').send(zipped)
}

function gone(reply: FastifyReply) {
  return reply.code(404).type('application/json').send('{"ok":false}')
}
