import { issuingAgencyId } from '../agencies/agency.ts'
import { listAgencies } from '../agencies/agency-store.ts'
import { findDialogue } from '../dialogues/dialogue-store.ts'
import { findPetition } from '../petitions/petition-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** Whose paper it is by its wording: of the Front, the police, the lead office of the dialogue, or whom that serves. */
type Role = 'front' | 'police' | 'house' | 'leadOffice'

/** By kind and variant; left out: the agency that works on the subject. */
const ISSUERS: Readonly<Record<string, Role>> = {
  'frontSummary ': 'front',
  'supervisionResult ': 'front',
  'inviteeList nominated': 'front',
  'securityPlan ': 'police',
  'securityBriefing ': 'police',
  'conferencePlan ': 'house',
  'deputyAuthorization ': 'house',
  'escalation dialogue': 'house',
  'transferSlip ': 'leadOffice',
  'petitionerNotice ': 'leadOffice',
}

interface Asked {
  kind: string
  variant: string
  subjectKind: string
  subjectId: number
  today: Day
}

/**
 * The agency whose paper this is by its wording; of others about a dialogue that of its lead office. Null where that
 * leaves it open, or there is no such agency.
 */
export async function likelyIssuer(db: Db, authorityId: number, asked: Asked): Promise<number | null> {
  const role = ISSUERS[`${asked.kind} ${asked.variant}`]
  if (role === undefined && asked.subjectKind !== 'dialogue') return null
  const agencies = await listAgencies(db, authorityId, { on: asked.today })
  if (role === 'front' || role === 'police')
    return agencies.find((agency) => agency.kind === role && !agency.external)?.id ?? null
  const dialogueId = await dialogueOf(db, authorityId, asked)
  const dialogue = dialogueId === null ? null : await findDialogue(db, authorityId, dialogueId)
  const office = issuingAgencyId(agencies, dialogue?.leadAgencyId)
  if (role !== 'house') return office
  return agencies.find((agency) => agency.id === office)?.parentId ?? office
}

async function dialogueOf(db: Db, authorityId: number, { subjectKind, subjectId }: Asked): Promise<number | null> {
  if (subjectKind === 'dialogue') return subjectId
  return subjectKind === 'petition' ? ((await findPetition(db, authorityId, subjectId))?.dialogueId ?? null) : null
}
