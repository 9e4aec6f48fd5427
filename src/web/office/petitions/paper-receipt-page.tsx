import { findAccount } from '../../../access/account-store.ts'
import { findPetitionFields } from '../../../petitions/petition-fields.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { findPetitioner } from '../../../petitions/petitioner-store.ts'
import { getSubmission, listSiblings } from '../../../petitions/submission-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { quickEntryWords } from '../../words/quick-entry-words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { labelOf } from './petition-choices.ts'
import { QUICK } from './quick-entry-page.tsx'

/** GET /nhap-nhanh/bien-nhan/:id: what the petitioner takes home from the counter. A confidential one is not printed here. */
export async function showPaperReceipt(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, actor, lang, today } = request
  const words = quickEntryWords[lang]
  const visibility = visibilityOf(actor, authority.id)
  const id = idParam(request)
  const petitions = visibility ? await listSiblings(db, visibility, id) : []
  if (petitions.length === 0 || petitions.some((one) => one.confidential)) throw new NotFound('submission')
  const submission = await getSubmission(db, authority.id, id)
  const [petitioner, taker, fields] = await Promise.all([
    findPetitioner(db, authority.id, submission.petitionerId),
    submission.enteredBy === null ? null : findAccount(db, submission.enteredBy),
    findPetitionFields(db, authority.id, submission.dialogueId, today),
  ])
  return officePage(
    request,
    { title: words.receiptTitle, active: 'petitions', width: 'narrow' },
    <>
      <PageHeading
        title={words.receiptTitle}
        kicker={authority.name}
        trail={[{ href: request.link(QUICK), label: words.title }]}
      />
      <DefinitionList
        facts={[
          { label: words.codes, value: <strong>{petitions.map((one) => one.code).join(', ')}</strong> },
          { label: words.receivedFrom, value: petitioner?.name || words.unnamed },
          { label: words.by, value: labelOf(fields?.channels, submission.channel, lang) },
          { label: words.on, value: formatDay(submission.receivedOn) },
          { label: words.taker, value: taker?.displayName ?? '' },
        ]}
      />
      <h2 class="mt-6 font-semibold">{words.contents}</h2>
      <ol class="receipt-contents">
        {petitions.map((one) => (
          <li key={one.id}>
            <strong>{one.code}</strong>: {one.content}
          </li>
        ))}
      </ol>
      <p>{words.keep}</p>
      <div class="receipt-signs">
        <p>
          <strong>{words.sender}</strong>
          <br />
          {words.sign}
        </p>
        <p>
          <strong>{words.taker}</strong>
          <br />
          {words.sign}
        </p>
      </div>
      <p class="field-help receipt-hint">{words.print}</p>
    </>,
  )
}
