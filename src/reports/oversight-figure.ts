import type { OversightFigure, PartFigures } from './oversight-record-store.ts'
import type { OversightFigures } from './oversight-store.ts'

/** The figures of a line one by one, each of which opens what it counts; `answered` is in no line of the comparison. */
export function figuresOfLine(line: OversightFigures, answered: number): Record<OversightFigure, number> {
  const { notices, conclusions, replies } = line
  return {
    ...{ planned: line.planned, held: line.held, targets: line.targets, targetsMet: line.targetsMet },
    ...{ noticesOnTime: notices.onTime, noticesLate: notices.late, noticesOpen: notices.open },
    ...{ conclusionsOnTime: conclusions.onTime, conclusionsLate: conclusions.late, conclusionsOpen: conclusions.open },
    ...{ repliesOnTime: replies.onTime, repliesLate: replies.late, repliesOpen: replies.open },
    ...{ overdueNow: line.overdueNow, received: line.received, answered, openPetitions: line.openPetitions },
    ...{ continued: line.continued, ratings: line.ratings, satisfied: line.satisfied },
  }
}

export const NO_PETITIONS: PartFigures = {
  ...{ received: 0, answered: 0, openPetitions: 0 },
  ...{ repliesOnTime: 0, repliesLate: 0, repliesOpen: 0 },
}
