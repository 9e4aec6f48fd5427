import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { Visibility } from './petition-scope.ts'
import { visiblePetitions } from './visible-petitions-store.ts'

interface Wanted {
  dialogueId: number | null
  /** from 1 */
  page: number
  pageSize: number
}

function dispatches(db: Db, visibility: Visibility, dialogueId: number | null) {
  const query = visiblePetitions(db, visibility)
    .innerJoin('paper', (join) =>
      join
        .onRef('paper.authorityId', '=', 'petition.authorityId')
        .onRef('paper.subjectId', '=', 'petition.id')
        .on('paper.subjectKind', '=', 'petition')
        .on('paper.kind', '=', 'replyLetter')
        .on('paper.state', '=', 'issued'),
    )
    .innerJoin('paperRecipient', (join) =>
      join
        .onRef('paperRecipient.authorityId', '=', 'paper.authorityId')
        .onRef('paperRecipient.paperId', '=', 'paper.id'),
    )
  return dialogueId === null ? query : query.where('petition.dialogueId', '=', dialogueId)
}

/** The register of dispatches: every addressee of every written reply the reader may know of, unsent ones first. */
export async function listDispatches(db: Db, visibility: Visibility, wanted: Wanted) {
  const query = dispatches(db, visibility, wanted.dialogueId)
  const rows = await query
    .select([
      'petition.id as petitionId',
      'petition.code',
      'petition.confidential',
      'paper.number',
      'paper.datedOn',
      'paperRecipient.id as recipientId',
      'paperRecipient.name',
      'paperRecipient.purpose',
      'paperRecipient.sentOn',
      'paperRecipient.channel',
      'paperRecipient.receivedOn',
      'paperRecipient.receivedNote',
    ])
    .orderBy(sql`paper_recipient.sent_on is null`, 'desc')
    .orderBy('paper.datedOn', 'desc')
    .orderBy('paperRecipient.id', 'desc')
    .limit(wanted.pageSize)
    .offset((wanted.page - 1) * wanted.pageSize)
    .execute()
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export type DispatchRow = Awaited<ReturnType<typeof listDispatches>>['rows'][number]
