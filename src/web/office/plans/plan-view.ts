import { type DialogueOfYear, listDialoguesOfYear } from '../../../dialogues/dialogue-plan-store.ts'
import { findPaper } from '../../../documents/paper-store.ts'
import { listPlanBases } from '../../../plans/legal-basis-store.ts'
import type { Plan } from '../../../plans/plan.ts'
import { listDisseminations, listPlanned, listPlanTasks, listTargets } from '../../../plans/plan-part-store.ts'
import { type ActualDialogue, progressOfPlan } from '../../../plans/plan-progress.ts'
import type { Db } from '../../../platform/db/connection.ts'
import { findChairModel, type Regulation, roleLabel } from '../../../regulations/regulation.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS } from '../../../regulations/regulation-vocabulary.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'

const HELD: readonly string[] = ['held', 'concluded', 'closed']

/** The dialogues of a year as plans are measured by them: whom each counts for follows from its own regulation. */
export async function loadActual(db: Db, authorityId: number, year: number): Promise<ActualDialogue[]> {
  const rows = await listDialoguesOfYear(db, authorityId, year)
  const versions = new Map<number, Regulation>()
  for (const id of new Set(rows.map((row) => row.regulationVersionId))) {
    versions.set(id, (await getRegulationVersion(db, id)).regulation)
  }
  return rows.map((row) => actualOf(row, versions.get(row.regulationVersionId)!))
}

function actualOf(row: DialogueOfYear, regulation: Regulation): ActualDialogue {
  return {
    ...row,
    held: HELD.includes(row.state),
    day: row.form === 'indirect' ? row.collectionClosesOn : row.heldOn,
    countsFor: findChairModel(regulation, row.chairModel)?.countsFor ?? [],
  }
}

/** A plan with all its parts, its regulation, its paper and how it stands today. */
export async function loadPlanView({ db, authority, today }: OfficeRequest, plan: Plan) {
  const [bases, targets, planned, tasks, disseminations, paper, { regulation }, actual] = await Promise.all([
    listPlanBases(db, authority.id, plan.id),
    listTargets(db, authority.id, plan.id),
    listPlanned(db, authority.id, plan.id),
    listPlanTasks(db, authority.id, plan.id),
    listDisseminations(db, authority.id, plan.id),
    plan.paperId === null ? null : findPaper(db, authority.id, plan.paperId),
    getRegulationVersion(db, plan.regulationVersionId),
    loadActual(db, authority.id, plan.year),
  ])
  const measured = {
    id: plan.id,
    year: plan.year,
    planned,
    targets: targets as (Omit<(typeof targets)[number], 'period'> & { period: 'year' })[],
    kinds: regulation.kinds.map((kind) => kind.key),
    sessions: regulation.kinds.flatMap((kind) => kind.sessionKinds.map((session) => session.key)),
  }
  const progress = progressOfPlan(measured, actual, today)
  return { plan, bases, targets, planned, tasks, disseminations, paper, regulation, progress }
}

export type PlanView = Awaited<ReturnType<typeof loadPlanView>>

/** How the regulation calls its choices, for screens; a key nobody names is shown as it is. */
export function choiceWords(regulation: Regulation, lang: Lang) {
  const said = (label: string, labelEn: string | undefined) => (lang === 'en' ? (labelEn ?? label) : label)
  const find = (list: readonly { key: string; label: string; labelEn?: string | undefined }[], key: string) => {
    const found = list.find((one) => one.key === key)
    return found ? said(found.label, found.labelEn) : key
  }
  return {
    kind: (key: string) => DIALOGUE_KINDS[key as keyof typeof DIALOGUE_KINDS]?.[lang] ?? key,
    form: (key: string) => DIALOGUE_FORMS[key as keyof typeof DIALOGUE_FORMS]?.[lang] ?? key,
    chair: (key: string) => find(regulation.chairModels, key),
    session: (key: string) =>
      find(
        regulation.kinds.flatMap((kind) => kind.sessionKinds),
        key,
      ),
    audience: (key: string) => find(regulation.petitionFields?.audiences ?? [], key),
    post: (key: string) => {
      const named = regulation.roles.find((role) => role.key === key)
      return named ? said(named.label, named.labelEn) : roleLabel(regulation, key)
    },
  }
}
