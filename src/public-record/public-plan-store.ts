import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'

interface PublicPlanned {
  plannedId: number
  title: string
  kind: string
  form: string
  topic: string
  from: Day
  to: Day
  venue: string
}

interface PublicTarget {
  label: string
  minimum: number
  period: string
}

const ofAuthority = fixedRead((db, authorityId: number) =>
  db
    .selectFrom('publicPlan')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .orderBy('year', 'desc')
    .orderBy('id', 'desc'),
)

/** The published plans that are in force, the newest year first. */
export async function listPublicPlans(db: Db, authorityId: number) {
  return (await ofAuthority(db, authorityId)).map((row) => ({
    ...row,
    targets: row.targets as unknown as readonly PublicTarget[],
    dialogues: row.dialogues as unknown as readonly PublicPlanned[],
  }))
}

export type PublicPlan = Awaited<ReturnType<typeof listPublicPlans>>[number]

/** The published dialogues that came of planned ones, by the id of the planned one. */
export async function listHeldOfPlan(db: Db, authorityId: number, plannedIds: readonly number[]) {
  if (plannedIds.length === 0) return []
  return db
    .selectFrom('publicDialogue')
    .select(['dialogueId', 'plannedDialogueId', 'title', 'state', 'heldOn'])
    .where('authorityId', '=', authorityId)
    .where('plannedDialogueId', 'in', [...plannedIds])
    .execute()
}
