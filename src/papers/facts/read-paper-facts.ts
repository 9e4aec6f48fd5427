import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import type { PaperFacts, PaperSubject } from '../paper-facts.ts'
import { readAgencyShareFacts } from './agency-share-facts.ts'
import { readDialogueFacts } from './dialogue-paper-facts.ts'
import { readDossierFacts } from './dossier-paper-facts.ts'
import { readPetitionFacts } from './petition-paper-facts.ts'
import { readPlanFacts } from './plan-paper-facts.ts'
import type { FactPeriod } from './report-fact-store.ts'
import { readReportFacts } from './report-paper-facts.ts'
import { readSupervisionFacts } from './supervision-paper-facts.ts'

export interface PaperFactsWanted {
  about: PaperSubject
  authorityId: number
  /**
   * id of the dialogue, petition, plan, supervision act or dossier; of `agencyShare` the dialogue's, of `report` the
   * number of `reportSubjectId`
   */
  subjectId: number
  /** of `agencyShare`: whose share */
  agencyId?: number | null
  /** of a notice to a petitioner: whose own items */
  petitionerId?: number | null
  /** of `report`: the days whose figures count; left out: those of the calendar */
  period?: FactPeriod
  today: Day
  /** without names of petitioners who did not agree, telephone numbers and addresses */
  public?: boolean
}

/** What the data say that a paper about this subject may need. Throws NotFound when there is no such subject. */
export async function readPaperFacts(db: Db, wanted: PaperFactsWanted): Promise<PaperFacts> {
  switch (wanted.about) {
    case 'dialogue':
      return readDialogueFacts(db, wanted)
    case 'petition':
      return readPetitionFacts(db, wanted)
    case 'agencyShare':
      return readAgencyShareFacts(db, { ...wanted, agencyId: wanted.agencyId ?? null })
    case 'plan':
      return readPlanFacts(db, wanted)
    case 'supervisionAct':
      return readSupervisionFacts(db, wanted)
    case 'dossier':
      return readDossierFacts(db, wanted)
    case 'report':
      return readReportFacts(db, wanted)
  }
}
