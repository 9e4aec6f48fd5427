import { listMembershipsOfAgency } from '../../../access/membership-store.ts'
import { type Role, roleNames } from '../../../access/role.ts'
import type { Agency } from '../../../agencies/agency-store.ts'
import { Card } from '../../kit/card.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import type { OfficeRequest } from '../office-route.ts'

/** Whose accounts go over to the successor with the work, said before it is done. */
export async function peopleMovingCard(request: OfficeRequest, agency: Agency) {
  const words = agencyWords[request.lang]
  const people = await listMembershipsOfAgency(request.db, request.authority.id, agency.id, request.today)
  return (
    <Card look="quiet" level={2} title={words.peopleMoving}>
      {people.length === 0 ? (
        <p>{words.nobodyMoves}</p>
      ) : (
        <>
          <p class="field-help">{words.peopleMovingHelp}</p>
          <ul class="list-disc pl-5">
            {people.map((one) => (
              <li key={one.id}>
                {one.displayName} ({roleNames[one.role as Role]?.[request.lang] ?? one.role})
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
