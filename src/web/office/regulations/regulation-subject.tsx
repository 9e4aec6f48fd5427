import { type Day, formatDay } from '../../../platform/day.ts'
import type { RegulationProblem } from '../../../regulations/read-regulation.ts'
import { type Regulation, regulationRef } from '../../../regulations/regulation.ts'
import { getRegulationVersion, listRegulationVersions } from '../../../regulations/regulation-store.ts'
import { regulationWords } from '../../words/regulation-words.ts'
import type { Lang } from '../../words/words.ts'
import { idParam, type OfficeRequest } from '../office-route.ts'

export const REGULATIONS = '/quan-tri/quy-che'

export const readVersion = (request: OfficeRequest) => getRegulationVersion(request.db, idParam(request))

export function regulationTrail(request: OfficeRequest, of?: { id: number; regulation: Regulation }) {
  const words = regulationWords[request.lang]
  return [
    { href: request.link('/quan-tri'), label: words.administration },
    { href: request.link(REGULATIONS), label: words.regulations },
    ...(of ? [{ href: request.link(`${REGULATIONS}/${of.id}`), label: regulationRef(of.regulation) }] : []),
  ]
}

export function mayEdit(request: OfficeRequest): boolean {
  return request.actor.may('regulation:edit', { authorityId: request.authority.id })
}

export function effectWords(of: { effectiveFrom: Day; effectiveTo: Day | null }, lang: Lang): string {
  const words = regulationWords[lang]
  const from = formatDay(of.effectiveFrom)
  return of.effectiveTo ? words.fromTo(from, formatDay(of.effectiveTo)) : words.from(from)
}

/** Every stored version as a choice, newest first within its regulation. */
export async function versionChoices(request: OfficeRequest) {
  const rows = await listRegulationVersions(request.db)
  return rows.map((row) => ({ value: String(row.id), label: `${row.regulationId}@${row.version} – ${row.name}` }))
}

/** What is wrong in a text, by field and line; nothing of it was stored. */
export function ProblemList({ problems, lang }: { problems: readonly RegulationProblem[]; lang: Lang }) {
  const words = regulationWords[lang]
  if (problems.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-focus-first data-failed>
      <p class="error-summary-title">{words.problems(problems.length)}</p>
      <p>{words.problemsHelp}</p>
      <ul>
        {problems.map((one) => (
          <li key={`${one.path} ${one.problem}`}>
            {one.line === undefined ? null : <strong>{words.line(one.line)} · </strong>}
            {one.path ? <code>{one.path}</code> : null} {one.problem}
          </li>
        ))}
      </ul>
    </div>
  )
}
