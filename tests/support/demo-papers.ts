import { demoAuthorities } from '../../samples/demo-authorities.ts'
import { type DrawnPaper, drawPaper } from '../../src/papers/draw-paper.ts'
import { likelyIssuer } from '../../src/papers/likely-issuer.ts'
import { type OfferedPaper, offeredPapers } from '../../src/papers/offered-papers.ts'
import type { Day } from '../../src/platform/day.ts'
import type { Db } from '../../src/platform/db/connection.ts'

/** A paper of the demo as its data give it. */
export interface DemoPaper {
  slug: string
  kind: string
  variant: string
  drawn: DrawnPaper
}

interface Subject {
  subjectKind: 'dialogue' | 'petition' | 'plan'
  subjectId: number
  /** who issues it where the wording leaves that open */
  issuer: number
  actId?: number
}

/** Every paper that is offered, once for each authority the demo is about, about its fullest subjects of each sort. */
export async function* demoPapers(db: Db, today: Day): AsyncGenerator<DemoPaper> {
  const slugs = demoAuthorities.filter(({ house }) => !house.minor).map(({ house }) => house.slug)
  const all = db.selectFrom('authority').select(['id', 'slug']).orderBy('id')
  const authorities = await all.where('slug', 'in', slugs).execute()
  for (const { id: authorityId, slug } of authorities) {
    const done = new Set<string>()
    for (const subject of await subjectsOf(db, authorityId))
      for (const { kind, variant } of await offeredFor(db, authorityId, subject)) {
        if (done.has(`${kind} ${variant}`)) continue
        const { issuer, ...about } = subject
        // an act of its own is signed by whoever did it
        const likely = about.actId ? null : await likelyIssuer(db, authorityId, { ...about, kind, variant, today })
        const asked = { ...about, kind, variant, issuerAgencyId: likely ?? issuer, today }
        const drawn = await drawPaper(db, authorityId, { ...asked, ...(await whose(db, authorityId, asked)) })
        if (!drawn) continue
        done.add(`${kind} ${variant}`)
        yield { slug, kind, variant, drawn }
      }
  }
}

async function offeredFor(db: Db, authorityId: number, { subjectKind, subjectId, actId }: Subject) {
  if (actId === undefined) return offeredPapers(db, authorityId, subjectKind, subjectId)
  const ofAct: OfferedPaper[] = ['supervisionResult', 'urgingLetter'].map((kind) => ({ kind, variant: 'act' }))
  return ofAct
}

/** Of each kind of dialogue the one with most petitions, the fullest first; a petition that was answered; the newest plan. */
async function subjectsOf(db: Db, authorityId: number): Promise<Subject[]> {
  const dialogues = await db
    .selectFrom('dialogue')
    .select(['id', 'kind', 'leadAgencyId as issuer'])
    .where('authorityId', '=', authorityId)
    .where('heldOn', 'is not', null)
    .where('state', '!=', 'cancelled')
    .orderBy(
      (expression) =>
        expression
          .selectFrom('petition')
          .select(({ fn }) => fn.countAll().as('n'))
          .whereRef('petition.dialogueId', '=', 'dialogue.id'),
      'desc',
    )
    .orderBy('id', 'desc')
    .execute()
  const first = dialogues.filter(({ kind }, at) => dialogues.findIndex((one) => one.kind === kind) === at)
  const petition = await db
    .selectFrom('petition')
    .select(['id', 'leadAgencyId as issuer'])
    .where('authorityId', '=', authorityId)
    .where('leadAgencyId', 'is not', null)
    .where('answeredOn', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'issuerAgencyId as issuer'])
    .where('authorityId', '=', authorityId)
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  const acts = await db
    .selectFrom('supervisionAct')
    .select(['id', 'dialogueId', 'byAgencyId'])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  const of = (subjectKind: Subject['subjectKind'], rows: readonly { id: number; issuer: number | null }[]) =>
    rows.flatMap(({ id, issuer }) => (issuer === null ? [] : [{ subjectKind, subjectId: id, issuer }]))
  return [
    ...of('dialogue', first),
    ...of('petition', petition),
    ...of('plan', plan),
    ...acts.map(({ id, dialogueId, byAgencyId }) => ({
      ...{ subjectKind: 'dialogue' as const, subjectId: dialogueId!, issuer: byAgencyId, actId: id },
    })),
  ]
}

/** What some papers need beside their subject: whose own items. */
async function whose(
  db: Db,
  authorityId: number,
  { variant, subjectKind, subjectId }: OfferedPaper & Omit<Subject, 'issuer'>,
) {
  if (variant !== 'petitioner' || subjectKind !== 'dialogue') return {}
  const found = await db
    .selectFrom('petition')
    .select('petitionerId')
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', subjectId)
    .where('conclusionItemId', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found ?? {}
}
