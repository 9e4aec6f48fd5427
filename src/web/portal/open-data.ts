import { csvText } from '../../platform/csv-text.ts'
import {
  listComingDialogues,
  listPastDialogues,
  type PublicDialogue,
} from '../../public-record/public-dialogue-store.ts'
import { listPublicEntries, type PublicEntryRow } from '../../public-record/public-entry-store.ts'
import { listPublicPlans } from '../../public-record/public-plan-store.ts'
import { dialogueFields, dialogueLists, planFields } from './open-data-dialogues.ts'
import { entryFields } from './open-data-fields.ts'
import { closedObject, type DataField, dataRow, rowSchema } from './open-data-schema.ts'
import type { PortalReply, PortalRequest } from './portal-route.ts'

/** More than an authority publishes in many years; a file beyond it says so by its length. */
const MOST_ROWS = 50_000

const addressOf = ({ origin, authority }: PortalRequest) => `${origin}/cong/${authority.slug}`

function json(body: unknown): PortalReply {
  const text = JSON.stringify(body)
  return { kind: 'data', mediaType: 'application/json; charset=utf-8', body: text, cacheSeconds: 60, open: true }
}

function csv(rows: Parameters<typeof csvText>[0], name: string): PortalReply {
  return { kind: 'data', mediaType: 'text/csv; charset=utf-8', body: csvText(rows), cacheSeconds: 60, open: true, name }
}

async function allEntries({ db, authority, today }: PortalRequest): Promise<PublicEntryRow[]> {
  return listPublicEntries(db, authority.id, { today, pageSize: MOST_ROWS })
}

type Cell = string | number | null

function table<Row>(fields: readonly DataField<Row>[], rows: readonly Row[], at: string): Cell[][] {
  const cell = (value: unknown): Cell => {
    if (typeof value === 'boolean') return value ? 'true' : 'false'
    return Array.isArray(value) ? value.join('; ') : (value as Cell)
  }
  return [fields.map((field) => field.key), ...rows.map((row) => fields.map((field) => cell(field.of(row, at))))]
}

/** GET /du-lieu/ket-qua.json: every published petition and item. */
export async function sendResultsJson(request: PortalRequest): Promise<PortalReply> {
  const at = addressOf(request)
  const results = (await allEntries(request)).map((entry) => dataRow(entryFields, entry, at))
  return json({ authority: request.authority.slug, generatedAt: request.now.toISOString(), results })
}

/** GET /du-lieu/ket-qua.csv: the same as a table; a cell can never become a formula. */
export async function sendResultsCsv(request: PortalRequest): Promise<PortalReply> {
  return csv(table(entryFields, await allEntries(request), addressOf(request)), `ket-qua-${request.authority.slug}.csv`)
}

/** GET /du-lieu/luoc-do.json: JSON Schema (2020-12) of the three files, what each field means. */
export async function sendSchema(request: PortalRequest): Promise<PortalReply> {
  const head = { authority: { type: 'string' }, generatedAt: { type: 'string', format: 'date-time' } }
  const fileOf = (name: string, title: string, items: object) => ({
    title,
    ...closedObject({ ...head, [name]: { type: 'array', items } }),
  })
  return json({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${addressOf(request)}/du-lieu/luoc-do.json`,
    title: 'Dữ liệu mở của Cổng đối thoại',
    anyOf: [{ $ref: '#/$defs/results' }, { $ref: '#/$defs/dialogues' }, { $ref: '#/$defs/plans' }],
    $defs: {
      results: fileOf('results', 'Kết quả đối thoại đã công khai', rowSchema(entryFields)),
      dialogues: fileOf(
        'dialogues',
        'Hội nghị đối thoại đã công khai',
        rowSchema([...dialogueFields, ...dialogueLists]),
      ),
      plans: fileOf('plans', 'Kế hoạch đối thoại đã công khai', rowSchema(planFields)),
    },
  })
}

async function allDialogues({ db, authority, today }: PortalRequest): Promise<PublicDialogue[]> {
  const [coming, past] = await Promise.all([
    listComingDialogues(db, authority.id, today),
    listPastDialogues(db, authority.id, today),
  ])
  return [...coming, ...past]
}

/** GET /du-lieu/hoi-nghi.json: every announced dialogue with its agenda and satisfaction. */
export async function sendDialoguesJson(request: PortalRequest): Promise<PortalReply> {
  const at = addressOf(request)
  const dialogues = (await allDialogues(request)).map((row) => dataRow([...dialogueFields, ...dialogueLists], row, at))
  return json({ authority: request.authority.slug, generatedAt: request.now.toISOString(), dialogues })
}

/** GET /du-lieu/hoi-nghi.csv */
export async function sendDialoguesCsv(request: PortalRequest): Promise<PortalReply> {
  return csv(
    table(dialogueFields, await allDialogues(request), addressOf(request)),
    `hoi-nghi-${request.authority.slug}.csv`,
  )
}

/** GET /du-lieu/ke-hoach.json: the published plans with what they plan. */
export async function sendPlansJson(request: PortalRequest): Promise<PortalReply> {
  const at = addressOf(request)
  const plans = (await listPublicPlans(request.db, request.authority.id)).map((row) => dataRow(planFields, row, at))
  return json({ authority: request.authority.slug, generatedAt: request.now.toISOString(), plans })
}
