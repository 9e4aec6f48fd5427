import { listLogOf } from '../../../changes/change-log-store.ts'
import type { AgencyChanges } from '../../../plans/agencies-of-copy.ts'
import type { Plan } from '../../../plans/plan.ts'
import { Card } from '../../kit/card.tsx'
import { planWords } from '../../words/plan-words.ts'
import type { OfficeRequest } from '../office-route.ts'

/** On a draft that was copied: which ended agencies were replaced by their successors, and which have none. */
export async function copiedAgenciesCard(request: OfficeRequest, plan: Plan) {
  if (plan.state !== 'draft') return null
  const words = planWords[request.lang]
  const lines = await listLogOf(request.db, request.authority.id, 'plan', plan.id)
  const copied = lines.find((line) => line.action === 'plan/copy')?.after as Partial<AgencyChanges> | undefined
  const { succeeded = [], withoutHeir = [] } = copied ?? {}
  if (succeeded.length + withoutHeir.length === 0) return null
  return (
    <Card look="marked" level={2} title={words.copiedAgencies}>
      <ul class="list-disc pl-5">
        {succeeded.map(({ from, to }) => (
          <li key={from}>{words.succeededBy(from, to)}</li>
        ))}
        {withoutHeir.map((name) => (
          <li key={name}>{words.endedWithoutHeir(name)}</li>
        ))}
      </ul>
    </Card>
  )
}
