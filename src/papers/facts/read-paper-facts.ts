import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import type { PaperFacts, PaperSubject } from '../paper-facts.ts'
import { readDialogueFacts } from './dialogue-paper-facts.ts'

export interface PaperFactsWanted {
  about: PaperSubject
  authorityId: number
  /** id of the dialogue, petition, plan …; of `agencyShare` and `dossier` the dialogue's */
  subjectId: number
  /** of `agencyShare`: whose share */
  agencyId?: number | null
  /** of a notice to a petitioner: whose own items */
  petitionerId?: number | null
  today: Day
  /** without names of petitioners who did not agree, telephone numbers and addresses */
  public?: boolean
}

/** What the data say that a paper about this subject may need. Throws NotFound when there is no such subject. */
export async function readPaperFacts(db: Db, wanted: PaperFactsWanted): Promise<PaperFacts> {
  return readDialogueFacts(db, wanted)
}
