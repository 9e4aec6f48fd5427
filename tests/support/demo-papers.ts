import { type DrawnPaper, drawPaper } from '../../src/papers/draw-paper.ts'
import { likelyIssuer } from '../../src/papers/likely-issuer.ts'
import { offeredPapers } from '../../src/papers/offered-papers.ts'
import type { Day } from '../../src/platform/day.ts'
import type { Db } from '../../src/platform/db/connection.ts'

/** A paper of the demo as its data give it. */
export interface DemoPaper {
  slug: string
  kind: string
  variant: string
  drawn: DrawnPaper
}

const SUBJECTS = [
  { subjectKind: 'dialogue', table: 'dialogue', limit: 1 },
  { subjectKind: 'petition', table: 'petition', limit: 1 },
  { subjectKind: 'plan', table: 'plan', limit: 1 },
] as const

/** Every paper that is offered, for every authority of the demo, about its newest subjects of each sort. */
export async function* demoPapers(db: Db, today: Day): AsyncGenerator<DemoPaper> {
  const authorities = await db.selectFrom('authority').select(['id', 'slug']).orderBy('id').execute()
  for (const { id: authorityId, slug } of authorities)
    for (const { subjectKind, table, limit } of SUBJECTS)
      for (const { id: subjectId, issuer } of await newest(db, authorityId, table, limit))
        for (const { kind, variant } of await offeredPapers(db, authorityId, subjectKind, subjectId)) {
          const likely = await likelyIssuer(db, authorityId, { kind, variant, subjectKind, subjectId, today })
          const asked = { kind, variant, subjectKind, subjectId, issuerAgencyId: likely ?? issuer, today }
          for (const more of await whose(db, authorityId, { kind, variant, subjectKind, subjectId })) {
            const drawn = await drawPaper(db, authorityId, { ...asked, ...more })
            if (drawn) yield { slug, kind, variant, drawn }
          }
        }
}

/** The newest with something in them: dialogues that were held, a petition that was answered. */
async function newest(db: Db, authorityId: number, table: 'dialogue' | 'petition' | 'plan', limit: number) {
  const column = table === 'plan' ? 'issuerAgencyId' : 'leadAgencyId'
  let query = db
    .selectFrom(table as 'dialogue')
    .select(['id', `${column} as issuer` as 'leadAgencyId as issuer'])
    .where('authorityId', '=', authorityId)
    .where(column as 'leadAgencyId', 'is not', null)
  if (table === 'dialogue') query = query.where('heldOn', 'is not', null).where('state', 'not in', ['cancelled'])
  if (table === 'petition') query = query.where('answeredOn' as 'heldOn', 'is not', null)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ id: row.id, issuer: row.issuer! }))
}

interface Asked {
  kind: string
  variant: string
  subjectKind: string
  subjectId: number
}

/** What some papers need beside their subject: whose own items, which act of supervision. */
async function whose(db: Db, authorityId: number, { variant, subjectKind, subjectId }: Asked) {
  if (variant === 'petitioner' && subjectKind === 'dialogue')
    return db
      .selectFrom('petition')
      .select('petitionerId')
      .where('authorityId', '=', authorityId)
      .where('dialogueId', '=', subjectId)
      .where('conclusionItemId', 'is not', null)
      .orderBy('id')
      .limit(1)
      .execute()
  return [{}]
}
