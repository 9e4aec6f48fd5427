import { PAPER_KINDS } from './paper-kinds.ts'
import type { Regulation } from './regulation.ts'
import type { Finding } from './regulation-finding.ts'
import { BUILT_IN_ROLES } from './regulation-vocabulary.ts'

const ROLE_FIELDS = new Set([
  'who',
  'posts',
  'leadOffice',
  'supportingOffices',
  'archiveOwner',
  'countsFor',
  'responsible',
  'lead',
  'members',
  'answeredBy',
  'drafter',
  'signer',
  'role',
  'decidedBy',
])

/** Every role, chair model, audience, kind and paper that is referred to must be there. */
export function checkReferences(regulation: Regulation): Finding[] {
  return [...checkRoles(regulation), ...checkKinds(regulation), ...checkNames(regulation)]
}

function checkRoles(regulation: Regulation): Finding[] {
  const known = new Set([...regulation.roles.map((entry) => entry.key), ...Object.keys(BUILT_IN_ROLES)])
  const found: Finding[] = []
  const test = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value === 'string' && !known.has(value))
      found.push({ path, problem: `“${value}” không có trong danh sách vai trò (roles) của quy định` })
  }
  const visit = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [field, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(field) : field]
      const isRoleList = path[0] === 'reports' ? field === 'recipients' : path[0] === 'reminders' && field === 'to'
      if (ROLE_FIELDS.has(field) || isRoleList) {
        const entries: [unknown, PropertyKey[]][] = Array.isArray(inner)
          ? inner.map((entry, index) => [entry, [...at, index]])
          : [[inner, at]]
        for (const [entry, where] of entries) test(entry, where)
      }
      visit(inner, at)
    }
  }
  const { roles: _roles, ...rest } = regulation
  visit(rest, [])
  return found
}

function checkKinds(regulation: Regulation): Finding[] {
  if (regulation.overlay) return []
  const known = new Set(regulation.kinds.map((kind) => kind.key))
  const lists: { kinds: readonly string[] | undefined; path: PropertyKey[] }[] = [
    ...regulation.targets.map((t, at) => ({ kinds: t.countsKinds, path: ['targets', at, 'countsKinds'] })),
    ...regulation.deadlines.map((r, at) => ({ kinds: r.appliesToKinds, path: ['deadlines', at, 'appliesToKinds'] })),
    ...regulation.agendaTemplates.map((t, at) => ({
      kinds: t.appliesToKinds,
      path: ['agendaTemplates', at, 'appliesToKinds'],
    })),
    ...regulation.dossier.checklist.map((e, at) => ({
      kinds: e.appliesToKinds,
      path: ['dossier', 'checklist', at, 'appliesToKinds'],
    })),
  ]
  return lists.flatMap(({ kinds, path }) =>
    (kinds ?? []).flatMap((kind, at) =>
      known.has(kind as never)
        ? []
        : [{ path: [...path, at], problem: `loại đối thoại “${kind}” không có trong mục kinds` }],
    ),
  )
}

function checkNames(regulation: Regulation): Finding[] {
  const found: Finding[] = []
  const expect = (value: string, known: readonly string[], path: PropertyKey[], where: string): void => {
    if (!known.includes(value)) found.push({ path, problem: `“${value}” không có trong mục ${where}` })
  }
  const models = regulation.chairModels.map((model) => model.key)
  regulation.topicAppraisal.requiredForChairModels.forEach((model, at) => {
    expect(model, models, ['topicAppraisal', 'requiredForChairModels', at], 'chairModels')
  })
  const audiences = regulation.petitionFields?.audiences.map((audience) => audience.key) ?? []
  // An overlay brings no classification of its own: its audiences are read in the regulation below it.
  if (regulation.petitionFields)
    regulation.chairModels.forEach((model, index) => {
      model.audiences.forEach((audience, at) => {
        expect(audience, audiences, ['chairModels', index, 'audiences', at], 'petitionFields.audiences')
      })
    })
  const skippable = ['collection', ...regulation.deadlines.map((rule) => rule.key)]
  regulation.adHoc.skips.forEach((skip, at) => {
    expect(skip, skippable, ['adHoc', 'skips', at], 'deadlines (hoặc “collection”)')
  })
  regulation.adHoc.keeps.forEach((kept, at) => {
    expect(kept, Object.keys(PAPER_KINDS), ['adHoc', 'keeps', at], 'loại văn bản của chương trình')
  })
  const steps = regulation.agendaTemplates.flatMap((template) => template.steps.map((step) => step.key))
  if (regulation.forum) expect(regulation.forum.agendaStep, steps, ['forum', 'agendaStep'], 'agendaTemplates')
  const numbers = [regulation.number, ...regulation.legalBases.map((basis) => basis.number)]
  for (const part of ['deadlines', 'reports'] as const)
    regulation[part].forEach((entry, at) => {
      if (entry.instrument) expect(entry.instrument, numbers, [part, at, 'instrument'], 'legalBases')
    })
  return found
}
