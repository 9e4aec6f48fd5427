import { passSecondFactor } from '../../../access/pass-second-factor.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { accessWords } from '../../words/access-words.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { gatePage, sessionAt, toNextStage } from './gate-page.tsx'
import { textOf } from './outcome-form.ts'

/** GET /dang-nhap/ma-xac-thuc */
export async function showSecondFactor(request: GateRequest): Promise<GateReply> {
  return sessionAt(request, 'secondFactor') ? secondFactorPage(request, null) : toNextStage
}

/** POST /dang-nhap/ma-xac-thuc */
export async function postSecondFactor(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'secondFactor')
  if (!session) return toNextStage
  const words = accessWords[request.lang]
  const answer = await passSecondFactor(request.runtime, session, textOf(request.form, 'code'), request.address)
  if (answer.outcome !== 'passed') {
    return secondFactorPage(request, answer.outcome === 'tooMany' ? words.tooMany : words.wrongCode)
  }
  const left = answer.recoveryCodesLeft
  return {
    ...toNextStage,
    session: answer.token,
    ...(left === null ? {} : { flash: words.recoveryLeft(left) }),
  } as GateReply
}

function secondFactorPage(request: GateRequest, refused: string | null): GateReply {
  const words = accessWords[request.lang]
  return gatePage(
    request,
    { title: words.secondFactor, status: refused ? 422 : 200 },
    <>
      <PageHeading title={words.secondFactor} meta={words.secondFactorHelp} />
      <Form action="/dang-nhap/ma-xac-thuc" draft={false} errors={refused ? { code: refused } : {}}>
        <TextField
          name="code"
          label={words.code}
          help={words.codeHelp}
          autocomplete="one-time-code"
          maxLength={40}
          spellcheck={false}
          narrow
          required
          autofocus
        />
        <FormButtons verb={words.verify} />
      </Form>
    </>,
  )
}
