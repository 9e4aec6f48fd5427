import type { ComponentChildren } from 'preact'
import { getDialogue } from '../../../dialogues/dialogue-store.ts'
import { dayOf, formatDay } from '../../../platform/day.ts'
import { mayDecide, publishEntries } from '../../../procedures/publish-entries.ts'
import { hashOfTexts, type PublicationSource } from '../../../publications/publication.ts'
import { listItemSources, listPetitionSources } from '../../../publications/publication-source-store.ts'
import { listPublications, type Publication } from '../../../publications/publication-store.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ReadOnlyFields } from '../../kit/read-only-fields.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { publicationWords } from '../../words/publication-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { SourceTexts } from './find-fields.tsx'
import { sourceKey, typedDecisions, withAllHidden } from './publication-forms-read.ts'
import { PUBLICATIONS } from './publication-list-page.tsx'

interface Candidate {
  source: PublicationSource
  publication: Publication | null
  standing: 'waiting' | 'changed' | 'published'
}

/** Everything of a dialogue (0: of none) that could be public, as the reader may see it; and how much could not. */
async function candidatesOf(request: OfficeRequest): Promise<{ candidates: Candidate[]; hidden: number }> {
  const { db, authority, actor } = request
  const dialogueId = idParam(request) || null
  const items = dialogueId === null ? [] : await listItemSources(db, authority.id, dialogueId)
  const petitions = (await listPetitionSources(db, authority.id, { dialogueId })).filter((source) =>
    mayDecide(actor, authority.id, source),
  )
  const all: PublicationSource[] = [...items, ...petitions]
  const open = all.filter((source) => source.refusal === null)
  const known = {
    conclusionItem: await listPublications(
      db,
      authority.id,
      'conclusionItem',
      items.map((one) => one.id),
    ),
    petition: await listPublications(
      db,
      authority.id,
      'petition',
      petitions.map((one) => one.id),
    ),
  }
  const candidates = open.map((source): Candidate => {
    const publication = known[source.kind as keyof typeof known].get(source.id) ?? null
    if (publication?.state !== 'published') return { source, publication, standing: 'waiting' }
    const same = publication.sourceHash === hashOfTexts(source)
    return { source, publication, standing: same ? 'published' : 'changed' }
  })
  return { candidates, hidden: all.length - open.length }
}

/** GET /cong-khai/ket-qua/:id: petitions with answers and items of the conclusion, to be published many at once. */
export async function showPublish(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, lang, link, actor, authority } = request
  const words = publicationWords[lang]
  const id = idParam(request)
  const title = id === 0 ? words.lone : (await getDialogue(db, authority.id, id)).title
  const { candidates, hidden } = await candidatesOf(request)
  const values: FormValues = refused?.values ?? {}
  const decides = actor.may('publication:decide', { authorityId: authority.id })
  const toDecide = candidates.filter((one) => one.standing !== 'published')
  return officePage(
    request,
    { title: words.resultsTitle, active: 'publications', status: refused?.status ?? 200, width: 'narrow' },
    <>
      <PageHeading
        trail={[{ href: link(PUBLICATIONS), label: words.title }]}
        kicker={words.resultsTitle}
        title={title}
        meta={decides ? undefined : words.leaderOnly}
      />
      {hidden > 0 ? <p>{words.hidden(formatNumber(hidden, lang))}</p> : null}
      {toDecide.length === 0 ? (
        <EmptyState icon="check" title={words.nothing} />
      ) : (
        <CandidateForm
          request={request}
          decides={decides}
          action={link(`${PUBLICATIONS}/ket-qua/${id}`)}
          refused={refused}
          values={values}
        >
          {toDecide.map((candidate) => (
            <CandidateFields key={sourceKey(candidate.source)} {...{ candidate, values, lang }} />
          ))}
        </CandidateForm>
      )}
      <Published
        candidates={candidates.filter((one) => one.standing !== 'waiting')}
        request={request}
        decides={decides}
      />
    </>,
  )
}

interface CandidateFormProps {
  request: OfficeRequest
  decides: boolean
  action: string
  refused: RefusedForm | null
  values: FormValues
  children: ComponentChildren
}

/** A form for who decides; for who only looks, the same without a way to send it. */
function CandidateForm({ request, decides, action, refused, values, children }: CandidateFormProps) {
  if (!decides) return <ReadOnlyFields values={values}>{children}</ReadOnlyFields>
  return (
    <Form action={action} values={values} errors={refused?.errors ?? {}} draft={false}>
      <PublishButtons request={request} />
      {children}
      <PublishButtons request={request} />
    </Form>
  )
}

function PublishButtons({ request }: { request: OfficeRequest }) {
  const words = publicationWords[request.lang]
  return (
    <div class="form-buttons">
      <Button>{words.publish}</Button>
      <Button variant="secondary" name="_act" value="chooseAll">
        {words.chooseAll}
      </Button>
      <Button variant="secondary" name="_act" value="hideAll">
        {words.hideAll}
      </Button>
      <Button variant="secondary" name="_act" value="preview">
        {words.showPreview}
      </Button>
    </div>
  )
}

interface CandidateProps {
  candidate: Candidate
  values: FormValues
  lang: OfficeRequest['lang']
}

function CandidateFields({ candidate, values, lang }: CandidateProps) {
  const { source, publication, standing } = candidate
  const words = publicationWords[lang]
  const key = sourceKey(source)
  const label = source.kind === 'conclusionItem' ? words.item(source.label) : source.label
  const chosen = [values['chosen']].flat().includes(key)
  const state = standing === 'changed' ? words.changed : publication ? words.takenBack : words.waiting
  return (
    <section class="publish-entry" aria-label={label}>
      <label class="choice publish-choice" for={`chosen-${key}`}>
        <input class="checkbox" type="checkbox" id={`chosen-${key}`} name="chosen" value={key} checked={chosen} />
        <span>
          <strong>{words.choose(label)}</strong>
          <span class="choice-help">
            {state}
            {source.kind === 'petition' ? ` · ${source.person ? words.person(source.person) : words.noPerson}` : ''}
          </span>
        </span>
      </label>
      <input type="hidden" name={`hash-${key}`} value={hashOfTexts(source)} />
      <SourceTexts source={source} values={values} lang={lang} />
    </section>
  )
}

interface PublishedProps {
  candidates: readonly Candidate[]
  request: OfficeRequest
  decides: boolean
}

function Published({ candidates, request, decides }: PublishedProps) {
  const { lang, link, authority } = request
  const words = publicationWords[lang]
  if (candidates.length === 0) return null
  return (
    <section>
      <h2 class="heading-2">{words.published}</h2>
      <ul class="publish-list">
        {candidates.map(({ source, publication }) => (
          <li key={sourceKey(source)}>
            <div>
              <a href={`/cong/${authority.slug}/ket-qua/${publication!.id}`}>
                {source.kind === 'conclusionItem' ? words.item(source.label) : source.label}
              </a>
              <p class="publish-facts">{formatDay(dayOf(publication!.decidedAt))}</p>
            </div>
            {decides ? <a href={link(`${PUBLICATIONS}/ban/${publication!.id}/rut`)}>{words.takeBack}</a> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** POST /cong-khai/ket-qua/:id */
export async function postPublish(request: OfficeRequest): Promise<OfficeReply> {
  const { form } = request
  const { candidates } = await candidatesOf(request)
  const toDecide = candidates.filter((one) => one.standing !== 'published').map((one) => one.source)
  const act = form['_act']
  if (act === 'preview' || act === 'hideAll' || act === 'chooseAll') {
    const chosen = act === 'chooseAll' ? { ...form, chosen: toDecide.map(sourceKey) } : form
    const values = act === 'hideAll' ? withAllHidden(toDecide, chosen) : chosen
    const shown = await showPublish(request, { values: values as FormValues, errors: {}, stale: null, status: 422 })
    return shown.kind === 'page' ? { ...shown, status: 200 } : shown
  }
  const wanted = [form['chosen']].flat()
  const entries = toDecide
    .filter((source) => wanted.includes(sourceKey(source)))
    .map((source) => {
      const key = sourceKey(source)
      return {
        ...{ kind: source.kind, id: source.id, hash: form[`hash-${key}`] },
        ...{ alsoHide: form[`also-${key}`], decisions: typedDecisions(source, form) },
      }
    })
  return submitForm(request, publishEntries, {
    input: { dialogueId: idParam(request) || '', entries },
    onDone: ({ published }) =>
      redirectTo(
        request.link(`${PUBLICATIONS}/ket-qua/${idParam(request)}`),
        publicationWords[request.lang].done(published),
      ),
    onRefused: (refused) => showPublish(request, refused),
  })
}
