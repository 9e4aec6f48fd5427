import { readTypedDay } from '../platform/day.ts'
import type { DossierChecklistEntry, Regulation } from './regulation.ts'

/** The form of the commonest parts. Field names: `deadlines.<key>.amount`, `areas.<key>.label`, `reports.<key>.<period>.day`. */
type Form = Readonly<Record<string, unknown>>

/** How many entries one form can add to the checklist and to the subject areas. */
export const ADDED_ENTRIES = 3

function typed(form: Form, name: string): string | undefined {
  const value = form[name]
  if (value === undefined) return undefined
  return String(Array.isArray(value) ? (value[0] ?? '') : value)
    .normalize('NFC')
    .trim()
}

function list(form: Form, name: string): string[] {
  const value = form[name]
  return value === undefined || value === '' ? [] : [value].flat().map(String)
}

/** A number where digits were typed; else what was typed, so that the check names the field. */
function number(text: string): unknown {
  return /^\d{1,6}$/.test(text) ? Number(text) : text
}

/** A day as officials write it becomes the day of the file; anything else stays for the check to name. */
function day(text: string): unknown {
  return readTypedDay(text) ?? text
}

/** What the fields of the form hold when it is opened. */
export function editValues(regulation: Regulation): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const field of ['name', 'number', 'issuer', 'date', 'effectiveFrom'] as const) values[field] = regulation[field]
  values['effectiveTo'] = regulation.effectiveTo ?? ''
  values['motto'] = regulation.motto ?? ''
  for (const rule of regulation.deadlines) {
    values[`deadlines.${rule.key}.amount`] = rule.amount
    values[`deadlines.${rule.key}.unit`] = rule.unit
    if (rule.extension) values[`deadlines.${rule.key}.extension`] = rule.extension.amount
    if (rule.complex) values[`deadlines.${rule.key}.complex`] = rule.complex.amount
    values[`deadlines.${rule.key}.clause`] = rule.clause
  }
  for (const field of ['amount', 'unit', 'clause'] as const)
    values[`contest.${field}`] = regulation.contest?.[field] ?? ''
  for (const target of regulation.targets) values[`targets.${target.key}.minimum`] = target.minimum
  for (const report of regulation.reports) {
    for (const date of report.dates) {
      values[`reports.${report.key}.${date.period}.day`] = date.day
      values[`reports.${report.key}.${date.period}.month`] = date.month
    }
  }
  for (const entry of regulation.dossier.checklist) {
    values[`checklist.${entry.key}.label`] = entry.label
    values[`checklist.${entry.key}.need`] = entry.need
  }
  const areas = regulation.petitionFields?.subjectAreas ?? []
  for (const area of areas) values[`areas.${area.key}.label`] = area.label
  values['sensitive'] = areas.filter((area) => area.sensitive).map((area) => area.key)
  return values
}

/**
 * The regulation with what the form changed. The result is not checked: `readRegulationValue` names what is wrong by
 * its path, and `fieldOfPath` finds the field of the form again.
 */
export function applyEdits(base: Regulation, form: Form): unknown {
  const text = (name: string, before: string) => typed(form, name) ?? before
  const { contest: _, ...rest } = base
  return {
    ...rest,
    version: text('version', base.version),
    name: text('name', base.name),
    number: text('number', base.number),
    issuer: text('issuer', base.issuer),
    date: day(text('date', base.date)),
    effectiveFrom: day(text('effectiveFrom', base.effectiveFrom)),
    effectiveTo: orNull(day(text('effectiveTo', base.effectiveTo ?? ''))),
    motto: orNull(text('motto', base.motto ?? '')),
    deadlines: base.deadlines.map((rule) => editedRule(rule, form)),
    ...editedContest(base, form),
    targets: base.targets.map((target) => ({
      ...target,
      minimum: number(text(`targets.${target.key}.minimum`, String(target.minimum))),
    })),
    reports: base.reports.map((report) => ({
      ...report,
      dates: report.dates.map((date) => ({
        ...date,
        day: number(text(`reports.${report.key}.${date.period}.day`, String(date.day))),
        month: number(text(`reports.${report.key}.${date.period}.month`, String(date.month))),
      })),
    })),
    dossier: { ...base.dossier, checklist: editedChecklist(base, form) },
    petitionFields: base.petitionFields && {
      ...base.petitionFields,
      subjectAreas: editedAreas(base.petitionFields.subjectAreas, form),
    },
  }
}

/** Emptied, or never filled: the regulation says nothing of it. */
function editedContest({ contest }: Regulation, form: Form): { contest?: unknown } {
  const field = (name: 'amount' | 'unit' | 'clause') => typed(form, `contest.${name}`) ?? String(contest?.[name] ?? '')
  if (field('amount') === '' && (contest === undefined || form['contest.amount'] !== undefined)) return {}
  const unit = field('unit') || 'calendar'
  return { contest: { ...contest, amount: number(field('amount')), unit, clause: field('clause') } }
}

const orNull = (value: unknown) => (value === '' ? null : value)

function editedRule(rule: Regulation['deadlines'][number], form: Form): unknown {
  const field = (name: string) => typed(form, `deadlines.${rule.key}.${name}`)
  const longer = (part: 'extension' | 'complex') => {
    const before = rule[part]
    if (!before) return {}
    const amount = field(part)
    // emptied: this regulation grants no longer term any more
    if (amount === '') return { [part]: undefined }
    return { [part]: { ...before, amount: amount === undefined ? before.amount : number(amount) } }
  }
  const edited = {
    ...rule,
    amount: number(field('amount') ?? String(rule.amount)),
    unit: field('unit') ?? rule.unit,
    clause: field('clause') ?? rule.clause,
    ...longer('extension'),
    ...longer('complex'),
  }
  return Object.fromEntries(Object.entries(edited).filter(([, value]) => value !== undefined))
}

function editedChecklist(base: Regulation, form: Form): unknown[] {
  const removed = new Set(list(form, 'checklist.remove'))
  const kept = base.dossier.checklist
    .filter((entry) => !removed.has(entry.key))
    .map((entry) => ({
      ...entry,
      label: typed(form, `checklist.${entry.key}.label`) ?? entry.label,
      need: typed(form, `checklist.${entry.key}.need`) ?? entry.need,
    }))
  const added: unknown[] = []
  for (let at = 1; at <= ADDED_ENTRIES; at += 1) {
    const label = typed(form, `checklist.add${at}.label`)
    if (!label) continue
    added.push({
      key: freeKey(label, [...base.dossier.checklist, ...(added as DossierChecklistEntry[])]),
      stage: typed(form, `checklist.add${at}.stage`) ?? 'after',
      label,
      need: typed(form, `checklist.add${at}.need`) ?? 'ifAny',
      satisfiedBy: ['other'],
      clause: typed(form, `checklist.add${at}.clause`) ?? '',
    })
  }
  return added.reduce<unknown[]>(insertInStage, kept)
}

/** After the last entry of its stage that is for every kind of dialogue; the order of the others stays. */
function insertInStage(checklist: unknown[], entry: unknown): unknown[] {
  const at = checklist.findLastIndex((one) => {
    const { stage, appliesToKinds } = one as DossierChecklistEntry
    return stage === (entry as DossierChecklistEntry).stage && appliesToKinds === undefined
  })
  return at < 0 ? [...checklist, entry] : checklist.toSpliced(at + 1, 0, entry)
}

type Area = NonNullable<Regulation['petitionFields']>['subjectAreas'][number]

function editedAreas(areas: readonly Area[], form: Form): unknown[] {
  const removed = new Set(list(form, 'areas.remove'))
  // boxes that are not ticked are not sent; the hidden field says that the form had them
  const sensitive = form['sensitive.shown'] === undefined ? null : new Set(list(form, 'sensitive'))
  const kept = areas
    .filter((area) => !removed.has(area.key))
    .map((area) => ({
      ...area,
      label: typed(form, `areas.${area.key}.label`) ?? area.label,
      sensitive: sensitive ? sensitive.has(area.key) : area.sensitive,
    }))
  const added: Area[] = []
  for (let at = 1; at <= ADDED_ENTRIES; at += 1) {
    const label = typed(form, `areas.add${at}`)
    if (label) added.push({ key: freeKey(label, [...areas, ...added]), label, sensitive: false })
  }
  // “other” stays the last
  const other = kept.filter((area) => area.key === 'other')
  return [...kept.filter((area) => area.key !== 'other'), ...added, ...other]
}

/** A key made of the label's letters that no entry has yet: `Bến bãi, luồng lạch` → `benBaiLuongLach`. */
export function freeKey(label: string, taken: readonly { key: string }[]): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const joined = (words ?? ['entry'])
    .map((word, at) => (at === 0 ? word : word[0]!.toUpperCase() + word.slice(1)))
    .join('')
  const stem = (/^[a-z]/.test(joined) ? joined : `e${joined}`).slice(0, 50)
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? stem : `${stem}${count}`
    if (!taken.some((entry) => entry.key === key)) return key
  }
}

/** The field of the form that a problem's path is about; null when the form has none for it. */
export function fieldOfPath(value: unknown, path: string): string | null {
  const plain = ['version', 'name', 'number', 'issuer', 'date', 'effectiveFrom', 'effectiveTo', 'motto']
  if (plain.includes(path)) return path
  const steps = path.split(/[.[\]]+/).filter(Boolean)
  const keyAt = (...to: string[]): string | null => {
    let found: unknown = value
    for (const step of to) found = (found as Record<string, unknown> | undefined)?.[step]
    const entry = found as Record<string, unknown> | undefined
    return typeof entry?.['key'] === 'string'
      ? entry['key']
      : typeof entry?.['period'] === 'string'
        ? entry['period']
        : null
  }
  const [part, index, field, third, fourth] = steps
  if (part === 'contest' && index) return `contest.${index}`
  if (part === 'deadlines' && index && field) return named('deadlines', keyAt(part, index), field)
  if (part === 'targets' && index && field) return named('targets', keyAt(part, index), field)
  if (part === 'reports' && index && field === 'dates' && third && fourth) {
    const [report, period] = [keyAt(part, index), keyAt(part, index, 'dates', third)]
    return report && period ? `reports.${report}.${period}.${fourth}` : null
  }
  return null
}

function named(part: string, key: string | null, field: string): string | null {
  return key === null ? null : `${part}.${key}.${field}`
}
