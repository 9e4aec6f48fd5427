import { type Authority, listAuthorities } from '../../../agencies/authority-store.ts'
import { capitalized } from '../../../platform/capitalized.ts'
import { addAuthority } from '../../../procedures/add-authority.ts'
import { casePrefixOf, SETUP_KINDS, slugOf } from '../../../procedures/set-up-forms.ts'
import { listRegulationVersions } from '../../../regulations/regulation-store.ts'
import { AUTHORITY_KINDS } from '../../../regulations/regulation-vocabulary.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { accessWords } from '../../words/access-words.ts'
import { agencyWords } from '../../words/agency-words.ts'
import { authorityWords } from '../../words/authority-words.ts'
import { formPage } from '../form-page.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { lifeText } from './agency-signs.tsx'

export const AUTHORITIES = '/quan-tri/don-vi'

function kindText({ lang }: OfficeRequest, key: string): string {
  return capitalized(AUTHORITY_KINDS[key as keyof typeof AUTHORITY_KINDS]?.[lang] ?? key)
}

export function administrationTrail(request: OfficeRequest) {
  return { href: request.link('/quan-tri'), label: agencyWords[request.lang].administration }
}

/** GET /quan-tri/don-vi: every authority of the installation, with the way to its accounts and agencies. */
export async function showAuthorities(request: OfficeRequest): Promise<OfficeReply> {
  const words = authorityWords[request.lang]
  const all = await listAuthorities(request.db)
  const names = new Map(all.map((one) => [one.id, one.shortName]))
  const parentOf = (one: Authority) => (one.parentAuthorityId === null ? '' : (names.get(one.parentAuthorityId) ?? ''))
  return officePage(
    request,
    { title: words.authorities, active: 'administration' },
    <>
      <PageHeading
        title={words.authorities}
        trail={[administrationTrail(request)]}
        meta={words.authoritiesMeta}
        actions={
          <LinkButton href={request.link(`${AUTHORITIES}/moi`)} variant="primary" icon="plus">
            {words.add}
          </LinkButton>
        }
      />
      <DataTable
        caption={words.authorities}
        rows={all}
        rowKey={(one) => one.slug}
        rowHref={(one) => `/${one.slug}/quan-tri`}
        columns={[
          { key: 'authority', label: words.authority, main: true, wide: true, cell: (one) => one.name },
          { key: 'kind', label: words.kind, cell: (one) => kindText(request, one.kind) },
          { key: 'parent', label: words.parent, cell: parentOf },
          { key: 'life', label: words.life, cell: (one) => lifeText(one, request.lang) },
          { key: 'prefix', label: words.casePrefix, deskOnly: true, cell: (one) => one.casePrefix },
          { key: 'next', label: words.next, cell: (one) => <Ways request={request} authority={one} /> },
        ]}
      />
    </>,
  )
}

function Ways({ request, authority }: { request: OfficeRequest; authority: Authority }) {
  const words = authorityWords[request.lang]
  const ways = [
    { path: '/quan-tri/tai-khoan', label: words.accounts },
    { path: '/quan-tri/tai-khoan/moi', label: words.newAccount },
    { path: '/quan-tri/co-quan', label: words.agencies },
    { path: '/quan-tri/cap-tren', label: words.place },
  ]
  return (
    <ul class="flex flex-wrap gap-3">
      {ways.map(({ path, label }) => (
        <li key={path}>
          <a href={`/${authority.slug}${path}`} aria-label={`${label}: ${authority.name}`}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

async function choicesOf(request: OfficeRequest): Promise<{ parents: Choice[]; regulations: Choice[] }> {
  const [all, versions] = await Promise.all([listAuthorities(request.db), listRegulationVersions(request.db)])
  return {
    parents: all.map((one) => ({ value: String(one.id), label: one.name })),
    regulations: versions
      .filter((one) => !one.overlay && one.retiredOn === null)
      .map((one) => ({ value: String(one.id), label: `${one.number} – ${one.name} (${one.version})` })),
  }
}

/** GET /quan-tri/don-vi/moi */
export async function showNewAuthority(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const words = authorityWords[request.lang]
  return formPage(request, {
    title: words.add,
    active: 'administration',
    trail: [administrationTrail(request), { href: request.link(AUTHORITIES), label: words.authorities }],
    action: request.link(`${AUTHORITIES}/moi`),
    values: { kind: 'commune', fromDay: request.today, totpRequired: 'yes', standardAgencies: 'yes' },
    refused,
    verb: words.add,
    cancelHref: request.link(AUTHORITIES),
    children: AuthorityFields({ request, choices: await choicesOf(request) }),
  })
}

interface FieldsProps {
  request: OfficeRequest
  choices: Awaited<ReturnType<typeof choicesOf>>
}

function AuthorityFields({ request, choices }: FieldsProps) {
  const words = authorityWords[request.lang]
  const access = accessWords[request.lang]
  const kinds = SETUP_KINDS.map((kind) => ({ value: kind, label: kindText(request, kind) }))
  return (
    <>
      <TextField name="name" label={access.authorityName} help={access.authorityNameHelp} required />
      <TextField name="shortName" label={access.authorityShortName} required narrow />
      <SelectField name="kind" label={words.kind} choices={kinds} empty={null} required />
      <TextField name="placeName" label={access.placeName} required />
      <SelectField
        name="parentAuthorityId"
        label={words.parent}
        help={words.parentHelp}
        choices={choices.parents}
        empty={words.noParent}
      />
      <DayField name="fromDay" label={words.fromDay} required />
      <SelectField
        name="regulationVersionId"
        label={access.regulation}
        help={words.regulationHelp}
        choices={choices.regulations}
        empty={words.noRegulation}
      />
      <NumberField name="voters" label={access.voters} help={access.votersHelp} />
      <TextField name="slug" label={access.slug} help={words.slugHelp} spellcheck={false} />
      <TextField name="casePrefix" label={words.casePrefix} help={access.casePrefixHelp} narrow />
      <CheckboxField name="standardAgencies" label={words.standardAgencies} />
      <CheckboxField name="totpRequired" label={access.requireTotp} />
    </>
  )
}

const typed = (request: OfficeRequest, name: string) => String(request.form[name] ?? '').trim()

/** What is left empty is taken from the name, as at the first setup. */
function inputOf(request: OfficeRequest): Record<string, unknown> {
  const { regulationVersionId, ...form } = request.form
  const slug = typed(request, 'slug') || slugOf(typed(request, 'name'))
  const casePrefix = typed(request, 'casePrefix').toUpperCase() || casePrefixOf(slug)
  const adoptions = regulationVersionId ? [{ regulationVersionId, fromDay: form['fromDay'], toDay: '' }] : []
  return { ...form, slug, casePrefix, adoptions }
}

/** POST /quan-tri/don-vi/moi: then on to the accounts of the new authority. */
export function postAuthority(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, addAuthority, {
    input: inputOf(request),
    onDone: ({ slug }) => redirectTo(`/${slug}/quan-tri/tai-khoan/moi`, authorityWords[request.lang].added),
    onRefused: (refused) => showNewAuthority(request, refused),
  })
}
