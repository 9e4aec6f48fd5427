import { checkConduct } from './check-conduct.ts'
import { checkDeadlines } from './check-deadlines.ts'
import { checkReferences } from './check-references.ts'
import { checkUniqueKeys } from './check-unique-keys.ts'
import type { Regulation } from './regulation.ts'
import type { Finding } from './regulation-finding.ts'

/** Everything that must fit together inside one regulation; an empty list when it does. */
export function checkRegulation(regulation: Regulation): Finding[] {
  return [
    ...checkDates(regulation),
    ...checkUniqueKeys(regulation),
    ...checkReferences(regulation),
    ...checkDeadlines(regulation),
    ...checkConduct(regulation),
  ]
}

function checkDates(regulation: Regulation): Finding[] {
  const { date, effectiveFrom, effectiveTo } = regulation
  const found: Finding[] = []
  if (effectiveFrom < date)
    found.push({ path: ['effectiveFrom'], problem: `ngày có hiệu lực ${effectiveFrom} sớm hơn ngày ban hành ${date}` })
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    found.push({
      path: ['effectiveTo'],
      problem: `ngày hết hiệu lực ${effectiveTo} sớm hơn ngày có hiệu lực ${effectiveFrom}`,
    })
  return found
}
