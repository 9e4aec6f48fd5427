import { listAgencies } from '../agencies/agency-store.ts'
import { existsOn } from '../agencies/lifespan.ts'
import { listSuccessions } from '../agencies/succession-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** What became of the agencies of an earlier plan, by name: said on the page of the plan and kept in its log. */
export interface AgencyChanges {
  succeeded: { from: string; to: string }[]
  /** ended, and nobody took their place: somebody has to be chosen */
  withoutHeir: string[]
}

export interface AgenciesOfCopy {
  /** the agency itself while it exists on the day, else who took its place */
  agencyNow(id: number): number
  /** what `agencyNow` was asked about and has changed */
  changes(): AgencyChanges
}

/** Looks up, for the agencies of a plan that is copied, who does their work on a day (“Agencies that end”). */
export async function loadAgenciesOfCopy(db: Db, authorityId: number, on: Day): Promise<AgenciesOfCopy> {
  const agencies = new Map((await listAgencies(db, authorityId)).map((agency) => [agency.id, agency]))
  const heirs = new Map((await listSuccessions(db, authorityId)).map((one) => [one.fromAgencyId, one.toAgencyId]))
  const asked = new Map<number, number>()
  const lives = (id: number) => {
    const agency = agencies.get(id)
    return agency !== undefined && existsOn(agency, on)
  }
  const nameOf = (id: number) => agencies.get(id)?.name ?? ''
  const follow = (id: number): number => {
    const heir = heirs.get(id)
    return lives(id) || heir === undefined ? id : follow(heir)
  }
  return {
    agencyNow(id) {
      const now = follow(id)
      asked.set(id, now)
      return now
    },
    changes() {
      const all = [...asked]
      return {
        succeeded: all.flatMap(([from, to]) => (from === to ? [] : [{ from: nameOf(from), to: nameOf(to) }])),
        withoutHeir: [...new Set(all.flatMap(([, to]) => (lives(to) ? [] : [nameOf(to)])))],
      }
    },
  }
}
