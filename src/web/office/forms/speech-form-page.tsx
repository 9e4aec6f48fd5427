import { getDialogue } from '../../../dialogues/dialogue-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { formSerial, readSerial } from '../../../printed-forms/form-serial.ts'
import { type FoundForm, findForm } from '../../../printed-forms/printed-form-store.ts'
import { enterSpeechRegistration } from '../../../procedures/enter-speech-form.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { printedFormWords } from '../../words/printed-form-words.ts'
import { mayDo } from '../dialogues/dialogue-request.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { FORM_GATE } from './form-copies.ts'

/** A registration to speak as it came back: what stands on the sheet, village and dialogue filled in. */
export async function showSpeechForm(
  request: OfficeRequest,
  { form, batch }: FoundForm,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const { lang, db, authority } = request
  const words = printedFormWords[lang]
  const dialogue = await getDialogue(db, authority.id, batch.dialogueId)
  const serial = formSerial(form.id)
  const own = words.speech
  return officePage(
    request,
    { title: own.title, active: 'dialogues', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={own.title}
        kicker={words.foot.which(form.sheet ?? 0, batch.number, batch.forAgency ?? batch.forWhom)}
        trail={[
          { href: request.link(`/hoi-nghi/${dialogue.id}`), label: dialogue.title },
          { href: request.link(FORM_GATE), label: words.look.title },
        ]}
        meta={words.of(serial)}
      />
      {mayDo(request, 'dialogue:conduct') ? (
        <Form
          action={request.link(`${FORM_GATE}/${serial}`)}
          values={refused?.values ?? { village: batch.forAgency ?? '' }}
          errors={refused?.errors ?? {}}
        >
          <TextField name="speakerName" label={own.speaker} autocomplete="off" spellcheck={false} required autofocus />
          <TextField name="village" label={own.village} autocomplete="off" />
          <TextField name="phone" label={own.phone} type="tel" narrow autocomplete="off" />
          <TextAreaField name="content" label={own.content} rows={4} accessKey="n" />
          <NumberField name="minutes" label={own.minutes} unit={own.minutesUnit} min={1} max={120} />
          <CheckboxField name="formAgreed" label={words.agreed} help={words.agreedHelp} />
          <FormButtons verb={own.verb} accessKey="l" cancelHref={request.link(FORM_GATE)} />
        </Form>
      ) : (
        <EmptyState icon="lock" title={words.look.notYours} />
      )}
    </>,
  )
}

/** POST /phieu-giay/:serial: kept, and on to the next sheet. */
export async function postSpeechForm(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const read = readSerial(request.params['serial'] ?? '')
  const found = read.is === 'serial' ? await findForm(db, authority.id, read.id) : null
  if (found?.batch.kind !== 'speechRegistration') throw new NotFound('printed-form')
  return submitForm(request, enterSpeechRegistration, {
    input: { ...request.form, id: found.batch.dialogueId, formSerial: formSerial(found.form.id) },
    onDone: ({ speakerName, position }) =>
      redirectTo(request.link(FORM_GATE), printedFormWords[lang].speech.done(speakerName, position)),
    onRefused: (refused) => showSpeechForm(request, found, refused),
  })
}
