import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { insertLegalBasis, listLegalBases } from './legal-basis-store.ts'

/** Puts the instruments that regulations rest on into the authority's library; known ones stay as they are. Ids in order. */
export async function bringIntoLibrary(
  context: ChangeContext,
  regulations: readonly Pick<Regulation, 'legalBases'>[],
): Promise<number[]> {
  const { db, authorityId } = context
  const known = new Map((await listLegalBases(db, authorityId)).map((basis) => [identityOf(basis.number), basis.id]))
  const ids: number[] = []
  for (const basis of regulations.flatMap((regulation) => regulation.legalBases)) {
    const identity = identityOf(basis.number)
    let id = known.get(identity)
    if (id === undefined) {
      const values = {
        number: basis.number,
        datedOn: basis.date as Day,
        issuer: basis.issuer,
        title: basis.title,
        effectiveFrom: basis.date as Day,
        effectiveTo: null,
      }
      id = await insertLegalBasis(db, authorityId, values)
      known.set(identity, id)
      context.record({ subjectKind: 'legalBasis', subjectId: id, action: 'legal-basis/add', after: values })
    }
    if (!ids.includes(id)) ids.push(id)
  }
  return ids
}

/** One instrument is cited as 12-QĐi/TU here and `12-QĐi/TU ` there. */
export function identityOf(number: string): string {
  return number.replace(/\s+/g, '').toLocaleLowerCase('vi')
}
