import type { Db } from '../platform/db/connection.ts'

export async function listTopics(
  db: Db,
  authorityId: number,
  filter: { year?: number | undefined; state?: string | undefined } = {},
) {
  let query = db
    .selectFrom('topicProposal')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.id', '=', 'topicProposal.proposerAgencyId')
        .onRef('agency.authorityId', '=', 'topicProposal.authorityId'),
    )
    .selectAll('topicProposal')
    .select('agency.name as proposerName')
    .where('topicProposal.authorityId', '=', authorityId)
  if (filter.year !== undefined) query = query.where('year', '=', filter.year)
  if (filter.state) query = query.where('state', '=', filter.state)
  return query.orderBy('proposedOn', 'desc').orderBy('topicProposal.id', 'desc').execute()
}

export type TopicProposal = Awaited<ReturnType<typeof listTopics>>[number]

/** Opinions given on a topic, with the role each agency plays in the regulation. */
export async function listAppraisals(db: Db, authorityId: number, proposalId: number) {
  return db
    .selectFrom('topicAppraisal')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.id', '=', 'topicAppraisal.agencyId')
        .onRef('agency.authorityId', '=', 'topicAppraisal.authorityId'),
    )
    .selectAll('topicAppraisal')
    .select(['agency.name as agencyName', 'agency.roleKey as agencyRole'])
    .where('topicAppraisal.authorityId', '=', authorityId)
    .where('proposalId', '=', proposalId)
    .orderBy('topicAppraisal.id')
    .execute()
}

export type TopicAppraisal = Awaited<ReturnType<typeof listAppraisals>>[number]
