import { listAgendaSteps } from '../../../dialogues/conference-store.ts'
import { getDialogue } from '../../../dialogues/dialogue-store.ts'
import { dialogueSource, publishDialogue } from '../../../procedures/publish-dialogue.ts'
import { findPublicDialogue } from '../../../public-record/public-dialogue-store.ts'
import { hashOfTexts, type PublicationSource } from '../../../publications/publication.ts'
import { listPetitionerNames } from '../../../publications/publication-source-store.ts'
import { findPublication } from '../../../publications/publication-store.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ReadOnlyFields } from '../../kit/read-only-fields.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { publicationWords } from '../../words/publication-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { SourceTexts } from './find-fields.tsx'
import { sourceKey, typedDecisions, withAllHidden } from './publication-forms-read.ts'
import { PUBLICATIONS } from './publication-list-page.tsx'

async function sourceOf(request: OfficeRequest, takingPart: string): Promise<PublicationSource> {
  const { db, authority } = request
  const id = idParam(request)
  const dialogue = await getDialogue(db, authority.id, id)
  const [agenda, names] = await Promise.all([
    listAgendaSteps(db, authority.id, id),
    listPetitionerNames(db, authority.id, id),
  ])
  return dialogueSource(dialogue, { agenda, takingPart, names })
}

/** The fingerprint of the office's own words, without what is typed here. */
function ownHash(source: PublicationSource): string {
  return hashOfTexts({ ...source, texts: { ...source.texts, takingPart: '' } })
}

/** What stands at the Portal now of how to take part, to begin with. */
async function publishedTakingPart({ db, authority }: OfficeRequest, dialogueId: number): Promise<string> {
  return (await findPublicDialogue(db, authority.id, dialogueId))?.takingPart ?? ''
}

/** GET /cong-khai/hoi-nghi/:id: the announcement as the people will read it, every find to be decided. */
export async function showAnnounce(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { lang, link, actor, authority } = request
  const words = publicationWords[lang]
  const id = idParam(request)
  const takingPart = String(refused?.values['takingPart'] ?? (await publishedTakingPart(request, id)))
  const source = await sourceOf(request, takingPart)
  const publication = await findPublication(request.db, authority.id, 'dialogue', id)
  const values = { takingPart, ...refused?.values }
  const decides = actor.may('publication:decide', { authorityId: authority.id })
  return officePage(
    request,
    { title: words.announceTitle, active: 'publications', status: refused?.status ?? 200, width: 'narrow' },
    <>
      <PageHeading
        trail={[{ href: link(PUBLICATIONS), label: words.title }]}
        kicker={words.announceTitle}
        title={source.label}
        meta={decides ? undefined : words.leaderOnly}
      />
      {decides ? (
        <Form
          action={link(`${PUBLICATIONS}/hoi-nghi/${id}`)}
          values={values}
          errors={refused?.errors ?? {}}
          hidden={{ hash: ownHash(source) }}
        >
          <AnnounceFields source={source} values={values} lang={lang} />
          <AnnounceButtons request={request} />
        </Form>
      ) : (
        <ReadOnlyFields values={values}>
          <AnnounceFields source={source} values={values} lang={lang} />
        </ReadOnlyFields>
      )}
      {publication?.state === 'published' ? (
        <p>
          <a href={`/cong/${authority.slug}/hoi-nghi/${id}`}>{words.onPortal}</a>
          {decides ? (
            <>
              {' · '}
              <a href={link(`${PUBLICATIONS}/ban/${publication.id}/rut`)}>{words.takeBack}</a>
            </>
          ) : null}
        </p>
      ) : null}
    </>,
  )
}

function AnnounceFields(props: Parameters<typeof SourceTexts>[0]) {
  const words = publicationWords[props.lang]
  return (
    <>
      <TextAreaField name="takingPart" label={words.takingPart} help={words.takingPartHelp} rows={4} />
      <SourceTexts {...props} />
    </>
  )
}

function AnnounceButtons({ request }: { request: OfficeRequest }) {
  const words = publicationWords[request.lang]
  return (
    <div class="form-buttons">
      <Button>{words.publishDialogue}</Button>
      <Button variant="secondary" name="_act" value="preview">
        {words.showPreview}
      </Button>
      <Button variant="secondary" name="_act" value="hideAll">
        {words.hideAll}
      </Button>
    </div>
  )
}

/** POST /cong-khai/hoi-nghi/:id */
export async function postAnnounce(request: OfficeRequest): Promise<OfficeReply> {
  const { form } = request
  const source = await sourceOf(
    request,
    String(form['takingPart'] ?? '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC')
      .trim(),
  )
  if (form['_act'] === 'preview' || form['_act'] === 'hideAll') {
    const values = form['_act'] === 'hideAll' ? withAllHidden([source], form) : form
    const shown = (await showAnnounce(request, { values, errors: {}, stale: null, status: 422 })) as OfficeReply
    return shown.kind === 'page' ? { ...shown, status: 200 } : shown
  }
  return submitForm(request, publishDialogue, {
    input: {
      ...{ id: request.params['id'], hash: form['hash'], takingPart: form['takingPart'] },
      ...{ alsoHide: form[`also-${sourceKey(source)}`], decisions: typedDecisions(source, form) },
    },
    onDone: () => redirectTo(request.link(PUBLICATIONS), publicationWords[request.lang].announcedFlash),
    onRefused: (refused) => showAnnounce(request, refused),
  })
}
