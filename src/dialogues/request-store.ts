import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

export interface RequestFilter {
  year?: number | undefined
  state?: string | undefined
}

/** The register of requests for a dialogue (000 II.2), the newest first. */
export async function listRequests(db: Db, authorityId: number, filter: RequestFilter = {}) {
  let query = db.selectFrom('dialogueRequest').selectAll().where('authorityId', '=', authorityId)
  if (filter.year !== undefined) query = query.where(sql`extract(year from received_on)`, '=', filter.year)
  if (filter.state) query = query.where('state', '=', filter.state)
  return query.orderBy('receivedOn', 'desc').orderBy('id', 'desc').execute()
}

export type DialogueRequest = Awaited<ReturnType<typeof listRequests>>[number]

/** Requests that were taken up but for which no dialogue is open yet. */
export async function listAcceptedRequests(db: Db, authorityId: number) {
  return db
    .selectFrom('dialogueRequest')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'accepted')
    .where('dialogueId', 'is', null)
    .orderBy('receivedOn')
    .execute()
}
