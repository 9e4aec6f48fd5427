import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { requirePermission } from '../../../changes/perform-change.ts'
import { NotFound } from '../../../platform/errors.ts'
import { countBallots } from '../../../surveys/count-ballots.ts'
import { enterTally } from '../../../surveys/enter-tally.ts'
import { openSurvey } from '../../../surveys/open-survey.ts'
import { reopenSurvey, settleSurvey } from '../../../surveys/settle-survey.ts'
import { cellName } from '../../../surveys/survey-forms.ts'
import { tallyScope } from '../../../surveys/survey-scope.ts'
import { listTallies, type Survey } from '../../../surveys/survey-store.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { surveyWords } from '../../words/survey-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { Differences, showSurvey } from './survey-page.tsx'
import { labelIn, requireSurvey, surveyAddress, surveyTrail } from './survey-subject.ts'

/** POST /hoi-nghi/:id/phieu-danh-gia */
export async function postOpen(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, openSurvey, {
    input: { dialogueId: idParam(request), title: request.form['title'] },
    onDone: () => redirectTo(surveyAddress(request), surveyWords[request.lang].opened),
    onRefused: (refused) => showSurvey(request, refused),
  })
}

interface FormPage {
  title: string
  rest: string
  verb?: string
  help?: string
  first: FormValues
  before?: ComponentChildren
  refused: RefusedForm | null
  fields: ComponentChildren
}

async function formPage(request: OfficeRequest, page: FormPage): Promise<OfficeReply> {
  const words = surveyWords[request.lang]
  const { dialogue, survey } = await requireSurvey(request)
  const { refused } = page
  const stale: FormErrors = refused?.stale ? { '': words.changedMeanwhile } : {}
  const values = refused?.stale ? { ...refused.values, _key: randomUUID() } : (refused?.values ?? page.first)
  return officePage(
    request,
    { title: page.title, active: 'dialogues', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={page.title}
        kicker={survey.title}
        trail={surveyTrail(request, dialogue, true)}
        meta={page.help}
      />
      {page.before}
      <Form
        action={surveyAddress(request, page.rest)}
        version={survey.version}
        values={values}
        errors={{ ...refused?.errors, ...stale }}
      >
        {page.fields}
        <FormButtons {...(page.verb ? { verb: page.verb } : {})} cancelHref={surveyAddress(request)} />
      </Form>
    </>,
  )
}

/** Back to the survey, or to the dialogue for those who only enter. */
function back(request: OfficeRequest, flash: string): OfficeReply {
  const mayRead = request.actor.may('survey:read', { authorityId: request.authority.id })
  return redirectTo(mayRead ? surveyAddress(request) : request.link(`/hoi-nghi/${idParam(request)}`), flash)
}

/** GET …/so-phieu */
export async function showBallots(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = surveyWords[request.lang]
  requirePermission(request.actor, 'survey:enter', await tallyScope(request.db, request.authority.id))
  const { survey } = await requireSurvey(request)
  const { issued, returned, valid, comments } = survey
  return formPage(request, {
    title: words.countBallots,
    rest: '/so-phieu',
    first: { issued: issued ?? '', returned: returned ?? '', valid: valid ?? '', comments },
    refused,
    fields: (
      <>
        <NumberField name="issued" label={words.issued} required />
        <NumberField name="returned" label={words.returned} required />
        <NumberField name="valid" label={words.valid} required />
        <TextAreaField name="comments" label={words.comments} help={words.commentsHelp} rows={6} />
      </>
    ),
  })
}

/** POST …/so-phieu */
export async function postBallots(request: OfficeRequest): Promise<OfficeReply> {
  const { survey } = await requireSurvey(request)
  return submitForm(request, countBallots, {
    input: { ...request.form, id: survey.id },
    onDone: () => back(request, surveyWords[request.lang].ballotsDone),
    onRefused: (refused) => showBallots(request, refused),
  })
}

function passParam(request: OfficeRequest): 1 | 2 {
  const pass = idParam(request, 'pass')
  if (pass !== 1 && pass !== 2) throw new NotFound('survey')
  return pass
}

/** GET …/lan/:pass: never shows the numbers of the other tally. */
export async function showTally(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = surveyWords[request.lang]
  const pass = passParam(request)
  requirePermission(request.actor, 'survey:enter', await tallyScope(request.db, request.authority.id))
  const { survey } = await requireSurvey(request)
  const tallies = await listTallies(request.db, request.authority.id, survey.id)
  const own = tallies.find((one) => one.pass === pass && one.enteredBy === request.actor.accountId)
  const first = Object.fromEntries(
    Object.entries(own?.tally ?? {}).flatMap(([group, answers]) =>
      Object.entries(answers).map(([answer, count]) => [cellName(group, answer), count]),
    ),
  )
  return formPage(request, {
    title: words.enterTally(pass),
    rest: `/lan/${pass}`,
    help: `${words.tallyHelp} ${words.valid}: ${survey.valid ?? '–'}.`,
    first,
    refused,
    fields: <TallyFields request={request} survey={survey} />,
  })
}

function TallyFields({ request, survey }: { request: OfficeRequest; survey: Survey }) {
  return (
    <>
      {survey.form.groups.map((group) => (
        <FormSection key={group.key} title={labelIn(request.lang, group)}>
          <div class="grid grid-cols-2 items-end gap-x-4 md:grid-cols-4">
            {survey.form.scale.map((answer) => (
              <NumberField
                key={answer.key}
                name={cellName(group.key, answer.key)}
                label={labelIn(request.lang, answer)}
                required
              />
            ))}
          </div>
        </FormSection>
      ))}
    </>
  )
}

/** POST …/lan/:pass */
export async function postTally(request: OfficeRequest): Promise<OfficeReply> {
  const pass = passParam(request)
  const { survey } = await requireSurvey(request)
  const cells = Object.fromEntries(Object.entries(request.form).filter(([name]) => name.startsWith('n.')))
  return submitForm(request, enterTally, {
    input: { id: survey.id, version: request.form['version'], pass, cells },
    onDone: () => back(request, surveyWords[request.lang].tallyDone(pass)),
    onRefused: (refused) => showTally(request, refused),
  })
}

/** GET …/chot */
export async function showSettle(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = surveyWords[request.lang]
  const { survey } = await requireSurvey(request)
  const [first, second] = await listTallies(request.db, request.authority.id, survey.id)
  return formPage(request, {
    title: words.settle,
    rest: '/chot',
    verb: words.settle,
    help: words.settleHelp,
    first: { settledPass: '1' },
    before:
      first && second ? <Differences survey={survey} first={first} second={second} lang={request.lang} /> : undefined,
    refused,
    fields: (
      <>
        <RadioGroupField
          name="settledPass"
          label={words.settledPass}
          choices={['1', '2'].map((pass) => ({ value: pass, label: words.tally(Number(pass)) }))}
        />
        <TextAreaField name="reason" label={words.reason} rows={3} />
      </>
    ),
  })
}

/** POST …/chot */
export async function postSettle(request: OfficeRequest): Promise<OfficeReply> {
  const { survey } = await requireSurvey(request)
  return submitForm(request, settleSurvey, {
    input: { ...request.form, id: survey.id },
    onDone: () => back(request, surveyWords[request.lang].settleDone),
    onRefused: (refused) => showSettle(request, refused),
  })
}

/** GET …/mo-lai */
export async function showReopen(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = surveyWords[request.lang]
  return formPage(request, {
    title: words.reopen,
    rest: '/mo-lai',
    verb: words.reopen,
    first: {},
    refused,
    fields: <TextAreaField name="reason" label={words.reason} rows={3} required />,
  })
}

/** POST …/mo-lai */
export async function postReopen(request: OfficeRequest): Promise<OfficeReply> {
  const { survey } = await requireSurvey(request)
  return submitForm(request, reopenSurvey, {
    input: { ...request.form, id: survey.id },
    onDone: () => back(request, surveyWords[request.lang].reopenDone),
    onRefused: (refused) => showReopen(request, refused),
  })
}
