import { randomUUID } from 'node:crypto'
import { requirePermission } from '../../../changes/perform-change.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { answerAccount, withdrawAccountRequest } from '../../../procedures/answer-account.ts'
import { actScope, answerScope } from '../../../supervision/supervision-scope.ts'
import { getAct } from '../../../supervision/supervision-store.ts'
import { DayField } from '../../kit/day-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { supervisionWords } from '../../words/supervision-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'

type Verb = 'answer' | 'withdraw'

async function showVerb(request: OfficeRequest, verb: Verb, refused: RefusedForm | null): Promise<OfficeReply> {
  const words = supervisionWords[request.lang]
  const id = idParam(request)
  const scope = await (verb === 'answer' ? answerScope : actScope)(request.db, request.authority.id, { id })
  if (!scope) throw new NotFound('supervisionAct')
  requirePermission(request.actor, verb === 'answer' ? 'supervision:answer' : 'supervision:act', scope)
  const act = await getAct(request.db, request.authority.id, id)
  const title = verb === 'answer' ? words.answerAccount : words.withdrawRequest
  const stale: FormErrors = refused?.stale ? { '': words.changedMeanwhile } : {}
  const values = refused?.stale
    ? { ...refused.values, _key: randomUUID() }
    : (refused?.values ?? { answeredOn: request.today })
  return officePage(
    request,
    { title, active: 'supervision', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={title}
        kicker={words.kinds[act.kind]}
        trail={[{ href: request.link('/giam-sat'), label: words.supervision }]}
        meta={act.answerDueOn ? `${words.due}: ${formatDay(act.answerDueOn)}` : undefined}
      />
      <ProseText quoted text={act.content} />
      <Form
        action={request.link(`/giam-sat/${id}/${verb === 'answer' ? 'giai-trinh' : 'rut'}`)}
        version={act.version}
        values={values}
        errors={{ ...refused?.errors, ...stale }}
      >
        {verb === 'answer' ? (
          <>
            <DayField name="answeredOn" label={words.answeredOn} required />
            <TextAreaField name="answer" label={words.answer} rows={8} required />
          </>
        ) : (
          <TextAreaField name="reason" label={words.withdrawReason} rows={3} required />
        )}
        <FormButtons verb={title} danger={verb === 'withdraw'} cancelHref={request.link('/giam-sat')} />
      </Form>
    </>,
  )
}

/** GET /giam-sat/:id/giai-trinh */
export const showAnswer = (request: OfficeRequest) => showVerb(request, 'answer', null)

/** GET /giam-sat/:id/rut */
export const showWithdraw = (request: OfficeRequest) => showVerb(request, 'withdraw', null)

/** POST /giam-sat/:id/giai-trinh */
export async function postAnswer(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, answerAccount, {
    onDone: () => redirectTo(request.link('/giam-sat'), supervisionWords[request.lang].answerDone),
    onRefused: (refused) => showVerb(request, 'answer', refused),
  })
}

/** POST /giam-sat/:id/rut */
export async function postWithdraw(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, withdrawAccountRequest, {
    onDone: () => redirectTo(request.link('/giam-sat'), supervisionWords[request.lang].withdrawDone),
    onRefused: (refused) => showVerb(request, 'withdraw', refused),
  })
}
