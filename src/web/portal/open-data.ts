import { csvText } from '../../platform/csv-text.ts'
import {
  listComingDialogues,
  listPastDialogues,
  type PublicDialogue,
} from '../../public-record/public-dialogue-store.ts'
import { listPublicEntries, type PublicEntryRow } from '../../public-record/public-entry-store.ts'
import { listPublicPlans } from '../../public-record/public-plan-store.ts'
import { entryFields, entrySchema } from './open-data-fields.ts'
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

/** GET /du-lieu/ket-qua.json: every published petition and item. */
export async function sendResultsJson(request: PortalRequest): Promise<PortalReply> {
  const at = addressOf(request)
  const rows = (await allEntries(request)).map((entry) =>
    Object.fromEntries(entryFields.map((field) => [field.key, field.of(entry, at)])),
  )
  return json({ authority: request.authority.slug, generatedAt: request.now.toISOString(), results: rows })
}

/** GET /du-lieu/ket-qua.csv: the same as a table; a cell can never become a formula. */
export async function sendResultsCsv(request: PortalRequest): Promise<PortalReply> {
  const at = addressOf(request)
  const rows = (await allEntries(request)).map((entry) =>
    entryFields.map((field) => {
      const value = field.of(entry, at)
      if (typeof value === 'boolean') return value ? 'true' : 'false'
      return Array.isArray(value) ? value.join('; ') : (value as string | number | null)
    }),
  )
  return csv([entryFields.map((field) => field.key), ...rows], `ket-qua-${request.authority.slug}.csv`)
}

/** GET /du-lieu/luoc-do.json: what each field of the file of results means. */
export async function sendSchema(request: PortalRequest): Promise<PortalReply> {
  return json(entrySchema(addressOf(request)))
}

async function allDialogues({ db, authority, today }: PortalRequest): Promise<PublicDialogue[]> {
  const [coming, past] = await Promise.all([
    listComingDialogues(db, authority.id, today),
    listPastDialogues(db, authority.id, today),
  ])
  return [...coming, ...past]
}

function dialogueRow(dialogue: PublicDialogue, at: string) {
  const { dialogueId, title, kind, form, topic, chair, state, heldOn, startsAt, endsAt, venue, people } = dialogue
  const { noticeNumber, noticeOn, publishedOn } = dialogue
  return {
    ...{ id: dialogueId, title, kind, form, topic, chair, state, heldOn, startsAt, endsAt, venue, people },
    ...{ noticeNumber, noticeOn, publishedOn, url: `${at}/hoi-nghi/${dialogueId}` },
  }
}

/** GET /du-lieu/hoi-nghi.json: every announced dialogue with its agenda and satisfaction. */
export async function sendDialoguesJson(request: PortalRequest): Promise<PortalReply> {
  const dialogues = (await allDialogues(request)).map((dialogue) => ({
    ...dialogueRow(dialogue, addressOf(request)),
    ...{ agenda: dialogue.agenda, satisfaction: dialogue.satisfaction },
  }))
  return json({ authority: request.authority.slug, generatedAt: request.now.toISOString(), dialogues })
}

/** GET /du-lieu/hoi-nghi.csv */
export async function sendDialoguesCsv(request: PortalRequest): Promise<PortalReply> {
  const rows = (await allDialogues(request)).map((dialogue) => dialogueRow(dialogue, addressOf(request)))
  const heads = [
    'id',
    'title',
    'kind',
    'form',
    'topic',
    'chair',
    'state',
    'heldOn',
    'startsAt',
    'endsAt',
    'venue',
    'people',
    'noticeNumber',
    'noticeOn',
    'publishedOn',
    'url',
  ] as const
  return csv(
    [[...heads], ...rows.map((row) => heads.map((head) => row[head]))],
    `hoi-nghi-${request.authority.slug}.csv`,
  )
}

/** GET /du-lieu/ke-hoach.json: the published plans with what they plan. */
export async function sendPlansJson(request: PortalRequest): Promise<PortalReply> {
  const plans = (await listPublicPlans(request.db, request.authority.id)).map(
    ({ year, title, issuer, number, issuedOn, targets, dialogues, publishedOn }) => ({
      ...{ year, title, issuer, number, issuedOn, targets, publishedOn },
      dialogues: dialogues.map(({ plannedId: _, ...row }) => row),
    }),
  )
  return json({ authority: request.authority.slug, generatedAt: request.now.toISOString(), plans })
}
