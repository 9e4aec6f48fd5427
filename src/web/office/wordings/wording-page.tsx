import { listDialogues } from '../../../dialogues/dialogue-store.ts'
import { vocabularyOf } from '../../../papers/facts/fact-vocabulary.ts'
import { ownWording } from '../../../papers/find-wording.ts'
import type { WordingVersion } from '../../../papers/template-store.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Button } from '../../kit/button.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { wordingWords } from '../../words/wording-words.ts'
import { accountNames } from '../documents/document-history.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryId } from '../office-route.ts'
import { SheetPreview } from '../papers/sheet-preview.tsx'
import { PlaceList } from './place-list.tsx'
import { loadWording, WORDINGS, type WordingView, wordingAddress, wordingName, wordingPreview } from './wording-view.ts'

/** The way up to a wording, for the pages below it. */
export function wordingTrail(request: OfficeRequest, view: WordingView | null) {
  const { lang } = request
  const up = [
    { href: request.link('/quan-tri'), label: agencyWords[lang].administration },
    { href: request.link(WORDINGS), label: wordingWords[lang].wordings },
  ]
  if (!view) return up
  return [...up, { href: wordingLink(request, view), label: wordingName(view.key, lang) }]
}

export function wordingLink(request: OfficeRequest, { key }: Pick<WordingView, 'key'>): string {
  return request.link(`${WORDINGS}/${wordingAddress(key)}`)
}

/** GET /quan-tri/mau-van-ban/:mau – what is in use, filled with samples or a dialogue; its versions. */
export async function showWording(request: OfficeRequest): Promise<OfficeReply> {
  const { lang } = request
  const words = wordingWords[lang]
  const view = await loadWording(request)
  const at = wordingLink(request, view)
  const seen = view.versions.find((one) => one.versionNo === queryId(request, 'phien-ban'))
  const template = (seen && ownWording(seen)?.template) || view.template
  const { sheet, layout } = await wordingPreview(request, template)
  const name = wordingName(view.key, lang)
  const actions: Action[] = [
    { label: words.edit, href: `${at}/sua`, variant: 'primary' },
    { label: words.wordForm, href: `${at}/tep-word`, icon: 'file' },
    ...(view.own ? [{ label: words.goBack, href: `${at}/tro-lai` }] : []),
  ]
  const used = view.own ? words.own(String(view.own.versionNo), formatMoment(view.own.madeAt, lang)) : words.shipped
  return officePage(
    request,
    { title: name, active: 'administration' },
    <>
      <PageHeading trail={wordingTrail(request, null)} kicker={words.wordings} title={name} meta={used} />
      <ActionBar actions={actions} />
      {seen ? <p class="mt-4 font-semibold">{words.seenVersion(String(seen.versionNo))}</p> : null}
      <DefinitionList
        facts={[
          { label: words.about, value: words.abouts[template.about] },
          { label: words.source, value: template.source },
        ]}
      />
      <Section title={words.preview} help={template.about === 'dialogue' ? words.previewHelp : undefined}>
        {template.about === 'dialogue' ? await previewChoice(request, at) : null}
        <SheetPreview sheet={sheet} layout={layout} label={sheetWords[lang].previewOf(name)} />
      </Section>
      <PlaceList vocabulary={vocabularyOf(template.about)} lang={lang} />
      <Section title={words.history} count={view.versions.length}>
        {view.versions.length === 0 ? <p>{words.noHistory}</p> : await history(request, view, at)}
      </Section>
    </>,
  )
}

/** Samples, or one of the authority's dialogues. */
async function previewChoice(request: OfficeRequest, at: string) {
  const words = wordingWords[request.lang]
  const dialogues = await listDialogues(request.db, request.authority.id)
  return (
    <Form action={at} method="get" class="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        name="cuoc"
        label={words.previewWith}
        value={queryId(request, 'cuoc') || ''}
        empty={words.sample}
        choices={dialogues.map(({ id, title }) => ({ value: String(id), label: title }))}
      />
      <Button variant="secondary">{words.look}</Button>
    </Form>
  )
}

async function history(request: OfficeRequest, view: WordingView, at: string) {
  const { lang } = request
  const words = wordingWords[lang]
  const names = await accountNames(
    request.db,
    view.versions.map((one) => one.madeBy),
  )
  const what = (one: WordingVersion) =>
    ownWording(one) ? (
      <a href={`${at}?phien-ban=${one.versionNo}`} aria-label={words.seeVersionNumber(String(one.versionNo))}>
        {words.seeVersion}
      </a>
    ) : (
      words.shipped
    )
  return (
    <DataTable
      caption={words.history}
      rows={view.versions}
      rowKey={(one) => String(one.versionNo)}
      columns={[
        { key: 'version', label: words.version, main: true, cell: (one) => String(one.versionNo) },
        { key: 'when', label: words.when, cell: (one) => formatMoment(one.madeAt, lang) },
        { key: 'who', label: words.who, cell: (one) => names.get(one.madeBy ?? 0) ?? '' },
        { key: 'why', label: words.why, cell: (one) => one.reason },
        { key: 'what', label: words.what, cell: what },
      ]}
    />
  )
}
