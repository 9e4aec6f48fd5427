import { mayGrant } from '../../../access/account-rules.ts'
import { roleNames, roles } from '../../../access/role.ts'
import { listAgencies } from '../../../agencies/agency-store.ts'
import { DayField } from '../../kit/day-field.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { accountWords } from '../../words/account-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'

export interface MembershipChoices {
  roles: readonly Choice[]
  agencies: readonly Choice[]
}

/** The roles this administrator may give and the agencies that exist today. */
export async function membershipChoices(request: OfficeRequest): Promise<MembershipChoices> {
  const agencies = await listAgencies(request.db, request.authority.id, { on: request.today })
  return {
    roles: roles
      .filter((role) => mayGrant(request.actor, role))
      .map((role) => ({ value: role, label: roleNames[role][request.lang] })),
    agencies: agencies.map((agency) => ({ value: String(agency.id), label: agency.name })),
  }
}

/** Role, agency and dates of a membership. */
export function MembershipFields({ choices, lang }: { choices: MembershipChoices; lang: Lang }) {
  const words = accountWords[lang]
  return (
    <>
      <SelectField name="role" label={words.role} choices={choices.roles} required />
      <SelectField name="agencyId" label={words.agency} help={words.agencyHelp} choices={choices.agencies} />
      <DayField name="fromDay" label={words.fromDay} help={words.fromDayHelp} />
      <DayField name="toDay" label={words.toDay} help={words.toDayHelp} />
    </>
  )
}
