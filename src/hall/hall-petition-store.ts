import { sql } from 'kysely'
import type { Visibility } from '../petitions/petition-scope.ts'
import { visiblePetitions, withPetitionerAndAgency } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'

/** The newest approved or submitted words of a kind of answer. */
const newest = (kind: 'prepared' | 'atConference', column: 'text' | 'answered_by_name') =>
  sql<string | null>`(select a.${sql.ref(column)} from petition_answer a where a.authority_id = petition.authority_id
    and a.petition_id = petition.id and a.kind = ${kind} and a.state <> 'returned' order by a.id desc limit 1)`

/**
 * The petitions of a conference as its desk needs them: words, who has them, the prepared answer, what was promised and
 * the round before. Confidential ones never stand on a screen of the hall, whoever looks; nor do complaints and
 * denunciations, unless they were raised in the hall itself.
 */
export async function listHallPetitions(db: Db, visibility: Visibility, dialogueId: number) {
  return (
    withPetitionerAndAgency(visiblePetitions(db, visibility))
      .leftJoin('petition as earlier', (join) =>
        join
          .onRef('earlier.authorityId', '=', 'petition.authorityId')
          .onRef('earlier.id', '=', 'petition.repeatOfId')
          .on('earlier.confidential', '=', false),
      )
      .select([
        'petition.id',
        'petition.code',
        'petition.content',
        'petition.raised',
        'petition.subjectArea',
        'petition.state',
        'petition.kind',
        'petition.disposition',
        'petition.offTopic',
        'petition.version',
        'petition.submissionId',
        'petition.leadAgencyId',
        'petition.promisedOn',
        'petition.promise',
        'petition.answeredOn',
        'petition.deferredReason',
        'petition.repeatNumber',
        'agency.shortName as agencyName',
        'petitioner.name as petitionerName',
        newest('prepared', 'text').as('prepared'),
        newest('atConference', 'text').as('answer'),
        newest('atConference', 'answered_by_name').as('answeredBy'),
        'earlier.code as earlierCode',
        'earlier.answeredOn as earlierAnsweredOn',
        'earlier.promisedOn as earlierPromisedOn',
        'earlier.settledOn as earlierSettledOn',
        'earlier.promise as earlierPromise',
      ])
      .where('petition.dialogueId', '=', dialogueId)
      .where('petition.confidential', '=', false)
      // a complaint or denunciation handed in before goes its own way and is not laid open on the desks of a hall
      .where(({ eb, or }) =>
        or([eb('petition.kind', 'not in', ['complaint', 'denunciation']), eb('petition.raised', '=', 'atConference')]),
      )
      .where('petition.state', 'not in', ['merged', 'withdrawn'])
      .orderBy('petition.id')
      .limit(600)
      .execute()
  )
}
export type HallPetition = Awaited<ReturnType<typeof listHallPetitions>>[number]

/** How many contents were raised and answered: the figure on the screen, of everything there is. */
export async function countHallPetitions(db: Db, authorityId: number, dialogueId: number) {
  const row = await db
    .selectFrom('petition')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where answered_on is not null)`.as('answered'),
    ])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('state', 'not in', ['merged', 'withdrawn'])
    .executeTakeFirstOrThrow()
  return row
}
