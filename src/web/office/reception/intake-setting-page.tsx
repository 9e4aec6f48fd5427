import { contestTermOf } from '../../../reception/contest-term.ts'
import { findIntakeSetting } from '../../../reception/intake-setting-store.ts'
import { setIntake } from '../../../reception/set-intake.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { intakeWords } from '../../words/intake-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { INTAKE } from './intake-list-page.tsx'

/** GET /tiep-nhan-cong/cai-dat: open or closed, where else to go, how long an answer can be contested. */
export async function showIntakeSetting(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const words = intakeWords[request.lang]
  const setting = await findIntakeSetting(request.db, request.authority.id)
  const term = await contestTermOf(request.db, request.authority.id, { dialogueId: null, on: request.today })
  const { statedBy } = term
  const values = refused?.values ?? { ...setting, open: setting.open ? 'yes' : 'no' }
  return officePage(
    request,
    { title: words.settingTitle, active: 'petitions', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading trail={[{ href: request.link(INTAKE), label: words.title }]} title={words.settingTitle} />
      <Form
        action={request.link(`${INTAKE}/cai-dat`)}
        version={setting.version}
        values={values}
        errors={refused?.errors ?? {}}
      >
        <RadioGroupField
          name="open"
          label={words.openField}
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: words.openChoices[value] }))}
          inline
          required
        />
        <TextField name="closedReason" label={words.closedReason} />
        <TextAreaField name="elsewhere" label={words.elsewhere} help={words.elsewhereHelp} rows={3} />
        <NumberField
          name="contestDays"
          label={words.contestDays}
          help={
            statedBy
              ? words.contestStated(
                  String(term.amount),
                  words.contestUnits[term.unit],
                  statedBy.number,
                  statedBy.clause,
                )
              : words.contestHelp
          }
          min={5}
          max={90}
          required
        />
        <FormButtons cancelHref={request.link(INTAKE)} />
      </Form>
    </>,
  )
}

/** POST /tiep-nhan-cong/cai-dat */
export async function postIntakeSetting(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, setIntake, {
    onDone: () => redirectTo(request.link(INTAKE), intakeWords[request.lang].saved),
    onRefused: (refused) => showIntakeSetting(request, refused),
  })
}
