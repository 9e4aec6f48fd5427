import { formatDay } from '../../../platform/day.ts'
import { recordRegularMeeting } from '../../../procedures/record-regular-meeting.ts'
import { regulationOfAuthority } from '../../../regulations/regulation-store.ts'
import { DayField } from '../../kit/day-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { regulationChoices } from './new-dialogue-page.tsx'

async function regularMeetingPage(request: OfficeRequest, refused: RefusedForm | null): Promise<OfficeReply> {
  const { lang } = request
  const words = dialogueFormWords[lang]
  const regulation = (await regulationOfAuthority(request.db, request.authority.id, request.today))?.regulation
  const sessions = regulation?.kinds.find((kind) => kind.key === 'withinRegularMeeting')?.sessionKinds ?? []
  const values = refused?.values ?? {
    heldOn: formatDay(request.today),
    sessionKind: queryText(request, 'cuoc-hop'),
    chairModel: regulation?.chairModels[0]?.key ?? '',
  }
  return officePage(
    request,
    {
      ...{ title: words.meetingTitle, active: 'dialogues', width: 'narrow', keepDrafts: refused !== null },
      ...(refused ? { status: refused.status } : {}),
    },
    <>
      <PageHeading
        trail={[{ href: request.link('/hoi-nghi'), label: dialogueWords[lang].dialogues }]}
        title={words.meetingTitle}
      />
      {sessions.length === 0 ? (
        <EmptyState icon="meeting" title={words.noSessions} />
      ) : (
        <>
          <p class="mb-4 max-w-[70ch] text-sm">{words.meetingHelp}</p>
          <Form action={request.link('/hoi-nghi/hop-thuong-ky')} values={values} errors={refused?.errors ?? {}}>
            <SelectField
              name="sessionKind"
              label={words.sessionKind}
              choices={regulationChoices(sessions, lang)}
              required
              autofocus
            />
            <DayField name="heldOn" label={words.heldOn} required />
            <SelectField
              name="chairModel"
              label={words.chairModel}
              choices={regulationChoices(regulation!.chairModels, lang)}
              empty={null}
              required
            />
            <NumberField name="attendancePeople" label={words.attendancePeople} min={0} />
            <TextAreaField name="note" label={words.note} rows={3} />
            <FormButtons verb={words.record} cancelHref={request.link('/hoi-nghi')} />
          </Form>
        </>
      )}
    </>,
  )
}

export const showRegularMeeting = (request: OfficeRequest) => regularMeetingPage(request, null)

/** Done: the same form again with the same kind of session, so that many are recorded one after the other. */
export function postRegularMeeting(request: OfficeRequest): Promise<OfficeReply> {
  const session = encodeURIComponent(String(request.form['sessionKind'] ?? ''))
  return submitForm(request, recordRegularMeeting, {
    input: request.form,
    onDone: () =>
      redirectTo(request.link(`/hoi-nghi/hop-thuong-ky?cuoc-hop=${session}`), dialogueFormWords[request.lang].recorded),
    onRefused: (refused) => regularMeetingPage(request, refused),
  })
}
