import { getAuthority } from '../../../agencies/authority-store.ts'
import { inNameOrder } from '../../../reporting/name-order.ts'
import type { OversightFigure } from '../../../reports/oversight-record-store.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { oversightWords } from '../../words/oversight-words.ts'
import { reportWords } from '../../words/report-words.ts'
import { unitFigureWords } from '../../words/unit-figure-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { PeriodFields } from './oversight-page.tsx'
import { OVERSIGHT } from './oversight-view.ts'
import { REPORTS } from './report-list-page.tsx'
import {
  type AskedUnit,
  askedUnit,
  groupsAsked,
  partAsked,
  readUnitFigures,
  UNIT_FIGURES,
  UNIT_RECORDS,
  type UnitFigures,
  unitFigureName,
  unitQuery,
} from './unit-figures.ts'

/** GET /bao-cao/so-sanh/so-lieu?nam=…&ky=…[&linh-vuc=…|&co-quan=…]: the figures of one authority, each a way to its records. */
export async function showUnitFigures(request: OfficeRequest): Promise<OfficeReply> {
  const { lang, authority } = request
  const words = unitFigureWords[lang]
  const asked = askedUnit(request)
  const [units, part, trail] = await Promise.all([
    readUnitFigures(request, asked),
    partAsked(request, asked),
    trailOf(request, asked),
  ])
  const ofTree = units.below.length > 0 && asked.part?.part !== 'agency'
  return officePage(
    request,
    { title: words.title(authority.shortName), active: 'reports' },
    <>
      <PageHeading
        title={words.title(authority.name)}
        kicker={whenAndWhat(asked, part, request)}
        meta={`${words.help}${ofTree ? ` ${words.helpBelow}` : ''}`}
        trail={trail}
      />
      <Choice request={request} asked={asked} />
      <div class="grid gap-x-12 lg:grid-cols-2">
        {groupsAsked(asked).map(([group, keys]) => (
          <FigureGroup
            key={group}
            title={words.groups[group]}
            request={request}
            asked={asked}
            keys={keys}
            units={units}
            ofTree={ofTree}
          />
        ))}
      </div>
      <p>
        <a href={request.link(`${OVERSIGHT}${unitQuery(asked, null)}`)}>
          {units.below.length > 0 ? words.sideBySide : words.inParts}
        </a>
      </p>
      {units.below.length > 0 ? <Below request={request} asked={asked} below={units.below} /> : null}
    </>,
  )
}

/** `cả năm 2025`, and the field or agency where one is asked for. */
export function whenAndWhat({ period, year }: AskedUnit, part: string | null, { lang }: OfficeRequest): string {
  const when = `${oversightWords[lang].periods[period]} ${year}`
  return part === null ? when : `${when}, ${part}`
}

/** Back to the comparison this authority stands in, where the reader may see it, and to its own. */
export async function trailOf(request: OfficeRequest, asked: AskedUnit) {
  const { db, authority, actor, lang } = request
  const query = unitQuery(asked, null)
  const { parentAuthorityId } = await getAuthority(db, authority.id)
  const mayAbove = parentAuthorityId !== null && actor.may('report:oversee', { authorityId: parentAuthorityId })
  const above = mayAbove ? await getAuthority(db, parentAuthorityId) : null
  const title = oversightWords[lang].title
  return above
    ? [{ href: `/${above.slug}${OVERSIGHT}${query}`, label: `${title}: ${above.shortName}` }]
    : [
        { href: request.link(REPORTS), label: reportWords[lang].reports },
        { href: request.link(`${OVERSIGHT}${query}`), label: title },
      ]
}

function Choice({ request, asked }: { request: OfficeRequest; asked: AskedUnit }) {
  const words = oversightWords[request.lang]
  const { nam, ky, ...part } = Object.fromEntries(new URLSearchParams(unitQuery(asked, asked.part)))
  return (
    <Form
      action={request.link(UNIT_FIGURES)}
      method="get"
      class="my-4 flex flex-wrap items-end gap-4 print:hidden"
      label={words.period}
      values={{ nam, ky }}
      hidden={part}
    >
      <PeriodFields lang={request.lang} />
      <div class="field">
        <Button>{words.show}</Button>
      </div>
    </Form>
  )
}

interface GroupProps {
  title: string
  request: OfficeRequest
  asked: AskedUnit
  keys: readonly OversightFigure[]
  units: { own: UnitFigures; below: UnitFigures[] }
  /** whether those under it are told of too */
  ofTree: boolean
}

/** Some figures as lines: by itself, and with all under it where there are any. */
function FigureGroup({ title, request, asked, keys, units, ofTree }: GroupProps) {
  const { lang } = request
  const words = unitFigureWords[lang]
  const own = (key: OversightFigure) => units.own.figures[key]!
  const all = (key: OversightFigure) => units.below.reduce((sum, one) => sum + one.figures[key]!, own(key))
  const href = (key: OversightFigure) => request.link(`${UNIT_RECORDS}${unitQuery(asked, asked.part)}&so=${key}`)
  const nameOf = (key: OversightFigure) => unitFigureName(asked, key, lang)
  return (
    <Section title={title}>
      <table class="my-3 w-full border-collapse text-sm tabular-nums">
        <caption class="sr-only">{title}</caption>
        <thead>
          <tr class="border-b border-(--line-strong)">
            <th scope="col" class="py-1 text-left font-medium">
              {words.figure}
            </th>
            <th scope="col" class="w-24 py-1 text-right font-medium">
              {ofTree ? words.itself : words.number}
            </th>
            {ofTree ? (
              <th scope="col" class="w-28 py-1 pl-2 text-right font-medium">
                {words.withBelow}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key} class="border-b border-(--line)">
              <th scope="row" class="py-1 text-left font-normal">
                {nameOf(key)}
              </th>
              <FigureCell
                href={ofTree ? `${href(key)}#rieng` : href(key)}
                label={nameOf(key)}
                n={own(key)}
                lang={lang}
              />
              {ofTree ? <FigureCell href={href(key)} label={nameOf(key)} n={all(key)} lang={lang} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function FigureCell({ href, label, n, lang }: { href: string; label: string; n: number; lang: OfficeRequest['lang'] }) {
  const number = formatNumber(n, lang)
  return (
    <td class="py-1 pl-2 text-right align-top">
      <a href={href} aria-label={`${label}: ${number}`}>
        {number}
      </a>
    </td>
  )
}

/** On to the figures of each directly below. */
function Below({ request, asked, below }: { request: OfficeRequest; asked: AskedUnit; below: readonly UnitFigures[] }) {
  const words = unitFigureWords[request.lang]
  const part = asked.part?.part === 'agency' ? null : asked.part
  const open = below.filter(({ line }) => request.actor.may('report:oversee', { authorityId: line.authorityId }))
  return (
    <Section title={words.below} count={below.length}>
      <ul class="list-disc gap-x-8 pl-6 sm:columns-2 lg:columns-3">
        {inNameOrder(open, ({ line }) => line.shortName).map(({ line }) => (
          <li key={line.authorityId}>
            <a href={`/${line.slug}${UNIT_FIGURES}${unitQuery(asked, part)}`}>{line.shortName}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
