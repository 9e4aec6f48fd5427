import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { listSiblings } from '../../../petitions/submission-store.ts'
import { formSerial, type ReadSerial, readSerial } from '../../../printed-forms/form-serial.ts'
import { type FoundForm, findForm, knownForms } from '../../../printed-forms/printed-form-store.ts'
import { listSurveys, listTallies } from '../../../surveys/survey-store.ts'
import { withQuery } from '../../kit/address-query.ts'
import { Card } from '../../kit/card.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { printedFormWords } from '../../words/printed-form-words.ts'
import type { Lang } from '../../words/words.ts'
import { mayDo } from '../dialogues/dialogue-request.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { PETITIONS } from '../petitions/petition-list-page.tsx'
import { QUICK } from '../petitions/quick-entry-page.tsx'
import { FORM_GATE } from './form-copies.ts'
import { SerialForm } from './serial-form.tsx'
import { showSpeechForm } from './speech-form-page.tsx'

/** GET /phieu-giay: one field for the serial; a scanner types the whole address and Enter, a hand seven letters. */
export async function showLookUp(request: OfficeRequest): Promise<OfficeReply> {
  const asked = queryText(request, 'ma')
  if (asked === '') return lookUpPage(request, { typed: '', said: '', meant: [] })
  const read = readSerial(asked)
  const found = read.is === 'serial' ? await findForm(request.db, request.authority.id, read.id) : null
  if (found) return redirectTo(request.link(`${FORM_GATE}/${formSerial(found.form.id)}`))
  return refusedPage(request, asked, read)
}

/** What is wrong with a serial, as far as it can be known, and what it may have been meant to be. */
async function refusedPage(request: OfficeRequest, typed: string, read: ReadSerial): Promise<OfficeReply> {
  const candidates = read.is === 'miskeyed' ? read.meant : []
  const ids = candidates.map((one) => readSerial(one)).flatMap((one) => (one.is === 'serial' ? [one.id] : []))
  const meant = (await knownForms(request.db, request.authority.id, ids)).map(formSerial)
  return lookUpPage(request, { typed, said: whatIsWrong(read, meant, request.lang), meant })
}

function whatIsWrong(read: ReadSerial, known: readonly string[], lang: Lang): string {
  const words = printedFormWords[lang].look
  if (read.is === 'length') return read.length === 0 ? words.empty : words.length(read.length)
  if (read.is === 'letter') return words.letter(read.at, read.letter)
  if (read.is === 'serial') return words.unknown
  if (read.meant.length === 0) return words.lost
  if (read.at.length === 1) return words.miskeyed(read.at[0]!)
  // of several ways to have mixed two letters up, the one that leads to a sheet counts
  const likely = known.length === 1 ? placesOf(read.typed, known[0]!) : read.at
  return words.swapped(likely.join(lang === 'vi' ? ' và ' : ' and '))
}

function placesOf(typed: string, meant: string): number[] {
  const [a, b] = [typed.replace('-', ''), meant.replace('-', '')]
  return [...a].flatMap((letter, at) => (letter === b[at] ? [] : at + 1))
}

interface LookUp {
  typed: string
  said: string
  meant: readonly string[]
}

function lookUpPage(request: OfficeRequest, { typed, said, meant }: LookUp): OfficeReply {
  const { lang } = request
  const words = printedFormWords[lang].look
  return officePage(
    request,
    { title: words.title, active: 'petitions', width: 'narrow', status: said === '' ? 200 : 422 },
    <>
      <PageHeading
        title={words.title}
        trail={[{ href: request.link(PETITIONS), label: petitionWords[lang].petitions }]}
        meta={words.lead}
      />
      <SerialForm request={request} typed={typed} said={said} />
      {meant.length > 0 ? (
        <Card look="marked" title={words.meant}>
          <p class="flex flex-wrap gap-3">
            {meant.map((serial) => (
              <LinkButton key={serial} href={request.link(`${FORM_GATE}/${serial}`)}>
                {serial}
              </LinkButton>
            ))}
          </p>
        </Card>
      ) : null}
    </>,
  )
}

/** GET /phieu-giay/:serial: leads to where this sheet is entered, or says that it was. */
export async function openForm(request: OfficeRequest): Promise<OfficeReply> {
  const typed = request.params['serial'] ?? ''
  const read = readSerial(typed)
  const found = read.is === 'serial' ? await findForm(request.db, request.authority.id, read.id) : null
  if (!found) return refusedPage(request, typed, read)
  if (found.form.enteredAt) return enteredPage(request, found)
  const serial = formSerial(found.form.id)
  switch (found.batch.kind) {
    case 'petitionForm':
      return redirectTo(request.link(withQuery(QUICK, { phieu: serial })))
    case 'speechRegistration':
      return showSpeechForm(request, found)
    case 'satisfactionBallot':
      return redirectTo(await tallyAddress(request, found))
  }
}

/** Where this reader counts ballots next: their numbers, else the tally nobody else is entering, else the survey. */
async function tallyAddress(request: OfficeRequest, { batch }: FoundForm): Promise<string> {
  const { db, authority, actor } = request
  const base = request.link(`/hoi-nghi/${batch.dialogueId}/phieu-danh-gia`)
  const survey = (await listSurveys(db, authority.id, batch.dialogueId)).find((one) => one.id === batch.surveyId)
  if (survey?.state !== 'open' || !mayDo(request, 'survey:enter')) return base
  if (survey.valid === null) return `${base}/so-phieu`
  const tallies = await listTallies(db, authority.id, survey.id)
  if (tallies.length === 0) return `${base}/lan/1`
  const [first] = tallies
  return tallies.length === 1 && first!.enteredBy !== actor.accountId
    ? `${base}/lan/${first!.pass === 1 ? 2 : 1}`
    : base
}

async function enteredPage(request: OfficeRequest, { form, batch }: FoundForm): Promise<OfficeReply> {
  const { lang, db, actor, authority } = request
  const words = printedFormWords[lang]
  const visibility = visibilityOf(actor, authority.id)
  const petitions =
    form.subjectKind === 'submission' && visibility ? await listSiblings(db, visibility, form.subjectId!) : []
  const toSpeeches = form.subjectKind === 'speechRegistration' && mayDo(request, 'dossier:read')
  return officePage(
    request,
    { title: words.look.done, active: 'petitions', width: 'narrow' },
    <>
      <PageHeading
        title={words.look.done}
        kicker={`${words.of(formSerial(form.id))} · ${words.kinds[batch.kind]}`}
        trail={[{ href: request.link(FORM_GATE), label: words.look.title }]}
      />
      <p>{words.look.doneBy(form.enteredByName ?? '', formatMoment(form.enteredAt!, lang))}</p>
      {petitions.length > 0 ? (
        <p class="mt-4">
          {words.look.became}:{' '}
          {petitions.map((one, at) => (
            <span key={one.id}>
              {at > 0 ? ', ' : ''}
              <a href={request.link(`${PETITIONS}/${one.id}`)}>{one.code}</a>
            </span>
          ))}
        </p>
      ) : null}
      {toSpeeches ? (
        <p class="mt-4">
          <a href={request.link(`/hoi-nghi/${batch.dialogueId}/phat-bieu`)}>{words.look.speechBecame}</a>
        </p>
      ) : null}
      <p class="mt-6">
        <LinkButton variant="primary" href={request.link(FORM_GATE)}>
          {words.look.next}
        </LinkButton>
      </p>
    </>,
  )
}
