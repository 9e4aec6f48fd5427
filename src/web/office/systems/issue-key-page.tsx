import { apiScopeNames, newApiKey, systemRoles } from '../../../access/api-key.ts'
import { issueApiKey } from '../../../access/api-key-changes.ts'
import { roleNames } from '../../../access/role.ts'
import { hashOfSecret } from '../../../access/session-token.ts'
import { listAgencies } from '../../../agencies/agency-store.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { apiWords } from '../../words/api-words.ts'
import { formPage } from '../form-page.tsx'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { KEYS } from './key-list-page.tsx'

const USUAL_PER_MINUTE = 120

/** GET /quan-tri/khoa/moi */
export async function showIssueKey(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { lang } = request
  const words = apiWords[lang]
  const agencies = await listAgencies(request.db, request.authority.id, { on: request.today })
  return formPage(request, {
    title: words.issue,
    active: 'administration',
    trail: [{ href: request.link(KEYS), label: words.keys }],
    action: request.link(`${KEYS}/moi`),
    values: { perMinute: String(USUAL_PER_MINUTE) },
    refused,
    verb: words.issue,
    cancelHref: request.link(KEYS),
    children: (
      <>
        <TextField name="name" label={words.name} help={words.nameHelp} required autofocus autocomplete="off" />
        <SelectField
          name="role"
          label={words.role}
          choices={systemRoles.map((role) => ({ value: role, label: roleNames[role][lang] }))}
          required
        />
        <SelectField
          name="agencyId"
          label={words.agency}
          help={words.agencyHelp}
          choices={agencies.map((agency) => ({ value: String(agency.id), label: agency.name }))}
        />
        <CheckboxGroupField
          name="scopes"
          label={words.scopes}
          choices={apiScopeNames.map((scope) => ({ value: scope, label: words.scopeNames[scope] }))}
          required
        />
        <NumberField name="perMinute" label={words.perMinute} required />
        <DayField name="expiresOn" label={words.expiresOn} help={words.expiresHelp} />
      </>
    ),
  })
}

/** POST /quan-tri/khoa/moi: the key is shown this once. */
export async function postIssueKey(request: OfficeRequest): Promise<OfficeReply> {
  const key = newApiKey()
  return submitForm(request, issueApiKey(hashOfSecret(key)), {
    onDone: (_value, repeated) => issuedPage(request, String(request.form['name'] ?? ''), repeated ? null : key),
    onRefused: (refused) => showIssueKey(request, refused),
  })
}

function issuedPage(request: OfficeRequest, name: string, key: string | null): OfficeReply {
  const words = apiWords[request.lang]
  return officePage(
    request,
    { title: words.issuedFor(name), active: 'administration', width: 'narrow' },
    <>
      <PageHeading title={words.issuedFor(name)} />
      <Card look="marked">
        {key === null ? (
          <p>{words.alreadyShown}</p>
        ) : (
          <>
            <p class="my-2 break-all">
              <code>{key}</code>
            </p>
            <p>{words.shownOnce}</p>
          </>
        )}
      </Card>
      <p class="mt-6">
        <LinkButton href={request.link(KEYS)} variant="primary">
          {words.back}
        </LinkButton>
      </p>
    </>,
  )
}
