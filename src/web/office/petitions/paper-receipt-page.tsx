import { findAccount } from '../../../access/account-store.ts'
import { issueReceipt } from '../../../petitions/issue-receipt.ts'
import { findPetitionFields } from '../../../petitions/petition-fields.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { findPetitioner } from '../../../petitions/petitioner-store.ts'
import { findReceipt } from '../../../petitions/submission-receipt-store.ts'
import { getSubmission, listSiblings } from '../../../petitions/submission-store.ts'
import { PORTAL } from '../../../petitions/take-submission.ts'
import { trackingAddress } from '../../../petitions/tracking-link.ts'
import { findReceiptGivenAt } from '../../../petitions/tracking-link-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { derivedCode, hashOfCode, hashOfToken, newSecretToken } from '../../../platform/secret-token.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { quickEntryWords } from '../../words/quick-entry-words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { GivenReceipt, ReceiptToRead } from './given-receipt.tsx'
import { labelOf } from './petition-choices.ts'

export const RECEIPT = '/nhap-nhanh/bien-nhan'

/** What a receipt says of a submission; throws NotFound for what the reader may not see, and for a confidential one. */
async function receiptFacts(request: OfficeRequest) {
  const { db, authority, actor, lang, today } = request
  const visibility = visibilityOf(actor, authority.id)
  const id = idParam(request)
  const petitions = visibility ? await listSiblings(db, visibility, id) : []
  if (petitions.length === 0 || petitions.some((one) => one.confidential)) throw new NotFound('submission')
  const submission = await getSubmission(db, authority.id, id)
  const [petitioner, taker, fields, givenAt] = await Promise.all([
    findPetitioner(db, authority.id, submission.petitionerId),
    submission.enteredBy === null ? null : findAccount(db, submission.enteredBy),
    findPetitionFields(db, authority.id, submission.dialogueId, today),
    findReceiptGivenAt(db, authority.id, id),
  ])
  return {
    ...{ id, petitions, givenAt, isOwn: submission.channel === PORTAL },
    codes: petitions.map((one) => one.code).join(', '),
    from: petitioner?.name ?? '',
    channel: labelOf(fields?.channels, submission.channel, lang),
    receivedOn: formatDay(submission.receivedOn),
    taker: taker?.displayName ?? '',
  }
}

/** GET /nhap-nhanh/bien-nhan/:id: what was received, and giving its receipt: printed, or read out on the telephone. */
export async function showPaperReceipt(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const { lang } = request
  const words = quickEntryWords[lang]
  const facts = await receiptFacts(request)
  // sent twice: the first time it was shown
  const again = refused?.status === 409 && facts.givenAt !== null && !facts.isOwn
  const errors = again ? { '': words.shownOnce } : (refused?.errors ?? {})
  return officePage(
    request,
    { title: words.receipt, active: 'petitions', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={words.receipt}
        kicker={facts.codes}
        trail={[{ href: request.link('/nhap-nhanh'), label: words.title }]}
      />
      <DefinitionList
        facts={[
          { label: words.codes, value: <strong>{facts.codes}</strong> },
          { label: words.receivedFrom, value: facts.from || words.unnamed },
          { label: words.by, value: facts.channel },
          { label: words.on, value: facts.receivedOn },
          { label: words.taker, value: facts.taker },
        ]}
      />
      <p class="my-4">
        {facts.isOwn
          ? words.ownReceipt
          : facts.givenAt
            ? words.given(formatMoment(facts.givenAt, lang))
            : words.notGiven}
      </p>
      {facts.isOwn ? null : (
        <Card title={facts.givenAt ? words.again : words.receipt} look="marked">
          <ReceiptForm
            request={request}
            submissionId={facts.id}
            asksReason={facts.givenAt !== null}
            values={refused?.values ?? {}}
            errors={errors}
          />
        </Card>
      )}
    </>,
  )
}

interface ReceiptFormProps {
  request: OfficeRequest
  submissionId: number
  asksReason: boolean
  values?: FormValues
  errors?: FormErrors
}

/** The two ways of giving it; also beside what was just entered. */
export function ReceiptForm({ request, submissionId, asksReason, values = {}, errors = {} }: ReceiptFormProps) {
  const words = quickEntryWords[request.lang]
  return (
    <Form
      action={request.link(`${RECEIPT}/${submissionId}`)}
      label={words.receipt}
      class="receipt-form"
      values={values}
      errors={errors}
      draft={false}
    >
      <p class="field-help">{asksReason ? words.againHelp : words.receiptHelp}</p>
      {asksReason ? <TextField name="reason" label={words.againReason} maxLength={300} required /> : null}
      <p class="flex flex-wrap gap-3">
        <Button icon="print" name="way" value="paper" accessKey="b">
          {words.printReceipt}
        </Button>
        <Button variant="secondary" name="way" value="phone">
          {words.readReceipt}
        </Button>
      </p>
    </Form>
  )
}

/** POST /nhap-nhanh/bien-nhan/:id: the secrets are made here, shown in this answer, and known to nobody afterwards. */
export async function postPaperReceipt(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, form, lang, origin } = request
  const token = newSecretToken()
  const code = derivedCode(token, 'code')
  const { way, reason } = form
  return submitForm(request, issueReceipt, {
    input: { id: idParam(request), way, reason, tokenHash: hashOfToken(token), codeHash: hashOfCode(code) },
    onRefused: (refused) => showPaperReceipt(request, refused),
    async onDone() {
      const facts = await receiptFacts(request)
      const receipt = await findReceipt(db, authority.id, facts.id)
      const given = {
        ...{ facts, code, lang, authority: authority.name, fingerprint: receipt?.fingerprint ?? '' },
        address: `${origin}${trackingAddress(authority.slug, token)}`,
        typedAt: `${origin}/cong/${authority.slug}/theo-doi`.replace(/^https?:\/\//, ''),
        nextHref: request.link('/nhap-nhanh'),
      }
      return officePage(
        request,
        { title: quickEntryWords[lang].receiptTitle, active: 'petitions', width: 'narrow' },
        way === 'phone' ? <ReceiptToRead {...given} /> : <GivenReceipt {...given} />,
      )
    },
  })
}
