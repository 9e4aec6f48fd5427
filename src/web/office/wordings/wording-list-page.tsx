import { shippedTemplates } from '../../../papers/load-templates.ts'
import type { PaperTemplate } from '../../../papers/paper-template.ts'
import { listNewestWordings } from '../../../papers/template-store.ts'
import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { wordingWords } from '../../words/wording-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { paperName } from '../papers/drawn-request.ts'
import { SPELLING } from './spelling-page.tsx'
import { keyOf, WORDINGS, wordingAddress } from './wording-view.ts'

/** GET /quan-tri/mau-van-ban */
export async function showWordings(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = wordingWords[lang]
  const order = Object.keys(PAPER_KINDS)
  const templates = [...(await shippedTemplates())].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const newest = await listNewestWordings(db, authority.id)
  const used = (template: PaperTemplate) => {
    const key = wordingAddress(keyOf(template))
    const own = newest.find((one) => wordingAddress(one) === key && one.wording !== null)
    return own ? words.own(String(own.versionNo), formatMoment(own.madeAt, lang)) : words.shipped
  }
  const branches: Readonly<Record<string, string>> = words.branches
  return officePage(
    request,
    { title: words.wordings, active: 'administration' },
    <>
      <PageHeading
        trail={[{ href: request.link('/quan-tri'), label: agencyWords[lang].administration }]}
        title={words.wordings}
        meta={words.wordingsMeta}
      />
      <p class="mb-4">
        <LinkButton href={request.link(SPELLING)}>{words.spelling}</LinkButton>
      </p>
      <DataTable
        caption={words.wordings}
        rows={templates}
        rowKey={(template) => wordingAddress(keyOf(template))}
        rowHref={(template) => request.link(`${WORDINGS}/${wordingAddress(keyOf(template))}`)}
        columns={[
          {
            key: 'kind',
            label: words.kind,
            main: true,
            wide: true,
            cell: (template) => paperName(template.kind, template.variant ?? '', lang),
          },
          { key: 'branch', label: words.branch, cell: (template) => branches[template.branch ?? ''] },
          { key: 'about', label: words.about, deskOnly: true, cell: (template) => words.abouts[template.about] },
          { key: 'used', label: words.used, cell: used },
        ]}
      />
    </>,
  )
}
