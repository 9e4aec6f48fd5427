import type { z } from 'zod'
import { findAgency, findAgencyByRole } from '../agencies/agency-store.ts'
import { getAuthority } from '../agencies/authority-store.ts'
import { existsOn } from '../agencies/lifespan.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { draftPaper } from '../documents/draft-paper.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { type Day, formatDay, parseDay, yearOf } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import type { Regulation } from '../regulations/regulation.ts'
import {
  getRegulationVersion,
  listAdoptions,
  overlaysOf,
  regulationOfAuthority,
  type StoredRegulation,
} from '../regulations/regulation-store.ts'
import { bringIntoLibrary } from './bring-into-library.ts'
import { copyPlanParts } from './copy-plan-parts.ts'
import { writePlanBases } from './legal-basis-store.ts'
import { targetsOf } from './plan.ts'
import { draftPlanForm } from './plan-forms.ts'
import { insertPart } from './plan-part-store.ts'
import { getPlan, insertPlan, updatePlan } from './plan-store.ts'
import { planTextsFor } from './plan-texts.ts'

type Input = z.output<typeof draftPlanForm>
type Ground = StoredRegulation & { on: Day; overlays: Regulation[]; authorityKind: string }

/**
 * Puts down the draft of a year's plan: bases, targets and texts of the regulation in force, or those of an earlier
 * plan with its dialogues and tasks moved into the new year (A1, A2, A4). Returns its id.
 */
async function enterPlan(context: ChangeContext, input: Input): Promise<number> {
  const { db, authorityId } = context
  const ground = await findGround(context, input)
  await requireIssuer(context, input)
  const source = await findSource(context, input)
  const texts = source ?? planTextsFor(ground.authorityKind, ground.regulation)
  const values = {
    year: input.year,
    title: input.title,
    issuerAgencyId: input.issuerAgencyId,
    regulationVersionId: ground.id,
    purpose: texts.purpose,
    requirements: texts.requirements,
    motto: texts.motto,
    closing: texts.closing,
    replacesPlanId: input.replacesPlanId,
  }
  const id = await insertPlan(db, { authorityId, ...values })
  const paperId = await putDownPaper(context, id, input, ground)
  await updatePlan(db, { authorityId, id }, 1, { paperId })
  context.record({
    subjectKind: 'plan',
    subjectId: id,
    action: 'plan/draft',
    after: { ...values, paperId, copiedFrom: source?.id ?? null },
  })
  if (source) await copyPlanParts(context, source, { id, year: input.year, replaces: input.replacesPlanId !== null })
  else await layOut(context, id, ground)
  return id
}

/** The regulation of the plan and the laws over it: of today, or for a past year of that year. */
async function findGround(context: ChangeContext, { year, regulationVersionId }: Input): Promise<Ground> {
  const { db, authorityId, today } = context
  const authority = await getAuthority(db, authorityId)
  const first = parseDay(`${year}-01-01`)
  const last = parseDay(`${year}-12-31`)
  const ended = authority.toDay !== null && authority.toDay < first
  requireRule(!ended, 'plan/authority-ended', { day: authority.toDay === null ? '' : formatDay(authority.toDay) })
  requireRule(authority.fromDay <= last, 'plan/before-authority', { day: formatDay(authority.fromDay) })
  const past = year < yearOf(today)
  const found =
    regulationVersionId === null
      ? ((await regulationOfAuthority(db, authorityId, past ? first : today)) ??
        (await regulationOfAuthority(db, authorityId, last)))
      : await adoptedVersion(context, regulationVersionId)
  requireRule(found !== null, 'plan/no-regulation', { year })
  const on = past ? last : today
  const overlays = await overlaysOf(db, authority.kind, on)
  return { ...found, on, overlays: overlays.map((one) => one.regulation), authorityKind: authority.kind }
}

async function adoptedVersion(context: ChangeContext, id: number): Promise<StoredRegulation> {
  const adopted = (await listAdoptions(context.db, context.authorityId)).some((one) => one.regulationVersionId === id)
  if (!adopted) throw new InputRejected({ regulationVersionId: 'notInList' })
  return getRegulationVersion(context.db, id)
}

async function requireIssuer(context: ChangeContext, { issuerAgencyId, year }: Input): Promise<void> {
  const issuer = await findAgency(context.db, context.authorityId, issuerAgencyId)
  if (!issuer || issuer.external) throw new InputRejected({ issuerAgencyId: 'notInList' })
  const lives = existsOn(issuer, parseDay(`${year}-12-31`)) || existsOn(issuer, parseDay(`${year}-01-01`))
  if (!lives) throw new InputRejected({ issuerAgencyId: 'plan/issuer-not-there' })
}

async function findSource(context: ChangeContext, input: Input) {
  const sourceId = input.replacesPlanId ?? input.copyFromPlanId
  if (sourceId === null) return null
  const source = await getPlan(context.db, context.authorityId, sourceId)
  if (input.replacesPlanId !== null) {
    requireRule(source.state === 'issued' || source.state === 'published', 'plan/only-in-force-is-replaced')
    if (source.year !== input.year) throw new InputRejected({ year: 'plan/year-of-replaced' })
  }
  return source
}

async function putDownPaper(context: ChangeContext, planId: number, input: Input, ground: Ground): Promise<number> {
  const { db, authorityId } = context
  const replaced = input.replacesPlanId === null ? null : await getPlan(db, authorityId, input.replacesPlanId)
  const paperId = await draftPaper(context, {
    kind: 'annualPlan',
    subjectKind: 'plan',
    subjectId: planId,
    dialogueId: null,
    title: input.title,
    issuerAgencyId: input.issuerAgencyId,
    replacesPaperId: replaced?.paperId ?? null,
  })
  const list = ground.regulation.recipients.find((one) => one.papers.includes('annualPlan'))
  const recipients = []
  for (const { label, purpose, role } of list?.to ?? []) {
    if (/^Lưu\b/.test(label)) continue
    const agency = role ? await findAgencyByRole(db, authorityId, role, ground.on) : null
    recipients.push({
      agencyId: agency?.id ?? null,
      name: label,
      purpose: /b\/c/.test(purpose ?? '') ? 'superior' : 'other',
    })
  }
  if (recipients.length > 0) await addRecipients(context, paperId, recipients)
  return paperId
}

/** Targets and bases of the regulation and of the laws over it. */
async function layOut(context: ChangeContext, planId: number, ground: Ground): Promise<void> {
  const { db, authorityId } = context
  const all = [ground.regulation, ...ground.overlays]
  const targets = all.flatMap((regulation) => targetsOf(regulation))
  for (const target of targets) await insertPart(db, 'planTarget', authorityId, { planId, ...target })
  const basisIds = await bringIntoLibrary(context, all)
  await writePlanBases(db, authorityId, planId, basisIds)
  context.record({
    subjectKind: 'plan',
    subjectId: planId,
    action: 'plan/lay-out',
    after: { targets: targets.length, basisIds },
  })
}

export const draftPlan = defineChange({
  name: 'plan/draft',
  permission: 'plan:draft',
  input: draftPlanForm,
  run: enterPlan,
})
