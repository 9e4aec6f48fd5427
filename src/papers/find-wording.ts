import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Db } from '../platform/db/connection.ts'
import type { Branch } from './layout-profile.ts'
import { pickTemplate, shippedTemplates } from './load-templates.ts'
import { type PaperTemplate, paperTemplateSchema } from './paper-template.ts'
import { listNewestWordings, type WordingVersion } from './template-store.ts'

/** The wording that applies: the authority's own, or (id null) the one that comes with the program. */
export interface Wording {
  template: PaperTemplate
  templateId: number | null
  sha256: string
}

/**
 * The wording of a kind for papers of a branch: the authority's own for that branch, its own for every branch, else the
 * one that comes with the program. Null for a kind without any.
 */
export async function findWording(
  db: Db,
  authorityId: number,
  asked: { kind: string; variant: string; branch: Branch },
): Promise<Wording | null> {
  const own = (await listNewestWordings(db, authorityId, asked.kind)).filter((one) => one.variant === asked.variant)
  for (const branch of [asked.branch, '']) {
    const found = own.find((one) => one.branch === branch)
    const wording = found && ownWording(found)
    if (wording) return wording
  }
  const template = pickTemplate(await shippedTemplates(), asked.kind, asked.branch, asked.variant || undefined)
  return template && { template, templateId: null, sha256: hashOfWording(template) }
}

/** Null for a version that goes back to the program's wording, or that this program cannot read any more. */
export function ownWording(version: Pick<WordingVersion, 'id' | 'wording'>): Wording | null {
  const reading = paperTemplateSchema.safeParse(version.wording)
  if (!reading.success) return null
  return { template: reading.data, templateId: version.id, sha256: hashOfWording(reading.data) }
}

/** Names a wording by its content, however its fields are ordered. */
function hashOfWording(template: PaperTemplate): string {
  return createHash('sha256')
    .update(canonicalize(template) ?? '')
    .digest('hex')
}
