import type { VNode } from 'preact'
import type { KnownPermission } from '../../access/permission-table.ts'
import type { Session } from '../../access/session.ts'
import type { Actor } from '../../changes/actor.ts'
import type { HallHub } from '../../hall/hall-hub.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import type { InputErrors } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { ReceivedUpload } from '../../platform/files/receive-upload.ts'
import { readId } from '../../platform/form-fields.ts'
import type { InstallationKey } from '../../platform/installation-key.ts'
import type { PageChrome } from '../kit/page-chrome.ts'
import type { Lang } from '../words/words.ts'

/** The authority whose pages are being read: the first part of the address. */
export interface PageAuthority {
  id: number
  slug: string
  name: string
  shortName: string
  kind: string
  placeName: string
  demo: boolean
}

/** By which ways messages go out, and the public address that links in them begin with. */
interface MailMeans {
  channels: readonly string[]
  origin: string | undefined
}

/** What screens need of the running program. */
export interface OfficeRuntime {
  db: Db
  clock: Clock
  files: FileStore
  /** the installation's own secret, from which links sent out are derived */
  key: InstallationKey
  /** who looks at which hall */
  hub: HallHub
  mail: MailMeans
}

/** One request of a signed-in member, everything looked up. */
export interface OfficeRequest {
  runtime: OfficeRuntime
  db: Db
  now: Date
  today: Day
  lang: Lang
  actor: Actor
  authority: PageAuthority
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string | string[] | undefined>>
  /** what was posted, files apart */
  form: Readonly<Record<string, unknown>>
  /** files that came with the form: kept by their content, not yet bound to any record */
  uploads: readonly ReceivedUpload[]
  /** files that were refused, by field, as codes */
  uploadErrors: InputErrors
  chrome: PageChrome
  /** `https://doithoai.example.vn`: for addresses that leave the page (codes to scan) */
  origin: string
  /** An address below the authority: `link('/kien-nghi/3')` → `/cat-hai/kien-nghi/3`. */
  link(path: string): string
}

export type OfficeReply =
  | { kind: 'page'; status: number; node: VNode; rules?: readonly string[] }
  | { kind: 'redirect'; to: string; flash?: string | undefined }
  | { kind: 'download'; name: string; mediaType: string; body: Buffer | NodeJS.ReadableStream; inline?: boolean }
  | { kind: 'data'; status: number; body: unknown; version?: number }
  /** tells of new versions of a hall for as long as the reader looks on */
  | { kind: 'events'; hall: string; version: number }

/** One row of a URL table. The address stands below `/:authority`; ids in it are `:id`. */
export interface OfficeRoute {
  method: 'GET' | 'POST'
  url: string
  permission: KnownPermission
  handle(request: OfficeRequest): Promise<OfficeReply>
}

/** The numeric id in the address; NaN-safe: anything else gives 0, which no record has. */
export function idParam(request: OfficeRequest, name = 'id'): number {
  return readId(request.params[name])
}

/** An id asked for in the query; 0, which no record has, for anything that is no id. */
export function queryId(request: OfficeRequest, name: string): number {
  return readId(queryText(request, name))
}

/** A single value of the query, '' when absent. */
export function queryText(request: OfficeRequest, name: string): string {
  const value = request.query[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** A request outside any authority: sign-in, own account, first setup. */
export interface GateRequest {
  runtime: OfficeRuntime
  db: Db
  now: Date
  today: Day
  lang: Lang
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string | string[] | undefined>>
  form: Readonly<Record<string, unknown>>
  chrome: PageChrome
  session: Session | null
  /** the opaque token of the session's cookie, null without one */
  sessionToken: string | null
  address: string
  origin: string
  /** tells browsers apart that are not signed in; nobody is known by it */
  visitor: string
  userAgent: string | null
  /** hash of the code that opens the first set-up */
  setUpCodeHash: string | null
}

/** As an office reply; `session` sets (a token) or takes away (null) the session cookie, `lang` the language of the pages. */
export type GateReply = OfficeReply & { session?: string | null; lang?: Lang }

/** `anyone`: also without a session; `session`: signed in, at whatever stage; `ready`: nothing lacks any more. */
export interface GateRoute {
  method: 'GET' | 'POST'
  url: string
  access: 'anyone' | 'session' | 'ready'
  handle(request: GateRequest): Promise<GateReply>
}
