import { hashOfToken } from '../../../platform/secret-token.ts'
import { isBusy } from '../../../reception/portal-limit.ts'
import { listVillageChoices } from '../../../reception/village-choice-store.ts'
import { Button } from '../../kit/button.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { dataNotice } from '../../words/data-notice-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { raiseWords } from '../../words/raise-words.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { draftGonePage } from './draft-gone-page.tsx'
import { findRaiseDraft, type OpenedDraft } from './raise-draft.ts'
import { firstWrong, REVIEW, type Step, stepAddress } from './raise-steps.ts'
import { SimilarPetitions, similarPetitions } from './similar-petitions.tsx'

/** GET /gui-kien-nghi/:draft/xem-lai: everything once more, what was answered before, the notice, and Send. */
export async function showReview(request: PortalRequest): Promise<PortalReply> {
  const opened = await findRaiseDraft(request)
  if (opened === null || opened === 'sent') return draftGonePage(request, opened === 'sent')
  const wrong = firstWrong(opened.draft)
  if (wrong) return { kind: 'redirect', to: request.link(stepAddress(opened.secret, wrong)) }
  return reviewPage(request, opened, {})
}

export async function reviewPage(
  request: PortalRequest,
  opened: OpenedDraft,
  errors: FormErrors,
): Promise<PortalReply> {
  const { lang, chrome, authority } = request
  const words = raiseWords[lang]
  const notice = dataNotice(lang, authority.name)
  const similar = await similarPetitions(request, opened.draft.contents)
  const busy = await isBusy(request.db, authority.id, request.now)
  const key = `raise ${hashOfToken(opened.secret).slice(0, 40)}`
  return portalPage(
    <PortalPage chrome={chrome} title={words.review} active="raise" width="narrow" script={chrome.assets.portalScript}>
      <h1>{words.review}</h1>
      <p class="lead">{words.reviewLead}</p>
      <Overview request={request} opened={opened} villages={await listVillageChoices(request.db, authority.id)} />
      <SimilarPetitions request={request} similar={similar} />
      <Form
        action={request.link(stepAddress(opened.secret, REVIEW))}
        errors={errors}
        idempotencyKey={key}
        draft={false}
        hidden={busy ? { work: '' } : {}}
      >
        {busy ? (
          <p class="said" data-work={hashOfToken(`work ${opened.secret}`)}>
            {words.busy}
          </p>
        ) : null}
        <section class="data-notice" aria-labelledby="thong-bao">
          <h2 id="thong-bao">{words.notice}</h2>
          {notice.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
        <CheckboxField name="agree" label={words.agree} required />
        <p class="trap" aria-hidden="true">
          <label>
            {words.trap}
            <input name="website" tabIndex={-1} autocomplete="off" />
          </label>
        </p>
        <p class="form-buttons">
          <Button>{words.send}</Button>
        </p>
      </Form>
      <Form action={request.link(stepAddress(opened.secret, REVIEW))} hidden={{ forget: 'yes' }} draft={false}>
        <Button variant="quiet" small>
          {words.startAgain}
        </Button>
      </Form>
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

interface OverviewProps {
  request: PortalRequest
  opened: OpenedDraft
  villages: readonly { id: number; name: string }[]
}

/** What was typed, each with the way back to its question. */
function Overview({ request, opened, villages }: OverviewProps) {
  const words = raiseWords[request.lang]
  const { draft, secret } = opened
  const edit = (step: Step, what: string) => (
    <a href={request.link(`${stepAddress(secret, draft.way === 'short' ? 'mot-trang' : step)}?sua=1`)}>
      {words.change}
      <span class="visually-hidden"> {what}</span>
    </a>
  )
  const row = (step: Step, what: string, said: (string | false)[]) => {
    const lines = said.filter((line): line is string => typeof line === 'string' && line !== '')
    return (
      <div class="overview-row">
        <dt>{what}</dt>
        <dd>
          {(lines.length > 0 ? lines : [words.none]).map((line, at) => (
            <p key={at} class="said">
              {line}
            </p>
          ))}
          {edit(step, what)}
        </dd>
      </div>
    )
  }
  const village = villages.find((one) => String(one.id) === draft.villageAgencyId)?.name ?? ''
  return (
    <dl class="overview">
      {draft.contents.map((content, at) => (
        <div class="overview-row" key={at}>
          <dt>{draft.contents.length > 1 ? words.contentAt(at + 1) : words.content}</dt>
          <dd>
            <p class="said">{content}</p>
            {at === draft.contents.length - 1 ? edit('noi-dung', words.content) : null}
          </dd>
        </div>
      ))}
      {row(
        'anh',
        words.filesField,
        draft.files.map((file) => file.name),
      )}
      {row('ten', words.whoLabel, [
        draft.petitionerName,
        draft.petitionerKind !== 'person' &&
          draft.representative !== '' &&
          `${words.representative}: ${draft.representative}`,
        draft.headcount !== '' && words.people(formatNumber(Number(draft.headcount) || 0, request.lang)),
      ])}
      {row('lien-he', words.contactLabel, [draft.phone, draft.email, village])}
      {row('chon-them', words.choicesLabel, [
        draft.confidential !== '' && words.confidential,
        draft.consentToPublishName !== '' && words.publish,
        draft.writtenBy !== '' && `${words.writtenBy}: ${draft.writtenBy}`,
        draft.interpreterNeeded !== '' && `${words.interpreter}: ${draft.interpreterNeeded}`,
      ])}
    </dl>
  )
}
