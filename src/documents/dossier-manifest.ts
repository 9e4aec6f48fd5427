import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { EntryState } from './dossier-rules.ts'

/** One file of the dossier, known by its hash; the name lives outside, so that it can be erased. */
interface ManifestFile {
  attachmentId: number
  sha256: string
  size: number
  mediaType: string
}

/** One document: an issued paper with its sheet and files, or a file put in by hand. */
export interface ManifestDocument {
  paperId: number | null
  itemId: number | null
  kind: string | null
  number: string | null
  datedOn: string | null
  files: ManifestFile[]
}

interface ManifestEntry {
  key: string
  stage: 'before' | 'during' | 'after' | 'further'
  label: string
  clause: string
  need: 'mandatory' | 'ifAny'
  state: EntryState
  documents: ManifestDocument[]
}

/**
 * What a dossier held when it was closed. It carries no names and no texts, only numbers, days and hashes: erasing
 * personal data later leaves it true.
 */
export interface DossierManifest {
  format: 'doi-thoai-ho-so/1'
  authority: string
  dossierId: number
  dialogueId: number
  dialogueKind: string
  heldOn: string | null
  regulation: { id: string; version: string; number: string }
  closedOn: string
  /** head of the authority's change log just before closing */
  log: { seq: number; hash: string }
  entries: ManifestEntry[]
  petitions: { code: string; state: string }[]
}

/** Canonical JSON (RFC 8785) of the manifest, as it lies in the ZIP. */
export function manifestText(manifest: DossierManifest): string {
  return `${canonicalize(manifest)}\n`
}

/** The SHA-256 of `HO-SO.json`; it stands in the change log, too. */
export function manifestHash(manifest: DossierManifest): string {
  return createHash('sha256').update(manifestText(manifest)).digest('hex')
}
