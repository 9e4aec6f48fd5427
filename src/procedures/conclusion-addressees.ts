import { findAgencyByRole, listAgencies, listVillages } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { listConclusionItems } from '../dialogues/conclusion-store.ts'
import { type Dialogue, eventDay } from '../dialogues/dialogue.ts'
import type { RecipientDraft } from '../documents/send-paper.ts'
import { listPetitionersToTell } from '../petitions/conclusion-petition-store.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'

const BY_ROLE: readonly [role: string, purpose: string][] = [
  ['informationEducationMassMobilizationBoard', 'board'],
  ['massMobilizationBoard', 'board'],
  ['fatherlandFront', 'front'],
  ['superiorPartyCommittee', 'superior'],
  ['superiorGovernment', 'superior'],
]

/**
 * Who must get the conclusion notice (H4, 004 V.3.a): every agency that has an item, everybody who put a petition, the
 * Mass Mobilisation Board, the Front, the superior; whom else the regulation names; and under the law (art. 43) every
 * head of village.
 */
export async function conclusionAddressees(
  context: Pick<ChangeContext, 'db' | 'authorityId' | 'today'>,
  dialogue: Dialogue,
): Promise<RecipientDraft[]> {
  const { db, authorityId } = context
  const day = eventDay(dialogue) ?? context.today
  const agencies = new Map((await listAgencies(db, authorityId)).map((agency) => [agency.id, agency]))
  const items = await listConclusionItems(db, authorityId, dialogue.id)
  const competent = new Set(items.flatMap((item) => [item.leadAgencyId, ...item.supportingAgencyIds]))
  const drafts: RecipientDraft[] = []
  for (const agencyId of competent) {
    const agency = agencyId === null ? undefined : agencies.get(agencyId)
    if (agency) drafts.push({ agencyId: agency.id, name: agency.name, purpose: 'competentAgency' })
  }
  for (const petitioner of await listPetitionersToTell(db, authorityId, dialogue.id)) {
    const name = petitioner.representative ? `${petitioner.name} (${petitioner.representative})` : petitioner.name
    drafts.push({ petitionerId: petitioner.id, name, purpose: 'petitioner' })
  }
  for (const [role, purpose] of BY_ROLE) {
    const agency = await findAgencyByRole(db, authorityId, role, day)
    if (agency) drafts.push({ agencyId: agency.id, name: agency.name, purpose })
  }
  for (const role of await furtherRoles(context, dialogue)) {
    const agency = await findAgencyByRole(db, authorityId, role, day)
    if (agency && !drafts.some((draft) => draft.agencyId === agency.id))
      drafts.push({ agencyId: agency.id, name: agency.name, purpose: 'other' })
  }
  if (await lawAsksForVillages(context, dialogue)) {
    const villages = await listVillages(db, authorityId)
    for (const village of villages.sort((a, b) => a.name.localeCompare(b.name, 'vi'))) {
      drafts.push({ agencyId: village.id, name: village.name, purpose: 'village' })
    }
  }
  return drafts
}

/** Whom the regulation names beyond those (003 III.3: the standing committee, the mass organisations); no archive copies. */
async function furtherRoles(context: Pick<ChangeContext, 'db'>, dialogue: Dialogue): Promise<string[]> {
  const { regulation } = await getRegulationVersion(context.db, dialogue.regulationVersionId)
  const named = regulation.recipients.filter((list) => list.papers.includes('conclusionNotice')).flatMap(({ to }) => to)
  return named.flatMap(({ role, label }) => (role && !label.startsWith('Lưu') ? [role] : []))
}

async function lawAsksForVillages(context: Pick<ChangeContext, 'db'>, dialogue: Dialogue): Promise<boolean> {
  for (const id of dialogue.overlayVersionIds) {
    const { regulation } = await getRegulationVersion(context.db, id)
    if (regulation.deadlines.some((rule) => rule.key === 'resultPublication')) return true
  }
  return false
}
