import { issuingAgencyId } from '../agencies/agency.ts'
import { type Agency, listAgencies } from '../agencies/agency-store.ts'
import { listPresiding } from '../dialogues/dialogue-people-store.ts'
import { findDialogue } from '../dialogues/dialogue-store.ts'
import { listTopics } from '../dialogues/topic-store.ts'
import { findPetition } from '../petitions/petition-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { findBusiestAgencyId } from './facts/petition-fact-store.ts'
import { houseOf } from './organ-words.ts'

/**
 * Whose paper it is by its wording: of the Front, the police, the lead office of the dialogue, whom that serves, the
 * agency that has most to answer, or the one that proposed the topic.
 */
type Role = 'front' | 'police' | 'house' | 'upward' | 'leadOffice' | 'busiest' | 'proposer'

/** By kind and variant; left out: the agency that works on the subject. */
const ISSUERS: Readonly<Record<string, Role>> = {
  'frontSummary ': 'front',
  'supervisionResult ': 'front',
  'inviteeList nominated': 'front',
  'securityPlan ': 'police',
  'securityBriefing ': 'police',
  'conferencePlan ': 'house',
  'deputyAuthorization ': 'house',
  'escalation dialogue': 'upward',
  'escalation ': 'upward',
  'topicProposal ': 'proposer',
  'answerReport ': 'busiest',
  'settlementReport ': 'busiest',
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
 * The agency whose paper this is by its wording; of others about a dialogue that of its lead office, about a petition
 * that of the agency which answers it. Null where that leaves it open, or there is no such agency.
 */
export async function likelyIssuer(db: Db, authorityId: number, asked: Asked): Promise<number | null> {
  const role = ISSUERS[`${asked.kind} ${asked.variant}`]
  if (role === undefined && asked.subjectKind !== 'dialogue' && asked.subjectKind !== 'petition') return null
  const agencies = await listAgencies(db, authorityId)
  if (role === undefined && asked.subjectKind === 'petition')
    return issuingAgencyId(agencies, (await findPetition(db, authorityId, asked.subjectId))?.leadAgencyId)
  const dialogueId = await dialogueOf(db, authorityId, asked)
  const dialogue = dialogueId === null ? null : await findDialogue(db, authorityId, dialogueId)
  const office = issuingAgencyId(agencies, dialogue?.leadAgencyId)
  if (role === 'front' || role === 'police') {
    const there = agencies.filter((one) => one.fromDay <= asked.today && (one.toDay ?? asked.today) >= asked.today)
    const organs = there.filter((agency) => agency.kind === role)
    // an office has neither of its own: that of its province, which is outside, writes it
    return (organs.find((agency) => !agency.external) ?? organs[0])?.id ?? office
  }
  if (!dialogue || office === null) return office
  if (role === 'busiest')
    return issuingAgencyId(agencies, await findBusiestAgencyId(db, authorityId, dialogue.id)) ?? office
  if (role === 'proposer') {
    const topic = (await listTopics(db, authorityId)).find((one) => one.dialogueId === dialogue.id)
    return issuingAgencyId(agencies, topic?.proposerAgencyId) ?? office
  }
  if (role !== 'house' && role !== 'upward') return office
  const heads = await listPresiding(db, authorityId, dialogue.id)
  if (heads.some((one) => one.agencyId === office)) return office
  const house = houseAbove(agencies, office)
  // an office of the province reports to the very committee it serves
  const isAbove = agencies.find((one) => one.id === house)?.roleKey === 'provincialPeoplesCommittee'
  return role === 'upward' && isAbove ? office : house
}

/** Whom an office serves: the organ it stands under, else the one its name says; an organ of its own stays. */
function houseAbove(agencies: readonly Agency[], officeId: number): number {
  const office = agencies.find((agency) => agency.id === officeId)
  if (!office || office.parentId !== null) return office?.parentId ?? officeId
  const house = houseOf(office)
  return agencies.find((agency) => agency.name === house?.name)?.id ?? officeId
}

async function dialogueOf(db: Db, authorityId: number, { subjectKind, subjectId }: Asked): Promise<number | null> {
  if (subjectKind === 'dialogue') return subjectId
  return subjectKind === 'petition' ? ((await findPetition(db, authorityId, subjectId))?.dialogueId ?? null) : null
}
