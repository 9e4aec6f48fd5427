import { randomBytes } from 'node:crypto'
import { qrDataUrl } from '../../../papers/qr-svg.ts'
import { countPhoneBallots } from '../../../surveys/ballot-store.ts'
import { ballotCodeHash, handOutCodes } from '../../../surveys/cast-ballot.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ballotWords } from '../../words/ballot-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest, OfficeRoute } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { requireSurvey, surveyAddress, surveyTrail } from './survey-subject.ts'

async function showCodes(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = ballotWords[request.lang]
  const { dialogue, survey } = await requireSurvey(request)
  const { issued, cast } = await countPhoneBallots(request.db, request.authority.id, survey.id)
  return officePage(
    request,
    { title: words.codes, active: 'dialogues', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading title={words.codes} trail={surveyTrail(request, dialogue, true)} />
      <p>{words.state(issued, cast)}</p>
      <p>{words.codesHelp}</p>
      <Form
        action={surveyAddress(request, '/ma-qr')}
        values={refused?.values ?? { count: 50 }}
        errors={refused?.errors ?? {}}
        draft={false}
      >
        <NumberField name="count" label={words.count} min={1} max={500} required />
        <FormButtons verb={words.make} cancelHref={surveyAddress(request)} />
      </Form>
    </>,
  )
}

/** The codes as slips to cut apart; shown in the answer to making them and never again. */
async function postCodes(request: OfficeRequest): Promise<OfficeReply> {
  const words = ballotWords[request.lang]
  const { dialogue, survey } = await requireSurvey(request)
  const count = Math.min(500, Math.max(0, Number(request.form['count']) || 0))
  const codes = Array.from({ length: count }, () => randomBytes(16).toString('base64url'))
  return submitForm(request, handOutCodes, {
    input: { id: survey.id, hashes: codes.map(ballotCodeHash) },
    onRefused: (refused) => showCodes(request, refused),
    async onDone(_done, repeated) {
      const slips = repeated
        ? []
        : codes.map((code) => ({ code, picture: qrDataUrl(`${request.origin}/phieu/${code}`) }))
      return officePage(
        request,
        { title: words.codes, active: 'dialogues' },
        <>
          <PageHeading title={words.codes} trail={surveyTrail(request, dialogue, true)} />
          {repeated ? (
            <p>{words.again}</p>
          ) : (
            <p class="print:hidden">
              {words.print} {words.codesHelp}
            </p>
          )}
          <ul class="ballot-slips">
            {slips.map(({ code, picture }) => (
              <li key={code}>
                <b>{request.authority.name}</b>
                <span>{survey.title}</span>
                <img src={picture} alt={words.alt} width="150" height="150" />
                <span>{words.scan}</span>
              </li>
            ))}
          </ul>
        </>,
      )
    },
  })
}

const url = '/hoi-nghi/:id/phieu-danh-gia/ma-qr'

export const codeRoutes: OfficeRoute[] = [
  { method: 'GET', url, permission: 'survey:settle', handle: (request) => showCodes(request) },
  { method: 'POST', url, permission: 'survey:settle', handle: postCodes },
]
