import { findAgency } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { sendMessage } from '../messages/send-message.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { setSupports } from './answer-store.ts'
import { petitionFor, savePetition } from './petition-record.ts'

export interface Assignment {
  id: number
  /** null: over whatever version is stored (many at once) */
  version: number | null
  leadAgencyId: number
  supportingAgencyIds: readonly number[]
  reason?: string
}

/**
 * Gives a petition to its lead agency and those that support it (D1, 004 V.1(3)); each is told. Given anew it goes to
 * the new agency with the reason kept.
 */
export async function givePetition(context: ChangeContext, assignment: Assignment): Promise<void> {
  const { db, authorityId } = context
  const petition = await petitionFor(context, assignment.id, 'assign')
  const supporting = [...new Set(assignment.supportingAgencyIds)].filter((id) => id !== assignment.leadAgencyId)
  for (const [field, agencyId] of [
    ['leadAgencyId', assignment.leadAgencyId] as const,
    ...supporting.map((id) => ['supportingAgencyIds', id] as const),
  ]) {
    await requireFit(context, field, agencyId, petition.accusedAgencyId)
  }
  const moved = petition.leadAgencyId !== null && petition.leadAgencyId !== assignment.leadAgencyId
  if (moved && !assignment.reason) throw new InputRejected({ reason: 'reasonRequired' })
  // an answer prepared by another agency has to be prepared again by the new one
  const state = petition.state === 'answerPrepared' && !moved ? 'answerPrepared' : 'assigned'
  await setSupports(db, authorityId, petition.id, supporting, context.today)
  await savePetition(
    context,
    petition,
    assignment.version ?? petition.version,
    { leadAgencyId: assignment.leadAgencyId, state },
    {
      action: 'petition/assign',
      reason: assignment.reason ?? null,
      more: { leadAgencyId: assignment.leadAgencyId, supporting },
    },
  )
  for (const agencyId of [assignment.leadAgencyId, ...supporting]) {
    await sendMessage(context, {
      to: { agencyId },
      kind: agencyId === assignment.leadAgencyId ? 'petition-assigned' : 'petition-support-asked',
      subjectKind: 'petition',
      subjectId: petition.id,
      params: { code: petition.code },
      dedupeKey: `petition ${petition.id} assigned ${agencyId} v${petition.version + 1}`,
    })
  }
}

async function requireFit(context: ChangeContext, field: string, agencyId: number, accusedAgencyId: number | null) {
  const agency = await findAgency(context.db, context.authorityId, agencyId)
  if (!agency) throw new InputRejected({ [field]: 'notFound' })
  if (agency.toDay !== null && agency.toDay < context.today)
    throw new BrokenRule('petition/agency-ended', { agency: agency.name })
  if (accusedAgencyId === agencyId) throw new BrokenRule('petition/accused-handles', { agency: agency.name })
}
