import { INSTALLATION, ownerOfSession } from '../../../access/actor-of-session.ts'
import { chooseMembership } from '../../../access/choose-membership.ts'
import { roleNames } from '../../../access/role.ts'
import type { Session, SessionMembership } from '../../../access/session.ts'
import { performChange } from '../../../changes/perform-change.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { accessWords } from '../../words/access-words.ts'
import type { Lang } from '../../words/words.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { gatePage, sessionAt, toNextStage } from './gate-page.tsx'
import { keyOf, outcomeForm } from './outcome-form.ts'

/** GET /chon-vai-tro */
export async function showMemberships(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  return session ? membershipPage(request, session, {}) : toNextStage
}

/** POST /chon-vai-tro */
export async function postMembership(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  if (!session) return toNextStage
  const chosen = await outcomeForm(request.lang, () =>
    performChange(request.runtime, chooseMembership(session), {
      actor: ownerOfSession(session),
      authorityId: INSTALLATION,
      input: { membershipId: request.form['membershipId'] },
      key: keyOf(request.form),
    }),
  )
  return chosen.ok ? { kind: 'redirect', to: `/${chosen.value.slug}` } : membershipPage(request, session, chosen.errors)
}

/** `Chuyên viên … – Văn phòng Đảng ủy, Đặc khu Cát Hải` */
export function membershipLabel(one: SessionMembership, lang: Lang): { label: string; help: string } {
  const help = [one.agencyName, one.authorityName].filter(Boolean).join(' · ')
  return { label: roleNames[one.role][lang], help }
}

function membershipPage(request: GateRequest, session: Session, errors: FormErrors): GateReply {
  const words = accessWords[request.lang]
  const choices = session.memberships.map((one) => ({ value: String(one.id), ...membershipLabel(one, request.lang) }))
  const current = String(session.current?.id ?? choices[0]?.value ?? '')
  return gatePage(
    request,
    { title: words.chooseRole, status: Object.keys(errors).length > 0 ? 422 : 200 },
    choices.length === 0 ? (
      <>
        <PageHeading title={words.noRole} />
        <EmptyState title={words.noRole} help={words.noRoleHelp} />
      </>
    ) : (
      <>
        <PageHeading title={words.chooseRole} meta={words.chooseRoleHelp} />
        <Form action="/chon-vai-tro" draft={false} errors={errors} values={{ membershipId: current }}>
          <RadioGroupField name="membershipId" label={words.role} choices={choices} required />
          <FormButtons verb={words.enter} />
        </Form>
      </>
    ),
  )
}
