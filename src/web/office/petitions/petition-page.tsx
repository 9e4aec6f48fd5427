import { performChange } from '../../../changes/perform-change.ts'
import { urgesFirst } from '../../../petitions/petition-actions.ts'
import { readAdditions } from '../../../petitions/read-additions.ts'
import { openConfidentialPetition, readSensitivePetition } from '../../../petitions/restrict-petition.ts'
import { shortened } from '../../../platform/shortened.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionWords } from '../../words/petition-words.ts'
import { supervisionWords } from '../../words/supervision-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { PetitionPapers } from '../papers/petition-papers.tsx'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { loadSupervision, SupervisionSection } from '../supervision/supervision-section.tsx'
import { actAddress, actVerb } from './petition-acts.ts'
import { PetitionAnswers } from './petition-answers.tsx'
import { PetitionFacts } from './petition-facts.tsx'
import { PetitionHistory } from './petition-history.tsx'
import { PETITIONS, petitionerName } from './petition-list-page.tsx'
import { PetitionOutcome } from './petition-outcome.tsx'
import { loadPortalSide, PetitionPortal } from './petition-portal.tsx'
import { PetitionReferrals } from './petition-referrals.tsx'
import { PetitionDue, PetitionMarks, PetitionStateBadge } from './petition-signs.tsx'
import { loadTold, PetitionTold } from './petition-told.tsx'
import { isOpened, loadPetitionView, type PetitionView, readablePetition } from './petition-view.ts'

/** GET /kien-nghi/:id: the person's words first, then facts, answers and history. */
export async function showPetition(request: OfficeRequest): Promise<OfficeReply> {
  const found = await readablePetition(request)
  if (!(await isOpened(request, found.petition))) return openingPage(request, null)
  if (found.petition.sensitive || found.petition.confidential) await keepReading(request, found.petition.id)
  const [view, supervision, portal, told] = await Promise.all([
    loadPetitionView(request, found),
    loadSupervision(request, { petitionId: found.petition.id }),
    loadPortalSide(request, found.petition.id),
    loadTold(request, found.petition),
  ])
  const words = petitionWords[request.lang]
  const { petition } = view
  return officePage(
    request,
    { title: `${petition.code} · ${shortened(petition.content, 60)}`, active: 'petitions', width: 'wide' },
    <>
      <PageHeading
        trail={[{ href: request.link(PETITIONS), label: words.petitions }]}
        kicker={petition.code}
        title={shortened(petition.content, 110)}
        meta={
          <>
            <PetitionStateBadge state={petition.state} /> <PetitionMarks of={petition} />
            <NearestDue request={request} view={view} />
          </>
        }
      />
      <NextActs request={request} view={view} />
      <PageColumns
        main={
          <>
            <Words request={request} view={view} />
            <PetitionPortal request={request} side={portal} />
            <PetitionOutcome view={view} />
            <PetitionAnswers view={view} />
            <PetitionTold request={request} side={told} />
            <PetitionReferrals request={request} view={view} />
            <SupervisionSection request={request} data={supervision} />
            <PetitionPapers
              request={request}
              petition={petition}
              named={view.petitioner !== null && view.petitioner.kind !== 'unnamed'}
            />
            <PetitionHistory view={view} />
          </>
        }
        aside={<PetitionFacts request={request} view={view} />}
      />
    </>,
  )
}

/** One line an hour and reader is enough to know who read. */
async function keepReading(request: OfficeRequest, id: number): Promise<void> {
  const hour = request.now.toISOString().slice(0, 13)
  await performChange(request.runtime, readSensitivePetition, {
    actor: request.actor,
    authorityId: request.authority.id,
    input: { id },
    key: `read petition ${id} by ${request.actor.accountId} in ${hour}`,
  })
}

/** At a glance, on a phone too: the earliest deadline still open. */
function NearestDue({ request, view }: { request: OfficeRequest; view: PetitionView }) {
  const open = view.deadlines.find((deadline) => deadline.state === 'open')
  if (!open) return null
  return (
    <PetitionDue
      deadline={open}
      calendar={view.calendar}
      today={view.today}
      whyHref={request.link(`/han/${open.id}`)}
    />
  )
}

function NextActs({ request, view }: { request: OfficeRequest; view: PetitionView }) {
  const words = petitionWords[request.lang]
  const { next, rest } = view.actions
  const action = (key: (typeof next)[number], variant: 'primary' | 'secondary') => ({
    label: actVerb(key, request.lang),
    href: request.link(actAddress(view.petition.id, key)),
    variant,
  })
  // what is asked of another agency is urged, not done for it
  const urges =
    urgesFirst(request.actor, view.facts, next) &&
    request.actor.may('supervision:urge', { authorityId: request.authority.id })
  const urge = {
    label: supervisionWords[request.lang].urge,
    href: request.link(`/giam-sat/moi/don-doc?kien-nghi=${view.petition.id}`),
    variant: 'primary' as const,
  }
  if (next.length === 0 && rest.length === 0 && !urges) return <p class="field-help">{words.nothingToDo}</p>
  return (
    <>
      <ActionBar
        actions={[
          ...(urges ? [urge] : []),
          ...next.map((key, at) => action(key, at === 0 && !urges ? 'primary' : 'secondary')),
        ]}
      />
      {rest.length > 0 ? (
        <div class="mb-6">
          <DetailsBlock summary={words.otherActs} open={next.length === 0}>
            <ActionBar actions={rest.map((key) => action(key, 'secondary'))} />
          </DetailsBlock>
        </div>
      ) : null}
    </>
  )
}

function Words({ request, view }: { request: OfficeRequest; view: PetitionView }) {
  const words = petitionWords[request.lang]
  const { petition, submission, petitioner, siblings } = view
  const name = petitionerName(
    { petitionerName: petitioner?.name ?? '', petitionerKind: petitioner?.kind ?? 'unnamed', confidential: false },
    words,
  )
  return (
    <Section title={words.words}>
      <ProseText quoted text={petition.content} by={name} />
      {view.wholeTextOpen && submission.text !== petition.content ? (
        <DetailsBlock summary={words.wholeText}>
          <ProseText text={submission.text} />
        </DetailsBlock>
      ) : null}
      {siblings.length > 0 ? (
        <DetailsBlock summary={`${words.siblings} (${siblings.length})`}>
          <ul>
            {siblings.map((sibling) => (
              <li key={sibling.id}>
                <a href={request.link(`${PETITIONS}/${sibling.id}`)}>{sibling.code}</a>{' '}
                {sibling.confidential ? words.hidden : shortened(sibling.content, 110)}
              </li>
            ))}
          </ul>
        </DetailsBlock>
      ) : null}
    </Section>
  )
}

function openingPage(request: OfficeRequest, refused: RefusedForm | null): OfficeReply {
  const words = petitionWords[request.lang]
  const path = request.link(`${PETITIONS}/${request.params['id']}/mo`)
  return officePage(
    request,
    { title: words.openTitle, active: 'petitions', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        trail={[{ href: request.link(PETITIONS), label: words.petitions }]}
        title={words.openTitle}
        meta={words.openHelp}
      />
      <Form action={path} values={refused?.values ?? {}} errors={refused?.errors ?? {}} draft={false}>
        <TextField name="purpose" label={words.purpose} required />
        <FormButtons verb={words.open} cancelHref={request.link(PETITIONS)} />
      </Form>
    </>,
  )
}

/** POST /kien-nghi/:id/mo: opens a confidential petition for a stated purpose, which is kept. */
export async function postOpening(request: OfficeRequest): Promise<OfficeReply> {
  const { petition } = await readablePetition(request)
  return submitForm(request, openConfidentialPetition, {
    onDone: () => redirectTo(request.link(`${PETITIONS}/${petition.id}`)),
    onRefused: (refused) => openingPage(request, refused),
  })
}

/** POST /kien-nghi/:id/da-doc-bo-sung: what the petitioner added has been read. */
export async function postReadAdditions(request: OfficeRequest): Promise<OfficeReply> {
  const { petition } = await readablePetition(request)
  const back = () => redirectTo(request.link(`${PETITIONS}/${petition.id}`))
  return submitForm(request, readAdditions, { input: { id: petition.id }, onDone: back, onRefused: back })
}
