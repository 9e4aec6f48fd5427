import type { VNode } from 'preact'
import type { CitizenPermission } from '../../access/citizen-permissions.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import type { InputErrors } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { ReceivedUpload } from '../../platform/files/receive-upload.ts'
import { readId } from '../../platform/form-fields.ts'
import type { InstallationKey } from '../../platform/installation-key.ts'
import type { PublicAuthority } from '../../public-record/public-authority-store.ts'
import type { RefusedFile } from '../http/read-form.ts'
import type { Lang } from '../words/words.ts'
import type { PortalChrome } from './portal-page.tsx'

/** The authority whose portal is open: what everybody may know of it. */
export type PortalAuthority = PublicAuthority

/** What the portal needs of the running program. */
export interface PortalRuntime {
  db: Db
  clock: Clock
  files: FileStore
  /** the installation's own secret, from which links sent out are derived */
  key: InstallationKey
  /** the ways of sending there are, and the public address that links in mails begin with */
  mail: { channels: readonly string[]; origin: string | undefined }
}

/** One request of anybody at the portal; nobody is signed in, and no cookie is read or set. */
export interface PortalVisit {
  runtime: PortalRuntime
  db: Db
  now: Date
  today: Day
  lang: Lang
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string | string[] | undefined>>
  /** what was posted, files apart */
  form: Readonly<Record<string, unknown>>
  /** files that came with the form: kept by their content, not yet bound to any record */
  uploads: readonly ReceivedUpload[]
  /** files that were refused, by field, as codes */
  uploadErrors: InputErrors
  /** the same with the name of each */
  refusedFiles: readonly RefusedFile[]
  /** where the request came from, for limits only; never stored as it is */
  clientAddress: string
  /** the public address of the program without a slash at its end, for links that leave the page (QR, feeds, mail) */
  origin: string
  chrome: PortalChrome
}

export interface PortalRequest extends PortalVisit {
  authority: PortalAuthority
  /**
   * An address below the authority's portal in the reader's language: `link('/ket-qua')` → `/cong/cat-hai/ket-qua`, and
   * with `?lang=en` for who reads English.
   */
  link(path: string): string
}

export type PortalReply =
  | {
      kind: 'page'
      status: number
      node: VNode
      /** how long others may keep it; default: 60 for what is published (`public:read`, status 200), else 0 */
      cacheSeconds?: number
      /** only the page to be put into other sites: they may frame it */
      framed?: boolean
    }
  | { kind: 'redirect'; to: string }
  | { kind: 'download'; name: string; mediaType: string; body: Buffer | NodeJS.ReadableStream; inline?: boolean }
  /** feeds, open data, pictures; at most 60 seconds, so that what is taken back is gone everywhere within a minute */
  | { kind: 'data'; mediaType: string; body: string | Buffer; cacheSeconds: number; name?: string; open?: boolean }

/** One row of a URL table of the portal. The address stands below `/cong/:authority`; ids in it are `:id`. */
export interface PortalRoute {
  method: 'GET' | 'POST'
  url: string
  permission: CitizenPermission
  handle(request: PortalRequest): Promise<PortalReply>
}

/** A page of the portal that belongs to no authority: its front door. The address is the whole one. */
export interface PortalDoor {
  method: 'GET'
  url: string
  permission: CitizenPermission
  handle(visit: PortalVisit): Promise<PortalReply>
}

/** A page as reply. */
export function portalPage(node: VNode, status = 200): PortalReply {
  return { kind: 'page', status, node }
}

/** The numeric id in the address; NaN-safe: anything else gives 0, which no record has. */
export function portalId(request: PortalRequest, name = 'id'): number {
  return readId(request.params[name])
}

/** A single value of the query, '' when absent. */
export function portalQuery(visit: PortalVisit, name: string): string {
  const value = visit.query[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
