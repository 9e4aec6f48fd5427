import { hashOfToken, isSecretToken, newSecretToken } from '../../../platform/secret-token.ts'
import { findDraft, keepDraft } from '../../../reception/portal-draft-store.ts'
import { openDraft, sealDraft } from '../../../reception/sealed-draft.ts'
import type { PortalRequest } from '../portal-route.ts'

const KEPT_MS = 2 * 86_400_000

/** A file that came with a page of the draft: kept by its content, bound to nothing yet. */
interface DraftFile {
  name: string
  mediaType: string
  size: number
  sha256: string
}

/** What was typed so far, as it was typed; checked when it is sent. */
export interface RaiseDraft {
  way: 'steps' | 'short'
  dialogueId: string
  contents: string[]
  files: DraftFile[]
  petitionerKind: string
  petitionerName: string
  representative: string
  headcount: string
  phone: string
  email: string
  villageAgencyId: string
  confidential: string
  consentToPublishName: string
  writtenBy: string
  interpreterNeeded: string
}

export function newRaiseDraft(way: RaiseDraft['way'], dialogueId: string): RaiseDraft {
  return {
    ...{ way, dialogueId, contents: [], files: [], petitionerKind: '', petitionerName: '', representative: '' },
    ...{ headcount: '', phone: '', email: '', villageAgencyId: '', confidential: '', consentToPublishName: '' },
    ...{ writtenBy: '', interpreterNeeded: '' },
  }
}

/** A draft with the secret of its address. */
export interface OpenedDraft {
  secret: string
  draft: RaiseDraft
  createdAt: Date
}

/** The draft of the address; `sent` when it became a petition; null when it is unknown or its time is over. */
export async function findRaiseDraft(request: PortalRequest): Promise<OpenedDraft | 'sent' | null> {
  const secret = request.params['draft'] ?? ''
  if (!isSecretToken(secret)) return null
  const stored = await findDraft(request.db, request.authority.id, hashOfToken(secret), request.now)
  if (!stored) return null
  if (stored.sentAt) return 'sent'
  return { secret, draft: openDraft(secret, stored.sealed) as RaiseDraft, createdAt: stored.createdAt }
}

/** Keeps the draft under its secret, or under a new one; returns the secret. */
export async function keepRaiseDraft(request: PortalRequest, draft: RaiseDraft, known?: string): Promise<string> {
  const secret = known ?? newSecretToken()
  await keepDraft(request.db, {
    authorityId: request.authority.id,
    secretHash: hashOfToken(secret),
    sealed: sealDraft(secret, draft),
    fileHashes: draft.files.map((file) => file.sha256),
    now: request.now,
    expiresAt: new Date(request.now.getTime() + KEPT_MS),
  })
  return secret
}
