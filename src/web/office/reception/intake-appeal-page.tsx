import { findHold } from '../../../petitions/intake-hold-store.ts'
import { getSubmission } from '../../../petitions/submission-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { judgeAppeal } from '../../../procedures/take-held.ts'
import { Card } from '../../kit/card.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { intakeWords } from '../../words/intake-words.ts'
import { intakeReasonWords } from '../../words/raise-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { INTAKE, opensConfidential } from './intake-list-page.tsx'

/** GET /tiep-nhan-cong/:id/xem-lai: what was refused and why, what its sender answers, and the second decision. */
export async function showAppealed(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const id = idParam(request)
  const hold = await findHold(db, authority.id, id)
  if (!hold?.appealedAt) throw new NotFound('intake-hold')
  const submission = await getSubmission(db, authority.id, id)
  if (submission.confidential && !opensConfidential(request)) throw new NotFound('intake-hold')
  const words = intakeWords[lang]
  const reason = intakeReasonWords[lang].refusal[hold.reasonKey as 'insult']
  return officePage(
    request,
    { title: words.judgeTitle, active: 'petitions', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading trail={[{ href: request.link(INTAKE), label: words.title }]} title={words.judgeTitle} />
      <Card look="quiet">
        <ProseText quoted text={submission.text} />
        <p>
          {words.refusedWhy}: {[reason, hold.note].filter(Boolean).join('. ')}
        </p>
      </Card>
      <h2>{words.appeal}</h2>
      <ProseText quoted text={hold.appeal ?? ''} />
      <Form
        action={request.link(`${INTAKE}/${id}/xem-lai`)}
        values={refused?.values ?? {}}
        errors={refused?.errors ?? {}}
      >
        <RadioGroupField
          name="decision"
          label={words.judgeDecision}
          choices={(['take', 'uphold'] as const).map((value) => ({ value, label: words.judgeDecisions[value] }))}
          required
        />
        <TextAreaField name="note" label={words.judgeNote} rows={3} required />
        <FormButtons verb={words.judgeVerb} cancelHref={request.link(INTAKE)} />
      </Form>
    </>,
  )
}

/** POST /tiep-nhan-cong/:id/xem-lai */
export async function postAppealed(request: OfficeRequest): Promise<OfficeReply> {
  const mayList = request.actor.may('intake:moderate', { authorityId: request.authority.id })
  return submitForm(request, judgeAppeal, {
    input: { ...request.form, submissionId: idParam(request) },
    onDone: () => redirectTo(request.link(mayList ? INTAKE : '/'), intakeWords[request.lang].judged),
    onRefused: (refused) => showAppealed(request, refused),
  })
}
