import { hasAccounts } from '../../../access/account-store.ts'
import { capitalized } from '../../../platform/capitalized.ts'
import { setUpFirstAuthority } from '../../../procedures/set-up-first-authority.ts'
import { SETUP_KINDS } from '../../../procedures/set-up-forms.ts'
import { listRegulationVersions } from '../../../regulations/regulation-store.ts'
import { AUTHORITY_KINDS } from '../../../regulations/regulation-vocabulary.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { accessWords } from '../../words/access-words.ts'
import type { Lang } from '../../words/words.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { gatePage } from './gate-page.tsx'
import { keyOf, outcomeForm, textOf } from './outcome-form.ts'

const toSignIn: GateReply = { kind: 'redirect', to: '/dang-nhap' }

/** GET /thiet-lap: open as long as there is no account. */
export async function showSetUp(request: GateRequest): Promise<GateReply> {
  if (await hasAccounts(request.db)) return toSignIn
  return setUpPage(request, { totpRequired: 'on', kind: 'commune' }, {}, 200)
}

/** POST /thiet-lap */
export async function postSetUp(request: GateRequest): Promise<GateReply> {
  const { _csrf, _key, _labels, newPassword, repeatedPassword, setUpCode, ...input } = request.form
  const secrets = { password: textOf(request.form, 'newPassword'), repeated: textOf(request.form, 'repeatedPassword') }
  const { setUpCodeHash: hash, address } = request
  const code = { typed: textOf(request.form, 'setUpCode'), hash, address }
  const outcome = await outcomeForm(request.lang, () =>
    setUpFirstAuthority(request.runtime, { input, ...secrets, key: keyOf(request.form), code }),
  )
  if (outcome.ok) return { ...toSignIn, flash: accessWords[request.lang].setUpDone } as GateReply
  if (await hasAccounts(request.db)) return toSignIn
  return setUpPage(request, { ...input, setUpCode, _key: keyOf(request.form) }, outcome.errors, outcome.status)
}

async function setUpPage(
  request: GateRequest,
  values: FormValues,
  errors: FormErrors,
  status: number,
): Promise<GateReply> {
  const { lang } = request
  const words = accessWords[lang]
  const versions = (await listRegulationVersions(request.db)).filter((one) => !one.overlay && one.retiredOn === null)
  const regulations = versions.map((one) => ({
    value: String(one.id),
    label: `${one.number} – ${one.name} (${one.version})`,
  }))
  return gatePage(
    request,
    { title: words.setUp, status },
    <>
      <PageHeading title={words.setUp} meta={words.setUpHelp} />
      <Form action="/thiet-lap" values={values} errors={errors}>
        <TextField
          name="setUpCode"
          label={words.setUpCode}
          help={words.setUpCodeHelp}
          autocomplete="off"
          spellcheck={false}
          required
          autofocus
        />
        <AuthorityFields lang={lang} regulations={regulations} />
        <FormSection title={words.setUpAdministrator}>
          <TextField name="displayName" label={words.displayName} autocomplete="name" required />
          <TextField name="login" label={words.login} autocomplete="username" spellcheck={false} required />
          <TextField name="email" type="email" label={words.email} autocomplete="email" />
          <TextField
            name="newPassword"
            type="password"
            label={words.password}
            help={words.newPasswordHelp}
            autocomplete="new-password"
            required
          />
          <TextField
            name="repeatedPassword"
            type="password"
            label={words.repeatedPassword}
            autocomplete="new-password"
            required
          />
        </FormSection>
        <FormButtons verb={words.setUpVerb} />
      </Form>
    </>,
  )
}

function AuthorityFields({ lang, regulations }: { lang: Lang; regulations: readonly Choice[] }) {
  const words = accessWords[lang]
  const kinds = SETUP_KINDS.map((kind) => ({ value: kind, label: capitalized(AUTHORITY_KINDS[kind][lang]) }))
  return (
    <FormSection title={words.setUpAuthority}>
      <TextField name="name" label={words.authorityName} help={words.authorityNameHelp} required />
      <TextField name="shortName" label={words.authorityShortName} required />
      <SelectField name="kind" label={words.authorityKind} help={words.authorityKindHelp} choices={kinds} required />
      <TextField name="placeName" label={words.placeName} required />
      <SelectField
        name="regulationVersionId"
        label={words.regulation}
        help={words.regulationHelp}
        choices={regulations}
        required
      />
      <DayField name="fromDay" label={words.fromDay} />
      <NumberField name="voters" label={words.voters} help={words.votersHelp} />
      <TextField name="slug" label={words.slug} help={words.slugHelp} spellcheck={false} />
      <TextField name="casePrefix" label={words.casePrefix} help={words.casePrefixHelp} narrow />
      <CheckboxField name="totpRequired" label={words.requireTotp} />
    </FormSection>
  )
}
