import { adoptRegulation } from '../../../procedures/adopt-regulation.ts'
import { regulationRef } from '../../../regulations/regulation.ts'
import { retireRegulation } from '../../../regulations/retire-regulation.ts'
import { DayField } from '../../kit/day-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { regulationWords } from '../../words/regulation-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { REGULATIONS, readVersion, regulationTrail } from './regulation-subject.tsx'

type Act = 'ap-dung' | 'thoi-dung'

async function showAct(request: OfficeRequest, act: Act, refused: RefusedForm | null): Promise<OfficeReply> {
  const words = regulationWords[request.lang]
  const version = await readVersion(request)
  const adopts = act === 'ap-dung'
  const title = adopts ? words.adoptTitle : words.retire
  return officePage(
    request,
    { title, active: 'administration', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={title}
        kicker={`${version.regulation.name} (${regulationRef(version.regulation)})`}
        trail={regulationTrail(request, version)}
        meta={adopts ? words.adoptHelp : words.retireHelp}
      />
      <Form
        action={request.link(`${REGULATIONS}/${version.id}/${act}`)}
        values={refused?.values ?? { fromDay: request.today, onDay: request.today }}
        errors={refused?.errors ?? {}}
      >
        {adopts ? (
          <DayField name="fromDay" label={words.adoptFrom} required />
        ) : (
          <DayField name="onDay" label={words.retireOn} required />
        )}
        <TextAreaField name="reason" label={words.reason} rows={3} required />
        <FormButtons verb={title} danger={!adopts} cancelHref={request.link(`${REGULATIONS}/${version.id}`)} />
      </Form>
    </>,
  )
}

/** GET /quan-tri/quy-che/:id/ap-dung */
export const showAdopt = (request: OfficeRequest) => showAct(request, 'ap-dung', null)

/** GET /quan-tri/quy-che/:id/thoi-dung */
export const showRetire = (request: OfficeRequest) => showAct(request, 'thoi-dung', null)

/** POST /quan-tri/quy-che/:id/ap-dung */
export async function postAdopt(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, adoptRegulation, {
    input: { ...request.form, regulationVersionId: idParam(request) },
    onDone: () => redirectTo(request.link(REGULATIONS), regulationWords[request.lang].adoptDone),
    onRefused: (refused) => showAct(request, 'ap-dung', refused),
  })
}

/** POST /quan-tri/quy-che/:id/thoi-dung */
export async function postRetire(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, retireRegulation, {
    input: { ...request.form, regulationVersionId: idParam(request) },
    onDone: () => redirectTo(request.link(REGULATIONS), regulationWords[request.lang].retireDone),
    onRefused: (refused) => showAct(request, 'thoi-dung', refused),
  })
}
