import type { z } from 'zod'
import { listAgencies } from '../../../agencies/agency-store.ts'
import { existsOn } from '../../../agencies/lifespan.ts'
import type { Change } from '../../../changes/define-change.ts'
import { TARGET_PERIODS } from '../../../plans/plan.ts'
import { getPart, type PlanPart } from '../../../plans/plan-part-store.ts'
import { getPlan } from '../../../plans/plan-store.ts'
import { addTarget, editTarget, removeTarget } from '../../../plans/plan-targets.ts'
import { addPlanTask, editPlanTask, removePlanTask } from '../../../plans/plan-tasks.ts'
import { addPlannedDialogue, editPlannedDialogue, removePlannedDialogue } from '../../../plans/planned-dialogues.ts'
import { formatDay, isDay, parseDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Regulation } from '../../../regulations/regulation.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { planWords } from '../../words/plan-words.ts'
import { treeChoices } from '../agencies/agency-choices.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { PlannedFields, TargetFields, TaskFields } from './plan-fields.tsx'
import { PLANS } from './plan-list-page.tsx'
import { showPlan } from './plan-page.tsx'
import { planTrail } from './plan-text-forms.tsx'
import { choiceWords } from './plan-view.ts'

type Refused = RefusedForm | null

/** The three parts of a plan: the last part of their address, their table and their changes. */
export const PARTS = {
  'chi-tieu': { table: 'planTarget', id: 'targetId', add: addTarget, edit: editTarget, remove: removeTarget },
  'doi-thoai': {
    table: 'plannedDialogue',
    id: 'plannedId',
    add: addPlannedDialogue,
    edit: editPlannedDialogue,
    remove: removePlannedDialogue,
  },
  'nhiem-vu': { table: 'planTask', id: 'taskId', add: addPlanTask, edit: editPlanTask, remove: removePlanTask },
} as const satisfies Record<string, { table: PlanPart; id: string; add: unknown; edit: unknown; remove: unknown }>
export type PartKey = keyof typeof PARTS

function verbsOf(request: OfficeRequest, part: PartKey): { add: string; edit: string } {
  const words = planWords[request.lang]
  if (part === 'chi-tieu') return { add: words.addTarget, edit: words.editTarget }
  if (part === 'doi-thoai') return { add: words.addPlanned, edit: words.editPlanned }
  return { add: words.addTask, edit: words.editTask }
}

/** GET /ke-hoach/:id/<part>/moi and /ke-hoach/:id/<part>/:part/sua */
export function showPartForm(part: PartKey, act: 'add' | 'edit') {
  return async (request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> => {
    const { db, authority } = request
    const plan = await getPlan(db, authority.id, idParam(request))
    const partId = act === 'edit' ? idParam(request, 'part') : null
    const stored = partId === null ? null : await getPart(db, PARTS[part].table, authority.id, partId)
    if (stored && stored.planId !== plan.id) throw new NotFound(PARTS[part].table)
    const { regulation } = await getRegulationVersion(db, plan.regulationVersionId)
    const verb = verbsOf(request, part)[act]
    const at = partId === null ? `${PLANS}/${plan.id}/${part}/moi` : `${PLANS}/${plan.id}/${part}/${partId}/sua`
    return formPage(request, {
      title: verb,
      active: 'plans',
      trail: planTrail(request, plan),
      action: request.link(at),
      version: stored?.version,
      values: stored ? storedValues(stored) : firstValues(part, regulation),
      refused,
      verb,
      cancelHref: request.link(`${PLANS}/${plan.id}`),
      labels: labelsOf(request),
      say: (field, value) => sayField(request, regulation, field, value),
      children: await fieldsOf(request, part, plan.year, regulation),
    })
  }
}

function storedValues(stored: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, value === true ? 'yes' : value === false ? '' : value]),
  )
}

/** The likely answers: one dialogue a year in person, the first chair of the regulation, the lead role. */
function firstValues(part: PartKey, regulation: Regulation): Record<string, unknown> {
  if (part === 'chi-tieu') return { minimum: 1, period: 'year', kinds: regulation.targets[0]?.countsKinds ?? [] }
  if (part === 'nhiem-vu') return { role: 'lead' }
  const kinds = regulation.kinds.filter((kind) => kind.key !== 'adHoc' && kind.key !== 'onRequest')
  return {
    kind: kinds[0]?.key ?? '',
    form: regulation.forms[0]?.key ?? '',
    chairModel: regulation.chairModels.at(-1)?.key ?? '',
  }
}

function labelsOf(request: OfficeRequest): Record<string, string> {
  const words = planWords[request.lang]
  const { minimum, kinds, period, kind, form, topic, audience, expectedFrom, expectedTo, venue, role, dueOn } = words
  const target = {
    postKind: words.targetWho,
    label: words.targetLabel,
    minimum,
    kinds,
    countsIndirect: words.countsIndirect,
  }
  const planned = {
    title: words.plannedTitle,
    kind,
    form,
    chairModel: words.chair,
    sessionKind: words.session,
    topic,
    audience,
  }
  return { ...target, ...planned, period, expectedFrom, expectedTo, venue, role, content: words.taskContent, dueOn }
}

function sayField(request: OfficeRequest, regulation: Regulation, field: string, value: unknown): string {
  const say: Readonly<Record<string, (key: string) => string>> = {
    ...choiceWords(regulation, request.lang),
    kinds: choiceWords(regulation, request.lang).kind,
    chairModel: choiceWords(regulation, request.lang).chair,
    sessionKind: choiceWords(regulation, request.lang).session,
    postKind: choiceWords(regulation, request.lang).post,
    period: (key) => planWords[request.lang].periods[key as 'year'] ?? key,
    role: (key) => planWords[request.lang].roles[key as 'lead'] ?? key,
  }
  if (isDay(value)) return formatDay(value)
  const one = (key: unknown) => say[field]?.(String(key)) ?? String(key)
  if (Array.isArray(value)) return value.map(one).join('; ')
  return value === null || value === undefined ? '' : one(value)
}

async function fieldsOf(request: OfficeRequest, part: PartKey, year: number, regulation: Regulation) {
  if (part === 'chi-tieu') return TargetFields({ request, regulation, periods: TARGET_PERIODS })
  if (part === 'doi-thoai') return PlannedFields({ request, regulation, periods: TARGET_PERIODS })
  const agencies = await listAgencies(request.db, request.authority.id)
  const last = parseDay(`${year}-12-31`)
  const first = parseDay(`${year}-01-01`)
  const here = agencies.filter((agency) => existsOn(agency, first) || existsOn(agency, last))
  const choices = here.every((agency) => existsOn(agency, last))
    ? treeChoices(here, last)
    : here.map((agency) => ({ value: String(agency.id), label: agency.name }))
  return TaskFields({ request, agencies: choices })
}

/** POST /ke-hoach/:id/<part>/moi */
export function postPart(part: PartKey) {
  return (request: OfficeRequest): Promise<OfficeReply> => {
    const id = idParam(request)
    return submitForm(request, PARTS[part].add as unknown as Change<z.ZodType, number>, {
      onDone: () => redirectTo(request.link(`${PLANS}/${id}`), planWords[request.lang].doneSave),
      onRefused: (refused) => showPartForm(part, 'add')(request, refused),
    })
  }
}

/** POST /ke-hoach/:id/<part>/:part/sua */
export function postPartEdit(part: PartKey) {
  return (request: OfficeRequest): Promise<OfficeReply> =>
    submitForm(request, PARTS[part].edit as unknown as Change<z.ZodType, number>, {
      input: { ...request.form, [PARTS[part].id]: idParam(request, 'part') },
      onDone: (planId) => redirectTo(request.link(`${PLANS}/${planId}`), planWords[request.lang].doneSave),
      onRefused: (refused) => showPartForm(part, 'edit')(request, refused),
    })
}

/** POST /ke-hoach/:id/<part>/:part/bo */
export function postPartRemoval(part: PartKey) {
  return (request: OfficeRequest): Promise<OfficeReply> =>
    submitForm(request, PARTS[part].remove as unknown as Change<z.ZodType, number>, {
      input: { version: request.form['version'], [PARTS[part].id]: idParam(request, 'part') },
      onDone: (planId) => redirectTo(request.link(`${PLANS}/${planId}`), planWords[request.lang].doneRemove),
      onRefused: (refused) => showPlan(request, refused),
    })
}
