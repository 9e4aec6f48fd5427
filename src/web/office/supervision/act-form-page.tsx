import { findAgency } from '../../../agencies/agency-store.ts'
import { findDialogue } from '../../../dialogues/dialogue-store.ts'
import { findPetition, findReadingScope } from '../../../petitions/petition-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { readId } from '../../../platform/form-fields.ts'
import { askForAccount } from '../../../procedures/ask-for-account.ts'
import { urgeAgency } from '../../../procedures/urge-agency.ts'
import { recordNote } from '../../../supervision/record-note.ts'
import { recordSupervisionResult } from '../../../supervision/record-supervision-result.ts'
import { recordVisit } from '../../../supervision/record-visit.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { supervisionWords } from '../../words/supervision-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { agencyChoices, urgingText } from './supervision-page.tsx'

/** The acts that have a form of their own; the key is the last part of the address. */
export const ACT_FORMS = {
  'y-kien': { word: 'recordNote', done: 'noteDone', content: 'noteContent' },
  'giai-trinh': { word: 'askForAccount', done: 'askDone', content: 'askContent' },
  'buoi-giam-sat': { word: 'recordVisit', done: 'visitDone', content: 'visitContent' },
  'ket-qua': { word: 'recordResult', done: 'resultDone', content: 'resultContent' },
  'don-doc': { word: 'urge', done: 'urgeDone', content: 'urgeContent' },
} as const
export type ActForm = keyof typeof ACT_FORMS

interface Subject {
  dialogueId: number | null
  petitionId: number | null
  title: string
  back: string
}

/** What the act is about, from the address or from the form sent; 404 for what the reader may not know of. */
async function readSubject(request: OfficeRequest): Promise<Subject> {
  const words = supervisionWords[request.lang]
  const { db, authority } = request
  const number = (form: string, query: string) => readId(request.form[form] ?? queryText(request, query)) || null
  const petitionId = number('petitionId', 'kien-nghi')
  if (petitionId !== null) {
    const scope = await findReadingScope(db, authority.id, petitionId)
    const petition =
      scope && request.actor.may('petition:read', scope) ? await findPetition(db, authority.id, petitionId) : null
    if (!petition) throw new NotFound('petition')
    const back = request.link(`/kien-nghi/${petitionId}`)
    return { petitionId, dialogueId: petition.dialogueId, title: words.aboutPetition(petition.code), back }
  }
  const dialogueId = number('dialogueId', 'hoi-nghi')
  if (dialogueId === null) return { petitionId, dialogueId, title: words.aboutWork, back: request.link('/giam-sat') }
  const dialogue = await findDialogue(db, authority.id, dialogueId)
  if (!dialogue) throw new NotFound('dialogue')
  return {
    petitionId,
    dialogueId,
    title: words.aboutDialogue(dialogue.title),
    back: request.link(`/hoi-nghi/${dialogueId}`),
  }
}

/** GET /giam-sat/moi/<form>?hoi-nghi=…&kien-nghi=…&co-quan=… */
export function showActForm(form: ActForm) {
  return async (request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> => {
    const words = supervisionWords[request.lang]
    const subject = await readSubject(request)
    const title = words[ACT_FORMS[form].word]
    const values = refused?.values ?? (await firstValues(request, form, subject))
    return officePage(
      request,
      { title, active: 'supervision', width: 'narrow', status: refused?.status ?? 200 },
      <>
        <PageHeading
          title={title}
          kicker={subject.title}
          trail={[{ href: request.link('/giam-sat'), label: words.supervision }]}
        />
        <Form
          action={request.link(`/giam-sat/moi/${form}`)}
          values={values}
          errors={refused?.errors ?? {}}
          hidden={{ dialogueId: String(subject.dialogueId ?? ''), petitionId: String(subject.petitionId ?? '') }}
        >
          <ActFields form={form} request={request} agencies={await agencyChoices(request)} />
          <FormButtons verb={title} cancelHref={subject.back} />
        </Form>
      </>,
    )
  }
}

async function firstValues(request: OfficeRequest, form: ActForm, subject: Subject): Promise<Record<string, unknown>> {
  const asked = Number(queryText(request, 'co-quan'))
  const agency =
    asked > 0 && Number.isSafeInteger(asked) ? await findAgency(request.db, request.authority.id, asked) : null
  const petition = subject.petitionId ? await findPetition(request.db, request.authority.id, subject.petitionId) : null
  const toAgencyId = agency?.id ?? petition?.leadAgencyId ?? ''
  const content = form === 'don-doc' && agency ? await urgingText(request, agency.id) : ''
  return { onDay: request.today, toAgencyId, content }
}

interface ActFieldsProps {
  form: ActForm
  request: OfficeRequest
  agencies: readonly { value: string; label: string }[]
}

function ActFields({ form, request, agencies }: ActFieldsProps) {
  const words = supervisionWords[request.lang]
  const toOne = form === 'giai-trinh' || form === 'don-doc'
  const mayDraft = request.actor.may('paper:draft', { authorityId: request.authority.id })
  return (
    <>
      {toOne ? null : <DayField name="onDay" label={form === 'buoi-giam-sat' ? words.visitDay : words.day} required />}
      <SelectField
        name="toAgencyId"
        label={words.to}
        choices={agencies}
        required={toOne}
        help={toOne ? undefined : words.toHelp}
      />
      {form === 'buoi-giam-sat' ? (
        <TextAreaField name="participants" label={words.participants} rows={2} required />
      ) : null}
      <TextAreaField
        name="content"
        label={words[ACT_FORMS[form].content]}
        help={form === 'don-doc' ? words.urgeContentHelp : form === 'y-kien' ? words.noteContentHelp : undefined}
        rows={8}
        required
      />
      {form === 'giai-trinh' ? (
        <DayField name="answerDueOn" label={words.answerDueOn} help={words.answerDueHelp} required />
      ) : null}
      {form === 'don-doc' && mayDraft ? (
        <CheckboxField name="withLetter" label={words.withLetter} help={words.withLetterHelp} />
      ) : null}
    </>
  )
}

/** POST /giam-sat/moi/<form> */
export function postActForm(form: ActForm) {
  return async (request: OfficeRequest): Promise<OfficeReply> => {
    const words = supervisionWords[request.lang]
    const { back } = await readSubject(request)
    const options = {
      onDone: () => redirectTo(`${back}#giam-sat`, words[ACT_FORMS[form].done]),
      onRefused: (refused: RefusedForm) => showActForm(form)(request, refused),
    }
    switch (form) {
      case 'y-kien':
        return submitForm(request, recordNote, options)
      case 'giai-trinh':
        return submitForm(request, askForAccount, options)
      case 'buoi-giam-sat':
        return submitForm(request, recordVisit, options)
      case 'ket-qua':
        return submitForm(request, recordSupervisionResult, options)
      case 'don-doc':
        return submitForm(request, urgeAgency, {
          ...options,
          onDone: ({ paperId }) =>
            redirectTo(`${back}#giam-sat`, paperId === null ? words.urgeDone : words.urgeDoneWithLetter),
        })
    }
  }
}
