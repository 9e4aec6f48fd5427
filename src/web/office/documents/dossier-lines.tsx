import type { ComponentChildren } from 'preact'
import { formatDay } from '../../../platform/day.ts'
import type { FiledItem, FiledPaper } from '../../../procedures/assemble-dossier.ts'
import { Badge } from '../../kit/badge.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { documentWords } from '../../words/document-words.ts'
import { dossierWords } from '../../words/dossier-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { DOSSIERS } from './dossier-list-page.tsx'
import type { DossierView } from './dossier-view.ts'
import { kindName, PAPERS } from './paper-view.tsx'

/** A paper in the dossier, with the way to another entry. */
export function PaperLine({ view, paper }: { view: DossierView; paper: FiledPaper }) {
  const { request, dossier, mayFile } = view
  const words = dossierWords[request.lang]
  const moves = mayFile && dossier.dossier.state === 'open' && paper.subjectKind !== 'plan'
  return (
    <FiledPaperLine request={request} paper={paper}>
      {moves ? (
        <LinkButton
          small
          variant="quiet"
          href={request.link(`${DOSSIERS}/${dossier.dossier.id}/xep/${paper.id}`)}
          label={words.moveOf(paper.title)}
        >
          {words.moveTo}
        </LinkButton>
      ) : null}
    </FiledPaperLine>
  )
}

interface FiledPaperLineProps {
  request: OfficeRequest
  paper: FiledPaper
  children?: ComponentChildren
}

/** A paper as dossiers name it; one that the reader may not see keeps its number only. */
export function FiledPaperLine({ request, paper, children }: FiledPaperLineProps) {
  const { lang } = request
  const words = dossierWords[lang]
  if (!paper.readable) {
    return (
      <li>
        <Badge tone="warn">{words.restricted}</Badge> {paper.number ?? ''}
      </li>
    )
  }
  return (
    <li class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <a href={request.link(`${PAPERS}/${paper.id}`)} class="min-w-0 break-words">
        {paper.title}
      </a>
      <span class="text-sm">
        {[kindName(paper.kind, lang), paper.number, paper.datedOn ? formatDay(paper.datedOn) : null]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {paper.hasContent ? null : <Badge tone="warn">{words.withoutContent}</Badge>}
      {paper.late && paper.datedOn ? <Badge tone="info">{words.supplementOn(formatDay(paper.datedOn))}</Badge> : null}
      {children}
    </li>
  )
}

/** A file that was put in by hand; one that was erased leaves its hash. */
export function ItemLine({ view, item }: { view: DossierView; item: FiledItem }) {
  const { request, dossier, mayFile } = view
  const { lang } = request
  const words = dossierWords[lang]
  const title = item.note ?? item.file?.name ?? ''
  const at = (act: string, id: number) => request.link(`${DOSSIERS}/${dossier.dossier.id}/${act}/${id}`)
  const mayErase = request.actor.may('petition:erase-person', { authorityId: request.authority.id })
  return (
    <li class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {item.file && !item.file.erasedAt ? (
        <a href={request.link(`/tep/${item.file.id}`)} class="min-w-0 break-words">
          {title}
        </a>
      ) : (
        <span>
          {title} ({documentWords[lang].fileErased}: <code class="break-all">{item.file?.sha256}</code>)
        </span>
      )}
      {item.supplementOn ? <Badge tone="info">{words.supplementOn(formatDay(item.supplementOn))}</Badge> : null}
      {mayFile && dossier.dossier.state === 'open' ? (
        <LinkButton small variant="quiet" href={at('rut', item.id)} label={words.withdrawItemOf(title)}>
          {words.withdrawItem}
        </LinkButton>
      ) : null}
      {mayErase && item.file && !item.file.erasedAt ? (
        <LinkButton small variant="quiet" href={at('xoa-tep', item.file.id)} label={words.eraseFileOf(title)}>
          {words.eraseFile}
        </LinkButton>
      ) : null}
    </li>
  )
}
