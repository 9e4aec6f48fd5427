import { z } from 'zod'
import { listAgencies } from '../../agencies/agency-store.ts'
import { dayOf } from '../../platform/day.ts'
import { WHEN, workDays } from '../../reports/deadline-filter.ts'
import { listVisibleDeadlines } from '../../reports/deadline-list-store.ts'
import { deadlineViewer } from '../../reports/deadline-viewer.ts'
import type { OfficeRuntime } from '../office/office-route.ts'
import { type ApiServer, keyOf } from './api-context.ts'
import { refusals } from './petition-shapes.ts'

const agencies = z.object({
  agencies: z.array(z.object({ id: z.number().int(), name: z.string(), kind: z.string(), external: z.boolean() })),
})

const deadlines = z.object({
  deadlines: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      subjectKind: z.string(),
      petitionCode: z.string().nullable(),
      dialogueId: z.number().int().nullable(),
      agency: z.string().nullable(),
      dueOn: z.iso.date().describe('Ngày cuối cùng còn đúng hạn'),
      state: z.string(),
      metOn: z.iso.date().nullable(),
    }),
  ),
  page: z.number().int(),
})

const PAGE_SIZE = 50

/** What a system needs besides petitions: whom work can be given to, what is due. */
export function addDirectoryEndpoints(server: ApiServer, runtime: OfficeRuntime): void {
  server.get(
    '/agencies',
    {
      config: { scope: 'anyKey' },
      schema: {
        tags: ['Danh mục'],
        summary: 'Các cơ quan của đơn vị hôm nay',
        response: { 200: agencies, ...refusals },
      },
    },
    async (request) => ({
      agencies: await listAgencies(runtime.db, keyOf(request).authorityId, { on: dayOf(runtime.clock.now()) }),
    }),
  )
  server.get(
    '/deadlines',
    {
      config: { scope: 'deadline:read' },
      schema: {
        tags: ['Thời hạn'],
        summary: 'Thời hạn mà khóa được xem',
        querystring: z.object({
          when: z.enum(WHEN).default('open'),
          page: z.coerce.number().int().min(1).max(200).default(1),
        }),
        response: { 200: deadlines, ...refusals },
      },
    },
    async (request) => {
      const { actor, authorityId } = keyOf(request)
      const viewer = deadlineViewer(actor, authorityId)
      if (!viewer) return { deadlines: [], page: 1 }
      const { when, page } = request.query
      const wanted = { whose: 'authority', when, days: workDays(dayOf(runtime.clock.now())) } as const
      const rows = await listVisibleDeadlines(runtime.db, viewer, wanted, {
        sort: 'due',
        direction: 'asc',
        page,
        pageSize: PAGE_SIZE,
      })
      return { deadlines: rows.map((row) => ({ ...row, agency: row.agencyName })), page }
    },
  )
}
