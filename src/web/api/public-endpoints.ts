import { z } from 'zod'
import { dayOf } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { findPublicAuthority, listPublicAuthorities } from '../../public-record/public-authority-store.ts'
import { listComingDialogues, listPastDialogues } from '../../public-record/public-dialogue-store.ts'
import { publicFilters, publicStates } from '../../public-record/public-entry.ts'
import { countPublicEntries, findPublicEntry, listPublicEntries } from '../../public-record/public-entry-store.ts'
import type { OfficeRuntime } from '../office/office-route.ts'
import type { ApiServer } from './api-context.ts'
import { refusals } from './petition-shapes.ts'

const tags = ['Công khai, không cần khóa']
const config = { scope: 'public' } as const
const day = z.iso.date().nullable()
const PAGE_SIZE = 50

const authority = z.object({
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  placeName: z.string(),
})

const dialogue = z.object({
  dialogueId: z.number().int(),
  title: z.string(),
  kind: z.string(),
  form: z.string(),
  topic: z.string(),
  chair: z.string(),
  state: z.string(),
  heldOn: day,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  venue: z.string(),
  people: z.number().int().nullable(),
  noticeNumber: z.string().nullable(),
  noticeOn: day,
  publishedOn: z.iso.date(),
})

const entry = z.object({
  id: z.number().int(),
  kind: z.string(),
  code: z.string().nullable(),
  dialogueId: z.number().int().nullable(),
  content: z.string(),
  person: z.string().nullable().describe('Chỉ khi người đó đồng ý'),
  conclusion: z.string().nullable(),
  answer: z.string().nullable(),
  settlement: z.string().nullable(),
  area: z.string().nullable(),
  agency: z.string().nullable(),
  supporting: z.array(z.string()),
  state: z.enum(publicStates),
  receivedOn: day,
  dueOn: day.describe('Ngày cuối cùng còn đúng hạn'),
  answeredOn: day,
  settledOn: day,
  publishedOn: z.iso.date(),
})

type Entry = z.output<typeof entry>

const asked = z.object({
  search: z.string().max(200).optional(),
  state: z.enum(publicFilters).optional(),
  dialogueId: z.coerce.number().int().positive().optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
})

const ofAuthority = z.object({ slug: z.string().max(100) })

/** What everybody may read: the published copies, nothing else. */
export function addPublicEndpoints(server: ApiServer, { db, clock }: OfficeRuntime): void {
  const known = async (slug: string) => {
    const found = await findPublicAuthority(db, slug)
    if (!found) throw new NotFound('authority')
    return found
  }
  server.addHook('onSend', async (request, reply) => {
    if (request.routeOptions.config.scope === 'public' && reply.statusCode === 200)
      reply.header('cache-control', 'public, max-age=60')
  })
  server.get(
    '/authorities',
    {
      config,
      schema: {
        tags,
        summary: 'Các đơn vị có cổng',
        response: { 200: z.object({ authorities: z.array(authority) }), ...refusals },
      },
    },
    async () => ({ authorities: await listPublicAuthorities(db) }),
  )
  server.get(
    '/authorities/:slug/dialogues',
    {
      config,
      schema: {
        tags,
        summary: 'Hội nghị đã công bố',
        params: ofAuthority,
        response: { 200: z.object({ dialogues: z.array(dialogue) }), ...refusals },
      },
    },
    async ({ params }) => {
      const { id } = await known(params.slug)
      const today = dayOf(clock.now())
      const [coming, past] = await Promise.all([listComingDialogues(db, id, today), listPastDialogues(db, id, today)])
      return { dialogues: [...coming, ...past] }
    },
  )
  server.get(
    '/authorities/:slug/results',
    {
      config,
      schema: {
        tags,
        summary: 'Kiến nghị và mục kết luận đã công khai',
        params: ofAuthority,
        querystring: asked,
        response: {
          200: z.object({ results: z.array(entry), total: z.number().int(), page: z.number().int() }),
          ...refusals,
        },
      },
    },
    async ({ params, query }) => {
      const { id } = await known(params.slug)
      const { search, state, dialogueId, page } = query
      const filter = {
        ...{ today: dayOf(clock.now()), page, pageSize: PAGE_SIZE },
        ...(search ? { words: search } : {}),
        ...(state ? { state } : {}),
        ...(dialogueId ? { dialogueId } : {}),
      }
      const [rows, total] = await Promise.all([listPublicEntries(db, id, filter), countPublicEntries(db, id, filter)])
      return { results: rows as Entry[], total, page }
    },
  )
  server.get(
    '/authorities/:slug/results/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Một kiến nghị hoặc mục kết luận đã công khai',
        params: ofAuthority.extend({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
        response: { 200: entry, ...refusals },
      },
    },
    async ({ params }) => {
      const found = await findPublicEntry(db, (await known(params.slug)).id, params.id)
      if (!found) throw new NotFound('public-entry')
      return found as unknown as Entry
    },
  )
}
